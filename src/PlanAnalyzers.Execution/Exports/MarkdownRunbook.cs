using System.Globalization;
using System.Text;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>The plan as a runbook that a shift supervisor prints and ticks off.</summary>
internal sealed class MarkdownRunbook
{
    private const string SignatureLine = "Done by: ______________________  Date and time: ______________________";

    private readonly StringBuilder text = new();
    private readonly ValidatedPlan plan;
    private readonly StateText states;

    private MarkdownRunbook(ValidatedPlan plan)
    {
        this.plan = plan;
        states = new StateText(plan.Plan);
    }

    public static string Of(ValidatedPlan plan) => new MarkdownRunbook(plan).Write();

    private static string Safe(string value) => MarkdownText.Of(value);

    private string Write()
    {
        Head();
        Warnings();
        BeforeTheFirstStep();
        for (var i = 0; i < plan.Transitions.Count; i++)
        {
            Step(i + 1, plan.Transitions[i]);
        }

        Section("After the last step");
        text.Append('\n');
        foreach (var words in PlanHead.End(plan))
        {
            Check(words.Text);
        }

        Paragraph(SignatureLine);
        return text.ToString();
    }

    private void Head()
    {
        text.Append(CultureInfo.InvariantCulture, $"# Runbook: {Safe(plan.Plan.Name)}\n\n| | |\n|---|---|\n");
        foreach (var (name, value) in PlanHead.Of(plan))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {Safe(value)} |\n");
        }

        Paragraph("Do the steps in this order. Before you go on to the next step, see that every box of the step can be ticked. "
            + "If one cannot, stop and call the controls engineer: the steps after it are only safe from the state described.");
    }

    private void Warnings()
    {
        if (PlanHead.Warnings(plan) is { Count: > 0 } warnings)
        {
            Section("Warnings");
            text.Append('\n');
            foreach (var warning in warnings)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {Safe(warning.Text)}\n");
            }
        }
    }

    private void BeforeTheFirstStep()
    {
        Section("Before the first step");
        text.Append('\n');
        Check("There is a backup of the galaxy: the upgrade of a node cannot be taken back");
        foreach (var server in plan.Galaxy.Servers)
        {
            Check($"The System Management Server {server.Name} (node {server.Node}) can be reached");
        }

        foreach (var pair in plan.Galaxy.Pairs)
        {
            Check($"Platform Manager shows that {StateText.RolesIn(plan.Start, pair)}");
        }

        Paragraph("The galaxy is in this state:");
        text.Append('\n');
        foreach (var row in states.Rows(plan.Start))
        {
            Check(row);
        }
    }

    private void Step(int number, Transition transition)
    {
        Section(PlanReport.Title(number, plan, transition.Step));
        if (transition.Step.Detail(plan.Plan) is { } detail)
        {
            Paragraph(detail);
        }

        Paragraph("What will happen:");
        text.Append('\n');
        foreach (var words in StepText.Happenings(transition).DefaultIfEmpty(StepText.NothingHappens))
        {
            var item = Safe(words.Text);
            text.Append(CultureInfo.InvariantCulture, $"- {(words.Tone == Tone.Alarm ? $"**{item}**" : item)}\n");
        }

        Paragraph("To be seen afterwards:");
        text.Append('\n');
        var changed = states.RowsAfter(transition).Where(row => row.HasChanged).ToArray();
        foreach (var row in changed)
        {
            Check(row.Row);
        }

        Check(changed.Length > 0 ? "Everything else is as before" : "Everything is as before");
        Paragraph(SignatureLine);
    }

    private void Section(string title) => text.Append(CultureInfo.InvariantCulture, $"\n## {Safe(title)}\n");

    private void Paragraph(string paragraph) => text.Append(CultureInfo.InvariantCulture, $"\n{paragraph}\n");

    private void Check(string item) => text.Append(CultureInfo.InvariantCulture, $"- [ ] {Safe(item)}\n");

    private void Check(StateRow row) =>
        text.Append(CultureInfo.InvariantCulture, $"- [ ] **{Safe(row.Name)}** ({Safe(row.What)}): {Safe(row.State)}\n");
}

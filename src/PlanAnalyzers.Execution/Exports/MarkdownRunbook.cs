using System.Globalization;
using System.Text;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>The plan as a runbook that a shift supervisor prints and ticks off.</summary>
internal sealed class MarkdownRunbook
{
    private const string SignatureLine = "Done by: ______________________  Date and time: ______________________";

    /// <summary>The level of a heading that stands in no other part, and the deepest that Markdown has.</summary>
    private const int Outermost = 2;
    private const int Deepest = 6;

    private readonly StringBuilder text = new();
    private readonly ValidatedPlan plan;
    private readonly PlanOutline outline;
    private readonly StateText states;

    private MarkdownRunbook(ValidatedPlan plan)
    {
        this.plan = plan;
        outline = PlanOutline.Of(plan);
        states = new StateText(plan.Plan);
    }

    public static string Of(ValidatedPlan plan) => new MarkdownRunbook(plan).Write();

    private static string Safe(string value) => MarkdownText.Of(value);

    private string Write()
    {
        Head();
        Warnings();
        BeforeTheFirstStep();
        Parts(outline.Parts, Outermost);
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

        Paragraph((outline.HasBranches
                ? "Do the steps in this order; where branches stand side by side, several crews may each do one. "
                : "Do the steps in this order. ")
            + "Before you go on to the next step, see that every box of the step can be ticked. "
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

    private void Parts(IEnumerable<OutlinePart> parts, int level)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case OutlinePhase phase:
                    Section(phase.Title, level);
                    Parts(phase.Parts, level + 1);
                    break;
                case OutlineGroup group:
                    Group(group, level);
                    break;
                case OutlineStep step:
                    Step(step, level);
                    break;
            }
        }
    }

    private void Group(OutlineGroup group, int level)
    {
        Section(group.Title, level);
        Paragraph("These branches may run side by side. Do the steps of each in its order; the branches need not wait for each other. "
            + "What follows waits for all of them.");
        foreach (var branch in group.Branches)
        {
            Section(branch.Title, level + 1);
            Parts(branch.Parts, level + 2);
        }

        Section(group.TitleOfTheEnd, level + 1);
        Paragraph("When every branch is done:");
        text.Append('\n');
        Changes(states.RowsAfter(group.Before, group.After), group.IsInBranch);
        Paragraph(SignatureLine);
    }

    private void Step(OutlineStep step, int level)
    {
        var transition = step.Transition;
        Section(PlanReport.Title(step, plan), level);
        if (transition.Step.Detail(plan.Plan) is { } detail)
        {
            Paragraph(Safe(detail));
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
        Changes(states.RowsAfter(transition), step.Branch is not null);
        Paragraph(SignatureLine);
    }

    private void Changes(IReadOnlyList<ChangedRow> rows, bool isInBranch)
    {
        var changed = rows.Where(row => row.HasChanged).ToArray();
        foreach (var row in changed)
        {
            Check(row.Row);
        }

        Check((changed.Length > 0 ? "Everything else is as before" : "Everything is as before")
            + (isInBranch ? ", but for what other branches do" : ""));
    }

    private void Section(string title, int level = Outermost) =>
        text.Append(CultureInfo.InvariantCulture, $"\n{new string('#', Math.Min(level, Deepest))} {Safe(title)}\n");

    private void Paragraph(string paragraph) => text.Append(CultureInfo.InvariantCulture, $"\n{paragraph}\n");

    private void Check(string item) => text.Append(CultureInfo.InvariantCulture, $"- [ ] {Safe(item)}\n");

    private void Check(StateRow row) =>
        text.Append(CultureInfo.InvariantCulture, $"- [ ] **{Safe(row.Name)}** ({Safe(row.What)}): {Safe(row.State)}\n");
}

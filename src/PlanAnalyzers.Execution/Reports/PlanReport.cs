using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>The plan for reading: where it starts, and for each step what happens and the state after it.</summary>
internal sealed class PlanReport
{
    private const string Indent = "  ";

    private readonly ValidatedPlan plan;
    private readonly Detail detail;
    private readonly PlanOutline outline;
    private readonly StateText text;

    private PlanReport(ValidatedPlan plan, Detail detail)
    {
        this.plan = plan;
        this.detail = detail;
        outline = PlanOutline.Of(plan);
        text = new StateText(plan.Plan);
    }

    public static IEnumerable<Block> Of(ValidatedPlan plan, Detail detail) => new PlanReport(plan, detail).Blocks();

    /// <summary>A step with its number among all, and the branch that it stands in.</summary>
    public static string Title(OutlineStep step, ValidatedPlan plan)
    {
        var branch = step.Branch is null ? "" : $", branch {step.Branch}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Step {step.Number} of {plan.Transitions.Count}{branch}: {step.Transition.Step.Instruction}");
    }

    private IEnumerable<Block> Blocks()
    {
        yield return new Heading($"Upgrade plan {plan.Plan.Name}", IsMain: true);
        yield return new Facts(PlanHead.Of(plan));
        if (PlanHead.Warnings(plan) is { Count: > 0 } warnings)
        {
            yield return new Heading("Warnings");
            yield return new Bullets(warnings);
        }

        yield return new Heading("Steps at a glance");
        yield return new Listing(["Step", "What to do", "What happens"], outline.Parts.SelectMany(part => Glance(part, "")).ToArray());
        yield return new Heading("State at the start");
        yield return StateListing.Of(text.Rows(plan.Start));
        if (plan.Transitions.Count > 0)
        {
            yield return new Line("");
            yield return new Line(new Words(
                detail == Detail.All
                    ? "Below, the state after each step; * marks what the step changed."
                    : "Below, what each step changed; --all shows the whole state after each.",
                Tone.Quiet));
        }

        foreach (var block in outline.Parts.SelectMany(Blocks))
        {
            yield return block;
        }

        yield return new Heading("At the end", IsMain: plan.Plan.Steps.Parts.Any(part => part is Phase));
        yield return new Bullets(PlanHead.End(plan));
    }

    private static IEnumerable<IReadOnlyList<Words>> Glance(OutlinePart part, string indent) => part switch
    {
        OutlinePhase phase => phase.Parts.SelectMany(inner => Glance(inner, indent + Indent)).Prepend(GlanceTitle(indent + phase.Title)),
        OutlineGroup group => group.Branches
            .SelectMany(branch => branch.Parts
                .SelectMany(inner => Glance(inner, indent + Indent + Indent))
                .Prepend(GlanceTitle(indent + Indent + branch.Title)))
            .Prepend(GlanceTitle(indent + group.Title)),
        OutlineStep { Transition: var transition } step =>
        [
            [step.Number.ToString(CultureInfo.InvariantCulture), indent + transition.Step.Instruction, StepText.InShort(transition)],
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static IReadOnlyList<Words> GlanceTitle(string title) => ["", new Words(title, Tone.Strong), ""];

    private IEnumerable<Block> Blocks(OutlinePart part) => part switch
    {
        OutlinePhase phase => phase.Parts.SelectMany(Blocks).Prepend(new Heading(phase.Title, IsMain: !phase.IsInBranch)),
        OutlineGroup group => Blocks(group),
        OutlineStep step => Blocks(step),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private IEnumerable<Block> Blocks(OutlineGroup group)
    {
        yield return new Heading(group.Title);
        yield return new Line("Each branch has its own order. Which one is faster does not matter: what follows waits for all of them.");
        yield return new Line(new Words(
            "Below, only what each step changed: how far the other branches are then is not known.", Tone.Quiet));
        foreach (var branch in group.Branches)
        {
            yield return new Heading(branch.Title);
            foreach (var block in branch.Parts.SelectMany(Blocks))
            {
                yield return block;
            }
        }

        // Beside other branches there is no moment at which the whole state is known.
        if (detail == Detail.All && !group.IsInBranch)
        {
            yield return new Heading(group.TitleOfTheEnd);
            yield return new Line(new Words("The state when all of them are done; * marks what they changed.", Tone.Quiet));
            yield return StateListing.After(text.RowsAfter(group.Before, group.After), Detail.All);
        }
    }

    private IEnumerable<Block> Blocks(OutlineStep step)
    {
        yield return new Heading(Title(step, plan));
        var happenings = StepText.Happenings(step.Transition);
        yield return new Bullets(happenings.Count > 0 ? happenings : [new Words(StepText.NothingHappens, Tone.Quiet)]);
        yield return StateListing.After(text.RowsAfter(step.Transition), step.Branch is null ? detail : Detail.Changes);
    }
}

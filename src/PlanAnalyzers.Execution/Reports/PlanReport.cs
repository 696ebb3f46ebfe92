using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>The plan for reading: where it starts, and for each step what happens and the state after it.</summary>
internal static class PlanReport
{
    public static IEnumerable<Block> Of(ValidatedPlan plan, Detail detail)
    {
        var text = new StateText(plan.Plan);
        yield return new Heading($"Upgrade plan {plan.Plan.Name}", IsMain: true);
        yield return new Facts(PlanHead.Of(plan));
        if (PlanHead.Warnings(plan) is { Count: > 0 } warnings)
        {
            yield return new Heading("Warnings");
            yield return new Bullets(warnings);
        }

        yield return new Heading("Steps at a glance");
        yield return new Listing(["Step", "What to do", "What happens"], plan.Transitions.Select(Glance).ToArray());
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

        for (var i = 0; i < plan.Transitions.Count; i++)
        {
            var transition = plan.Transitions[i];
            yield return new Heading(Title(i + 1, plan, transition.Step));
            var happenings = StepText.Happenings(transition);
            yield return new Bullets(happenings.Count > 0 ? happenings : [new Words(StepText.NothingHappens, Tone.Quiet)]);
            yield return StateListing.After(text.RowsAfter(transition), detail);
        }

        yield return new Heading("At the end");
        yield return new Bullets(PlanHead.End(plan));
    }

    private static IReadOnlyList<Words> Glance(Transition transition, int index) =>
    [
        (index + 1).ToString(CultureInfo.InvariantCulture),
        transition.Step.Instruction,
        StepText.InShort(transition),
    ];

    /// <summary>A step with its number among all.</summary>
    public static string Title(int number, ValidatedPlan plan, Step step) =>
        string.Create(CultureInfo.InvariantCulture, $"Step {number} of {plan.Transitions.Count}: {step.Instruction}");
}

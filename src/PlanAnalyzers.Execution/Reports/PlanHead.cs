using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>What identifies a plan and sums it up.</summary>
internal static class PlanHead
{
    private const int ShortFingerprint = 12;

    public static IReadOnlyList<(string Name, string Value)> Of(ValidatedPlan plan) =>
    [
        ("Galaxy", plan.Galaxy.Name),
        ("Versions", Versions(plan)),
        ("Steps", Number(plan.Transitions.Count)),
        ("Failovers", Number(plan.Failovers)),
        ("Outages", Number(plan.Outages)),
        ("Fingerprint", plan.Fingerprint[..ShortFingerprint]),
    ];

    public static string Versions(ValidatedPlan plan) => $"{plan.Plan.From.Text()} -> {plan.Plan.To.Text()}";

    /// <summary>What the compiler warned of, each with the step it concerns.</summary>
    public static IReadOnlyList<Words> Warnings(ValidatedPlan plan) =>
    [
        .. plan.Warnings.Select(warning => new Words(
            warning.Place is StepPlace { Index: var index }
                ? string.Create(CultureInfo.InvariantCulture, $"Step {index + 1}: {warning}")
                : warning.ToString(),
            Tone.Caution)),
    ];

    /// <summary>What is reached when every step is done.</summary>
    public static IReadOnlyList<Words> End(ValidatedPlan plan)
    {
        var end = plan.End;
        var ready = plan.Galaxy.Platforms.Count(platform => end[platform] is { Software: Software.New, Deployed: true });
        var count = plan.Galaxy.Platforms.Count;
        return
        [
            new Words(
                string.Create(CultureInfo.InvariantCulture, $"{ready} of {count} platforms run {plan.Plan.To.Text()} and are deployed"),
                ready == count ? Tone.Good : Tone.Alarm),
            .. plan.Galaxy.Pairs.Select(pair => new Words(
                $"{pair}: {StateText.RolesIn(end, pair)}",
                end.HasBackup(pair) ? Tone.Good : Tone.Alarm)),
        ];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

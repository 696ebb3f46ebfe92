using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>Where a journal says that a run stands, beside what was seen of the galaxy.</summary>
/// <param name="Journal">The name of the journal.</param>
/// <param name="History">What it says.</param>
/// <param name="Differences">
/// What is seen to be otherwise there, but for what the operator accepted and for what steps in doubt may have changed: at these <c>resume</c> stops.
/// </param>
/// <param name="SeesAll">Whether all was seen that must be.</param>
internal sealed record JournalPlace(string Journal, RunHistory History, IReadOnlyList<Difference> Differences, bool SeesAll)
{
    public static JournalPlace Of(ValidatedPlan plan, string journal, RunHistory history, Observation observed)
    {
        var inDoubt = history.Open.Keys.SelectMany(number => Subjects.TouchedBy(plan.Galaxy, plan.Plan.Steps[number - 1])).ToHashSet(StringComparer.Ordinal);
        var all = StateDifference.Between(plan.Plan, history.Machine.Current, observed, subject => !inDoubt.Contains(subject))
            .Where(difference => !history.Accepted.Contains(difference))
            .ToLookup(difference => difference.Observed == StateDifference.NotSeen);
        return new JournalPlace(journal, history, [.. all[false]], SeesAll: !all[true].Any());
    }

    /// <summary>What the program returns: the journal knows which of several places that look alike it is.</summary>
    /// <param name="location">Where the galaxy is by what is seen alone.</param>
    public ExitCode ExitCode(Location location) =>
        Differences.Count > 0 ? Execution.ExitCode.RunFailed
        : History.Open.Count > 0 ? location.ExitCode
        : SeesAll ? Execution.ExitCode.Done
        : Execution.ExitCode.Ambiguous;
}

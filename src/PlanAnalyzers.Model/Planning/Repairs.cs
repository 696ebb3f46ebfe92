namespace PlanAnalyzers.Model;

/// <summary>Repairs of plans, for the fixes of an editor.</summary>
public static class Repairs
{
    /// <summary>How many repairs that reveal another mistake are gone on with.</summary>
    private const int FirstHalves = 8;

    /// <summary>
    /// The repairs of one finding, the best first: each removes it and brings no error and no warning that was not there. Better is what
    /// leaves fewer findings, then what changes less.
    /// </summary>
    /// <param name="plan">The plan as it was checked.</param>
    /// <param name="finding">One of its findings.</param>
    public static IReadOnlyList<Repair> Of(CheckedPlan plan, Finding finding)
    {
        var before = new Diagnosis(plan);
        var tried = RepairCandidates.Of(plan, finding).Select(candidate => Try(plan, candidate)).ToArray();
        var repairs = Best(tried.Where(item => item.Diagnosis.Mends(before, finding.Rule)))
            .GroupBy(item => item.Candidate.OneOf, StringComparer.Ordinal)
            .Select(same => same.First())
            .GroupBy(item => (item.Plan.Plan.Galaxy, item.Plan.Plan.Steps))
            .Select(same => same.First().Candidate)
            .Where((candidate, place) => place == 0 || !candidate.IsAGuess)
            .Select(candidate => candidate.Repair)
            .ToArray();
        return repairs.Length > 0 ? repairs : WithWhatTheyReveal(plan, finding, before, tried);
    }

    /// <summary>
    /// The repair of a whole plan: after it the plan is valid and has no warning, but for what no plan of its galaxy can help; or nothing
    /// where the galaxy or the versions have to be mended first, or there is nothing to mend.
    /// </summary>
    /// <param name="plan">The plan as its author wrote it.</param>
    /// <remarks>
    /// The fewest changes are looked for first, over the repairs of the findings. Where that takes too long the plan is aligned with the
    /// planner's, in the author's order of groups; work by hand, approvals and phases stay.
    /// </remarks>
    public static Repair? Whole(UpgradePlan plan) => new WholeRepair(plan).Run();

    private static Attempt Try(CheckedPlan plan, RepairCandidate candidate)
    {
        var after = PlanCheck.Run(candidate.Repair.Apply(plan.Plan));
        return new Attempt(candidate, after, new Diagnosis(after));
    }

    private static IEnumerable<Attempt> Best(IEnumerable<Attempt> attempts) => attempts
        .OrderBy(item => item.Candidate.IsAGuess)
        .ThenBy(item => item.Diagnosis.Errors)
        .ThenBy(item => item.Diagnosis.Warnings)
        .ThenBy(item => item.Candidate.Repair.Edits.Count);

    /// <summary>
    /// Where a repair brings another mistake to light that this one hid, both are mended at once: the best of such repairs.
    /// </summary>
    private static Repair[] WithWhatTheyReveal(CheckedPlan plan, Finding finding, Diagnosis before, Attempt[] tried)
    {
        var inTwo =
            from first in Best(tried.Where(item => item.Diagnosis.HasFewer(before, finding.Rule) && !item.ChangesTheGalaxy)).Take(FirstHalves)
            from revealed in first.Plan.Findings.Where(other => first.Diagnosis.HasMore(before, other.Rule))
            from second in RepairCandidates.Of(first.Plan, revealed).Where(candidate => !candidate.IsAGuess)
            let attempt = Try(first.Plan, second)
            where attempt.Diagnosis.Mends(before, finding.Rule) && !attempt.ChangesTheGalaxy
            let repair = new Repair(
                $"{first.Candidate.Repair.Title}, and {Words.Uncapitalized(second.Repair.Title)}",
                PlanDifference.Between(plan.Plan.Steps, attempt.Plan.Plan.Steps))
            where new Diagnosis(PlanCheck.Run(repair.Apply(plan.Plan))).Mends(before, finding.Rule)
            orderby attempt.Diagnosis.Errors, attempt.Diagnosis.Warnings, repair.Edits.Count
            select repair;
        return [.. inTwo.Take(1)];
    }

    /// <summary>A candidate with what it makes of the plan.</summary>
    private sealed record Attempt(RepairCandidate Candidate, CheckedPlan Plan, Diagnosis Diagnosis)
    {
        public bool ChangesTheGalaxy => Candidate.Repair.Edits.Any(edit => edit is GalaxyEdit);
    }
}

namespace PlanAnalyzers.Model;

/// <summary>Says which rules a plan breaks.</summary>
public static class PlanCheck
{
    /// <summary>Checks a plan. A plan over a galaxy with errors of its own is not checked further.</summary>
    /// <param name="plan">The plan; its steps name declarations of its own galaxy.</param>
    public static CheckedPlan Run(UpgradePlan plan) => RunCancellable(plan, CancellationToken.None);

    /// <summary>The same, for an editor that may change the plan in the meantime.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellation">Ends the check, whose result nobody waits for any more.</param>
    public static CheckedPlan RunCancellable(UpgradePlan plan, CancellationToken cancellation)
    {
        var ofTheGalaxy = TopologyCheck.Run(plan.Galaxy);
        if (ofTheGalaxy.Count > 0)
        {
            return new CheckedPlan(plan, ofTheGalaxy, ValueList<Finding>.Empty);
        }

        var meant = Walk(plan, asWritten: false, cancellation);
        var findings = Findings(VersionChecks.Run(plan), meant);
        var asWritten = meant.HasAssumedAfterAWarning ? Walk(plan, asWritten: true, cancellation) : meant;
        var consequences = meant.HasAssumedAfterAWarning ? Consequences(asWritten.Findings, findings) : ValueList<Finding>.Empty;
        var checkedPlan = new CheckedPlan(
            plan,
            consequences.Count > 0 ? findings.Select(finding => WithConsequence(finding, consequences[0])).ToValueList() : findings,
            consequences);
        return checkedPlan.IsValid && asWritten.Failovers > FailoverOrder.AtLeast(plan.Galaxy)
            ? checkedPlan with { Findings = findings.Concat(EndChecks.Failovers(checkedPlan)).ToValueList() }
            : checkedPlan;
    }

    /// <summary>
    /// What the steps do that stand before the first error: all of them where the plan is valid, or lacks only something at its end.
    /// </summary>
    public static ValueList<Transition> TransitionsBeforeAnError(CheckedPlan plan)
    {
        if (plan.IsValid)
        {
            return plan.Transitions;
        }

        var count = plan.Plan.Steps.Count;
        foreach (var error in plan.Errors)
        {
            count = error switch
            {
                { Rule.Category: RuleCategory.End } => count,
                { Place: StepPlace step } => Math.Min(count, step.Index),
                _ => 0, // Of a galaxy or versions that are wrong nobody knows what a step does.
            };
        }

        return UpgradeProcedure.Record(plan.Plan.Galaxy, [.. plan.Plan.Steps.Take(count)]);
    }

    private static ValueList<Finding> Findings(Finding? ofTheVersions, PlanWalker walker) =>
        ofTheVersions is null ? walker.Findings.ToValueList() : walker.Findings.Prepend(ofTheVersions).ToValueList();

    /// <summary>The errors that a plan has as it is written, besides those that are reported to its author.</summary>
    private static ValueList<Finding> Consequences(IReadOnlyList<Finding> asWritten, ValueList<Finding> reported)
    {
        var known = new HashSet<(Rule, Place)>(reported.Select(finding => (finding.Rule, finding.Place)));
        return asWritten
            .Where(finding => finding.IsError && !known.Contains((finding.Rule, finding.Place)))
            .ToValueList();
    }

    /// <summary>The author of a plan that builds with a warning and will not run has to know. The last sentence of a message is its advice.</summary>
    private static Finding WithConsequence(Finding finding, Finding consequence)
    {
        const string BetweenSentences = ". ";
        var advice = finding.Message.LastIndexOf(BetweenSentences, StringComparison.Ordinal) + BetweenSentences.Length;
        var whatHappens = consequence.Message.Substring(0, consequence.Message.IndexOf(BetweenSentences, StringComparison.Ordinal));
        return finding.Rule == RuleTable.EngineIsSkipped
            ? finding with { Message = finding.Message.Insert(advice, $"As it stands the plan will not run: {whatHappens}. ") }
            : finding;
    }

    private static PlanWalker Walk(UpgradePlan plan, bool asWritten, CancellationToken cancellation)
    {
        var walker = new PlanWalker(plan, asWritten, cancellation);
        walker.Run();
        return walker;
    }
}

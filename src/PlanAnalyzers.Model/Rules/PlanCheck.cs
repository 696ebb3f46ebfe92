namespace PlanAnalyzers.Model;

/// <summary>A plan with what was found about it and what its steps do.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Findings">What is wrong with it, in the order of the steps.</param>
/// <param name="Transitions">
/// What each step does, where the plan has no errors; empty otherwise, since then nobody knows what would happen.
/// </param>
public sealed record CheckedPlan(UpgradePlan Plan, ValueList<Finding> Findings, ValueList<Transition> Transitions)
{
    /// <summary>Whether the plan may be carried out: none of the findings is an error.</summary>
    public bool IsValid => Findings.All(finding => finding.Rule.Severity != RuleSeverity.Error);
}

/// <summary>Says which rules a plan breaks.</summary>
public static class PlanCheck
{
    /// <summary>Checks a plan. A plan over a galaxy with findings of its own is not checked further.</summary>
    /// <param name="plan">The plan; its steps name declarations of its own galaxy.</param>
    public static CheckedPlan Run(UpgradePlan plan)
    {
        var findings = new List<Finding>(TopologyCheck.Run(plan.Galaxy));
        if (findings.Count > 0)
        {
            return new CheckedPlan(plan, findings.ToValueList(), ValueList<Transition>.Empty);
        }

        if (plan.To <= plan.From)
        {
            findings.Add(new Finding(
                RuleTable.ToIsNewer,
                new VersionsPlace(),
                $"The plan goes from {plan.From.Text()} to {plan.To.Text()}, which is not newer: an upgrade cannot be taken back by "
                + "installing an older version. Set From to the version that the galaxy has and To to the newer one.",
                ValueList<Place>.Empty));
        }

        return new PlanWalker(plan, findings).Run();
    }
}

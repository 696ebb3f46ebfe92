namespace PlanAnalyzers.Model;

/// <summary>A plan with what was found about it and what its steps do.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Findings">What is wrong with it and what there is to say, in the order of the steps.</param>
/// <param name="Consequences">
/// Errors that a warning leads to. The author is told of the warning and not of these; the plan is carried out as it is written, so they
/// bar it all the same.
/// </param>
/// <param name="Transitions">
/// What each step does, where the plan is valid; empty otherwise, since then nobody knows what would happen.
/// </param>
public sealed record CheckedPlan(
    UpgradePlan Plan, ValueList<Finding> Findings, ValueList<Finding> Consequences, ValueList<Transition> Transitions)
{
    /// <summary>Whether the plan may be carried out: none of the findings is an error.</summary>
    public bool IsValid => Errors.Count == 0;

    /// <summary>Why the plan may not be carried out; with the consequences come the warnings that they follow from.</summary>
    public ValueList<Finding> Errors =>
        Findings.Where(finding => finding.IsError || (Consequences.Count > 0 && finding.Rule.Severity == RuleSeverity.Warning))
            .Concat(Consequences)
            .ToValueList();
}

namespace PlanAnalyzers.Model;

/// <summary>A plan with what was found about it and what its steps do.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Findings">What is wrong with it and what there is to say, in the order of the steps.</param>
/// <param name="Consequences">
/// Errors that a warning leads to. The author is told of the warning and not of these; the plan is carried out as it is written, so they
/// bar it all the same.
/// </param>
public sealed record CheckedPlan(UpgradePlan Plan, ValueList<Finding> Findings, ValueList<Finding> Consequences)
{
    private ValueList<Transition>? transitions;

    /// <summary>
    /// What each step does, where the plan is valid; empty otherwise, since then nobody knows what would happen. It is worked out when it is
    /// first asked for, since who only wants the findings has no need of it.
    /// </summary>
    public ValueList<Transition> Transitions => transitions ??=
        IsValid ? UpgradeProcedure.Record(Plan.Galaxy, Plan.Steps) : ValueList<Transition>.Empty;

    /// <summary>Whether the plan may be carried out: none of the findings is an error.</summary>
    public bool IsValid => !Findings.Any(static finding => finding.IsError) && !Consequences.Any(static finding => finding.IsError);

    /// <summary>Why the plan may not be carried out; with the consequences come the warnings that they follow from.</summary>
    public ValueList<Finding> Errors =>
        Findings.Where(finding => finding.IsError || (Consequences.Count > 0 && finding.Rule.Severity == RuleSeverity.Warning))
            .Concat(Consequences)
            .ToValueList();

    /// <inheritdoc />
    public bool Equals(CheckedPlan? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Plan == other.Plan && Findings.Equals(other.Findings) && Consequences.Equals(other.Consequences));

    /// <inheritdoc />
    public override int GetHashCode() => unchecked((Plan.GetHashCode() * 31) + Findings.GetHashCode());
}

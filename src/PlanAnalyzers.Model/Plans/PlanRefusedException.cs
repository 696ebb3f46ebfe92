namespace PlanAnalyzers.Model;

/// <summary>A plan with errors was asked for what only a validated plan has.</summary>
public sealed class PlanRefusedException : InvalidOperationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="plan">The plan's name.</param>
    /// <param name="reasons">Why it is refused: the errors that the compiler reported, each with its id.</param>
    public PlanRefusedException(string plan, IEnumerable<string> reasons)
        : this(plan, reasons.ToValueList())
    {
    }

    private PlanRefusedException(string plan, ValueList<string> reasons)
        : base($"The plan {plan} has errors and must not be carried out:" + string.Concat(reasons.Select(reason => $"{Environment.NewLine}  {reason}")))
    {
        Plan = plan;
        Reasons = reasons;
    }

    /// <summary>The plan's name.</summary>
    public string Plan { get; }

    /// <summary>Why it is refused.</summary>
    public ValueList<string> Reasons { get; }
}

namespace PlanAnalyzers.Model;

/// <summary>A plan made by <see cref="Planner"/>.</summary>
/// <param name="Steps">The steps, in a phase for the Galaxy Repository and one for each group of platforms that pairs tie together.</param>
/// <param name="Cost">What the plan costs.</param>
/// <param name="Bound">What no plan costs less than.</param>
/// <param name="WithoutSms">
/// The platforms with redundant engines that use no System Management Server and cannot be pointed at one, since the galaxy declares none.
/// No plan can mend that: at 2023 R2 or later it is an error of every plan of the galaxy (UPG3001), below a warning (UPG3002).
/// </param>
public sealed record PlannedUpgrade(PlanSteps Steps, PlanCost Cost, PlanCost Bound, ValueList<Platform> WithoutSms)
{
    /// <summary>
    /// Whether it is proven that no plan costs less. It is for groups of up to 14 platforms, and for larger ones where the bound is met.
    /// </summary>
    public bool IsProvenOptimal => Cost == Bound;
}

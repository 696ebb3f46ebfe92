namespace PlanAnalyzers.Model;

/// <summary>The two software versions that an upgrade knows.</summary>
public enum Software
{
    /// <summary>The version that the plan starts from.</summary>
    Old,

    /// <summary>The version that the plan goes to.</summary>
    New,
}

namespace PlanAnalyzers;

/// <summary>
/// The answer to the dialog that asks whether the objects of a partner in software upgrade pending are to be deployed with the newer
/// version.
/// </summary>
/// <remarks>It stands in this namespace, since an author writes it in a plan.</remarks>
public enum ForcedDeployment
{
    /// <summary>The plan does not say; on the day somebody has to decide.</summary>
    Unanswered,

    /// <summary>The deployment goes on: the objects are forced to the newer version.</summary>
    Continue,

    /// <summary>The deployment is given up, and nothing is deployed.</summary>
    Cancel,
}

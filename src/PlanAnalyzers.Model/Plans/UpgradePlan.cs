namespace PlanAnalyzers.Model;

/// <summary>An upgrade plan as its author wrote it, right or wrong.</summary>
/// <param name="Name">The name of the class that defines it.</param>
/// <param name="Galaxy">The galaxy that it upgrades.</param>
/// <param name="From">The version that the galaxy has.</param>
/// <param name="To">The version that the galaxy is to have.</param>
/// <param name="Steps">The steps in order, with the phases and branches that they stand in.</param>
public sealed record UpgradePlan(string Name, Galaxy Galaxy, SystemPlatform From, SystemPlatform To, PlanSteps Steps)
{
    /// <summary>The release that a node with this software has.</summary>
    public SystemPlatform VersionOf(Software software) => software == Software.New ? To : From;
}

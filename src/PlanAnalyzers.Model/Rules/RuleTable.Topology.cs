namespace PlanAnalyzers.Model;

/// <content>UPG2xxx: what the galaxy consists of.</content>
public static partial class RuleTable
{
    /// <summary>UPG2001.</summary>
    public static readonly Rule OneGalaxyRepository = new(
        "UPG2001", RuleSeverity.Error, RuleCategory.Topology,
        "Galaxy must have exactly one Galaxy Repository platform",
        "The galaxy database is on one node; it is upgraded first and everything else is deployed from it.",
        UpgradePage);

    /// <summary>UPG2002.</summary>
    public static readonly Rule PartnersOnDifferentPlatforms = new(
        "UPG2002", RuleSeverity.Error, RuleCategory.Topology,
        "Primary and backup engine must be on different platforms",
        "Two partners on one platform fail together and cannot be deployed.",
        RedundancyPage);

    /// <summary>UPG2003.</summary>
    public static readonly Rule OneBackup = new(
        "UPG2003", RuleSeverity.Error, RuleCategory.Topology,
        "Engine has at most one backup, and a backup has none",
        "A redundant pair is one primary and one backup engine.",
        RedundancyPage);

    /// <summary>UPG2005.</summary>
    public static readonly Rule OneSms = new(
        "UPG2005", RuleSeverity.Error, RuleCategory.Topology,
        "Galaxy must have at most one System Management Server",
        "With two System Management Servers the nodes do not trust each other and communication breaks down.",
        SmsPage);

    /// <summary>UPG2006.</summary>
    public static readonly Rule ToIsNewer = new(
        "UPG2006", RuleSeverity.Error, RuleCategory.Topology,
        "Plan must lead to a newer version",
        "An upgrade cannot be rolled back by installing an older version over it.",
        RuntimeNodesPage);

    /// <summary>UPG2007.</summary>
    public static readonly Rule OneActiveAtStart = new(
        "UPG2007", RuleSeverity.Error, RuleCategory.Topology,
        "Both engines of a pair are declared active at the start",
        "One engine of a pair is active and the other stands by. The order of the upgrade depends on which is which.",
        UpgradePage);

    /// <summary>UPG2008.</summary>
    public static readonly Rule OnePlatformANode = new(
        "UPG2008", RuleSeverity.Error, RuleCategory.Topology,
        "Two platforms are declared on one node",
        "A node runs one platform. If both engines of a pair are on one computer after all, nothing takes over when it stops.",
        RedundancyPage);

    /// <summary>UPG2009.</summary>
    public static readonly Rule VersionsFarApart = new(
        "UPG2009", RuleSeverity.Info, RuleCategory.Topology,
        "Versions are further apart than mixed nodes support",
        "While the nodes are upgraded one by one, upgraded ones work with others only if these are at the same or the previous version.",
        RuntimeNodesPage);
}

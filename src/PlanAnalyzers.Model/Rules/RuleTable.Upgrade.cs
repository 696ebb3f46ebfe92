namespace PlanAnalyzers.Model;

/// <content>UPG3xxx to UPG7xxx: what the steps of an upgrade do to the plant.</content>
public static partial class RuleTable
{
    /// <summary>UPG3001.</summary>
    public static readonly Rule SmsRequired = new(
        "UPG3001", RuleSeverity.Error, RuleCategory.SystemManagementServer,
        "Redundant node is deployed at 2023 R2 or later without a System Management Server",
        "From 2023 R2 on the client access point that keeps historized data of a pair in sync needs secure communication. "
        + "Without the System Management Server redundant nodes do not work, and data is lost where it is historized.",
        UpgradePage);

    /// <summary>UPG3002.</summary>
    public static readonly Rule SmsRecommended = new(
        "UPG3002", RuleSeverity.Warning, RuleCategory.SystemManagementServer,
        "Redundant node is deployed below 2023 R2 without a System Management Server",
        "The vendor requires the System Management Server where redundancy is enabled; below 2023 R2 the pair works without it, "
        + "but its communication is not secured and the next upgrade will need it.",
        SmsPage);

    /// <summary>UPG4001.</summary>
    public static readonly Rule GalaxyRepositoryFirst = new(
        "UPG4001", RuleSeverity.Error, RuleCategory.Order,
        "Galaxy Repository must be upgraded first",
        "An upgraded node cannot be deployed from a Galaxy Repository that is still old: its engines would stay undeployed.",
        UpgradePage);

    /// <summary>UPG4002.</summary>
    public static readonly Rule RebootPending = new(
        "UPG4002", RuleSeverity.Error, RuleCategory.Order,
        "Galaxy Repository is used with its reboot pending",
        "The new version is installed only after the reboot; migrating or deploying before it fails halfway.",
        UpgradePage);

    /// <summary>UPG4003.</summary>
    public static readonly Rule MigrateFirst = new(
        "UPG4003", RuleSeverity.Error, RuleCategory.Order,
        "Galaxy must be migrated before anything is deployed at the new version",
        "Until the galaxy database is migrated the upgraded IDE can neither deploy nor migrate ViewApps, "
        + "and an upgraded run-time node would stay undeployed.",
        UpgradePage);

    /// <summary>UPG4004.</summary>
    public static readonly Rule DeployGalaxyRepositoryFirst = new(
        "UPG4004", RuleSeverity.Error, RuleCategory.Order,
        "Galaxy Repository must be deployed before run-time platforms",
        "With the Galaxy Repository undeployed no run-time platform can be deployed again, so its engines would stay down.",
        UpgradePage);

    /// <summary>UPG4005.</summary>
    public static readonly Rule StandbyFirst = new(
        "UPG4005", RuleSeverity.Warning, RuleCategory.Order,
        "Active partner is upgraded before its standby",
        "Each failover leaves a gap in the collected data. Standby first needs one failover, active first needs two.",
        UpgradePage);

    /// <summary>UPG4006.</summary>
    public static readonly Rule PairStopped = new(
        "UPG4006", RuleSeverity.Error, RuleCategory.Order,
        "Step leaves a redundant pair without a running engine",
        "With one partner down and the other taken away nothing runs the objects of the pair: the line stops and data is lost.",
        UpgradePage);

    /// <summary>UPG4007.</summary>
    public static readonly Rule PairLeftOpen = new(
        "UPG4007", RuleSeverity.Warning, RuleCategory.Order,
        "Other work begins while a pair has no backup",
        "While only one partner is upgraded nothing takes over if it stops. Whatever is done elsewhere meanwhile makes that time longer.",
        UpgradePage);

    /// <summary>UPG4008.</summary>
    public static readonly Rule NoEffect = new(
        "UPG4008", RuleSeverity.Warning, RuleCategory.Order,
        "Step has no effect",
        "A step that changes nothing is a slip: something else was meant, or the step was forgotten to be removed.",
        UpgradePage);

    /// <summary>UPG4009.</summary>
    public static readonly Rule UploadTooLate = new(
        "UPG4009", RuleSeverity.Error, RuleCategory.Order,
        "Run-time changes are uploaded after the Galaxy Repository is upgraded",
        "The upgrade undeploys the objects of the Galaxy Repository, and with them goes what was changed at run time.",
        UpgradePage);

    /// <summary>UPG4010.</summary>
    public static readonly Rule LoadBalancingTooEarly = new(
        "UPG4010", RuleSeverity.Error, RuleCategory.Order,
        "CPU load balancing is enabled too early",
        "Load balancing belongs to 2023 R2 SP1 and later and needs both partners of every pair at that version and deployed.",
        UpgradePage);

    /// <summary>UPG4014.</summary>
    public static readonly Rule NoStandbyToTakeOver = new(
        "UPG4014", RuleSeverity.Error, RuleCategory.Order,
        "Failover is forced without a standby that can take over",
        "A failover needs a standby of the same version that is in sync. Without one the engine cannot be switched, and the step fails.",
        FailoverPage);

    /// <summary>UPG5001.</summary>
    public static readonly Rule DeployInSup = new(
        "UPG5001", RuleSeverity.Error, RuleCategory.Deployment,
        "Platform or engine in software upgrade pending is deployed",
        "A node that still has the old software cannot be deployed from a migrated galaxy; the deployment fails.",
        UpgradePage);

    /// <summary>UPG5008.</summary>
    public static readonly Rule HostNotDeployed = new(
        "UPG5008", RuleSeverity.Error, RuleCategory.Deployment,
        "Engine is deployed before its platform",
        "An object can only be deployed on a host that is deployed.",
        DeployPage);

    /// <summary>UPG6001.</summary>
    public static readonly Rule NeverUpgraded = new(
        "UPG6001", RuleSeverity.Error, RuleCategory.End,
        "Platform is never upgraded",
        "A node that stays in software upgrade pending can be neither deployed nor undeployed, and its pair has no backup.",
        UpgradePage);

    /// <summary>UPG6002.</summary>
    public static readonly Rule LeftUndeployed = new(
        "UPG6002", RuleSeverity.Error, RuleCategory.End,
        "Platform or engine is left undeployed",
        "What is undeployed runs nothing: its objects are out, or its pair has no backup.",
        UpgradePage);

    /// <summary>UPG7001.</summary>
    public static readonly Rule UploadOverwritesDefaults = new(
        "UPG7001", RuleSeverity.Warning, RuleCategory.Advice,
        "Upload overwrites configured defaults",
        "Defaults such as set points that were changed at run time are overwritten in the database by the uploaded values.",
        UpgradePage);
}

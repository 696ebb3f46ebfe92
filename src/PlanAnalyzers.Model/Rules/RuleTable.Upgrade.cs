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

    /// <summary>UPG3003.</summary>
    public static readonly Rule SmsNotDeclared = new(
        "UPG3003", RuleSeverity.Error, RuleCategory.SystemManagementServer,
        "Node is pointed at a System Management Server that the galaxy does not declare",
        "Without a System Management Server there is nothing to point a node at: the step cannot be carried out, and the redundant nodes "
        + "that count on it lose data.",
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

    /// <summary>UPG4011.</summary>
    public static readonly Rule BranchesCollide = new(
        "UPG4011", RuleSeverity.Error, RuleCategory.Order,
        "Parallel branches touch the same thing",
        "Branches run side by side at any pace. Where two touch one platform or pair, or one the whole galaxy, what happens depends on "
        + "which is faster: both partners of a pair may be down at once.",
        UpgradePage);

    /// <summary>UPG4012.</summary>
    public static readonly Rule UndeployInSup = new(
        "UPG4012", RuleSeverity.Error, RuleCategory.Order,
        "Platform or engine in software upgrade pending is undeployed",
        "A node that still has the old software cannot be undeployed from a migrated galaxy; the step fails, and so does the plan.",
        RuntimeNodesPage);

    /// <summary>UPG4013.</summary>
    public static readonly Rule UndeployedBeforeUpgrade = new(
        "UPG4013", RuleSeverity.Info, RuleCategory.Order,
        "Platform is undeployed before its upgrade",
        "The procedure upgrades a node with Application Server deployed but shut down. Undeploying it before keeps what it runs down for "
        + "longer and leaves its pairs without backup.",
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

    /// <summary>UPG5002.</summary>
    public static readonly Rule EngineIsSkipped = new(
        "UPG5002", RuleSeverity.Warning, RuleCategory.Deployment,
        "Multi-selection skips a redundant engine",
        "A cascade deploy of several selected objects passes over redundant engines in software upgrade pending and only logs it: the "
        + "engine stays undeployed, and the next step may stop its pair.",
        UpgradePage);

    /// <summary>UPG5003.</summary>
    public static readonly Rule ForcedDeploymentUnanswered = new(
        "UPG5003", RuleSeverity.Warning, RuleCategory.Deployment,
        "Forced deployment is left unanswered",
        "A dialog asks whether the partner's objects are to be deployed with the newer version. On the day somebody has to know the answer.",
        UpgradePage);

    /// <summary>UPG5004.</summary>
    public static readonly Rule PartnerNotReachable = new(
        "UPG5004", RuleSeverity.Error, RuleCategory.Deployment,
        "Engine is deployed while its partner is deployed but cannot be reached",
        "A redundant engine whose partner is deployed but not reachable, or not ready to sync, cannot be deployed; the deployment fails.",
        UpgradePage);

    /// <summary>UPG5006.</summary>
    public static readonly Rule DeployBecomesCascade = new(
        "UPG5006", RuleSeverity.Info, RuleCategory.Deployment,
        "Plain deploy becomes a cascade deploy",
        "Beside a partner in software upgrade pending a redundant engine is always deployed with everything that it hosts.",
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

    /// <summary>UPG6003.</summary>
    public static readonly Rule LeftShutDown = new(
        "UPG6003", RuleSeverity.Error, RuleCategory.End,
        "Platform is left shut down",
        "A platform that is deployed but shut down runs nothing: its objects are out, or its pairs have no backup.",
        UpgradePage);

    /// <summary>UPG6004.</summary>
    public static readonly Rule MoreFailoversThanNeeded = new(
        "UPG6004", RuleSeverity.Info, RuleCategory.End,
        "Plan makes more failovers than needed",
        "Each failover leaves a gap in the collected data.",
        UpgradePage);

    /// <summary>UPG7001.</summary>
    public static readonly Rule UploadOverwritesDefaults = new(
        "UPG7001", RuleSeverity.Warning, RuleCategory.Advice,
        "Upload overwrites configured defaults",
        "Defaults such as set points that were changed at run time are overwritten in the database by the uploaded values.",
        UpgradePage);

    /// <summary>UPG7002.</summary>
    public static readonly Rule NoUpload = new(
        "UPG7002", RuleSeverity.Info, RuleCategory.Advice,
        "Run-time changes are not uploaded",
        "The upgraded engine starts without the checkpoint of its partner: what operators changed at run time and nobody uploaded is lost.",
        UpgradePage);

    /// <summary>UPG7003.</summary>
    public static readonly Rule NoBackup = new(
        "UPG7003", RuleSeverity.Info, RuleCategory.Advice,
        "No backup of the galaxy before the Galaxy Repository is upgraded",
        "An upgrade cannot be rolled back. An export holds only what is checked in, so everything must be checked in before.",
        ExportPage);

    /// <summary>UPG7004.</summary>
    public static readonly Rule NoReadinessCheck = new(
        "UPG7004", RuleSeverity.Info, RuleCategory.Advice,
        "Failover is forced without a look at the standby",
        "Whether a standby is ready is seen in the plant, not in a plan: one that is still syncing cannot take over.",
        FailoverPage);
}

namespace PlanAnalyzers.Model;

/// <summary>The checks of a step, in the order in which they are asked.</summary>
internal static class StepChecks
{
    /// <summary>A check before the step: whether it finds what it needs.</summary>
    public delegate Violation? Check(PlanWalk walk);

    /// <summary>A check before the step that may find several things wrong.</summary>
    public delegate IEnumerable<Violation> Checks(PlanWalk walk);

    /// <summary>A check of what the step does.</summary>
    public delegate Violation? HappeningCheck(PlanWalk walk, Transition transition);

    /// <summary>What a step needs of the Galaxy Repository; that it is upgraded at all stands for the rest.</summary>
    public static readonly Check[] NeedsOfTheRepository =
    [
        GalaxyRepositoryChecks.UpgradedFirst,
        GalaxyRepositoryChecks.RebootedBeforeUse,
        GalaxyRepositoryChecks.MigratedFirst,
        GalaxyRepositoryChecks.DeployedFirst,
    ];

    /// <summary>What a step needs: of the Galaxy Repository, then of its own platform and of the partners there.</summary>
    public static readonly Check[] Needs =
    [
        .. NeedsOfTheRepository,
        DeploymentChecks.NotInSoftwareUpgradePending,
        DeploymentChecks.HostDeployedFirst,
        DeploymentChecks.PartnerCanBeReached,
    ];

    /// <summary>What else can be wrong with a step, each on its own.</summary>
    public static readonly Checks[] Hazards =
    [
        SmsChecks.ConfiguredWhereDeployed,
        One(SmsChecks.IsDeclared),
        One(PairChecks.NotUndeployedInSoftwareUpgradePending),
        One(PairChecks.KeepsARunningEngine),
        One(PairChecks.DeployedUntilItsUpgrade),
        One(PairChecks.StandbyBeforeActive),
        One(PairChecks.HasAStandbyToTakeOver),
        One(GalaxyWideChecks.UploadedBeforeTheUpgrade),
        One(GalaxyWideChecks.LoadBalancingAtTheEnd),
        One(GalaxyWideChecks.DefaultsMayBeOverwritten),
        One(CareChecks.BackedUpBefore),
        One(CareChecks.StandbyIsLookedAt),
    ];

    /// <summary>What the author may not expect of what the step does.</summary>
    public static readonly HappeningCheck[] Happenings =
    [
        HappeningChecks.SkipsNoEngine,
        HappeningChecks.AnswersTheDialog,
        HappeningChecks.StaysPlain,
        HappeningChecks.RunTimeChangesAreSaved,
    ];

    private static Checks One(Check check) => walk => check(walk) is { } violation ? [violation] : [];
}

namespace PlanAnalyzers.Model;

/// <summary>The checks of each kind of step, in the order in which they are asked.</summary>
internal static class StepChecks
{
    /// <summary>A check before the step: whether it finds what it needs.</summary>
    public delegate Violation? Check(PlanWalk walk);

    /// <summary>A check before the step that may find several things wrong.</summary>
    public delegate Violation[] Checks(PlanWalk walk);

    /// <summary>A check of what happened in the step.</summary>
    public delegate Violation? HappeningCheck(PlanWalk walk, Happenings happened);

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

    private static readonly OfAKind OfUpgrade = new(
        [GalaxyRepositoryChecks.UpgradedFirst, GalaxyRepositoryChecks.MigratedFirst, GalaxyRepositoryChecks.DeployedFirst],
        [PairChecks.KeepsARunningEngine, PairChecks.StandbyBeforeActive, CareChecks.BackedUpBefore]);

    private static readonly OfAKind OfReboot = new([], [PairChecks.KeepsARunningEngine]);

    private static readonly OfAKind OfShutDown = new([], [PairChecks.KeepsARunningEngine]);

    private static readonly OfAKind OfMigrateGalaxy = new([GalaxyRepositoryChecks.UpgradedFirst, GalaxyRepositoryChecks.RebootedBeforeUse], []);

    private static readonly OfAKind OfMigrateViewApps = new([GalaxyRepositoryChecks.MigratedFirst], []);

    private static readonly OfAKind OfCascadeDeploy = new(
        Needs,
        [SmsChecks.ConfiguredWhereDeployed],
        [HappeningChecks.SkipsNoEngine, HappeningChecks.RunTimeChangesAreSaved]);

    private static readonly OfAKind OfDeploy = new(
        Needs,
        [SmsChecks.ConfiguredWhereDeployed],
        [HappeningChecks.AnswersTheDialog, HappeningChecks.StaysPlain, HappeningChecks.RunTimeChangesAreSaved]);

    private static readonly OfAKind OfUndeploy = new(
        [],
        [PairChecks.NotUndeployedInSoftwareUpgradePending, PairChecks.KeepsARunningEngine, PairChecks.DeployedUntilItsUpgrade]);

    private static readonly OfAKind OfConfigureSms = new([], [SmsChecks.IsDeclared]);

    private static readonly OfAKind OfForceFailover = new([], [PairChecks.HasAStandbyToTakeOver, CareChecks.StandbyIsLookedAt]);

    private static readonly OfAKind OfUploadRuntimeChanges = new(
        [], [GalaxyWideChecks.UploadedBeforeTheUpgrade, GalaxyWideChecks.DefaultsMayBeOverwritten]);

    private static readonly OfAKind OfEnableCpuLoadBalancing = new([], [GalaxyWideChecks.LoadBalancingAtTheEnd]);

    private static readonly OfAKind OfOther = new([], []);

    /// <summary>What else can be wrong with a step, each on its own.</summary>
    public static readonly Checks[] Hazards =
    [
        .. new[]
        {
            OfUpgrade, OfReboot, OfShutDown, OfMigrateGalaxy, OfMigrateViewApps, OfCascadeDeploy, OfDeploy, OfUndeploy, OfConfigureSms,
            OfForceFailover, OfUploadRuntimeChanges, OfEnableCpuLoadBalancing, OfOther,
        }.SelectMany(kind => kind.Hazards).Distinct(),
    ];

    /// <summary>The checks that can have something to say about a step: all others find nothing wrong with one of its kind.</summary>
    public static OfAKind Of(Step step) => step switch
    {
        Upgrade => OfUpgrade,
        CascadeDeploy => OfCascadeDeploy,
        Deploy => OfDeploy,
        Reboot => OfReboot,
        ShutDown => OfShutDown,
        MigrateGalaxy => OfMigrateGalaxy,
        MigrateViewApps => OfMigrateViewApps,
        Undeploy => OfUndeploy,
        ConfigureSms => OfConfigureSms,
        ForceFailover => OfForceFailover,
        UploadRuntimeChanges => OfUploadRuntimeChanges,
        EnableCpuLoadBalancing => OfEnableCpuLoadBalancing,
        _ => OfOther,
    };

    /// <summary>The checks of a kind of step.</summary>
    /// <param name="needs">What a step needs: of the Galaxy Repository, then of its own platform and of the partners there.</param>
    /// <param name="hazards">What else can be wrong with it, each on its own.</param>
    /// <param name="happenings">What the author may not expect of what the step does.</param>
    public sealed class OfAKind(Check[] needs, Checks[] hazards, params HappeningCheck[] happenings)
    {
        public Check[] Needs => needs;

        /// <summary>Those needs that are not of the Galaxy Repository.</summary>
        public Check[] OtherNeeds { get; } = [.. needs.Except(NeedsOfTheRepository)];

        public Checks[] Hazards => hazards;

        public HappeningCheck[] Happenings => happenings;
    }
}

namespace PlanAnalyzers.Model.Tests.Oracle;

/// <summary>The steps that are tried in every state.</summary>
/// <param name="Name">What it is called in <c>procedure.pml</c>.</param>
/// <param name="Macros">The macros that choose it there.</param>
/// <param name="StepsOf">The steps of a galaxy.</param>
internal sealed record Alphabet(string Name, string[] Macros, Func<Galaxy, IEnumerable<Step>> StepsOf)
{
    /// <summary>What the vendor's workflow consists of.</summary>
    public static readonly Alphabet Strict = new("STRICT", ["STRICT"], StrictSteps);

    /// <summary>Everything that an engineer can do.</summary>
    public static readonly Alphabet Full = new("FULL", [], FullSteps);

    /// <summary>The same, but the GR is left alone outside the vendor's workflow: for three pairs.</summary>
    public static readonly Alphabet Lean = new("LEAN", ["LEAN"], galaxy => FullSteps(galaxy)
        .Where(step => step is not (UploadRuntimeChanges or MigrateViewApps)
            && (step is Upgrade or Reboot or CascadeDeploy || !step.Targets.Contains(galaxy.GalaxyRepository))));

    /// <inheritdoc />
    public override string ToString() => Name;

    private static IEnumerable<Step> StrictSteps(Galaxy galaxy) =>
    [
        new UploadRuntimeChanges(OverwriteDefaults: true),
        new Reboot(galaxy.GalaxyRepository),
        new MigrateGalaxy(),
        new MigrateViewApps(),
        new EnableCpuLoadBalancing(),
        .. galaxy.Platforms.Select(platform => new Upgrade(platform)),
        .. galaxy.Platforms.Select(platform => new CascadeDeploy(platform)),
    ];

    private static IEnumerable<Step> FullSteps(Galaxy galaxy) =>
    [
        .. StrictSteps(galaxy),
        .. galaxy.Platforms.Where(platform => !platform.IsGalaxyRepository).Select(platform => new Reboot(platform)),
        .. galaxy.Platforms.Select(platform => new ShutDown(platform)),
        .. galaxy.Platforms.Select(platform => new Start(platform)),
        .. galaxy.Engines.Select(engine => new CascadeDeploy(engine)),
        .. galaxy.Platforms.Concat<DeployTarget>(galaxy.Engines).Select(target => new Deploy(target, ForcedDeployment.Continue)),
        .. galaxy.Platforms.Concat<DeployTarget>(galaxy.Engines).Select(target => new Undeploy(target)),
        .. galaxy.Engines.Select(engine => new ForceFailover(engine)),
    ];
}

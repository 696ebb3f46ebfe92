namespace PlanAnalyzers.Model.Tests.Oracle;

/// <summary>Our states and steps in the words of <c>procedure.pml</c>, which says what they mean.</summary>
internal static class Translation
{
    /// <summary>A state as the oracle prints it.</summary>
    public static string Of(GalaxyState state)
    {
        var galaxy = state.Galaxy;
        var database = state.Database;
        bool[] flags =
        [
            database.RuntimeChangesUploaded,
            database.Migrated,
            database.ViewAppsMigrated,
            database.CpuLoadBalancing,
            galaxy.Platforms.Any(platform => state[platform].RebootPending),
        ];
        return string.Concat(
        [
            .. flags.Select(flag => flag ? "1" : "0"),
            "/",
            .. galaxy.Platforms.Select(platform => Of(state[platform])),
            "/",
            .. galaxy.Engines.OrderBy(engine => engine.Platform.Index).Select(engine => Of(state[engine])),
        ]);
    }

    /// <summary>A step as the oracle prints it.</summary>
    public static string Of(Step step) => step switch
    {
        UploadRuntimeChanges => "upload",
        MigrateGalaxy => "migrate",
        MigrateViewApps => "viewapps",
        EnableCpuLoadBalancing => "balance",
        CascadeDeploy cascade => $"cascade:{Of(cascade.Targets.Single())}",
        ForceFailover failover => $"failover:{Of(failover.Engine)}",
        _ => $"{step.Kind.ToLowerInvariant()}:{Of(step.Targets.Single())}",
    };

    /// <summary>What happens on the way as the oracle prints it.</summary>
    public static string Of(IReadOnlyCollection<Effect> effects)
    {
        var failovers = effects.OfType<Failover>().Count();
        var lost = effects.OfType<CheckpointLost>().Count();
        var outages = effects.OfType<Outage>().Count();
        return (failovers, lost, outages) switch
        {
            (0, 0, 0) => "-",
            (1, 0, 0) => "failover",
            (1, 1, 1) => "takeover",
            _ => $"{failovers} failovers, {lost} checkpoints lost, {outages} outages",
        };
    }

    private static string Of(DeployTarget target) => target is AppEngine engine ? $"E{engine.Platform.Index}" : $"P{target.Index}";

    private static string Of(PlatformState state) =>
        (state.Software == Software.New ? "n" : "o") + (!state.Deployed ? "u" : state.Running ? "r" : "s");

    private static string Of(EngineState state)
    {
        var status = state.Redundancy switch
        {
            RedundancyStatus.Active => "A",
            RedundancyStatus.ActiveStandbyNotAvailable => "L",
            RedundancyStatus.ActivePartnerNotUpgraded => "M",
            RedundancyStatus.StandbyReady => "S",
            _ => state.Deployed ? "x" : "u",
        };
        return status + (state.Objects switch { Software.Old => "o", Software.New => "n", _ => "-" });
    }
}

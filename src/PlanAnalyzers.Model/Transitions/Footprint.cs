namespace PlanAnalyzers.Model;

/// <summary>
/// What a step may change, and what must not be changed by others while it runs: platforms, redundant pairs, or the galaxy as a whole.
/// Steps whose footprints are disjoint give the same state in any order.
/// </summary>
/// <param name="IsGalaxyWide">Whether it is about what exists once in a galaxy: the database, or the node that everything is deployed from.</param>
/// <param name="Touched">The platforms and pairs.</param>
public sealed record Footprint(bool IsGalaxyWide, ValueList<object> Touched)
{
    /// <summary>The footprint of a step. Work by hand and approvals have none.</summary>
    public static Footprint Of(Galaxy galaxy, Step step)
    {
        var isGalaxyWide = step is UploadRuntimeChanges or MigrateGalaxy or MigrateViewApps or EnableCpuLoadBalancing
            || (step is not ConfigureSms && step.Targets.Any(target => target is Platform { IsGalaxyRepository: true }));
        return new Footprint(isGalaxyWide, step.Targets.SelectMany(target => TouchedBy(galaxy, step, target)).Distinct().ToValueList());
    }

    /// <summary>Each platform with the pairs that have an engine there; an engine's step touches its platform too, which must stay up.</summary>
    private static IEnumerable<object> TouchedBy(Galaxy galaxy, Step step, DeployTarget target)
    {
        if (target is Platform platform)
        {
            return step is ConfigureSms
                ? [platform]
                : galaxy.EnginesOn(platform).Select(galaxy.PairOf).OfType<object>().Prepend(platform);
        }

        var engine = (AppEngine)target;
        return galaxy.PairOf(engine) is not { } pair ? [engine.Platform]
            : step is ForceFailover ? [pair.Primary.Platform, pair.Backup.Platform, pair]
            : [engine.Platform, pair];
    }
}

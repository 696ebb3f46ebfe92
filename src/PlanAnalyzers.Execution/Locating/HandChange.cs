using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>One thing that somebody did beside the plan, and the one that takes it back.</summary>
/// <param name="Step">What was done, as far as what is seen tells.</param>
/// <param name="Back">What takes it back, with all that happens on the way; none where one step cannot.</param>
internal sealed record HandChange(Step Step, Transition? Back)
{
    /// <summary>Finds what somebody did to a galaxy that stood in a state of the plan; nothing where no single step leads to what is seen.</summary>
    public static HandChange? Find(ValidatedPlan plan, GalaxyState state, Observation observed, IReadOnlyList<Difference> differences)
    {
        var changed = differences.Select(difference => difference.Subject).ToHashSet(StringComparer.Ordinal);
        foreach (var step in Steps(plan.Galaxy).Where(step => Subjects.TouchedBy(plan.Galaxy, step).IsSupersetOf(changed)))
        {
            var after = UpgradeProcedure.Apply(state, step).After;
            if (!after.Equals(state) && !StateDifference.Between(plan.Plan, after, observed, _ => true).Any(one => one.Observed != StateDifference.NotSeen))
            {
                return new HandChange(step, WayBack(plan.Galaxy, after, state));
            }
        }

        return null;
    }

    /// <summary>The step with the fewest consequences that leads from one state to the other.</summary>
    private static Transition? WayBack(Galaxy galaxy, GalaxyState from, GalaxyState to) => Steps(galaxy)
        .Where(step => step is not Upgrade)
        .Select(step => UpgradeProcedure.Apply(from, step))
        .Where(transition => transition.After.Equals(to))
        .OrderBy(transition => transition.Effects.Count)
        .FirstOrDefault();

    /// <summary>What can be done to one platform or engine, or to the galaxy; what changes less comes first.</summary>
    private static IEnumerable<Step> Steps(Galaxy galaxy) =>
    [
        .. galaxy.Platforms.Select(platform => new Start(platform)),
        .. galaxy.Platforms.Select(platform => new ShutDown(platform)),
        .. galaxy.Engines.Select(engine => new ForceFailover(engine)),
        .. galaxy.Platforms.Select(platform => new ConfigureSms(platform)),
        .. galaxy.Platforms.Select(platform => new Reboot(platform)),
        .. galaxy.Engines.Concat<DeployTarget>(galaxy.Platforms).Select(target => new Undeploy(target)),
        .. galaxy.Engines.Concat<DeployTarget>(galaxy.Platforms).Select(target => new Deploy(target, ForcedDeployment.Continue)),
        .. galaxy.Engines.Concat<DeployTarget>(galaxy.Platforms).Select(target => new CascadeDeploy(target)),
        .. galaxy.Platforms.Select(platform => new Upgrade(platform)),
        new UploadRuntimeChanges(OverwriteDefaults: true),
        new MigrateGalaxy(),
        new MigrateViewApps(),
        new EnableCpuLoadBalancing(),
    ];
}

namespace PlanAnalyzers.Model;

/// <summary>UPG4008: a step that finds everything as it would leave it.</summary>
internal static class NoEffectCheck
{
    /// <summary>Looks at what a step did; a reboot, like work by hand, is work even where the model knows no change.</summary>
    public static Violation? HasAnEffect(PlanWalk walk, Transition transition) =>
        transition.Changes.Count > 0 || walk.Step is Reboot or Manual or Approve
            ? null
            : new Violation(
                RuleTable.NoEffect,
                $"{walk.Step} has no effect: {Reason(walk)}. Remove the step, or name what was meant.");

    private static string Reason(PlanWalk walk) => walk.Step switch
    {
        UploadRuntimeChanges => "the run-time changes are already uploaded",
        Upgrade { Platform: var platform } => $"{platform} already runs {walk.VersionOf(platform)}",
        MigrateGalaxy => $"the galaxy {walk.Galaxy} is already migrated",
        MigrateViewApps => "the ViewApps are already migrated",
        CascadeDeploy { Target: Platform platform } => $"{platform} and what it hosts is already deployed",
        CascadeDeploy { Target: var engine } => $"{engine} is already deployed",
        ConfigureSms { Platform: var platform } => $"{platform} already uses the System Management Server",
        EnableCpuLoadBalancing => "CPU load balancing is already enabled",
        _ => "the galaxy is as it would be afterwards",
    };
}

namespace PlanAnalyzers.Model;

/// <summary>UPG4008: a step that finds everything as it would leave it.</summary>
internal static class NoEffectCheck
{
    /// <summary>Looks at a step that changed nothing; a reboot, like work by hand, is work even where the model knows no change.</summary>
    public static Violation? HasAnEffect(PlanWalk walk) =>
        walk.Step is Reboot or Manual or Approve || IsCancelledForGood(walk)
            ? null
            : new Violation(
                RuleTable.NoEffect,
                $"{walk.Step} has no effect: {Reason(walk)}. Remove the step, or name what was meant.");

    private static string Reason(PlanWalk walk) => walk.Step switch
    {
        _ when walk.DeployedTo.FirstOrDefault(platform => walk.State[platform] is { Deployed: true, Running: false }) is { } stopped =>
            $"{stopped} is deployed but shut down, and deploying does not start it",
        UploadRuntimeChanges => "the run-time changes are already uploaded",
        Upgrade { Platform: var platform } => $"{platform} already runs {walk.VersionOf(platform)}",
        MigrateGalaxy => $"the galaxy {walk.Galaxy} is already migrated",
        MigrateViewApps => "the ViewApps are already migrated",
        CascadeDeploy deploy => $"{Words.List(deploy.Targets)} {Words.Are(deploy.Targets.Count)} already deployed, with all that is hosted there",
        Deploy { Target: var target } => IsCancelled(walk)
            ? $"the forced deployment is cancelled, and {target} stays undeployed"
            : $"{target} is already deployed",
        Undeploy { Target: var target } => $"{target} is already undeployed",
        ShutDown { Platform: var platform } => walk.State[platform].Deployed
            ? $"{platform} is already shut down"
            : $"{platform} is undeployed, so nothing runs there",
        Start { Platform: var platform } => walk.State[platform].Deployed
            ? $"{platform} already runs"
            : $"{platform} is undeployed; deploying it starts it",
        ConfigureSms { Platform: var platform } => $"{platform} already uses the System Management Server",
        EnableCpuLoadBalancing => "CPU load balancing is already enabled",
        _ => "the galaxy is as it would be afterwards",
    };

    private static bool IsCancelled(PlanWalk walk) =>
        walk.Step is Deploy { Target: AppEngine engine, Answer: ForcedDeployment.Cancel } && !walk.State[engine].Deployed;

    /// <summary>Where no later step deploys the engine, what that leads to is reported there, as an error, and is enough.</summary>
    private static bool IsCancelledForGood(PlanWalk walk) =>
        IsCancelled(walk) && !walk.IsDeployedLater((AppEngine)walk.Step.Targets[0]);
}

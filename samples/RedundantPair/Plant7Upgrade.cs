using PlanAnalyzers;
using static Plant7;

/// <summary>The vendor's procedure "Upgrade redundant pairs" with all its optional steps.</summary>
[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        // The Galaxy Repository first. Uploaded run-time changes overwrite configured defaults, so the plan says that this is meant.
        .UploadRuntimeChanges(overwriteDefaults: true)
        .Upgrade(P0)
        .Reboot(P0)
        .MigrateGalaxy()
        .MigrateViewApps()
        .CascadeDeploy(P0)

        // The platform of the standby engine: E1b takes over from E1, the one failover of this plan.
        .Upgrade(P2)
        .CascadeDeploy(P2)

        // The platform of the formerly active engine: E1 comes back as the standby of E1b.
        .Upgrade(P1)
        .CascadeDeploy(P1)

        .EnableCpuLoadBalancing();
}

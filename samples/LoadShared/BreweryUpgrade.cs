using PlanAnalyzers;
using static Brewery;

/// <summary>
/// In a circle somebody has to go first: whichever node that is, its own line fails over once more than the others. It is the cellar here,
/// whose tanks bear a second gap best.
/// </summary>
[UpgradePlan(typeof(Brewery), From = SystemPlatform.V2023, To = SystemPlatform.V2023R2SP1)]
public static partial class BreweryUpgrade
{
    static Plan Define(Plan plan) => plan
        .Phase("Galaxy Repository", part => part
            .Manual("Check in all objects and back up the galaxy")
            .UploadRuntimeChanges(overwriteDefaults: true)
            .Upgrade(Repository)
            .Reboot(Repository)
            .MigrateGalaxy()
            .MigrateViewApps()
            .CascadeDeploy(Repository))
        .Phase("Run-time nodes", part => part
            // The cellar goes over to AOS3, and comes back with the new version when AOS2 is deployed. So does the brewhouse.
            .Approve("Cellar master")
            .Upgrade(Aos2)
            .CascadeDeploy(Aos2)

            // The brewhouse runs on AOS2 already; the filling line comes to AOS1.
            .Approve("Shift supervisor, filling")
            .Upgrade(Aos1)
            .CascadeDeploy(Aos1)

            // Nothing runs on AOS3 any more: it comes back as a standby.
            .Upgrade(Aos3)
            .CascadeDeploy(Aos3))
        .EnableCpuLoadBalancing();
}

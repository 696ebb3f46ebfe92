using PlanAnalyzers;
using static Plant1;

/// <summary>
/// Takes the galaxy to the new version. Whatever is wrong with the plan is underlined, with what would happen in the plant and, at the light
/// bulb, what mends it.
/// </summary>
[UpgradePlan(typeof(Plant1), From = SystemPlatform.VVERSION-FROM, To = SystemPlatform.VVERSION-TO)]
public static partial class Plant1Upgrade
{
    static Plan Define(Plan plan) => plan
        .Phase("Galaxy Repository", part => part
            .Manual("Check in all objects and back up the galaxy")
            // Uploaded run-time changes overwrite configured defaults, such as set points. Leave the line out where that is not meant.
            .UploadRuntimeChanges(overwriteDefaults: true)
            .Upgrade(P0)
            .Reboot(P0)
            .MigrateGalaxy()
            .MigrateViewApps()
            .CascadeDeploy(P0))

        // The node of the engine that stands by first, so that the pair fails over once; then the other one, as soon as possible.
        .Phase("Pair E1/E1b", part => part
            .Approve("Shift supervisor")
            .Upgrade(P2)
            .CascadeDeploy(P2)
            .Manual("Check the alarms and trends of E1")
            .Upgrade(P1)
#if (hasLoadBalancing)
            .CascadeDeploy(P1))

        .EnableCpuLoadBalancing();
#else
            .CascadeDeploy(P1));
#endif
}

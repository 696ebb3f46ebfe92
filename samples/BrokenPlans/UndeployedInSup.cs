// P2 is to be emptied before its upgrade. But the galaxy is migrated by then, and the old node understands nothing of the new
// IDE: the step fails, and the plan does not go on.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.UndeployedInSup;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Upgrade(P0)
        .Reboot(P0)
        .MigrateGalaxy()
        .CascadeDeploy(P0)
        .Undeploy(P2) // expect: UPG4012
        .Upgrade(P2)
        .CascadeDeploy(P2)
        .Upgrade(P1)
        .CascadeDeploy(P1)
        .Upgrade(P3)
        .CascadeDeploy(P3);
}

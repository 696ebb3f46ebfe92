// P2 is undeployed before everything else, "so that it is out of the way". Its pair has no backup during the whole upgrade of the
// Galaxy Repository and not only while P2 itself is upgraded.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.UndeployedTooEarly;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Undeploy(P2)
        .Upgrade(P0) // expect: UPG4007
        .Reboot(P0)
        .MigrateGalaxy()
        .CascadeDeploy(P0)
        .Upgrade(P2)
        .CascadeDeploy(P2)
        .Upgrade(P1)
        .CascadeDeploy(P1)
        .Upgrade(P3)
        .CascadeDeploy(P3);
}

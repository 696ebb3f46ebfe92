// The plan ends with an upgrade. P3 is new and undeployed, and the objects on it are out.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.LeftUndeployed;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Upgrade(P0)
        .Reboot(P0)
        .MigrateGalaxy()
        .CascadeDeploy(P0)
        .Upgrade(P2)
        .CascadeDeploy(P2)
        .Upgrade(P1)
        .CascadeDeploy(P1)
        .Upgrade(P3); // expect: UPG6002
}

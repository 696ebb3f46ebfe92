// P3 is shut down for work at the node, and rebooted. A reboot does not start what was shut down: the plan ends with P3 deployed
// and nothing running there.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.LeftShutDown;

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
        .Upgrade(P3)
        .CascadeDeploy(P3)
        .ShutDown(P3) // expect: UPG6003
        .Reboot(P3);
}

// Which node goes first is decided by the clock, on the day. Nobody can check such a plan, so nobody may carry it out.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.NotKnownAtCompileTime;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Upgrade(P0)
        .Reboot(P0)
        .MigrateGalaxy()
        .CascadeDeploy(P0)
        .Upgrade(System.DateTime.Now.Hour < 6 ? P2 : P1) // expect: UPG1001
        .CascadeDeploy(P2)
        .Upgrade(P1)
        .CascadeDeploy(P1)
        .Upgrade(P3)
        .CascadeDeploy(P3);
}

// P3 hosts no redundant engine, and nobody thought of it. It keeps running with the old software, and nothing can be
// deployed to it any more.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.PlatformForgotten;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan // expect: UPG6001
        .Upgrade(P0)
        .Reboot(P0)
        .MigrateGalaxy()
        .CascadeDeploy(P0)
        .Upgrade(P2)
        .CascadeDeploy(P2)
        .Upgrade(P1)
        .CascadeDeploy(P1);
}

// The node of the active engine goes first. E1b takes over, and gives back when P1 is deployed: two failovers where one is
// enough, and process data is not collected in either.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.ActivePartnerFirst;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Upgrade(P0)
        .Reboot(P0)
        .MigrateGalaxy()
        .CascadeDeploy(P0)
        .Upgrade(P1) // expect: UPG4005
        .CascadeDeploy(P1)
        .Upgrade(P2)
        .CascadeDeploy(P2)
        .Upgrade(P3)
        .CascadeDeploy(P3);
}

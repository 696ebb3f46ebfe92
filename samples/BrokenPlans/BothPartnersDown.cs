// Both nodes of the pair are upgraded first and deployed afterwards. From the second upgrade on neither E1 nor E1b runs:
// the line stops, and its data is lost until P2 is deployed.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.BothPartnersDown;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Upgrade(P0)
        .Reboot(P0)
        .MigrateGalaxy()
        .CascadeDeploy(P0)
        .Upgrade(P2)
        .Upgrade(P1) // expect: UPG4006
        .CascadeDeploy(P2)
        .CascadeDeploy(P1)
        .Upgrade(P3)
        .CascadeDeploy(P3);
}

// E1b is deployed by itself. A dialog asks whether the objects of E1 are to be forced to the new version, at two in the morning,
// and the plan does not say.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.DialogUnanswered;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Upgrade(P0)
        .Reboot(P0)
        .MigrateGalaxy()
        .CascadeDeploy(P0)
        .Upgrade(P2)
        .Deploy(P2)
        .Deploy(E1b) // expect: UPG5003
        .Upgrade(P1)
        .CascadeDeploy(P1)
        .Upgrade(P3)
        .CascadeDeploy(P3);
}

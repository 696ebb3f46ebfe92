// P2 and P3 are selected together to save a click. The cascade deploy passes over E1b, since its partner is in software upgrade
// pending, and only logs it; then P1 goes down with the only engine that runs the objects. The author is told of the selection.
// Even with the warning hidden, the plan could not be carried out.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.EngineSkipped;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Upgrade(P0)
        .Reboot(P0)
        .MigrateGalaxy()
        .CascadeDeploy(P0)
        .Upgrade(P3)
        .Upgrade(P2)
        .CascadeDeploy(P2, P3) // expect: UPG5002
        .Upgrade(P1)
        .CascadeDeploy(P1);
}

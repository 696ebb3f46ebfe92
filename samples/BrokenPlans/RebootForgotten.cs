// The reboot of the Galaxy Repository is left out. The new IDE is installed by half, and the migration of the galaxy
// database stops in the middle.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.RebootForgotten;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Upgrade(P0)
        .MigrateGalaxy() // expect: UPG4002
        .CascadeDeploy(P0)
        .Upgrade(P2)
        .CascadeDeploy(P2)
        .Upgrade(P1)
        .CascadeDeploy(P1)
        .Upgrade(P3)
        .CascadeDeploy(P3);
}

// The galaxy is not migrated. The Galaxy Repository is new, its database is old, and nothing can be deployed from it,
// beginning with the Galaxy Repository itself.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.GalaxyNotMigrated;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Upgrade(P0)
        .Reboot(P0)
        .CascadeDeploy(P0) // expect: UPG4003
        .Upgrade(P2)
        .CascadeDeploy(P2)
        .Upgrade(P1)
        .CascadeDeploy(P1)
        .Upgrade(P3)
        .CascadeDeploy(P3);
}

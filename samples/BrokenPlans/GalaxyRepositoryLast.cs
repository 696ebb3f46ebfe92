// The run-time nodes go first, "to have them behind us", and the Galaxy Repository last. P2 is new and empty after the
// first step, and nothing can be deployed to it from the old Galaxy Repository: the pair is without a backup for the rest
// of the night.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.GalaxyRepositoryLast;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Upgrade(P2) // expect: UPG4001
        .CascadeDeploy(P2)
        .Upgrade(P1)
        .CascadeDeploy(P1)
        .Upgrade(P3)
        .CascadeDeploy(P3)
        .Upgrade(P0)
        .Reboot(P0)
        .MigrateGalaxy()
        .CascadeDeploy(P0);
}

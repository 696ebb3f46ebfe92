// The run-time changes are saved when it is too late. The objects on the Galaxy Repository are undeployed and the other
// nodes out of reach: the set points that operators changed are lost.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.UploadTooLate;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Upgrade(P0)
        .Reboot(P0)
        .UploadRuntimeChanges(overwriteDefaults: true) // expect: UPG4009
        .MigrateGalaxy()
        .CascadeDeploy(P0)
        .Upgrade(P2)
        .CascadeDeploy(P2)
        .Upgrade(P1)
        .CascadeDeploy(P1)
        .Upgrade(P3)
        .CascadeDeploy(P3);
}

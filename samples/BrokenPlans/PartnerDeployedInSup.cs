// P1 is deployed "to get the backup back", although it still has the old software. The deployment fails: E1 cannot be a
// partner of E1b before its own node is upgraded.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.PartnerDeployedInSup;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan) => plan
        .Upgrade(P0)
        .Reboot(P0)
        .MigrateGalaxy()
        .CascadeDeploy(P0)
        .Upgrade(P2)
        .CascadeDeploy(P2)
        .CascadeDeploy(P1) // expect: UPG5001
        .Upgrade(P1)
        .CascadeDeploy(P1)
        .Upgrade(P3)
        .CascadeDeploy(P3);
}

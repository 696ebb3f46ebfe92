// Load balancing is enabled while P1 has the old software. There is no pair of two partners that it could serve.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.LoadBalancingTooEarly;

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
        .EnableCpuLoadBalancing() // expect: UPG4010
        .Upgrade(P1)
        .CascadeDeploy(P1)
        .Upgrade(P3)
        .CascadeDeploy(P3);
}

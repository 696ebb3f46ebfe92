// Both partners are declared on P1. Such a pair cannot be deployed, and one upgrade would take both. A plan over a galaxy
// with errors is not checked further.
using PlanAnalyzers;
using static BrokenPlans.BrokenTopology.Plant7;

namespace BrokenPlans.BrokenTopology;

[Galaxy]
public static class Plant7
{
    public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");

    public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
    public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms);
    public static readonly Platform P2 = Platform.RunTime("AOS02").ConnectedTo(Sms);

    public static readonly AppEngine E1 = AppEngine.On(P1).Historized();
    public static readonly AppEngine E1b = E1.BackupOn(P1); // expect: UPG2002
}

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
        .Upgrade(P1)
        .CascadeDeploy(P1);
}

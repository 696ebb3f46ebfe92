// A line was copied and the node was not changed: P2 is declared on the computer of P1. The upgrade of the standby would be
// installed on the node where the active engine runs.
using PlanAnalyzers;
using static BrokenPlans.OneNodeTwice.Plant7;

namespace BrokenPlans.OneNodeTwice;

[Galaxy]
public static class Plant7
{
    public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");

    public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
    public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms);
    public static readonly Platform P2 = Platform.RunTime("AOS01").ConnectedTo(Sms); // expect: UPG2008

    public static readonly AppEngine E1 = AppEngine.On(P1).Historized();
    public static readonly AppEngine E1b = E1.BackupOn(P2);
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

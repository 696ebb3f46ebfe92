// P2 of this plant was never connected to the System Management Server. From 2023 R2 on the partners cannot exchange their
// historized data without it: the pair does not work, and data is lost.
using PlanAnalyzers;
using static BrokenPlans.SmsMissing.Plant7;

namespace BrokenPlans.SmsMissing;

[Galaxy]
public static class Plant7
{
    public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");

    public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
    public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms);
    public static readonly Platform P2 = Platform.RunTime("AOS02");

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
        .CascadeDeploy(P2) // expect: UPG3001
        .Upgrade(P1)
        .CascadeDeploy(P1);
}

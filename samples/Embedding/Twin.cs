using PlanAnalyzers;
using static Twin;

/// <summary>Two redundant pairs, each on two nodes of its own.</summary>
[Galaxy]
public static class Twin
{
    public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");

    public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
    public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms);
    public static readonly Platform P2 = Platform.RunTime("AOS02").ConnectedTo(Sms);
    public static readonly Platform P3 = Platform.RunTime("AOS03").ConnectedTo(Sms);
    public static readonly Platform P4 = Platform.RunTime("AOS04").ConnectedTo(Sms);

    public static readonly AppEngine A = AppEngine.On(P1).Historized();
    public static readonly AppEngine Ab = A.BackupOn(P2);
    public static readonly AppEngine B = AppEngine.On(P3);
    public static readonly AppEngine Bb = B.BackupOn(P4);
}

/// <summary>The pairs are upgraded side by side, so that more than one step may be taken at a time.</summary>
[UpgradePlan(typeof(Twin), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class TwinUpgrade
{
    static Plan Define(Plan plan) => plan
        .UploadRuntimeChanges(overwriteDefaults: true)
        .Upgrade(P0).Reboot(P0).MigrateGalaxy().MigrateViewApps().CascadeDeploy(P0)
        .InParallel(
            line => line.Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1),
            line => line.Upgrade(P4).CascadeDeploy(P4).Upgrade(P3).CascadeDeploy(P3));
}

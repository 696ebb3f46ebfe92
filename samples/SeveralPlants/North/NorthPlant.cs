using Company;
using PlanAnalyzers;
using static NorthPlant;

return await NorthUpgrade.RunAsync(args);

/// <summary>Two pairs, and a node for reports that nobody misses for an hour.</summary>
[Galaxy]
static class NorthPlant
{
    public static readonly SystemManagementServer Sms = SystemManagementServer.On("N-SMS");

    public static readonly Platform Repository = Platform.GalaxyRepository("N-GR");
    public static readonly Platform Kiln1 = Platform.RunTime("N-AOS1").ConnectedTo(Sms);
    public static readonly Platform Kiln2 = Platform.RunTime("N-AOS2").ConnectedTo(Sms);
    public static readonly Platform Mill1 = Platform.RunTime("N-AOS3").ConnectedTo(Sms);
    public static readonly Platform Mill2 = Platform.RunTime("N-AOS4").ConnectedTo(Sms);
    public static readonly Platform Reports = Platform.RunTime("N-REP");

    public static readonly AppEngine Kiln = AppEngine.On(Kiln1).Historized();
    public static readonly AppEngine KilnBackup = Kiln.BackupOn(Kiln2);
    public static readonly AppEngine Mill = AppEngine.On(Mill1).Historized();
    public static readonly AppEngine MillBackup = Mill.BackupOn(Mill2);
    public static readonly AppEngine Reporting = AppEngine.On(Reports);
}

[UpgradePlan(typeof(NorthPlant), From = SystemPlatform.V2020R2SP1, To = Procedure.Release)]
static partial class NorthUpgrade
{
    static Plan Define(Plan plan) => plan
        .GalaxyRepository(Repository)
        .ForEachPair(Procedure.Pair)
        .Alone(Reports)
        .EnableCpuLoadBalancing();
}

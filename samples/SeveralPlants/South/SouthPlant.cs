using Company;
using PlanAnalyzers;
using static SouthPlant;

return await SouthUpgrade.RunAsync(args);

/// <summary>One pair, older than the plant in the north: its nodes are not pointed at a System Management Server yet.</summary>
[Galaxy]
static class SouthPlant
{
    public static readonly SystemManagementServer Sms = SystemManagementServer.On("S-SMS");

    public static readonly Platform Repository = Platform.GalaxyRepository("S-GR");
    public static readonly Platform Aos1 = Platform.RunTime("S-AOS1");
    public static readonly Platform Aos2 = Platform.RunTime("S-AOS2");

    public static readonly AppEngine Silo = AppEngine.On(Aos1).Historized();
    public static readonly AppEngine SiloBackup = Silo.BackupOn(Aos2);
}

[UpgradePlan(typeof(SouthPlant), From = SystemPlatform.V2020R2, To = Procedure.Release)]
static partial class SouthUpgrade
{
    static Plan Define(Plan plan) => plan
        .ConfigureSms(Aos1)
        .ConfigureSms(Aos2)
        .GalaxyRepository(Repository)
        .ForEachPair(Procedure.Pair)
        .EnableCpuLoadBalancing();
}

using PlanAnalyzers;

namespace BrokenPlans;

/// <summary>The galaxy of the plans here: a Galaxy Repository, one redundant pair, and a platform without redundancy.</summary>
[Galaxy]
public static class Plant7
{
    public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");

    public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
    public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms);
    public static readonly Platform P2 = Platform.RunTime("AOS02").ConnectedTo(Sms);
    public static readonly Platform P3 = Platform.RunTime("AOS03").ConnectedTo(Sms);

    public static readonly AppEngine E1 = AppEngine.On(P1).Historized();
    public static readonly AppEngine E1b = E1.BackupOn(P2);
    public static readonly AppEngine E3 = AppEngine.On(P3);
}

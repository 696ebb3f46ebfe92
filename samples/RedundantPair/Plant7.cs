using PlanAnalyzers;

/// <summary>The galaxy of the vendor's page: a Galaxy Repository and one redundant pair.</summary>
[Galaxy]
public static class Plant7
{
    public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");

    public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
    public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms);
    public static readonly Platform P2 = Platform.RunTime("AOS02").ConnectedTo(Sms);

    public static readonly AppEngine E1 = AppEngine.On(P1).Historized();
    public static readonly AppEngine E1b = E1.BackupOn(P2);
}

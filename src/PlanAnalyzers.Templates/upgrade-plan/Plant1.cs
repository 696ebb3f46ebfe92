using PlanAnalyzers;

/// <summary>The galaxy as it is before the upgrade. The names of the fields are those that the plan, its messages and its reports use.</summary>
[Galaxy]
public static class Plant1
{
    // From 2023 R2 on every node with a redundant engine must be connected to it.
    public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");

    public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
    public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms);
    public static readonly Platform P2 = Platform.RunTime("AOS02").ConnectedTo(Sms);

    // A redundant pair: E1 is active when the plan starts, and E1b stands by. Where it is the other way round, E1b says .ActiveAtStart().
    public static readonly AppEngine E1 = AppEngine.On(P1).Historized();
    public static readonly AppEngine E1b = E1.BackupOn(P2);
}

using PlanAnalyzers;

/// <summary>Four stations, each with a node of its own, and one node at the control room that stands by for all of them.</summary>
[Galaxy]
public static class Waterworks
{
    public static readonly SystemManagementServer Sms = SystemManagementServer.On("WW-SMS");

    public static readonly Platform Repository = Platform.GalaxyRepository("WW-GR");
    public static readonly Platform IntakeNode = Platform.RunTime("WW-INTAKE").ConnectedTo(Sms);
    public static readonly Platform FilterNode = Platform.RunTime("WW-FILTER").ConnectedTo(Sms);
    public static readonly Platform PumpNode = Platform.RunTime("WW-PUMP").ConnectedTo(Sms);
    public static readonly Platform TowerNode = Platform.RunTime("WW-TOWER").ConnectedTo(Sms);
    public static readonly Platform BackupNode = Platform.RunTime("WW-BACKUP").ConnectedTo(Sms);

    public static readonly AppEngine Intake = AppEngine.On(IntakeNode).Historized();
    public static readonly AppEngine IntakeBackup = Intake.BackupOn(BackupNode);
    public static readonly AppEngine Filter = AppEngine.On(FilterNode).Historized();
    public static readonly AppEngine FilterBackup = Filter.BackupOn(BackupNode);
    public static readonly AppEngine Pump = AppEngine.On(PumpNode).Historized();
    public static readonly AppEngine PumpBackup = Pump.BackupOn(BackupNode);

    // The tower's own node was down last week, and nobody has switched back since.
    public static readonly AppEngine Tower = AppEngine.On(TowerNode).Historized();
    public static readonly AppEngine TowerBackup = Tower.BackupOn(BackupNode).ActiveAtStart();
}

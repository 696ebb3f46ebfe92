using PlanAnalyzers;

/// <summary>Three nodes that share the load: each runs the active engine of one line and stands by for another.</summary>
[Galaxy]
public static class Brewery
{
    public static readonly SystemManagementServer Sms = SystemManagementServer.On("BREW-SMS");

    public static readonly Platform Repository = Platform.GalaxyRepository("BREW-GR");
    public static readonly Platform Aos1 = Platform.RunTime("BREW-AOS1").ConnectedTo(Sms);
    public static readonly Platform Aos2 = Platform.RunTime("BREW-AOS2").ConnectedTo(Sms);
    public static readonly Platform Aos3 = Platform.RunTime("BREW-AOS3").ConnectedTo(Sms);

    public static readonly AppEngine Brewhouse = AppEngine.On(Aos1).Historized();
    public static readonly AppEngine BrewhouseBackup = Brewhouse.BackupOn(Aos2);

    public static readonly AppEngine Cellar = AppEngine.On(Aos2).Historized();
    public static readonly AppEngine CellarBackup = Cellar.BackupOn(Aos3);

    public static readonly AppEngine Filling = AppEngine.On(Aos3).Historized();
    public static readonly AppEngine FillingBackup = Filling.BackupOn(Aos1);
}

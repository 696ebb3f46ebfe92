namespace PlanAnalyzers.Model.Tests;

/// <summary>The galaxy and the plan of the vendor's page.</summary>
internal static class VendorProcedure
{
    public static readonly SystemManagementServer Sms = new(0, "Sms", "SMS01");
    public static readonly Platform P0 = new(0, "P0", "GR01", PlatformRole.GalaxyRepository, Sms: null);
    public static readonly Platform P1 = new(1, "P1", "AOS01", PlatformRole.RunTime, Sms);
    public static readonly Platform P2 = new(2, "P2", "AOS02", PlatformRole.RunTime, Sms);
    public static readonly AppEngine E1 = new(0, "E1", P1, Historized: true, ActiveAtStart: false, Primary: null);
    public static readonly AppEngine E1b = new(1, "E1b", P2, Historized: false, ActiveAtStart: false, E1);

    public static Galaxy Plant7 => new(
        "Plant7", ValueList.Of(Sms), ValueList.Of(P0, P1, P2), ValueList.Of(E1, E1b));

    public static readonly Step[] Steps =
    [
        new UploadRuntimeChanges(OverwriteDefaults: true),
        new Upgrade(P0),
        new Reboot(P0),
        new MigrateGalaxy(),
        new MigrateViewApps(),
        new CascadeDeploy(P0),
        new Upgrade(P2),
        new CascadeDeploy(P2),
        new Upgrade(P1),
        new CascadeDeploy(P1),
        new EnableCpuLoadBalancing(),
    ];

    public static UpgradePlan Plan(params Step[] steps) =>
        new("Plant7Upgrade", Plant7, SystemPlatform.V2020R2SP1, SystemPlatform.V2023R2SP1, steps.ToPlanSteps());
}

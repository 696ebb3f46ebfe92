using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>The plans that the tests run.</summary>
internal static partial class Plans
{
    /// <summary>Everything that could be taken for markup, for syntax or for a command to a terminal.</summary>
    public const string Hostile = "[red]x[/] \u001b[31m\u009b2J|`c`<b>y</b>\r\n# h\n- [ ] z ](http://e.example) $m$ \"q\" #quot; \u202e\u2028--> end";

    /// <summary>The vendor's page: P0 is the Galaxy Repository, E1 on P1 is active, E1b on P2 stands by.</summary>
    public static ValidatedPlan Vendor { get; } = MakeVendor("");

    /// <summary>The same with nodes whose names are hostile.</summary>
    public static ValidatedPlan VendorWithHostileNodes { get; } = MakeVendor(Hostile);

    /// <summary>
    /// Pairs and single engines mixed: two pairs crosswise on P1 and P2, one of them active on its backup, an engine of its own on
    /// the Galaxy Repository and on each of the others, and a reboot of a running node in between.
    /// </summary>
    public static ValidatedPlan Mixed { get; } = MakeMixed();

    /// <summary>More platforms than fit a screen.</summary>
    public static ValidatedPlan Large { get; } = MakeLarge(pairs: 6);

    public static ValidatedPlan Get(string name) => name switch
    {
        "Vendor" => Vendor,
        "VendorWithHostileNodes" => VendorWithHostileNodes,
        "Mixed" => Mixed,
        "Large" => Large,
        "Restarts" => Restarts,
        "Parallel" => Parallel,
        "ParallelWithHostileTitles" => ParallelWithHostileTitles,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static ValidatedPlan MakeVendor(string suffix)
    {
        var sms = new SystemManagementServer(0, "Sms", "SMS01" + suffix);
        var p0 = new Platform(0, "P0", "GR01" + suffix, PlatformRole.GalaxyRepository, Sms: null);
        var p1 = new Platform(1, "P1", "AOS01" + suffix, PlatformRole.RunTime, sms);
        var p2 = new Platform(2, "P2", "AOS02" + suffix, PlatformRole.RunTime, sms);
        var e1 = new AppEngine(0, "E1", p1, Historized: true, ActiveAtStart: false, Primary: null);
        var e1b = new AppEngine(1, "E1b", p2, Historized: false, ActiveAtStart: false, Primary: e1);
        return Validate(
            new Galaxy("Plant7", ValueList.Of(sms), ValueList.Of(p0, p1, p2), ValueList.Of(e1, e1b)),
            [
                .. Repository(p0, new UploadRuntimeChanges(OverwriteDefaults: true)),
                new Upgrade(p2), new CascadeDeploy(p2), new Upgrade(p1), new CascadeDeploy(p1),
                new EnableCpuLoadBalancing(),
            ]);
    }

    private static ValidatedPlan MakeMixed()
    {
        var p0 = new Platform(0, "P0", "GR01", PlatformRole.GalaxyRepository, Sms: null);
        var p1 = new Platform(1, "P1", "AOS01", PlatformRole.RunTime, Sms: null);
        var p2 = new Platform(2, "P2", "AOS02", PlatformRole.RunTime, Sms: null);
        var a = new AppEngine(0, "A", p1, Historized: false, ActiveAtStart: false, Primary: null);
        var ab = new AppEngine(1, "Ab", p2, Historized: false, ActiveAtStart: false, Primary: a);
        var b = new AppEngine(2, "B", p2, Historized: false, ActiveAtStart: false, Primary: null);
        var bb = new AppEngine(3, "Bb", p1, Historized: false, ActiveAtStart: true, Primary: b);
        var onGr = new AppEngine(4, "OnGr", p0, Historized: false, ActiveAtStart: false, Primary: null);
        var onP1 = new AppEngine(5, "OnP1", p1, Historized: false, ActiveAtStart: false, Primary: null);
        var onP2 = new AppEngine(6, "OnP2", p2, Historized: false, ActiveAtStart: false, Primary: null);
        var sms = new SystemManagementServer(0, "Sms", "SMS01");
        return Validate(
            new Galaxy("Mixed", ValueList.Of(sms), ValueList.Of(p0, p1, p2), ValueList.Of(a, ab, b, bb, onGr, onP1, onP2)),
            [
                new Reboot(p1), new Reboot(p2), // Both running: the roles of A/Ab and B/Bb go over and back.
                .. Repository(p0),
                new Upgrade(p2), new ConfigureSms(p2), new CascadeDeploy(p2),
                new ConfigureSms(p1), new Upgrade(p1), new CascadeDeploy(p1),
            ]);
    }

    public static ValidatedPlan MakeLarge(int pairs)
    {
        var sms = new SystemManagementServer(0, "Sms", "SMS01");
        var platforms = new List<Platform> { new(0, "P0", "GR01", PlatformRole.GalaxyRepository, sms) };
        var engines = new List<AppEngine>();
        var steps = new List<Step>(Repository(platforms[0]));
        for (var i = 0; i < pairs; i++)
        {
            var active = new Platform(platforms.Count, $"P{platforms.Count}", $"AOS{platforms.Count:00}", PlatformRole.RunTime, sms);
            platforms.Add(active);
            var standby = new Platform(platforms.Count, $"P{platforms.Count}", $"AOS{platforms.Count:00}", PlatformRole.RunTime, sms);
            platforms.Add(standby);
            var primary = new AppEngine(engines.Count, $"E{i}", active, Historized: true, ActiveAtStart: false, Primary: null);
            engines.Add(primary);
            engines.Add(new AppEngine(engines.Count, $"E{i}b", standby, Historized: false, ActiveAtStart: false, Primary: primary));
            engines.Add(new AppEngine(engines.Count, $"S{i}", standby, Historized: false, ActiveAtStart: false, Primary: null));
            steps.AddRange([new Upgrade(standby), new CascadeDeploy(standby), new Upgrade(active), new CascadeDeploy(active)]);
        }

        return Validate(new Galaxy("Large", ValueList.Of(sms), platforms.ToValueList(), engines.ToValueList()), steps);
    }

    private static IEnumerable<Step> Repository(Platform repository, params Step[] before) =>
        [.. before, new Upgrade(repository), new Reboot(repository), new MigrateGalaxy(), new MigrateViewApps(), new CascadeDeploy(repository)];

    private static ValidatedPlan Validate(Galaxy galaxy, IEnumerable<PlanPart> parts) =>
        ValidatedPlan.Of(PlanCheck.Run(new UpgradePlan(
            $"{galaxy.Name}Upgrade", galaxy, SystemPlatform.V2020R2SP1, SystemPlatform.V2023R2SP1, parts.ToPlanSteps())));
}

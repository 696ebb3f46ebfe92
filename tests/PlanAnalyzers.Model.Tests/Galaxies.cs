using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests;

/// <summary>Galaxies and plans for properties.</summary>
internal static class Galaxies
{
    /// <summary>A galaxy of random shape: pairs tied in any way, load-shared ones and engines on the GR among them, engines alone.</summary>
    public static Gen<Galaxy> Any { get; } =
        from platformCount in Gen.Choose(1, 5)
        from pairs in Gen.Choose(0, 4).SelectMany(count => Gen.ArrayOf(Pair(platformCount), count))
        from alone in Gen.Choose(0, 2).SelectMany(count => Gen.ArrayOf(Gen.Choose(0, platformCount), count))
        from sms in Gen.ArrayOf(Gen.Choose(0, 3), platformCount + 1)
        select Make(platformCount, platformCount < 2 ? [] : pairs, alone, sms.Select(number => number > 0).ToArray());

    /// <summary>The same galaxy with every node connected to the SMS.</summary>
    public static Galaxy Connected(Galaxy galaxy)
    {
        var platforms = galaxy.Platforms.Select(platform => platform with { Sms = galaxy.Servers[0] }).ToValueList();
        var engines = new List<AppEngine>();
        foreach (var engine in galaxy.Engines)
        {
            engines.Add(engine with
            {
                Platform = platforms[engine.Platform.Index],
                Primary = engine.Primary is { } primary ? engines[primary.Index] : null,
            });
        }

        return new Galaxy(galaxy.Name, galaxy.Servers, platforms, engines.ToValueList());
    }

    /// <summary>An order of platforms that no other has fewer failovers than, found by trying all.</summary>
    public static IReadOnlyList<Platform> FewestFailovers(Galaxy galaxy, Platform[] platforms) =>
        Permutations(platforms).MinBy(order => Procedure(galaxy, order).Steps.Aggregate(
            (State: GalaxyState.AtStart(galaxy), Failovers: 0),
            (walk, step) =>
            {
                var transition = UpgradeProcedure.Apply(walk.State, step);
                return (transition.After, walk.Failovers + transition.Effects.Count(effect => effect is Failover));
            }).Failovers)!;

    public static IEnumerable<Platform[]> Permutations(Platform[] platforms) =>
        platforms.Length < 2
            ? [platforms]
            : platforms.SelectMany((first, index) => Permutations([.. platforms[..index], .. platforms[(index + 1)..]])
                .Select(rest => (Platform[])[first, .. rest]));

    /// <summary>A galaxy of pairs with two platforms of their own each, every node connected to the SMS.</summary>
    public static Galaxy OfPairs(int count) => Make(
        2 * count,
        Enumerable.Range(0, count).Select(pair => ((2 * pair) + 1, (2 * pair) + 2, false)).ToArray(),
        alone: [],
        Enumerable.Repeat(true, (2 * count) + 1).ToArray());

    /// <summary>A galaxy of <paramref name="platforms"/> run-time platforms beside the GR, which has index 0.</summary>
    public static Galaxy Make(int platforms, (int Primary, int Backup, bool BackupActive)[] pairs, int[] alone, bool[] sms)
    {
        var server = new SystemManagementServer(0, "Sms", "SMS01");
        var declared = Enumerable.Range(0, platforms + 1)
            .Select(index => new Platform(
                index,
                $"P{index}",
                $"NODE{index}",
                index == 0 ? PlatformRole.GalaxyRepository : PlatformRole.RunTime,
                sms[index] ? server : null))
            .ToValueList();
        var engines = new List<AppEngine>();
        foreach (var (primary, backup, backupActive) in pairs)
        {
            var e = new AppEngine(engines.Count, $"E{engines.Count}", declared[primary], Historized: true, ActiveAtStart: false, Primary: null);
            engines.Add(e);
            engines.Add(new AppEngine(engines.Count, $"E{engines.Count}b", declared[backup], Historized: false, backupActive, e));
        }

        foreach (var platform in alone)
        {
            engines.Add(new AppEngine(engines.Count, $"E{engines.Count}", declared[platform], Historized: false, ActiveAtStart: false, Primary: null));
        }

        return new Galaxy("Plant", ValueList.Of(server), declared, engines.ToValueList());
    }

    /// <summary>Every step that can be named in a galaxy.</summary>
    public static Step[] StepsOf(Galaxy galaxy) =>
    [
        new UploadRuntimeChanges(OverwriteDefaults: true),
        new UploadRuntimeChanges(OverwriteDefaults: false),
        new MigrateGalaxy(),
        new MigrateViewApps(),
        new EnableCpuLoadBalancing(),
        new Manual("Check the clients"),
        new Approve("Shift supervisor"),
        .. galaxy.Platforms.SelectMany(platform => new Step[]
        {
            new Upgrade(platform), new Reboot(platform), new ShutDown(platform), new Start(platform), new ConfigureSms(platform),
        }),
        .. galaxy.Engines.Select(engine => new ForceFailover(engine)),
        .. galaxy.Platforms.Concat<DeployTarget>(galaxy.Engines).SelectMany(target => new Step[]
        {
            new CascadeDeploy(target),
            new Deploy(target, ForcedDeployment.Unanswered), new Deploy(target, ForcedDeployment.Continue), new Deploy(target, ForcedDeployment.Cancel),
            new Undeploy(target),
        }),
        .. galaxy.Platforms.Skip(1).Select((platform, index) => new CascadeDeploy(ValueList.Of<DeployTarget>(platform, galaxy.Platforms[index]))),
    ];

    /// <summary>The procedure for any galaxy: the GR, then each platform in the order given.</summary>
    public static UpgradePlan Procedure(Galaxy galaxy, IEnumerable<Platform> order, SystemPlatform to = SystemPlatform.V2023R2SP1) => new(
        "Upgrade",
        galaxy,
        SystemPlatform.V2020R2SP1,
        to,
        new Step[]
            {
                new Upgrade(galaxy.GalaxyRepository),
                new Reboot(galaxy.GalaxyRepository),
                new MigrateGalaxy(),
                new CascadeDeploy(galaxy.GalaxyRepository),
            }
            .Concat(order.SelectMany(platform => new Step[] { new Upgrade(platform), new CascadeDeploy(platform) }))
            .ToPlanSteps());

    private static Gen<(int Primary, int Backup, bool BackupActive)> Pair(int platforms) =>
        from primary in Gen.Choose(0, platforms)
        from distance in Gen.Choose(1, platforms)
        from backupActive in Gen.Choose(0, 3)
        select (primary, (primary + distance) % (platforms + 1), backupActive == 0);
}

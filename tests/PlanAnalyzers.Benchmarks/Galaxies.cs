using PlanAnalyzers.Model;

namespace PlanAnalyzers.Benchmarks;

/// <summary>Galaxies of any size, with the vendor's plan for those whose pairs have platforms of their own.</summary>
internal static class Galaxies
{
    /// <summary>A Galaxy Repository, a System Management Server and so many pairs, each on two platforms of its own.</summary>
    public static Galaxy WithPairs(int pairs) =>
        Of(pairs, pair => $"P{pair}a", pair => $"P{pair}b");

    /// <summary>The same in circles of four platforms: each runs the active engine of one pair and the standby of another.</summary>
    public static Galaxy WithLoadSharedPairs(int pairs) =>
        Of(pairs, pair => $"P{pair}", pair => pair % 4 != 0 && pair < pairs ? $"P{pair + 1}" : FirstOfFour(pair) < pair ? $"P{FirstOfFour(pair)}" : $"P{pair}b");

    /// <summary>The same with one platform for the standby engines of four pairs.</summary>
    public static Galaxy WithSharedBackups(int pairs) =>
        Of(pairs, pair => $"P{pair}", pair => $"Backup{FirstOfFour(pair)}");

    /// <summary>The vendor's plan: the Galaxy Repository, then each pair, the standby first.</summary>
    public static UpgradePlan PlanFor(Galaxy galaxy)
    {
        var repository = galaxy.GalaxyRepository;
        var steps = new List<PlanPart>
        {
            new Manual("Back up the galaxy"),
            new UploadRuntimeChanges(OverwriteDefaults: true),
            new Upgrade(repository),
            new Reboot(repository),
            new MigrateGalaxy(),
            new MigrateViewApps(),
            new CascadeDeploy(repository),
        };
        foreach (var pair in galaxy.Pairs)
        {
            var (active, standby) = (pair.Primary.Platform, pair.Backup.Platform);
            steps.AddRange([new Upgrade(standby), new CascadeDeploy(standby), new Upgrade(active), new CascadeDeploy(active)]);
        }

        steps.Add(new EnableCpuLoadBalancing());
        return new UpgradePlan("PlantUpgrade", galaxy, SystemPlatform.V2020R2SP1, SystemPlatform.V2023R2SP1, steps.ToPlanSteps());
    }

    /// <summary>How many steps <see cref="PlanFor"/> has for so many pairs.</summary>
    public static int StepsOf(int pairs) => 8 + (4 * pairs);

    private static int FirstOfFour(int pair) => ((pair - 1) / 4 * 4) + 1;

    private static Galaxy Of(int pairs, Func<int, string> activeOf, Func<int, string> standbyOf)
    {
        var sms = new Model.SystemManagementServer(0, "Sms", "SMS01");
        var platforms = new Dictionary<string, Model.Platform>(StringComparer.Ordinal)
        {
            ["P0"] = new(0, "P0", "GR01", PlatformRole.GalaxyRepository, sms),
        };
        var engines = new List<Model.AppEngine>();
        for (var pair = 1; pair <= pairs; pair++)
        {
            var (active, standby) = (PlatformOf(activeOf(pair)), PlatformOf(standbyOf(pair)));
            var primary = new Model.AppEngine(engines.Count, $"E{pair}", active, Historized: true, ActiveAtStart: false, Primary: null);
            var backup = new Model.AppEngine(engines.Count + 1, $"E{pair}b", standby, Historized: false, ActiveAtStart: false, Primary: primary);
            engines.AddRange([primary, backup]);
        }

        return new Galaxy("Plant", ValueList.Of(sms), platforms.Values.OrderBy(platform => platform.Index).ToValueList(), engines.ToValueList());

        Model.Platform PlatformOf(string name)
        {
            if (!platforms.TryGetValue(name, out var platform))
            {
                platform = new Model.Platform(platforms.Count, name, $"NODE-{name}", PlatformRole.RunTime, sms);
                platforms.Add(name, platform);
            }

            return platform;
        }
    }
}

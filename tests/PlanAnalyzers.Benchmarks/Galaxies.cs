using PlanAnalyzers.Model;

namespace PlanAnalyzers.Benchmarks;

/// <summary>Galaxies of any size, each pair on two platforms of its own, with the vendor's plan for them.</summary>
internal static class Galaxies
{
    /// <summary>A Galaxy Repository, a System Management Server and so many pairs.</summary>
    public static Galaxy WithPairs(int pairs)
    {
        var sms = new Model.SystemManagementServer(0, "Sms", "SMS01");
        var platforms = new List<Model.Platform> { new(0, "P0", "GR01", PlatformRole.GalaxyRepository, sms) };
        var engines = new List<Model.AppEngine>();
        for (var pair = 1; pair <= pairs; pair++)
        {
            var active = new Model.Platform(platforms.Count, $"P{pair}a", $"AOS{pair}A", PlatformRole.RunTime, sms);
            var standby = new Model.Platform(platforms.Count + 1, $"P{pair}b", $"AOS{pair}B", PlatformRole.RunTime, sms);
            platforms.AddRange([active, standby]);
            var primary = new Model.AppEngine(engines.Count, $"E{pair}", active, Historized: true, ActiveAtStart: false, Primary: null);
            var backup = new Model.AppEngine(engines.Count + 1, $"E{pair}b", standby, Historized: false, ActiveAtStart: false, Primary: primary);
            engines.AddRange([primary, backup]);
        }

        return new Galaxy("Plant", ValueList.Of(sms), platforms.ToValueList(), engines.ToValueList());
    }

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
}

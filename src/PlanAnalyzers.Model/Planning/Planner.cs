namespace PlanAnalyzers.Model;

/// <summary>Makes the plan of an upgrade: with the fewest failovers, and among those with the least time without backup.</summary>
/// <remarks>
/// <para>
/// A pair fails over once, to the engine that is upgraded first, and twice where that is the active one; to force the failover before
/// only changes when it happens. A pair has no backup from the upgrade of its first platform to the deployment of its second. So a
/// plan is as good as its order of platforms, and groups of platforms that no pair ties together are best done one after the other.
/// </para>
/// <para>
/// Counted are plans that deploy one thing a step. To select several platforms whose partners are done, and to deploy them together,
/// saves a step and not the work.
/// </para>
/// </remarks>
public static class Planner
{
    /// <summary>The line of work that comes first.</summary>
    internal const string BackUpTheGalaxy = "Check in all objects and back up the galaxy";

    /// <summary>The steps at the GR and at its database between its upgrade and its deployment, after which its pairs still have no backup.</summary>
    private const int StepsAtTheRepository = 4;

    private const int StepsAtAPlatform = 2;

    /// <summary>Plans the upgrade of a galaxy.</summary>
    /// <param name="galaxy">A galaxy without errors of its own.</param>
    /// <param name="to">The version that the galaxy is to have.</param>
    /// <param name="options">What the plan has besides what it needs; what a careful engineer would write where nothing is said.</param>
    /// <returns>A plan that <see cref="PlanCheck"/> has nothing to say against, unless the result says why no plan can be.</returns>
    /// <exception cref="ArgumentException">The galaxy has errors: it cannot be upgraded before they are mended.</exception>
    public static PlannedUpgrade Plan(Galaxy galaxy, SystemPlatform to, PlannerOptions? options = null)
    {
        if (TopologyCheck.Run(galaxy) is { Count: > 0 } findings)
        {
            throw new ArgumentException(findings[0].ToString(), nameof(galaxy));
        }

        return new Work(galaxy, to, options ?? PlannerOptions.Default).Run();
    }

    /// <summary>One upgrade while it is planned.</summary>
    private sealed class Work(Galaxy galaxy, SystemPlatform to, PlannerOptions options)
    {
        private readonly Platform repository = galaxy.GalaxyRepository;
        private readonly PlatformGroups groups = new(galaxy);
        private readonly PairGraph graph = PairGraph.Of(galaxy);
        private readonly List<PlanPart> parts = [];
        private PlanCost cost;
        private PlanCost bound;

        public PlannedUpgrade Run()
        {
            var ofTheRepository = groups[repository];
            var all = groups.All().ToArray();
            var first = all.First(group => groups[galaxy.Platforms[group[0]]] == ofTheRepository);
            AddRepository(first);
            AddGroup(first, isOfTheRepository: true);
            foreach (var group in all.Where(group => group != first))
            {
                AddGroup(group, isOfTheRepository: false);
            }

            if (options.EnableCpuLoadBalancing && to >= SystemPlatform.V2023R2SP1 && galaxy.Pairs.Count > 0)
            {
                parts.Add(new EnableCpuLoadBalancing());
            }

            return new PlannedUpgrade(
                parts.ToPlanSteps(),
                cost,
                bound,
                galaxy.Servers.Count > 0 ? ValueList<Platform>.Empty : galaxy.Platforms.Where(NeedsSms).ToValueList());
        }

        /// <summary>While the GR is worked at, pairs with an engine there have no backup: what can be done before or after is.</summary>
        private void AddRepository(int[] group)
        {
            var steps = new List<PlanPart>();
            if (options.BackUp)
            {
                steps.Add(new Manual(BackUpTheGalaxy));
            }

            if (options.UploadRuntimeChanges)
            {
                steps.Add(new UploadRuntimeChanges(OverwriteDefaults: true));
            }

            steps.AddRange(ConfigureSms(group));
            steps.AddRange([new Upgrade(repository), new Reboot(repository), new MigrateGalaxy()]);
            if (options.MigrateViewApps && !galaxy.HostsRedundantEngine(repository))
            {
                steps.Add(new MigrateViewApps());
            }

            steps.Add(new CascadeDeploy(repository));
            parts.Add(new Phase("Galaxy Repository", steps.ToValueList()));

            var open = galaxy.EnginesOn(repository).Where(engine => galaxy.PairOf(engine) is not null).ToArray();
            var active = open.Count(engine => galaxy.PairOf(engine)!.ActiveAtStart.Index == engine.Index);
            var first = new PlanCost(open.Length + active, (StepsAtTheRepository + 1) * open.Length);
            Add(first, first);
        }

        private void AddGroup(int[] group, bool isOfTheRepository)
        {
            var platforms = group.Where(platform => platform != repository.Index).ToArray();
            if (platforms.Length == 0)
            {
                return;
            }

            var order = Order(platforms);
            var steps = order.Select(platform => galaxy.Platforms[platform])
                .SelectMany(platform => new Step[] { new Upgrade(platform), new CascadeDeploy(platform) });
            parts.Add(new Phase(
                Title(order),
                isOfTheRepository
                    ? steps.Concat(options.MigrateViewApps ? [new MigrateViewApps()] : []).ToValueList<PlanPart>()
                    : ConfigureSms(group).Concat(steps).ToValueList<PlanPart>()));
        }

        private int[] Order(int[] platforms)
        {
            var order = PlatformOrder.Of(graph, platforms, OpenWithTheRepository);
            var found = CostOf(
                PlatformOrder.Broken(graph, order),
                PlatformOrder.Distance(graph, order) + PlatformOrder.Waiting(order, OpenWithTheRepository));
            if (platforms.Length <= ExactOrder.Largest)
            {
                Add(found, found);
            }
            else
            {
                var circles = graph.Circles(platforms);
                Add(found, CostOf(
                    circles.Sum(circle => OrderBounds.Broken(graph, circle)),
                    OrderBounds.Distance(graph, circles) + OrderBounds.Waiting(platforms, OpenWithTheRepository)));
            }

            return order;

            PlanCost CostOf(int broken, int distance)
            {
                var pairs = platforms.Sum(platform => graph.Of(platform).Sum(tie => tie.Standby));
                return new PlanCost(pairs + broken, pairs + (StepsAtAPlatform * distance));
            }
        }

        private int OpenWithTheRepository(int platform) =>
            galaxy.EnginesOn(galaxy.Platforms[platform]).Count(engine => galaxy.PartnerOf(engine)?.Platform.IsGalaxyRepository == true);

        private IEnumerable<PlanPart> ConfigureSms(int[] group) =>
            galaxy.Servers.Count > 0
                ? group.Select(platform => galaxy.Platforms[platform]).Where(NeedsSms).Select(platform => new ConfigureSms(platform))
                : [];

        private bool NeedsSms(Platform platform) => platform.Sms is null && galaxy.HostsRedundantEngine(platform);

        private string Title(int[] platforms)
        {
            var pairs = platforms.SelectMany(platform => galaxy.EnginesOn(galaxy.Platforms[platform]))
                .Select(galaxy.PairOf)
                .OfType<RedundantPair>()
                .Distinct()
                .OrderBy(pair => pair.Primary.Index)
                .ToArray();
            return pairs.Length switch
            {
                0 => $"Platform {galaxy.Platforms[platforms[0]]}",
                1 => $"Pair {pairs[0]}",
                _ => $"Pairs {Words.List(pairs)}",
            };
        }

        private void Add(PlanCost found, PlanCost least)
        {
            cost = Sum(cost, found);
            bound = Sum(bound, least);

            static PlanCost Sum(PlanCost one, PlanCost other) =>
                new(one.Failovers + other.Failovers, one.StepsWithoutBackup + other.StepsWithoutBackup);
        }
    }
}

using PlanAnalyzers.Model;

namespace PlanAnalyzers.Benchmarks.Pddl;

/// <summary>A galaxy and its plans in the words of <c>upgrade.pddl</c>, for planners and validators that know nothing of us.</summary>
internal static class UpgradePddl
{
    /// <summary>What a failover costs: more than the time without backup of any plan that is compared.</summary>
    private const int PriceOfAFailover = 10_000;

    /// <summary>The file of the domain.</summary>
    public static string DomainFile => Path.Combine(AppContext.BaseDirectory, "Pddl", "upgrade.pddl");

    /// <summary>What a plan costs in the domain.</summary>
    public static int CostOf(PlanCost cost) => (PriceOfAFailover * cost.Failovers) + cost.StepsWithoutBackup;

    /// <summary>The upgrade of a galaxy each of whose run-time platforms hosts one engine, of a pair.</summary>
    public static string Problem(Galaxy galaxy)
    {
        var counts = Enumerable.Range(0, galaxy.Pairs.Count + 1).ToArray();
        return $"""
            (define (problem plant) (:domain upgrade)
              (:objects
                {Lines(galaxy.Platforms.Where(platform => !platform.IsGalaxyRepository).Select(platform => platform.Name))} - platform
                {Lines(counts.Select(Count))} - count)
              (:init
                (repository-deployed) ({Without(0)}) (= (total-cost) 0)
                {Lines(galaxy.Pairs.Select(pair => Partners(pair.ActiveAtStart.Platform, galaxy.PartnerOf(pair.ActiveAtStart)!.Platform)))}
                {Lines(counts.Skip(1).Select(count => $"(next {Count(count - 1)} {Count(count)})"))}
                {Lines(counts.Select(count => $"(= (price {Count(count)}) {count}) (= (price-with-failover {Count(count)}) {PriceOfAFailover + count})"))})
              (:goal (and
                {Lines(galaxy.Pairs.SelectMany(pair => new[] { pair.Primary.Platform, pair.Backup.Platform }).Select(platform => $"(upgraded {platform.Name})"))}
                ({Without(0)})))
              (:metric minimize (total-cost)))
            """;

        static string Partners(Model.Platform active, Model.Platform standby) =>
            $"(partners {active.Name} {standby.Name}) (partners {standby.Name} {active.Name}) (active {active.Name}) (ready {standby.Name})";
    }

    /// <summary>The actions that the steps of a plan are.</summary>
    public static string Plan(Galaxy galaxy, IEnumerable<Step> steps)
    {
        var state = GalaxyState.AtStart(galaxy);
        var actions = new List<string>();
        foreach (var step in steps)
        {
            var after = UpgradeProcedure.Apply(state, step).After;
            actions.Add($"({Action(state, step)} {Numbers(WithoutBackup(state), WithoutBackup(after))})");
            state = after;
        }

        return string.Join('\n', actions);
    }

    private static string Action(GalaxyState state, Step step) => step switch
    {
        Upgrade { Platform.IsGalaxyRepository: true } => "upgrade-repository",
        Reboot { Platform.IsGalaxyRepository: true } => "reboot-repository",
        MigrateGalaxy => "migrate-galaxy",
        CascadeDeploy { Selection: [Model.Platform { IsGalaxyRepository: true }] } => "deploy-repository",
        Upgrade { Platform: var platform } => $"upgrade-{RoleOf(state, platform)} {WithPartner(state.Galaxy, platform)}",
        CascadeDeploy { Selection: [Model.Platform platform] } =>
            $"deploy-beside-{(state[PartnerOf(state.Galaxy, platform)].Software == Software.New ? "new" : "old")} {WithPartner(state.Galaxy, platform)}",
        _ => throw new ArgumentException($"The domain has no action for {step}.", nameof(step)),
    };

    private static string RoleOf(GalaxyState state, Model.Platform platform) => state[state.Galaxy.EnginesOn(platform)[0]].Redundancy switch
    {
        RedundancyStatus.StandbyReady => "standby",
        RedundancyStatus.None => "stopped",
        _ => "active",
    };

    private static Model.Platform PartnerOf(Galaxy galaxy, Model.Platform platform) => galaxy.PartnerOf(galaxy.EnginesOn(platform)[0])!.Platform;

    private static string WithPartner(Galaxy galaxy, Model.Platform platform) => $"{platform.Name} {PartnerOf(galaxy, platform).Name}";

    private static int WithoutBackup(GalaxyState state) => state.Galaxy.Pairs.Count(pair => !state.HasBackup(pair));

    private static string Numbers(int before, int after) => before == after ? Count(before) : $"{Count(before)} {Count(after)}";

    private static string Without(int pairs) => $"without-backup {Count(pairs)}";

    private static string Count(int number) => $"n{number}";

    private static string Lines(IEnumerable<string> lines) => string.Join("\n    ", lines);
}

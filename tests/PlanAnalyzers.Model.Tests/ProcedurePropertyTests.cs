using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests;

/// <summary>The vendor's procedure for galaxies of any shape: the GR, then one platform after the other, in any order.</summary>
public sealed class ProcedurePropertyTests
{
    private static readonly Arbitrary<(Galaxy Galaxy, Platform[] Order)> Orders = (
        from galaxy in Galaxies.Any
        from order in Gen.Shuffle(galaxy.Platforms.Where(platform => !platform.IsGalaxyRepository).ToArray())
        select (galaxy, order)).ToArbitrary();

    [Fact]
    public void Is_safe_in_any_order_where_the_nodes_use_the_sms() => Prop.ForAll(Orders, item =>
    {
        var errors = Problems.Of(Galaxies.Procedure(item.Galaxy, item.Order))
            .Where(finding => finding.Rule.Severity == RuleSeverity.Error && finding.Rule != RuleTable.SmsRequired);
        Assert.Empty(errors);
    }).Check();

    [Fact]
    public void Needs_the_sms_at_each_node_with_a_redundant_engine() => Prop.ForAll(Orders, item =>
    {
        var findings = Problems.Of(Galaxies.Procedure(item.Galaxy, item.Order));
        var without = item.Galaxy.Pairs.SelectMany(pair => new[] { pair.Primary.Platform, pair.Backup.Platform })
            .Distinct()
            .Count(platform => platform.Sms is null);
        Assert.Equal(without, findings.Count(finding => finding.Rule == RuleTable.SmsRequired));

        var older = Problems.Of(Galaxies.Procedure(item.Galaxy, item.Order, SystemPlatform.V2023));
        Assert.Equal(without, older.Count(finding => finding.Rule == RuleTable.SmsRecommended));
    }).Check();

    [Fact]
    public void Fails_over_once_a_pair_and_once_more_where_the_active_partner_goes_first() => Prop.ForAll(Orders, item =>
    {
        Assert.Equal(FailoversByHand(item.Galaxy, item.Order), Failovers(item.Galaxy, item.Order));
    }).Check();

    [Fact]
    public void Warns_of_the_order_exactly_where_another_order_has_fewer_failovers() => Prop.ForAll(Orders, item =>
    {
        var fewest = Galaxies.Permutations(item.Order).Min(order => FailoversByHand(item.Galaxy, order));
        var warned = Problems.Of(Galaxies.Procedure(item.Galaxy, item.Order))
            .Any(finding => finding.Rule == RuleTable.StandbyFirst);
        Assert.Equal(FailoversByHand(item.Galaxy, item.Order) > fewest, warned);
    }).Check(cases: 500);

    /// <summary>Shapes that random galaxies seldom have: in a circle not every active engine's platform can wait for its standby's.</summary>
    public static TheoryData<(int Primary, int Backup, bool BackupActive)[]> Circles() => new()
    {
        new[] { (1, 2, false), (2, 1, false) },
        new[] { (1, 2, false), (2, 1, false), (1, 2, false) },
        new[] { (1, 2, false), (1, 2, false), (2, 1, false), (2, 3, false), (3, 2, false) },
        new[] { (1, 2, false), (2, 3, false), (3, 1, false) },
        new[] { (1, 2, false), (2, 3, false), (3, 1, false), (2, 3, false), (3, 4, false) },
        new[] { (1, 2, false), (2, 1, false), (3, 4, false), (4, 3, true) },
        new[] { (1, 2, false), (2, 1, false), (3, 4, false), (4, 3, false) },
        new[] { (1, 2, false), (2, 1, false), (0, 3, false), (3, 0, false), (3, 1, false) },
    };

    [Theory]
    [MemberData(nameof(Circles))]
    public void Warns_of_the_order_exactly_where_another_has_fewer_failovers_in_a_circle((int Primary, int Backup, bool BackupActive)[] pairs)
    {
        var galaxy = Galaxies.Make(4, pairs, alone: [], [true, true, true, true, true]);
        var orders = Galaxies.Permutations([.. galaxy.Platforms.Skip(1)]).ToArray();
        var fewest = orders.Min(order => FailoversByHand(galaxy, order));
        Assert.Equal(fewest, FailoverOrder.Fewest(galaxy));
        foreach (var order in orders)
        {
            var warned = Problems.Of(Galaxies.Procedure(galaxy, order)).Any(finding => finding.Rule == RuleTable.StandbyFirst);
            Assert.Equal(FailoversByHand(galaxy, order) > fewest, warned);
        }
    }

    [Fact]
    public void Ends_with_everything_new_and_deployed_and_every_pair_with_a_backup() => Prop.ForAll(Orders, item =>
    {
        var end = End(item.Galaxy, item.Order);
        Assert.All(item.Galaxy.Platforms, platform => Assert.True(end[platform] is { Software: Software.New, Deployed: true, Running: true }));
        Assert.All(item.Galaxy.Engines, engine => Assert.True(end[engine].Deployed));
        Assert.All(item.Galaxy.Pairs, pair => Assert.True(end.HasBackup(pair)));
    }).Check();

    /// <summary>The vendor's sentence as a count: standby first needs one failover; active first needs one to the old standby and one back.</summary>
    private static int FailoversByHand(Galaxy galaxy, Platform[] order)
    {
        int PlaceOf(Platform platform) => platform.IsGalaxyRepository ? -1 : Array.IndexOf(order, platform);
        return galaxy.Pairs.Sum(pair =>
        {
            var active = pair.ActiveAtStart;
            return PlaceOf(active.Platform) < PlaceOf(pair.PartnerOf(active).Platform) ? 2 : 1;
        });
    }

    private static int Failovers(Galaxy galaxy, Platform[] order) =>
        Transitions(galaxy, order).Sum(transition => transition.Effects.OfType<Failover>().Count());

    private static GalaxyState End(Galaxy galaxy, Platform[] order) => Transitions(galaxy, order).Last().After;

    private static IEnumerable<Transition> Transitions(Galaxy galaxy, Platform[] order)
    {
        var state = GalaxyState.AtStart(galaxy);
        foreach (var step in Galaxies.Procedure(galaxy, order).Steps)
        {
            var transition = UpgradeProcedure.Apply(state, step);
            yield return transition;
            state = transition.After;
        }
    }
}

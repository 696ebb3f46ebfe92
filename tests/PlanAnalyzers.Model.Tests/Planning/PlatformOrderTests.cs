using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests.Planning;

/// <summary>Orders of platforms: the exact one, the one of large groups, and what no order is better than.</summary>
public sealed class PlatformOrderTests
{
    private static readonly Arbitrary<(int Platforms, (int Standby, int Active)[] Arcs)> Few = Graphs(2, 6);
    private static readonly Arbitrary<(int Platforms, (int Standby, int Active)[] Arcs)> Some = Graphs(2, 12);

    [Fact]
    public void The_exact_order_is_the_best_of_all() => Prop.ForAll(Few, item =>
    {
        var (graph, platforms) = Of(item);
        var best = Layouts.Permutations(platforms).Min(order => Cost(graph, order));
        Assert.Equal(best, Cost(graph, PlatformOrder.Of(graph, platforms, Closed)));
    }).Check();

    [Fact]
    public void The_order_of_a_large_group_breaks_the_fewest_arcs_where_its_circles_are_small() => Prop.ForAll(Some, item =>
    {
        var (graph, platforms) = Of(item);
        var (exact, large) = (Cost(graph, PlatformOrder.Of(graph, platforms, Closed)), Cost(graph, PlatformOrder.OfMany(graph, platforms, Closed)));
        Assert.Equal(exact.Failovers, large.Failovers);
        Assert.True(exact <= large);
    }).Check();

    [Fact]
    public void No_order_is_better_than_the_bound() => Prop.ForAll(Some, item =>
    {
        var (graph, platforms) = Of(item);
        var exact = Cost(graph, PlatformOrder.Of(graph, platforms, Closed));
        var circles = graph.Circles(platforms);
        Assert.True(OrderBounds.Distance(graph, circles) <= exact.StepsWithoutBackup);
        Assert.All(circles.Where(circle => circle.Length > 1), circle =>
            Assert.True(OrderBounds.BrokenInAnyCircle(graph, circle) <= OrderBounds.Broken(graph, circle)));
    }).Check();

    [Theory]
    [InlineData(100)]
    [InlineData(3000)]
    public void A_chain_of_any_length_is_done_from_its_end(int length)
    {
        // Each platform stands by for the one before it; the order of the declarations says nothing.
        var names = Enumerable.Range(0, length).Select(place => (place * 7919) % length).ToArray();
        var graph = new PairGraph([.. Enumerable.Range(1, length - 1).Select(place => (names[place], names[place - 1]))]);
        var order = PlatformOrder.Of(graph, [.. Enumerable.Range(0, length)], Closed);
        Assert.Equal(names.Reverse(), order);
        Assert.Equal(length - 1, OrderBounds.Distance(graph, graph.Circles(order)));
    }

    [Fact]
    public void A_shared_backup_goes_first_and_then_the_one_with_most_pairs()
    {
        var graph = new PairGraph([.. Enumerable.Range(1, 20).SelectMany(active => Enumerable.Repeat((0, active), active))]);
        var order = PlatformOrder.Of(graph, [.. Enumerable.Range(0, 21)], Closed);
        Assert.Equal([0, .. Enumerable.Range(1, 20).Reverse()], order);
        Assert.Equal(PlatformOrder.Distance(graph, order), OrderBounds.Distance(graph, graph.Circles(order)));
    }

    private static int Closed(int platform) => 0;

    private static PlanCost Cost(PairGraph graph, int[] order) => new(PlatformOrder.Broken(graph, order), PlatformOrder.Distance(graph, order));

    private static (PairGraph Graph, int[] Platforms) Of((int Platforms, (int Standby, int Active)[] Arcs) item) =>
        (new PairGraph(item.Arcs), [.. Enumerable.Range(0, item.Platforms)]);

    private static Arbitrary<(int Platforms, (int Standby, int Active)[] Arcs)> Graphs(int fewest, int most) => (
        from platforms in Gen.Choose(fewest, most)
        from count in Gen.Choose(1, 2 * platforms)
        from arcs in (
            from standby in Gen.Choose(0, platforms - 1)
            from distance in Gen.Choose(1, platforms - 1)
            select (standby, (standby + distance) % platforms)).ArrayOf(count)
        select (platforms, arcs)).ToArbitrary();

}

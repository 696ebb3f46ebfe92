namespace PlanAnalyzers.Model;

/// <summary>What no order of platforms is better than, where it is too much work to look at all of them.</summary>
internal static class OrderBounds
{
    /// <summary>At least so many arcs of a circle are broken by any order.</summary>
    public static int Broken(PairGraph graph, int[] circle) => circle.Length <= ExactOrder.Largest
        ? PlatformOrder.Broken(graph, PlatformOrder.OfCircle(graph, circle))
        : BrokenInAnyCircle(graph, circle);

    /// <summary>One that closes the circle, and of two opposite ones always one.</summary>
    public static int BrokenInAnyCircle(PairGraph graph, int[] circle)
    {
        var members = new HashSet<int>(circle);
        var opposite = circle.Sum(platform => graph.Of(platform).Where(tie => members.Contains(tie.Other)).Sum(tie => Math.Min(tie.Active, tie.Standby)));
        return Math.Max(1, opposite / 2); // Each was counted at both ends.
    }

    /// <summary>
    /// At least so far apart are the two platforms of each pair, summed up: each platform has one neighbour at a distance of one before and
    /// one after it, one of each at a distance of two, and so on. Between circles it is known who comes before. Between any two neighbours
    /// of a circle's order two pairs are open at least, one that goes forth along the circle and one that comes back.
    /// </summary>
    public static int Distance(PairGraph graph, IReadOnlyList<int[]> circles)
    {
        var circleOf = PlatformOrder.CircleOf(circles);
        return circles.Sum(circle =>
            Math.Max(2 * (circle.Length - 1), circle.Sum(platform => Nearest(Ties(platform, isInTheCircle: true), sides: 2)))
            + circle.Sum(platform =>
                Nearest(Ties(platform, isInTheCircle: false).Where(tie => tie.Active > 0), sides: 1)
                + Nearest(Ties(platform, isInTheCircle: false).Where(tie => tie.Active == 0), sides: 1)));

        // Each tie counts at one end only: where it has the more company.
        IEnumerable<Tie> Ties(int platform, bool isInTheCircle) => graph.Of(platform).Where(tie =>
            circleOf.TryGetValue(tie.Other, out var other)
            && (other == circleOf[platform]) == isInTheCircle
            && (graph.Of(platform).Length, platform).CompareTo((graph.Of(tie.Other).Length, tie.Other)) > 0);
    }

    /// <summary>At least so late are platforms done for pairs that wait for them.</summary>
    public static int Waiting(IReadOnlyList<int> platforms, Func<int, int> opened) =>
        PlatformOrder.Waiting([.. platforms.OrderByDescending(opened)], opened);

    private static int Nearest(IEnumerable<Tie> ties, int sides) =>
        ties.OrderByDescending(tie => tie.Pairs).Select((tie, rank) => tie.Pairs * ((rank / sides) + 1)).Sum();
}

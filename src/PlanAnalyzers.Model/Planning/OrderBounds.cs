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
    /// one after it, one of each at a distance of two, and so on. Between circles it is known who comes before.
    /// </summary>
    public static int Distance(PairGraph graph, IReadOnlyList<int[]> circles)
    {
        var circleOf = PlatformOrder.CircleOf(circles);

        // Each tie counts at one end only: where it has the more company.
        return circleOf.Keys.Sum(platform =>
        {
            var ties = graph.Of(platform).Where(tie => circleOf.ContainsKey(tie.Other) && IsCountedAt(platform, tie.Other)).ToArray();
            return ties.Any(tie => circleOf[tie.Other] == circleOf[platform])
                ? Nearest(ties, sides: 2)
                : Nearest(ties.Where(tie => tie.Active > 0), sides: 1) + Nearest(ties.Where(tie => tie.Active == 0), sides: 1);
        });

        bool IsCountedAt(int platform, int other) => (graph.Of(platform).Length, platform).CompareTo((graph.Of(other).Length, other)) > 0;
    }

    /// <summary>At least so late are platforms done, each counted as often as it has pairs that wait for it.</summary>
    public static int Places(IEnumerable<int> waiting) => waiting.OrderByDescending(pairs => pairs).Select((pairs, place) => pairs * place).Sum();

    private static int Nearest(IEnumerable<Tie> ties, int sides) =>
        ties.OrderByDescending(tie => tie.Pairs).Select((tie, rank) => tie.Pairs * ((rank / sides) + 1)).Sum();
}

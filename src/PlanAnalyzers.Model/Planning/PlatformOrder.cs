namespace PlanAnalyzers.Model;

/// <summary>In which order platforms that pairs tie together are upgraded best.</summary>
/// <remarks>
/// Up to <see cref="ExactOrder.Largest"/> platforms the order is the best there is. A larger group is taken apart into circles, since of two
/// platforms in different circles the standby can always go first; a circle that is still too large gets the platform first that breaks the
/// fewest arcs, until what is left falls apart. Then stretches of the order are put into their best order, one after the other. That is quick,
/// so it is tried for smaller groups too: an order that meets <see cref="OrderBounds"/> is the best one.
/// </remarks>
internal static class PlatformOrder
{
    /// <summary>How many platforms of a large group's order are rearranged at a time.</summary>
    private const int Stretch = 8;

    private const int Rounds = 4;

    /// <summary>An order of a group's platforms.</summary>
    /// <param name="graph">The pairs among the platforms.</param>
    /// <param name="platforms">The platforms of one group.</param>
    /// <param name="opened">How many pairs of a platform are open before, and closed when it is done.</param>
    public static int[] Of(PairGraph graph, int[] platforms, Func<int, int> opened)
    {
        if (platforms.Length > Stretch)
        {
            var order = OfMany(graph, platforms, opened);
            if (platforms.Length > ExactOrder.Largest || MeetsTheBound(order))
            {
                return order;
            }
        }

        return ExactOrder.Of(graph, platforms, platform => -opened(platform));

        bool MeetsTheBound(int[] order)
        {
            var circles = graph.Circles(platforms);
            return Broken(graph, order) == circles.Sum(circle => OrderBounds.Broken(graph, circle))
                && Distance(graph, order) == OrderBounds.Distance(graph, circles)
                && Waiting(order, opened) == OrderBounds.Waiting(order, opened);
        }
    }

    /// <summary>How late in an order the platforms are for pairs that wait for them.</summary>
    public static int Waiting(IReadOnlyList<int> order, Func<int, int> opened) => order.Select((platform, place) => place * opened(platform)).Sum();

    /// <summary>A good order of any number of platforms.</summary>
    internal static int[] OfMany(PairGraph graph, int[] platforms, Func<int, int> opened)
    {
        var circles = graph.Circles(platforms);
        return Rearranged(graph, circles, InCircles(graph, circles, opened), opened);
    }

    /// <summary>The arcs that an order breaks: one failover each.</summary>
    public static int Broken(PairGraph graph, IReadOnlyList<int> order)
    {
        var place = Places(order);
        return order.Sum(platform => graph.Of(platform)
            .Sum(tie => place.TryGetValue(tie.Other, out var other) && other > place[platform] ? tie.Active : 0));
    }

    /// <summary>How far apart the two platforms of each pair are, summed up; the time without backup grows with that.</summary>
    public static int Distance(PairGraph graph, IReadOnlyList<int> order)
    {
        var place = Places(order);
        return order.Sum(platform => graph.Of(platform)
            .Sum(tie => place.TryGetValue(tie.Other, out var other) && other > place[platform] ? tie.Pairs * (other - place[platform]) : 0));
    }

    /// <summary>The platforms of a circle in an order that breaks few arcs, the fewest where the circle is not too large.</summary>
    public static int[] OfCircle(PairGraph graph, int[] circle)
    {
        if (circle.Length <= Stretch)
        {
            return ExactOrder.Of(graph, circle, _ => 0);
        }

        var order = Opened(graph, circle);
        return circle.Length > ExactOrder.Largest || Broken(graph, order) == OrderBounds.BrokenInAnyCircle(graph, circle)
            ? order
            : ExactOrder.Of(graph, circle, _ => 0);
    }

    /// <summary>A circle that is opened by the platform that breaks the fewest arcs, and what is left then of it in the same way.</summary>
    private static int[] Opened(PairGraph graph, int[] circle)
    {
        var order = new List<int>(circle.Length);
        var open = new Stack<int[]>();
        open.Push(circle);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (next.Length < circle.Length && next.Length <= ExactOrder.Largest)
            {
                order.AddRange(OfCircle(graph, next));
                continue;
            }

            var members = new HashSet<int>(next);
            var first = next.OrderBy(platform => graph.Of(platform).Where(tie => members.Contains(tie.Other)).Sum(tie => tie.Active - tie.Standby))
                .First();
            order.Add(first);
            foreach (var rest in graph.Circles([.. next.Where(platform => platform != first)]).Reverse())
            {
                open.Push(rest);
            }
        }

        return [.. order];
    }

    /// <summary>Circle after circle, always the one next that leaves the fewest pairs open.</summary>
    private static int[] InCircles(PairGraph graph, IReadOnlyList<int[]> circles, Func<int, int> opened)
    {
        var circleOf = CircleOf(circles);
        var opens = Sums(tie => tie.Pairs);
        var waitsFor = Sums(tie => tie.Active);
        for (var circle = 0; circle < circles.Count; circle++)
        {
            opens[circle] -= circles[circle].Sum(opened);
        }

        var ready = new SortedSet<(int Opens, int Circle)>(
            Enumerable.Range(0, circles.Count).Where(circle => waitsFor[circle] == 0).Select(circle => (opens[circle], circle)));
        var done = new bool[circles.Count];
        var order = new List<int>(circleOf.Count);
        while (ready.Count > 0)
        {
            var (_, next) = ready.Min;
            ready.Remove(ready.Min);
            done[next] = true;
            order.AddRange(OfCircle(graph, circles[next]));
            foreach (var tie in TiesOut(next))
            {
                var other = circleOf[tie.Other];
                if (!done[other])
                {
                    ready.Remove((opens[other], other));
                    opens[other] -= 2 * tie.Pairs;
                    waitsFor[other] -= tie.Standby;
                    if (waitsFor[other] == 0)
                    {
                        ready.Add((opens[other], other));
                    }
                }
            }
        }

        return [.. order];

        int[] Sums(Func<Tie, int> of) => [.. Enumerable.Range(0, circles.Count).Select(circle => TiesOut(circle).Sum(of))];

        IEnumerable<Tie> TiesOut(int circle) =>
            circles[circle].SelectMany(graph.Of).Where(tie => circleOf.TryGetValue(tie.Other, out var other) && other != circle);
    }

    /// <summary>
    /// The order with each stretch in its best order. No arc is broken for that which was not; the order within a circle that is too large to
    /// be looked at stays, since a part of it that is looked at exactly later must still be in its best order.
    /// </summary>
    private static int[] Rearranged(PairGraph graph, IReadOnlyList<int[]> circles, int[] order, Func<int, int> opened)
    {
        var circleOf = CircleOf(circles);
        var place = Places(order);
        for (var (round, isBetter) = (0, true); round < Rounds && isBetter; round++)
        {
            isBetter = false;
            for (var start = 0; start + 1 < order.Length; start += Stretch / 2)
            {
                var end = Math.Min(start + Stretch, order.Length);
                var stretch = order.Skip(start).Take(end - start).ToArray();
                var better = ExactOrder.Of(graph, stretch, platform => Opens(platform, start, end), MustStayAfter);
                if (Cost(better, start, end) < Cost(stretch, start, end))
                {
                    isBetter = true;
                    better.CopyTo(order, start);
                    for (var i = start; i < end; i++)
                    {
                        place[order[i]] = i;
                    }
                }
            }
        }

        return order;

        // Of a pair with one engine in the stretch only the place of that one matters.
        int Opens(int platform, int start, int end) =>
            graph.Of(platform).Sum(tie => place.TryGetValue(tie.Other, out var other) ? other < start ? -tie.Pairs : other >= end ? tie.Pairs : 0 : 0)
            - opened(platform);

        bool MustStayAfter(int platform, int other) =>
            circleOf[platform] == circleOf[other] && circles[circleOf[platform]].Length > ExactOrder.Largest && place[other] < place[platform];

        PlanCost Cost(int[] stretch, int start, int end) => new(
            Broken(graph, stretch),
            Distance(graph, stretch) - stretch.Select((platform, i) => i * Opens(platform, start, end)).Sum());
    }

    /// <summary>In which circle each platform is.</summary>
    public static Dictionary<int, int> CircleOf(IReadOnlyList<int[]> circles)
    {
        var circleOf = new Dictionary<int, int>();
        for (var circle = 0; circle < circles.Count; circle++)
        {
            foreach (var platform in circles[circle])
            {
                circleOf.Add(platform, circle);
            }
        }

        return circleOf;
    }

    private static Dictionary<int, int> Places(IReadOnlyList<int> order)
    {
        var places = new Dictionary<int, int>();
        for (var i = 0; i < order.Count; i++)
        {
            places.Add(order[i], i);
        }

        return places;
    }
}

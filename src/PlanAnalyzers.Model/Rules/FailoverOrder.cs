namespace PlanAnalyzers.Model;

/// <summary>Which platform should be upgraded before which, so that the pairs fail over as few times as possible.</summary>
/// <remarks>
/// A pair fails over once when its standby's platform is upgraded first, and twice otherwise. So the platforms that are still
/// old, with an arc from each pair's standby platform to its active one, are a graph, and an order costs one extra failover for
/// each arc that it breaks. Platforms that are tied in a circle (load-shared pairs) cannot all have their way; of two platforms
/// outside a circle the order always can.
/// </remarks>
internal static class FailoverOrder
{
    /// <summary>The largest circle of platforms that is looked at exactly; the work doubles with each platform.</summary>
    internal const int LargestCircle = 14;

    /// <summary>
    /// Whether upgrading this platform now makes the fewest failovers that are still possible one more. A circle with more than
    /// <see cref="LargestCircle"/> platforms gets the benefit of the doubt.
    /// </summary>
    public static bool CostsAnExtraFailover(GalaxyState state, Platform platform)
    {
        if (!HasStandbyToGoFirst(state, platform))
        {
            return false;
        }

        var arcs = Arcs(state);
        var circle = Circle(arcs, platform.Index);
        if (arcs.Any(arc => arc.Active == platform.Index && !circle.Contains(arc.Standby)))
        {
            return true;
        }

        if (circle.Count > LargestCircle)
        {
            return false;
        }

        var members = circle.OrderBy(index => index).ToArray();
        var before = Fewest(arcs, members);
        var brokenNow = arcs.Count(arc => arc.Active == platform.Index && circle.Contains(arc.Standby));
        var after = brokenNow + Fewest(arcs, members.Where(index => index != platform.Index).ToArray());
        return after > before;
    }

    /// <summary>
    /// The fewest failovers that any plan of a galaxy makes from its start, or none where a circle is too large to be looked at exactly:
    /// one for each pair, one more for each whose active engine is on the Galaxy Repository, which goes first, and one for each arc that
    /// the platforms of a circle cannot help breaking.
    /// </summary>
    public static int? Fewest(GalaxyState start)
    {
        var repository = start.Galaxy.GalaxyRepository.Index;
        var all = Arcs(start);
        var arcs = all.Where(arc => arc.Active != repository && arc.Standby != repository).ToList();
        var fewest = all.Count + all.Count(arc => arc.Active == repository);
        var left = new HashSet<int>(arcs.Select(arc => arc.Active));
        while (left.Count > 0)
        {
            var circle = Circle(arcs, left.First());
            if (circle.Count > LargestCircle)
            {
                return null;
            }

            fewest += Fewest(arcs, [.. circle]);
            left.ExceptWith(circle);
        }

        return fewest;
    }

    /// <summary>Cheap enough to ask at every step; the graph is only built where there is something to decide.</summary>
    private static bool HasStandbyToGoFirst(GalaxyState state, Platform platform)
    {
        foreach (var engine in state.Galaxy.EnginesOn(platform))
        {
            if (state[engine].Redundancy == RedundancyStatus.Active
                && state.Galaxy.PartnerOf(engine) is { } standby
                && state[standby.Platform].Software == Software.Old)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The arcs between platforms that are still old and whose pairs still have a backup.</summary>
    private static List<(int Standby, int Active)> Arcs(GalaxyState state)
    {
        var arcs = new List<(int Standby, int Active)>();
        foreach (var pair in state.Galaxy.Pairs)
        {
            if (state.ActiveOf(pair) is { } active
                && state.HasBackup(pair)
                && state[pair.Primary.Platform].Software == Software.Old
                && state[pair.Backup.Platform].Software == Software.Old)
            {
                arcs.Add((pair.PartnerOf(active).Platform.Index, active.Platform.Index));
            }
        }

        return arcs;
    }

    /// <summary>The platforms from which this one can be reached along the arcs and which it can reach.</summary>
    private static HashSet<int> Circle(List<(int Standby, int Active)> arcs, int platform)
    {
        var circle = Reach(platform, arcs.ToLookup(arc => arc.Standby, arc => arc.Active));
        circle.IntersectWith(Reach(platform, arcs.ToLookup(arc => arc.Active, arc => arc.Standby)));
        return circle;
    }

    private static HashSet<int> Reach(int from, ILookup<int, int> next)
    {
        var reached = new HashSet<int> { from };
        var open = new Stack<int>(reached);
        while (open.Count > 0)
        {
            foreach (var platform in next[open.Pop()])
            {
                if (reached.Add(platform))
                {
                    open.Push(platform);
                }
            }
        }

        return reached;
    }

    /// <summary>The fewest arcs that any order of these platforms breaks, found over all sets of platforms already done.</summary>
    private static int Fewest(List<(int Standby, int Active)> arcs, int[] members)
    {
        var bit = members.Select((platform, place) => (platform, place)).ToDictionary(pair => pair.platform, pair => pair.place);
        var weight = new int[members.Length, members.Length];
        foreach (var (standby, active) in arcs)
        {
            if (bit.TryGetValue(standby, out var from) && bit.TryGetValue(active, out var to))
            {
                weight[from, to]++;
            }
        }

        var fewest = new int[1 << members.Length];
        for (var done = 1; done < fewest.Length; done++)
        {
            fewest[done] = int.MaxValue;
            for (var last = 0; last < members.Length; last++)
            {
                if ((done & (1 << last)) != 0)
                {
                    var without = done & ~(1 << last);
                    fewest[done] = Math.Min(fewest[done], fewest[without] + BrokenBy(last, without, weight));
                }
            }
        }

        return fewest[fewest.Length - 1];
    }

    /// <summary>The arcs that are broken when a platform is upgraded before its standbys outside the set that is done.</summary>
    private static int BrokenBy(int platform, int done, int[,] weight)
    {
        var broken = 0;
        for (var standby = 0; standby < weight.GetLength(0); standby++)
        {
            if ((done & (1 << standby)) == 0 && standby != platform)
            {
                broken += weight[standby, platform];
            }
        }

        return broken;
    }
}

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
    /// <summary>
    /// Whether upgrading this platform now makes the fewest failovers that are still possible one more. A circle with more than
    /// <see cref="ExactOrder.Largest"/> platforms gets the benefit of the doubt.
    /// </summary>
    public static bool CostsAnExtraFailover(ReadableState state, Platform platform) =>
        HostsActive(state, platform) && CostsAnExtraFailoverOfItsPairs(state, platform);

    private static bool CostsAnExtraFailoverOfItsPairs(ReadableState state, Platform platform)
    {
        var standbys = Ties(state, platform.Index, toActive: false).ToArray();
        if (standbys.Length == 0)
        {
            return false;
        }

        var circle = Reach(state, platform.Index, toActive: true);
        circle.IntersectWith(Reach(state, platform.Index, toActive: false));
        if (standbys.Any(standby => !circle.Contains(standby)))
        {
            return true;
        }

        if (circle.Count > ExactOrder.Largest)
        {
            return false;
        }

        var graph = new PairGraph([
            .. circle.SelectMany(standby => Ties(state, standby, toActive: true).Where(circle.Contains).Select(active => (standby, active))),
        ]);
        return standbys.Length + Broken(graph, [.. circle.Where(index => index != platform.Index)]) > Broken(graph, [.. circle]);
    }

    /// <summary>
    /// How many failovers any plan of a galaxy makes: one for each pair, and one more for each whose active engine is on the Galaxy
    /// Repository, which goes first.
    /// </summary>
    public static int AtLeast(Galaxy galaxy) =>
        galaxy.Pairs.Count + galaxy.Pairs.Count(pair => pair.ActiveAtStart.Platform.IsGalaxyRepository);

    /// <summary>
    /// The fewest failovers that a plan of a galaxy makes: besides those of any plan one for each arc that the platforms of a circle cannot
    /// help breaking. For a circle that is too large to be looked at exactly it is what the planner finds.
    /// </summary>
    public static int Fewest(Galaxy galaxy)
    {
        var graph = PairGraph.Of(galaxy);
        var platforms = galaxy.Platforms.Where(platform => !platform.IsGalaxyRepository).Select(platform => platform.Index);
        return AtLeast(galaxy) + Broken(graph, [.. platforms]);
    }

    /// <summary>The fewest arcs that an order of platforms breaks. Between two circles it need not break any.</summary>
    private static int Broken(PairGraph graph, int[] platforms) =>
        graph.Circles(platforms).Sum(circle => PlatformOrder.Broken(graph, PlatformOrder.OfCircle(graph, circle)));

    private static bool HostsActive(ReadableState state, Platform platform)
    {
        foreach (var engine in state.Galaxy.EnginesOn(platform))
        {
            if (state[engine].Redundancy.IsActive())
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<int> Reach(ReadableState state, int from, bool toActive)
    {
        var reached = new HashSet<int> { from };
        var open = new Stack<int>(reached);
        while (open.Count > 0)
        {
            foreach (var platform in Ties(state, open.Pop(), toActive))
            {
                if (reached.Add(platform))
                {
                    open.Push(platform);
                }
            }
        }

        return reached;
    }

    /// <summary>
    /// The platforms with the other engine of a platform's pairs, once for each pair: where both platforms are still old and the pair still
    /// has a backup, and the other engine is the active one, or the standby.
    /// </summary>
    private static IEnumerable<int> Ties(ReadableState state, int platform, bool toActive)
    {
        foreach (var engine in state.Galaxy.EnginesOn(state.Galaxy.Platforms[platform]))
        {
            if (state.Galaxy.PairOf(engine) is { } pair
                && pair.PartnerOf(engine) is var partner
                && state[engine.Platform].Software == Software.Old
                && state[partner.Platform].Software == Software.Old
                && state.HasBackup(pair)
                && state.ActiveOf(pair) is { } active
                && active.Index == (toActive ? partner : engine).Index)
            {
                yield return partner.Platform.Index;
            }
        }
    }
}

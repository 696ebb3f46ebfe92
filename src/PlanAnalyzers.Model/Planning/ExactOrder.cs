namespace PlanAnalyzers.Model;

/// <summary>The best order of a few platforms, found over all sets of platforms already done: the vendor's wish first, then the open pairs.</summary>
internal static class ExactOrder
{
    /// <summary>The most platforms that are looked at exactly; the work doubles with each platform.</summary>
    public const int Largest = 14;

    private const int BitsForOpen = 40;

    /// <summary>
    /// The order that breaks the fewest arcs between the given platforms, and among those the one with the fewest pairs open after each
    /// platform, summed up. Of several the first in the order in which the platforms are given.
    /// </summary>
    /// <param name="graph">The pairs.</param>
    /// <param name="platforms">The platforms to be ordered, at most <see cref="Largest"/>.</param>
    /// <param name="opens">How many pairs with platforms outside a platform opens when it is done, less those that it closes.</param>
    /// <param name="isAfter">Whether a platform has to come after another one, for reasons of the caller's.</param>
    public static int[] Of(PairGraph graph, int[] platforms, Func<int, int> opens, Func<int, int, bool>? isAfter = null)
    {
        var ties = LocalTies(graph, platforms);
        var open = Open(ties, [.. platforms.Select(opens)]);
        var needed = Array.ConvertAll(platforms, platform => Set(platforms, other => isAfter?.Invoke(platform, other) == true));
        var all = (1 << platforms.Length) - 1;
        var best = new long[all + 1];
        var next = new byte[all + 1];
        for (var done = all - 1; done >= 0; done--)
        {
            best[done] = long.MaxValue;
            for (var i = 0; i < platforms.Length; i++)
            {
                var with = done | (1 << i);
                if (with == done || (needed[i] & ~done) != 0 || best[with] == long.MaxValue)
                {
                    continue;
                }

                var cost = ((long)Broken(ties[i], done) << BitsForOpen) + open[with] + best[with];
                if (cost < best[done])
                {
                    (best[done], next[done]) = (cost, (byte)i);
                }
            }
        }

        var order = new int[platforms.Length];
        for (var (place, done) = (0, 0); place < order.Length; done |= 1 << next[done], place++)
        {
            order[place] = platforms[next[done]];
        }

        return order;
    }

    /// <summary>The ties among the platforms, with their places instead of their indexes.</summary>
    private static Tie[][] LocalTies(PairGraph graph, int[] platforms)
    {
        var place = new Dictionary<int, int>();
        for (var i = 0; i < platforms.Length; i++)
        {
            place.Add(platforms[i], i);
        }

        return Array.ConvertAll(
            platforms,
            platform => graph.Of(platform).Where(tie => place.ContainsKey(tie.Other)).Select(tie => tie with { Other = place[tie.Other] }).ToArray());
    }

    /// <summary>The pairs that are open when a set of platforms is done, for each set, but for a number that is the same for all.</summary>
    private static int[] Open(Tie[][] ties, int[] opens)
    {
        var open = new int[1 << ties.Length];
        for (var last = 0; last < ties.Length; last++)
        {
            for (var without = 0; without < 1 << last; without++)
            {
                var change = opens[last];
                foreach (var tie in ties[last])
                {
                    change += (without & (1 << tie.Other)) != 0 ? -tie.Pairs : tie.Pairs;
                }

                open[without | (1 << last)] = open[without] + change;
            }
        }

        return open;
    }

    private static int Broken(Tie[] ties, int done)
    {
        var broken = 0;
        foreach (var tie in ties)
        {
            broken += (done & (1 << tie.Other)) != 0 ? 0 : tie.Active;
        }

        return broken;
    }

    private static int Set(int[] platforms, Func<int, bool> isIn)
    {
        var set = 0;
        for (var i = 0; i < platforms.Length; i++)
        {
            set |= isIn(platforms[i]) ? 1 << i : 0;
        }

        return set;
    }
}

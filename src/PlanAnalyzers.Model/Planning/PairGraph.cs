using System.Runtime.InteropServices;

namespace PlanAnalyzers.Model;

/// <summary>How many pairs tie a platform to another one.</summary>
/// <param name="Other">The other platform.</param>
/// <param name="Active">The pairs whose active engine is here and whose standby is on the other one, which had better go first.</param>
/// <param name="Standby">The pairs whose standby is here, which had better go first.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Tie(int Other, int Active, int Standby)
{
    public int Pairs => Active + Standby;
}

/// <summary>Platforms, by their indexes, and the pairs that tie them together: an arc goes from a pair's standby platform to its active one.</summary>
/// <remarks>
/// An order of the platforms breaks an arc where the active one goes first; that is one more failover. Between the two the pair has no
/// backup. So all that a plan can be better or worse at is in this graph and an order of its platforms.
/// </remarks>
internal sealed class PairGraph
{
    private readonly Dictionary<int, Tie[]> ties;

    public PairGraph(IReadOnlyCollection<(int Standby, int Active)> arcs) =>
        ties = arcs.Select(arc => (Here: arc.Standby, Tie: new Tie(arc.Active, Active: 0, Standby: 1)))
            .Concat(arcs.Select(arc => (Here: arc.Active, Tie: new Tie(arc.Standby, Active: 1, Standby: 0))))
            .GroupBy(end => end.Here, end => end.Tie)
            .ToDictionary(
                ends => ends.Key,
                ends => ends.GroupBy(tie => tie.Other)
                    .Select(same => new Tie(same.Key, same.Sum(tie => tie.Active), same.Sum(tie => tie.Standby)))
                    .ToArray());

    /// <summary>The run-time platforms of a galaxy at the start; those of a pair with an engine on the Galaxy Repository are not tied by it.</summary>
    public static PairGraph Of(Galaxy galaxy) => new([
        .. galaxy.Pairs.Where(pair => !pair.Primary.Platform.IsGalaxyRepository && !pair.Backup.Platform.IsGalaxyRepository)
            .Select(pair => (pair.PartnerOf(pair.ActiveAtStart).Platform.Index, pair.ActiveAtStart.Platform.Index)),
    ]);

    /// <summary>The ties of a platform to others.</summary>
    public Tie[] Of(int platform) => ties.TryGetValue(platform, out var found) ? found : [];

    /// <summary>
    /// The circles among some platforms: those of which each can be reached from each other along the arcs, a platform that is in none by
    /// itself. No arc leads from a later circle to an earlier one.
    /// </summary>
    public IReadOnlyList<int[]> Circles(IReadOnlyCollection<int> platforms) => new CircleSearch(this, platforms).Run();

    /// <summary>Tarjan's algorithm for strongly connected components, with a stack of its own, since plants have long chains.</summary>
    private sealed class CircleSearch(PairGraph graph, IReadOnlyCollection<int> platforms)
    {
        private readonly HashSet<int> members = [.. platforms];
        private readonly Dictionary<int, int> number = [];
        private readonly Dictionary<int, int> lowest = [];
        private readonly Stack<int> path = new();
        private readonly HashSet<int> onPath = [];
        private readonly Stack<(int Platform, int NextTie)> open = new();
        private readonly List<int[]> circles = [];

        public List<int[]> Run()
        {
            foreach (var platform in platforms.Where(platform => !number.ContainsKey(platform)))
            {
                Enter(platform);
                while (open.Count > 0)
                {
                    Go();
                }
            }

            circles.Reverse();
            return circles;
        }

        private void Enter(int platform)
        {
            number[platform] = lowest[platform] = number.Count;
            path.Push(platform);
            onPath.Add(platform);
            open.Push((platform, 0));
        }

        private void Go()
        {
            var (platform, next) = open.Pop();
            var ties = graph.Of(platform);
            for (; next < ties.Length; next++)
            {
                var other = ties[next].Other;
                if (ties[next].Standby == 0 || !members.Contains(other))
                {
                    continue;
                }

                if (!number.ContainsKey(other))
                {
                    open.Push((platform, next)); // The tie is looked at again when all behind it is known.
                    Enter(other);
                    return;
                }

                if (onPath.Contains(other))
                {
                    lowest[platform] = Math.Min(lowest[platform], lowest[other]);
                }
            }

            if (lowest[platform] == number[platform])
            {
                Close(platform);
            }
        }

        private void Close(int first)
        {
            var circle = new List<int>();
            int platform;
            do
            {
                platform = path.Pop();
                onPath.Remove(platform);
                circle.Add(platform);
            }
            while (platform != first);
            circle.Sort();
            circles.Add([.. circle]);
        }
    }
}

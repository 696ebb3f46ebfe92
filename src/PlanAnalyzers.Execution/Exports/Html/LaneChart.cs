using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>
/// A plan as lanes over its steps. The lanes of platforms, engines and the galaxy show the state when a step is done; the lane of a pair shows
/// whether it has a backup during the whole step.
/// </summary>
internal sealed class LaneChart
{
    private readonly ValidatedPlan plan;
    private readonly LaneLooks looks;
    private readonly List<(int Column, LaneLook Look)>[] platforms;
    private readonly List<(int Column, LaneLook Look)>[] engines;
    private readonly List<(int Column, LaneLook Look)>[] pairs;
    private readonly List<(int Column, LaneLook Look)> database = [];
    private readonly Dictionary<AppEngine, int> pairOf = [];

    private LaneChart(ValidatedPlan plan, AssumedCourse course)
    {
        this.plan = plan;
        looks = new LaneLooks(plan.Plan);
        platforms = Lists(plan.Galaxy.Platforms.Count);
        engines = Lists(plan.Galaxy.Engines.Count);
        pairs = Lists(plan.Galaxy.Pairs.Count);
        for (var i = 0; i < plan.Galaxy.Pairs.Count; i++)
        {
            pairOf[plan.Galaxy.Pairs[i].Primary] = i;
            pairOf[plan.Galaxy.Pairs[i].Backup] = i;
        }

        Columns = plan.Transitions.Count + 1;
        Collect(course);
        Groups = [.. Make()];
    }

    /// <summary>The start and the steps.</summary>
    public int Columns { get; }

    /// <summary>The lanes: first that of the galaxy, then those of the platforms.</summary>
    public IReadOnlyList<LaneGroup> Groups { get; }

    public static LaneChart Of(ValidatedPlan plan, AssumedCourse course) => new(plan, course);

    /// <summary>A segment begins where something looks otherwise than before, so only what a step changes is looked at.</summary>
    private void Collect(AssumedCourse course)
    {
        Note(0, plan.Start, plan.Galaxy.Platforms);
        Note(database, 0, looks.Of(plan.Start.Database));
        for (var i = 0; i < pairs.Length; i++)
        {
            Note(i, 0, plan.Start, withoutBackup: null);
        }

        var open = new HashSet<int>();
        for (var column = 1; column < Columns; column++)
        {
            var transition = plan.Transitions[column - 1];
            foreach (var change in transition.Changes)
            {
                switch (change)
                {
                    case PlatformChange { Platform: var platform }:
                        Note(column, transition.After, [platform]);
                        break;
                    case EngineChange { Engine: var engine }:
                        Note(engines[engine.Index], column, looks.Of(transition.After, engine));
                        break;
                    case DatabaseChange:
                        Note(database, column, looks.Of(transition.After.Database));
                        Note(column, transition.After, plan.Galaxy.Platforms); // A migration puts all that are old in software upgrade pending.
                        break;
                }
            }

            NotePairs(column, transition, course.WithoutBackup, open);
        }
    }

    private void NotePairs(int column, Transition transition, ILookup<string, Interruption> withoutBackup, HashSet<int> open)
    {
        var touched = transition.Changes.OfType<EngineChange>().Select(change => change.Engine)
            .Concat(transition.Step.Targets.OfType<Platform>().SelectMany(plan.Galaxy.EnginesOn))
            .Where(pairOf.ContainsKey)
            .Select(engine => pairOf[engine])
            .Concat(open)
            .Distinct()
            .ToArray();
        open.Clear();
        foreach (var i in touched)
        {
            var lasts = withoutBackup[plan.Galaxy.Pairs[i].ToString()].Where(time => time.FromStep <= column && (time.ToStep ?? Columns) >= column).ToArray();
            Note(i, column, transition.After, lasts.LastOrDefault());
            if (lasts.Any(time => time.ToStep == column))
            {
                open.Add(i); // Over at the end of this step.
            }
        }
    }

    private void Note(int column, GalaxyState state, IEnumerable<Platform> changed)
    {
        foreach (var platform in changed)
        {
            Note(platforms[platform.Index], column, looks.Of(state, platform));
            foreach (var engine in plan.Galaxy.EnginesOn(platform))
            {
                Note(engines[engine.Index], column, looks.Of(state, engine));
            }
        }
    }

    private void Note(int pair, int column, GalaxyState state, Interruption? withoutBackup) =>
        Note(pairs[pair], column, looks.Of(state, plan.Galaxy.Pairs[pair], withoutBackup));

    private static void Note(List<(int Column, LaneLook Look)> lane, int column, LaneLook look)
    {
        if (lane.Count > 0 && lane[^1].Column == column)
        {
            lane.RemoveAt(lane.Count - 1);
        }

        if (lane.Count == 0 || lane[^1].Look != look)
        {
            lane.Add((column, look));
        }
    }

    private IEnumerable<LaneGroup> Make()
    {
        var galaxy = plan.Galaxy;
        yield return new LaneGroup(
            [new Lane(LaneKind.Galaxy, galaxy.Name, "galaxy", Segments(database))], Array.Empty<LaneArrow>().ToLookup(_ => "", StringComparer.Ordinal));
        var arrows = plan.Transitions
            .SelectMany((transition, index) => transition.Effects.OfType<Failover>().Select(failover => new LaneArrow(index + 1, failover)))
            .ToLookup(arrow => arrow.Effect.To);
        foreach (var group in new PlatformGroups(galaxy).All())
        {
            var lanes = new List<Lane>();
            var hosted = group.SelectMany(index => galaxy.EnginesOn(galaxy.Platforms[index])).ToArray();
            lanes.AddRange(hosted.Where(pairOf.ContainsKey).Select(engine => pairOf[engine]).Distinct().Order().Select(i => new Lane(
                LaneKind.Pair, galaxy.Pairs[i].ToString(), galaxy.Pairs[i].Historized ? "pair, historized" : "pair", Segments(pairs[i]))));
            foreach (var platform in group.Select(index => galaxy.Platforms[index]))
            {
                lanes.Add(new Lane(LaneKind.Platform, platform.Name, platform.Node, Segments(platforms[platform.Index])));
                lanes.AddRange(galaxy.EnginesOn(platform).Select(engine => new Lane(
                    LaneKind.Engine, engine.Name, Role(engine), Segments(engines[engine.Index]))));
            }

            var order = lanes.Where(lane => lane.Kind == LaneKind.Engine).Select((lane, place) => (lane.Name, place))
                .ToDictionary(lane => lane.Name, lane => lane.place, StringComparer.Ordinal);
            yield return new LaneGroup(lanes, hosted.SelectMany(engine => arrows[engine]).ToLookup(
                arrow => order[arrow.Effect.From.Name] < order[arrow.Effect.To.Name] ? arrow.Effect.From.Name : arrow.Effect.To.Name,
                StringComparer.Ordinal));
        }
    }

    private string Role(AppEngine engine) =>
        plan.Galaxy.PairOf(engine) is not { } pair ? "engine" : pair.Primary == engine ? "primary" : "backup";

    private LaneSegment[] Segments(List<(int Column, LaneLook Look)> lane) =>
    [
        .. lane.Select((part, index) => new LaneSegment(
            part.Column, (index + 1 < lane.Count ? lane[index + 1].Column : Columns) - part.Column, part.Look)),
    ];

    private static List<(int Column, LaneLook Look)>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<(int, LaneLook)>())];
}

using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>How something is from one column of the chart to another. Column 0 is the start; column n is step n.</summary>
/// <param name="First">The first column.</param>
/// <param name="Count">How many columns.</param>
/// <param name="Look">How it looks.</param>
internal sealed record LaneSegment(int First, int Count, LaneLook Look)
{
    public int End => First + Count;
}

/// <summary>How a state looks in the chart.</summary>
/// <param name="Class">The classes that colour it.</param>
/// <param name="Label">What it reads.</param>
/// <param name="Title">All of it, in the words of the state.</param>
internal sealed record LaneLook(string Class, string Label, string Title);

/// <summary>A lane of the chart.</summary>
/// <param name="Kind">What has it: the galaxy, a pair, a platform or an engine.</param>
/// <param name="Name">Its name.</param>
/// <param name="Remark">What and where it is.</param>
/// <param name="Segments">How it is, without gaps from the start to the last step.</param>
internal sealed record Lane(LaneKind Kind, string Name, string Remark, IReadOnlyList<LaneSegment> Segments);

/// <summary>What a lane is of.</summary>
internal enum LaneKind
{
    Galaxy,
    Pair,
    Platform,
    Engine,
}

/// <summary>A failover, drawn from one engine's lane to the other's.</summary>
/// <param name="Step">The number of its step.</param>
/// <param name="Effect">What happens.</param>
internal sealed record LaneArrow(int Step, Failover Effect);

/// <summary>Lanes that belong together: the galaxy, or platforms that pairs tie together with what they host.</summary>
/// <param name="Lanes">The lanes.</param>
/// <param name="Arrows">The failovers, by the name of the engine whose lane is the upper one.</param>
internal sealed record LaneGroup(IReadOnlyList<Lane> Lanes, ILookup<string, LaneArrow> Arrows)
{
    /// <summary>The place of an engine's lane.</summary>
    public int RowOf(AppEngine engine)
    {
        for (var row = 0; row < Lanes.Count; row++)
        {
            if (Lanes[row].Kind == LaneKind.Engine && Lanes[row].Name == engine.Name)
            {
                return row;
            }
        }

        return -1;
    }
}

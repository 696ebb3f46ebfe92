using System.Runtime.InteropServices;

namespace PlanAnalyzers.Model;

/// <summary>What a plan costs the plant. Of two plans the one with fewer failovers is better, and of those the one with less time without backup.</summary>
/// <param name="Failovers">The failovers, each with a gap in the collected data.</param>
/// <param name="StepsWithoutBackup">
/// How long pairs have no backup: of each pair the steps after which nothing could take over, summed up over the pairs.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlanCost(int Failovers, int StepsWithoutBackup) : IComparable<PlanCost>
{
    /// <summary>The cost of a plan whose steps make these transitions.</summary>
    public static PlanCost Of(IEnumerable<Transition> transitions)
    {
        var cost = default(PlanCost);
        foreach (var transition in transitions)
        {
            cost = new PlanCost(
                cost.Failovers + transition.Effects.Count(effect => effect is Failover),
                cost.StepsWithoutBackup + transition.After.Galaxy.Pairs.Count(pair => !transition.After.HasBackup(pair)));
        }

        return cost;
    }

    /// <inheritdoc />
    public int CompareTo(PlanCost other) => (Failovers, StepsWithoutBackup).CompareTo((other.Failovers, other.StepsWithoutBackup));

    /// <summary>Whether one cost is lower.</summary>
    public static bool operator <(PlanCost left, PlanCost right) => left.CompareTo(right) < 0;

    /// <summary>Whether one cost is higher.</summary>
    public static bool operator >(PlanCost left, PlanCost right) => left.CompareTo(right) > 0;

    /// <summary>Whether one cost is not higher.</summary>
    public static bool operator <=(PlanCost left, PlanCost right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one cost is not lower.</summary>
    public static bool operator >=(PlanCost left, PlanCost right) => left.CompareTo(right) >= 0;
}

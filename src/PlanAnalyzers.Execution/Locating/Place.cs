using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A place in a plan: steps that are done while the others are not. With branches it is one for each way in which they can be ahead.</summary>
/// <param name="Done">The numbers of the steps that are done, from 1, in the order in which they are written.</param>
/// <param name="Differences">What is seen to be otherwise than the plan promises there.</param>
internal sealed record Place(IReadOnlyList<int> Done, IReadOnlyList<Difference> Differences)
{
    /// <summary>The plan with these steps done.</summary>
    public PlanStateMachine In(ValidatedPlan plan)
    {
        var machine = new PlanStateMachine(plan);
        foreach (var number in Done)
        {
            machine.FireAt(number - 1);
        }

        return machine;
    }
}

/// <summary>Where a galaxy is in a plan, by what was seen of it.</summary>
/// <param name="Places">The places, those with the fewest differences first; at least one.</param>
/// <param name="NotSeen">What should have been seen and was not: nothing is known of it.</param>
internal sealed record Location(IReadOnlyList<Place> Places, IReadOnlyList<Difference> NotSeen)
{
    /// <summary>The places that are just as what was seen; none where the galaxy is in no state of the plan.</summary>
    public IReadOnlyList<Place> Exact { get; } = [.. Places.TakeWhile(place => place.Differences.Count == 0)];

    /// <summary>Whether it is known for sure where the galaxy is.</summary>
    public bool IsCertain => Exact.Count == 1 && NotSeen.Count == 0;

    /// <summary>What the program returns for it.</summary>
    public ExitCode ExitCode => IsCertain ? ExitCode.Done : Exact.Count > 0 ? ExitCode.Ambiguous : ExitCode.RunFailed;
}

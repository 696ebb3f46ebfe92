using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>What is different between the state that a plan promises and the one that is observed.</summary>
internal static class StateDifference
{
    /// <summary>The differences, one sentence each; none where the states are equal.</summary>
    public static IReadOnlyList<string> Between(ValidatedPlan plan, GalaxyState promised, GalaxyState observed)
    {
        if (observed.Equals(promised))
        {
            return [];
        }

        var text = new StateText(plan.Plan);
        return text.Rows(promised)
            .Zip(text.Rows(observed))
            .Where(pair => pair.First != pair.Second)
            .Select(pair => $"{pair.First.Name} should be: {pair.First.State}; it is: {pair.Second.State}")
            .DefaultIfEmpty("The galaxy is another one than the plan's")
            .ToArray();
    }
}

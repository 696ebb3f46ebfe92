namespace PlanAnalyzers.Model.Tests.Planning;

/// <summary>The planner against an exhaustive search, for every layout of a small galaxy.</summary>
public sealed class OptimalPlanTests(ITestOutputHelper output)
{
    /// <summary>Set to 1, the layouts with four platforms are searched too, which takes minutes.</summary>
    private const string Exhaustive = "PLANANALYZERS_EXHAUSTIVE";

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
#if !MUTATION
    [InlineData(2, 3)]
    [InlineData(3, 3)]
#endif
    public void No_plan_costs_less(int platforms, int pairs)
    {
        var (layouts, states) = (0, 0L);
        foreach (var layout in Layouts.Of(platforms, pairs))
        {
            var galaxy = layout.Galaxy();
            var search = new ExhaustiveSearch(galaxy);
            var planned = Planner.Plan(galaxy, SystemPlatform.V2023R2SP1, PlannerOptions.Minimal);
            Assert.Equal((layout, search.Run()), (layout, planned.Cost));
            Assert.True(planned.IsProvenOptimal);
            layouts++;
            states += search.States;
        }

        output.WriteLine($"{layouts} layouts, {states} states");
    }

    [Theory]
    [InlineData(4, 2)]
    [InlineData(4, 3)]
    public void No_plan_of_four_platforms_costs_less(int platforms, int pairs)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Exhaustive) == "1", $"Takes minutes; set {Exhaustive}=1 to run it.");
        No_plan_costs_less(platforms, pairs);
    }
}

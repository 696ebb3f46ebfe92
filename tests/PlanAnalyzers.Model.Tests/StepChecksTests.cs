using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests;

/// <summary>Which checks a step is asked, and what a check costs where nothing is wrong.</summary>
public sealed class StepChecksTests
{
    private static readonly Arbitrary<(Galaxy Galaxy, Step[] Steps)> Walks = (
        from galaxy in Galaxies.Any
        from steps in Gen.Elements(Galaxies.StepsOf(galaxy)).ArrayOf(30)
        select (galaxy, Galaxies.Procedure(galaxy, galaxy.Platforms.Skip(1)).Steps.SelectMany((step, index) => new[] { step, steps[index % 30] }).ToArray()))
        .ToArbitrary();

    [Fact]
    public void A_check_that_a_kind_of_step_is_not_asked_would_find_nothing_wrong_with_one() => Prop.ForAll(Walks, walk =>
    {
        var state = GalaxyState.AtStart(walk.Galaxy);
        foreach (var step in walk.Steps)
        {
            var plan = new UpgradePlan("Upgrade", walk.Galaxy, SystemPlatform.V2020R2SP1, SystemPlatform.V2023R2SP1, new[] { step }.ToPlanSteps());
            var position = new PlanWalk(plan) { State = new TransitionBuilder(state) };
            var asked = StepChecks.Of(step);
            Assert.All(StepChecks.Needs.Except(asked.Needs), check => Assert.Null(check(position)));
            Assert.All(StepChecks.Hazards.Except(asked.Hazards), check => Assert.Empty(check(position)));
            state = UpgradeProcedure.Apply(state, step).After;
        }
    }).Check();

    /// <summary>Allocated bytes, since a clock says nothing on a machine that others use too.</summary>
    [Theory]
    [InlineData(false, 500)]
    [InlineData(true, 2_000)]
    public void What_a_step_costs_does_not_grow_with_the_galaxy(bool inBranches, int most)
    {
        var (small, large) = (BytesPerStep(20, inBranches), BytesPerStep(500, inBranches));
        Assert.InRange(small, 1, most);
        Assert.InRange(large, 0, small * 1.1);
    }

    private static double BytesPerStep(int pairs, bool inBranches)
    {
        var galaxy = Galaxies.OfPairs(pairs);
        var plan = Galaxies.Procedure(galaxy, galaxy.Platforms.Skip(1).Reverse());
        if (inBranches)
        {
            // Two pairs at a time, side by side.
            var groups = plan.Steps.Skip(4).Chunk(8).Select(group => new InParallel(ValueList.Of(Branch(group[..4]), Branch(group[4..]))));
            plan = plan with { Steps = plan.Steps.Take(4).Concat<PlanPart>(groups).ToPlanSteps() };
        }

        PlanCheck.Run(plan);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var check = PlanCheck.Run(plan);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(check.IsValid);
        return bytes / (double)plan.Steps.Count;

        static Branch Branch(Step[] steps) => new(steps.ToValueList<PlanPart>());
    }
}

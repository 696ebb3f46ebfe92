using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests;

/// <summary>Changes to valid plans of galaxies of any shape: those that mean nothing, and those that are a mistake.</summary>
public sealed class MistakePropertyTests
{
    /// <summary>Plans without fault, with the place of a step. Some layouts have none: a pair with an engine on the GR stays open for long.</summary>
    private static readonly Arbitrary<(UpgradePlan Plan, int At)> Plans = (
        from galaxy in Galaxies.Any
        let connected = Galaxies.Connected(galaxy)
        from order in Gen.Shuffle(connected.Platforms.Where(platform => !platform.IsGalaxyRepository).ToArray())
        from at in Gen.Choose(0, int.MaxValue)
        let plan = Galaxies.Procedure(connected, Galaxies.FewestFailovers(connected, order))
        where Problems.Of(plan).Count == 0
        select (plan, at % plan.Steps.Count)).ToArbitrary();

    [Fact]
    public void Independent_neighbours_may_change_places() => Prop.ForAll(Plans, item =>
    {
        var steps = item.Plan.Steps.ToArray();
        for (var i = 0; i + 1 < steps.Length; i++)
        {
            var (first, second) = (Footprint.Of(item.Plan.Galaxy, steps[i]), Footprint.Of(item.Plan.Galaxy, steps[i + 1]));
            if (first.IsGalaxyWide || second.IsGalaxyWide || first.Touched.Intersect(second.Touched).Any())
            {
                continue;
            }

            var swapped = item.Plan with { Steps = Swapped(steps, i).ToPlanSteps() };
            Assert.True(PlanCheck.Run(swapped).IsValid);
            Assert.Equal(PlanCheck.Run(item.Plan).Transitions[^1].After, PlanCheck.Run(swapped).Transitions[^1].After);
        }
    }).Check();

    [Fact]
    public void Nothing_of_a_minimal_plan_can_be_left_out() => Prop.ForAll(Plans, item =>
    {
        Assert.True(PlanCheck.Run(item.Plan).IsValid);
        Assert.False(PlanCheck.Run(Without(item.Plan, item.At)).IsValid);
    }).Check();

    [Fact]
    public void A_step_left_out_is_one_finding() => Prop.ForAll(Plans, item => AssertOne(Without(item.Plan, item.At)))
        .Check(cases: 500);

    [Fact]
    public void A_step_doubled_is_one_finding() => Prop.ForAll(Plans, item =>
    {
        if (item.Plan.Steps[item.At] is not Reboot)
        {
            AssertOne(item.Plan with { Steps = item.Plan.Steps.Take(item.At).Concat(item.Plan.Steps.Skip(item.At).Prepend(item.Plan.Steps[item.At])).ToPlanSteps() });
        }
    }).Check(cases: 500);

    [Fact]
    public void Dependent_neighbours_in_the_wrong_order_are_one_finding() => Prop.ForAll(Plans, item =>
    {
        var steps = item.Plan.Steps.ToArray();
        if (item.At + 1 < steps.Length
            && (item.At < 4 || (steps[item.At] is Upgrade && steps[item.At + 1] is CascadeDeploy)))
        {
            AssertOne(item.Plan with { Steps = Swapped(steps, item.At).ToPlanSteps() });
        }
    }).Check(cases: 500);

    private static void AssertOne(UpgradePlan mistaken)
    {
        var found = Problems.Of(mistaken);
        Assert.True(found.Count == 1, $"{mistaken.Steps}\n{string.Join('\n', found.Select(finding => $"{finding.Place} {finding}"))}");
    }

    private static UpgradePlan Without(UpgradePlan plan, int at) =>
        plan with { Steps = plan.Steps.Where((_, index) => index != at).ToPlanSteps() };

    private static IEnumerable<Step> Swapped(Step[] steps, int at) => [.. steps[..at], steps[at + 1], steps[at], .. steps[(at + 2)..]];
}

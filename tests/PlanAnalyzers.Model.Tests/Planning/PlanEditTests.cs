using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests.Planning;

/// <summary>Edits of plans with phases and branches. Steps are numbered from 0 in the order in which they stand.</summary>
public sealed class PlanEditTests
{
    private const string Steps = "Manual(0) { Manual(1) { Manual(2) } } [ Manual(3) Manual(4) | { Manual(5) } ] Manual(6)";

    [Fact]
    public void Steps_are_put_beside_others_or_outside_of_what_these_stand_in()
    {
        AssertEdited("New(a) Manual(0) { Manual(1) { Manual(2) } } [ Manual(3) Manual(4) | { Manual(5) } ] Manual(6)", Insert(PlanPosition.Before(0)));
        AssertEdited("Manual(0) { Manual(1) { Manual(2) New(a) } } [ Manual(3) Manual(4) | { Manual(5) } ] Manual(6)", Insert(PlanPosition.After(2)));
        AssertEdited("Manual(0) { Manual(1) New(a) { Manual(2) } } [ Manual(3) Manual(4) | { Manual(5) } ] Manual(6)", Insert(new(2, IsAfter: false, Out: 1)));
        AssertEdited("Manual(0) { Manual(1) { Manual(2) } } New(a) [ Manual(3) Manual(4) | { Manual(5) } ] Manual(6)", Insert(new(2, IsAfter: true, Out: 2)));
        AssertEdited("Manual(0) { Manual(1) { Manual(2) } } [ Manual(3) Manual(4) | New(a) { Manual(5) } ] Manual(6)", Insert(new(5, IsAfter: false, Out: 1)));
        AssertEdited("Manual(0) { Manual(1) { Manual(2) } } New(a) [ Manual(3) Manual(4) | { Manual(5) } ] Manual(6)", Insert(new(4, IsAfter: false, Out: 1)));
        AssertEdited("Manual(0) { Manual(1) { Manual(2) } } [ Manual(3) Manual(4) | { Manual(5) } ] Manual(6) New(a)", Insert(new(7, IsAfter: false)));
        AssertEdited("New(a)", PlanSteps.Empty, Insert(PlanPosition.EndOf(PlanSteps.Empty)));
    }

    [Fact]
    public void A_part_that_loses_its_last_step_goes_with_it()
    {
        AssertEdited("Manual(0) { Manual(1) } [ Manual(3) Manual(4) | { Manual(5) } ] Manual(6)", new RemoveStep(2));
        AssertEdited("Manual(0) { Manual(1) { Manual(2) } } Manual(3) Manual(4) Manual(6)", new RemoveStep(5));
        AssertEdited("Manual(0) { Manual(1) { Manual(2) } } { Manual(5) } Manual(6)", new RemoveStep(3), new RemoveStep(4));
    }

    [Fact]
    public void Steps_are_moved_replaced_and_put_one_after_the_other()
    {
        AssertEdited("Manual(0) { Manual(1) { Manual(2) } } [ Manual(3) | { Manual(5) } ] Manual(6) Manual(4)", new MoveSteps(4, 1, PlanPosition.After(6)));
        AssertEdited("Manual(3) Manual(4) Manual(0) { Manual(1) { Manual(2) } } { Manual(5) } Manual(6)", new MoveSteps(3, 2, PlanPosition.Before(0)));
        AssertEdited("Manual(0) { Manual(1) { New(a) New(b) } } [ Manual(3) Manual(4) | { Manual(5) } ] Manual(6)", new ReplaceStep(2, New("a", "b")));
        AssertEdited("Manual(0) { Manual(1) { Manual(2) } } Manual(3) Manual(4) { Manual(5) } Manual(6)", new UnfoldBranches(5));
    }

    [Fact]
    public void What_is_put_at_one_place_stands_there_in_the_order_of_the_edits() => AssertEdited(
        "Manual(0) New(a) Manual(6) New(b) { Manual(1) { Manual(2) } } [ Manual(3) Manual(4) | { Manual(5) } ]",
        new InsertSteps(New("a"), PlanPosition.After(0)),
        new MoveSteps(6, 1, PlanPosition.After(0)),
        new InsertSteps(New("b"), PlanPosition.After(0)));

    [Fact]
    public void Connecting_a_platform_changes_the_galaxy_and_leaves_the_steps_alone()
    {
        var plan = PlanEdit.Apply(Plan(VendorProcedure.Steps), [new ConnectToSms(P0, Sms)]);
        Assert.Equal(Sms, plan.Galaxy.GalaxyRepository.Sms);
        Assert.Equal(VendorProcedure.Steps.Select(step => step.ToString()), plan.Steps.Select(step => step.ToString()));
        Assert.True(PlanCheck.Run(plan).IsValid);
        Assert.All(plan.Steps.SelectMany(step => step.Targets), target => Assert.Contains(target, plan.Galaxy.Platforms));
    }

    [Fact]
    public void Declaring_a_server_adds_it_to_the_galaxy_that_platforms_are_then_connected_to()
    {
        var galaxy = new Galaxy("Plant7", ValueList<SystemManagementServer>.Empty, Plant7.Platforms, Plant7.Engines);
        var plan = PlanEdit.Apply(Plan(VendorProcedure.Steps) with { Galaxy = galaxy }, [new DeclareSms(Sms), new ConnectToSms(P0, Sms)]);
        Assert.Equal([Sms], plan.Galaxy.Servers);
        Assert.Equal(Sms, plan.Galaxy.GalaxyRepository.Sms);
        Assert.True(PlanCheck.Run(plan).IsValid);
    }

    private static InsertSteps Insert(PlanPosition at) => new(New("a"), at);

    private static ValueList<Step> New(params string[] names) => names.Select(name => new Approve(name)).ToValueList<Step>();

    private static void AssertEdited(string expected, params PlanEdit[] edits) => AssertEdited(expected, PlanText.Parse(Plant7, Steps), edits);

    private static void AssertEdited(string expected, PlanSteps steps, params PlanEdit[] edits) => Assert.Equal(
        PlanText.Parse(Plant7, expected.Replace("New", "Approve", StringComparison.Ordinal)),
        PlanEdit.Apply(Plan() with { Steps = steps }, edits).Steps);
}

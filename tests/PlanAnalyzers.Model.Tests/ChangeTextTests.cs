using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>What steps change in one line, and how many of them can be told of.</summary>
public sealed class ChangeTextTests
{
    private const string Gr = "Upgrade(P0) Reboot(P0) Migrate() CascadeDeploy(P0) ";

    [Theory]
    [InlineData("", "Upgrade(P0)", "P0 Undeployed, reboot pending")]
    [InlineData("Upgrade(P0)", "Reboot(P0)", "P0 rebooted")]
    [InlineData("Upgrade(P0) Reboot(P0)", "Migrate()", "galaxy migrated; P1, P2 SUP")]
    [InlineData("", Gr, "galaxy migrated; P0 2023 R2 SP1; P1, P2 SUP")]
    [InlineData(Gr, "Upgrade(P2)", "P2, E1b Undeployed; E1 Active - Standby not Available")]
    [InlineData(Gr + "Upgrade(P2)", "CascadeDeploy(P2)", "P2 Deployed; E1 Undeployed; E1b Active - Partner not Upgraded; outage of E1/E1b")]
    [InlineData(Gr, "Upgrade(P1)", "P1, E1 Undeployed; E1b Active - Standby not Available")]
    [InlineData(Gr, "Upgrade(P1) Upgrade(P2)", "P1, P2, E1, E1b Undeployed; outage of E1/E1b")]
    [InlineData("", "ShutDown(P2)", "P2 shut down; E1 Active - Standby not Available; E1b Shut down")]
    [InlineData("ShutDown(P2)", "Start(P2)", "P2 running; E1 Active; E1b Standby - Ready")]
    [InlineData("ShutDown(P2)", "Undeploy(P2)", "P2, E1b Undeployed")]
    [InlineData("", "ConfigureSms(P0)", "P0 SMS configured")]
    [InlineData("", "Upload()", "run-time changes uploaded")]
    [InlineData(Gr, "ViewApps() LoadBalancing()", "ViewApps migrated; CPU load balancing enabled")]
    [InlineData("", "ForceFailover(E1)", "E1 Standby - Ready; E1b Active")]
    [InlineData("", "Reboot(P0)", "")]
    [InlineData("", "ForceFailover(E1) ForceFailover(E1b)", "")]
    public void Says_what_is_different_after_the_steps(string before, string steps, string text)
    {
        var all = PlanText.Parse(Plant7, before + " " + steps);
        var transitions = new List<Transition>();
        foreach (var step in all)
        {
            transitions.Add(UpgradeProcedure.Apply(transitions.Count == 0 ? GalaxyState.AtStart(Plant7) : transitions[^1].After, step));
        }

        Assert.Equal(text, ChangeText.Of(Plan(), transitions[PlanText.Parse(Plant7, before).Count..]));
    }

    [Theory]
    [InlineData(Gr + "Upgrade(P2) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1)", 8)]
    [InlineData(Gr + "Upgrade(P2)", 5)] // What is wrong with it is wrong at its end.
    [InlineData(Gr + "Upgrade(P2) Upgrade(P1) CascadeDeploy(P1)", 5)]
    [InlineData("Migrate() " + Gr, 0)]
    public void Only_what_comes_before_an_error_is_known(string steps, int known)
    {
        var plan = Plan() with { Steps = PlanText.Parse(Plant7, steps) };

        var transitions = PlanCheck.TransitionsBeforeAnError(PlanCheck.Run(plan));

        Assert.Equal(plan.Steps.Take(known), transitions.Select(transition => transition.Step));
    }

    [Fact]
    public void Of_a_plan_between_versions_that_are_wrong_nothing_is_known()
    {
        var plan = Plan(Steps) with { To = SystemPlatform.V2020 };

        Assert.Empty(PlanCheck.TransitionsBeforeAnError(PlanCheck.Run(plan)));
    }
}

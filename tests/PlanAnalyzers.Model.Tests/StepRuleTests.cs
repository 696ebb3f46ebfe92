using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>Rules of the steps that the published procedure does without, and of steps side by side.</summary>
public sealed class StepRuleTests
{
    private const string Gr = "Upgrade(P0) Reboot(P0) Migrate() CascadeDeploy(P0) ";
    private const string Second = "Upgrade(P2) CascadeDeploy(P2) ";
    private const string First = "Upgrade(P1) CascadeDeploy(P1) ";

    [Theory]

    // Shut down and start.
    [InlineData(Gr + "ShutDown(P2) " + Second + "ShutDown(P1) Start(P1) " + First, "")]
    [InlineData(Gr + "ShutDown(P2) Start(P2) " + Second + First, "")]
    [InlineData(Gr + "ShutDown(P2) Upgrade(P2) CascadeDeploy(P2) " + First, "")]
    [InlineData(Gr + Second + First + "ShutDown(P2)", "9:UPG6003")]
    [InlineData(Gr + Second + First + "ShutDown(P2) Reboot(P2)", "9:UPG6003")]
    [InlineData(Gr + Second + First + "ShutDown(P2) Reboot(P2) Start(P2)", "")]
    [InlineData(Gr + Second + First + "ShutDown(P2) ShutDown(P1) Start(P1) Start(P2)", "10:UPG4006")]
    [InlineData("ShutDown(P2) ShutDown(P1) Start(P1) Start(P2) " + Gr + Second + First, "2:UPG4006")]
    [InlineData(Gr + Second + First + "Start(P2)", "9:UPG4008")]
    [InlineData(Gr + "Upgrade(P2) Start(P2) CascadeDeploy(P2) " + First, "6:UPG4008")]
    [InlineData(Gr + "Upgrade(P2) ShutDown(P2) CascadeDeploy(P2) " + First, "6:UPG4008")]
    [InlineData(Gr + "Upgrade(P2) ShutDown(P1) CascadeDeploy(P2) " + First, "6:UPG4006")]
    [InlineData(Gr + "ShutDown(P0) " + Second + First + "Start(P0)", "6:UPG4004")]
    [InlineData(Gr + "ShutDown(P0) " + Second + First, "6:UPG4004")]
    [InlineData(Gr + "ShutDown(P0) Start(P0) " + Second + First, "")]
    [InlineData(Gr + Second + "Upgrade(P1) Deploy(P1) ShutDown(P1) Deploy(E1) Start(P1)", "10:UPG5008")]
    [InlineData(Gr + Second + "Upgrade(P1) Deploy(P1) ShutDown(P1) CascadeDeploy(P1)", "10:UPG5008")]

    // Undeploy.
    [InlineData(Gr + "Undeploy(P2) " + Second + First, "5:UPG4012")]
    [InlineData(Gr + "Undeploy(E1) " + Second + First, "5:UPG4012")]
    [InlineData("Undeploy(P2) " + Gr + Second + First, "2:UPG4007")]
    [InlineData("Undeploy(P0) " + Gr + Second + First, "")]
    [InlineData("Undeploy(P2) Undeploy(P1) " + Gr + Second + First, "2:UPG4006")]
    [InlineData(Gr + Second + First + "Undeploy(E1)", "9:UPG6002")]
    [InlineData(Gr + Second + First + "Undeploy(E1) CascadeDeploy(E1)", "")]
    [InlineData(Gr + Second + First + "Undeploy(E1b) Undeploy(E1) CascadeDeploy(E1) CascadeDeploy(E1b)", "10:UPG4006")]
    [InlineData(Gr + Second + "Undeploy(E1b) CascadeDeploy(E1b) " + First, "7:UPG4006")]
    [InlineData(Gr + Second + First + "Undeploy(P1) Undeploy(P1) CascadeDeploy(P1)", "10:UPG4008")]

    // Plain deployments.
    [InlineData(Gr + "Upgrade(P2) Deploy(P2) Deploy(E1b, Continue) " + First, "")]
    [InlineData(Gr + "Upgrade(P2) Deploy(P2) Deploy(E1b) " + First, "7:UPG5003")]
    [InlineData(Gr + "Upgrade(P2) Deploy(P2) Deploy(E1b, Cancel) " + First, "8:UPG4006")]
    [InlineData(Gr + "Upgrade(P2) Deploy(P2) Deploy(E1b, Cancel) CascadeDeploy(E1b) " + First, "7:UPG4008")]
    [InlineData(Gr + "Upgrade(P2) Deploy(P2) Deploy(E1b, Cancel) Deploy(E1b, Continue) " + First, "7:UPG4008")]
    [InlineData(Gr + "Upgrade(P2) Deploy(P2) " + First, "7:UPG4006")]
    [InlineData(Gr + Second + "Upgrade(P1) Deploy(P1) ShutDown(P1) Deploy(P1) Start(P1) Deploy(E1)", "10:UPG4008")]
    [InlineData(Gr + "Upgrade(P2) Deploy(E1b, Continue) Deploy(P2) " + First, "6:UPG5008")]
    [InlineData(Gr + "Upgrade(P2) Deploy(E1b, Continue) " + First, "6:UPG5008")]
    [InlineData(Gr + Second + "Upgrade(P1) Deploy(P1) Deploy(E1)", "")]
    [InlineData(Gr + Second + "Upgrade(P1) Deploy(P1)", "7:UPG6002")]
    [InlineData(Gr + Second + "Deploy(P1) " + First, "7:UPG5001")]
    [InlineData(Gr + "Deploy(P1) " + Second + First, "5:UPG5001")]
    [InlineData(Gr + "Deploy(E1) " + Second + First, "5:UPG5001")]
    [InlineData("Deploy(P1) " + Gr + Second + First, "1:UPG4001")]
    [InlineData("Upgrade(P0) Reboot(P0) Migrate() Deploy(P0) " + Second + First, "")]
    [InlineData("Upgrade(P0) Reboot(P0) Deploy(P0) " + Second + First, "3:UPG4003")]
    [InlineData("Upgrade(P0) Reboot(P0) Deploy(P0) Migrate() " + Second + First, "3:UPG4003")]
    [InlineData("Deploy(P0) " + Gr + Second + First, "1:UPG4003")]
    [InlineData(Gr + "Deploy(P0) " + Second + First, "5:UPG4008")]

    // Several at once.
    [InlineData(Gr + "Upgrade(P2) CascadeDeploy(P2, P1) " + First, "6:UPG5002")]
    [InlineData(Gr + "Upgrade(P2) CascadeDeploy(P2, E1b) " + First, "6:UPG5002")]
    [InlineData(Gr + "Upgrade(P2) CascadeDeploy(P2, P2) " + First, "")]
    [InlineData(Gr + "Upgrade(P2) CascadeDeploy(P2, P0) CascadeDeploy(E1b) " + First, "6:UPG5002")]
    [InlineData(Gr + Second + "Upgrade(P1) CascadeDeploy(P1, P2)", "")]
    [InlineData(Gr + Second + First + "CascadeDeploy(P1, P2)", "9:UPG4008")]
    [InlineData("Upgrade(P0) Reboot(P0) Migrate() Upgrade(P2) CascadeDeploy(P0, P2) " + First, "4:UPG4004 5:UPG5002")]

    // Side by side.
    [InlineData(Gr + "[ " + Second + "|" + First + "]", "7:UPG4011")]
    [InlineData(Gr + "[ " + First + "|" + Second + "]", "7:UPG4011")]
    [InlineData(Gr + "[ " + Second + First + "| Upgrade(P1) ]", "9:UPG4011")]
    [InlineData("[ " + Gr + "|" + Second + First + "]", "1:UPG4011")]
    [InlineData(Gr + "[ " + Second + First + "| ViewApps() ]", "9:UPG4011")]
    [InlineData(Gr + "[ " + Second + First + "| Manual(Call the shift) Approve(Shift) ]", "")]
    [InlineData(Gr + "[ " + Second + First + "]", "")]
    [InlineData(Gr + "{ [ " + Second + "|" + First + "] }", "7:UPG4011")]
    [InlineData(Gr + "[ [ " + Second + "|" + First + "] | Manual(Call the shift) ]", "7:UPG4011")]
    [InlineData(Gr + "[ " + Second + "| Manual(Call the shift) " + First + "]", "8:UPG4011")]
    [InlineData(Gr + "[ Upgrade(P2) | CascadeDeploy(P2) " + First + "]", "6:UPG4011")]
    [InlineData(Gr + "[ " + First + Second + "| Manual(Call the shift) ]", "5:UPG4005")]
    [InlineData("{ " + Gr + "} { " + Second + "{ " + First + "} }", "")]
    [InlineData(Gr + "[ " + Second + "] [ " + First + "]", "")]
    public void Find_exactly_this(string steps, string expected) =>
        Assert.Equal(expected, PlanText.Problems(Plan() with { Steps = PlanText.Parse(Plant7, steps) }));

    [Theory]
    [InlineData("Manual(Back up) Upload() " + Gr + Second + First, "")]
    [InlineData("Upload() " + Gr + Second + First, "2:UPG7003")]
    [InlineData("Manual(Back up) " + Gr + Second + First, "7:UPG7002")]
    [InlineData("Manual(Back up) Upload() " + Gr + "Upgrade(P2) Deploy(P2) Deploy(E1b, Continue) " + First, "9:UPG5006")]
    [InlineData("Manual(Back up) Upload() " + Gr + Second + First + "Manual(Look) ForceFailover(E1b)", "UPG6004")]
    [InlineData("Manual(Back up) Upload() " + Gr + Second + First + "Approve(Shift) Reboot(P0) ForceFailover(E1b)", "UPG6004")]
    [InlineData("Manual(Back up) Upload() " + Gr + Second + First + "ForceFailover(E1b)", "11:UPG7004 UPG6004")]
    [InlineData("Manual(Back up) Upload() " + Gr + Second + First + "Manual(Look) ForceFailover(E1b) ForceFailover(E1)", "13:UPG7004 UPG6004")]
    [InlineData("Manual(Back up) Upload() " + Gr + First + Second, "7:UPG4005")]
    [InlineData("Manual(Back up) Upgrade(P0) Reboot(P0) Migrate() Upload() CascadeDeploy(P0) " + Second + First, "5:UPG4009")]
    [InlineData("Manual(Back up) Upload() Undeploy(P0) " + Gr + Second + First, "3:UPG4013")]
    [InlineData("Manual(Back up) Upload() Undeploy(P2) " + Gr + Second + First, "3:UPG4013 4:UPG4007")]
    public void Advise_exactly_this(string steps, string expected) =>
        Assert.Equal(expected, PlanText.Findings(Plan() with { Steps = PlanText.Parse(Plant7, steps) }));

    [Fact]
    public void A_warning_whose_plan_breaks_a_rule_as_it_is_written_bars_the_plan()
    {
        var skipped = PlanCheck.Run(Plan() with { Steps = PlanText.Parse(Plant7, Gr + "Upgrade(P2) CascadeDeploy(P2, P1) " + First) });
        Assert.False(skipped.IsValid);
        Assert.Equal(["UPG5002", "UPG4006"], skipped.Errors.Select(error => error.Rule.Id));
        Assert.Empty(skipped.Transitions);
        var warning = Assert.Single(Problems.Of(skipped));
        Assert.Equal("UPG5002", warning.Rule.Id);
        Assert.Contains("will not run: Upgrade(P1) undeploys E1 while E1b is not there", warning.Message, StringComparison.Ordinal);
        var refused = Assert.Throws<PlanRefusedException>(() => ValidatedPlan.Of(skipped));
        Assert.Equal(["UPG5002", "UPG4006"], refused.Reasons.Select(reason => reason[..7]));

        var deployed = PlanCheck.Run(Plan() with { Steps = PlanText.Parse(Plant7, Gr + "Upgrade(P2) CascadeDeploy(P2, P1) CascadeDeploy(E1b) " + First) });
        Assert.True(deployed.IsValid);
        Assert.DoesNotContain("will not run", Assert.Single(Problems.Of(deployed)).Message, StringComparison.Ordinal);
        Assert.Equal(deployed.Plan.Steps.Count, ValidatedPlan.Of(deployed).Transitions.Count);
    }

    [Fact]
    public void What_was_reported_is_no_consequence_of_a_warning()
    {
        // P2 is skipped, which stops E0 at Upgrade(P1); and P3 goes down while P4 is not back, which is a mistake of its own.
        var galaxy = Galaxies.OfPairs(2);
        var plan = PlanCheck.Run(Plan() with
        {
            Galaxy = galaxy,
            Steps = PlanText.Parse(galaxy, Gr + "Upgrade(P2) CascadeDeploy(P2, P1) " + First + "Upgrade(P4) Upgrade(P3) CascadeDeploy(P3) CascadeDeploy(P4)"),
        });
        Assert.Equal([("UPG5002", 5), ("UPG4006", 9)], Problems.Of(plan).Select(At));
        Assert.Equal([("UPG4006", 6)], plan.Consequences.Select(At));
        Assert.Equal([true, false], Problems.Of(plan).Select(finding => finding.Message.Contains("will not run", StringComparison.Ordinal)));
        Assert.Empty(plan.Transitions);

        static (string, int) At(Finding finding) => (finding.Rule.Id, ((StepPlace)finding.Place).Index);
    }

    [Fact]
    public void Platforms_that_pairs_tie_together_are_one_piece_of_work_in_whatever_order_the_pairs_are_declared()
    {
        var galaxy = Galaxies.Make(4, [(3, 4, false), (2, 3, false), (1, 2, false)], alone: [], [true, true, true, true, true]);
        Assert.Empty(Problems.Of(Galaxies.Procedure(galaxy, galaxy.Platforms.Skip(1).Reverse())));
    }

    [Fact]
    public void Only_the_first_checkpoint_that_is_lost_is_said()
    {
        var galaxy = Galaxies.OfPairs(3);
        var steps = Gr + Second + First + "Upgrade(P4) CascadeDeploy(P4) Upgrade(P3) CascadeDeploy(P3) Upgrade(P6) CascadeDeploy(P6) Upgrade(P5) CascadeDeploy(P5)";
        Assert.Equal("7:UPG7002", PlanText.Findings(Plan() with { Galaxy = galaxy, Steps = PlanText.Parse(galaxy, "Manual(Back up) " + steps) }));
    }

    [Fact]
    public void A_step_without_effect_is_no_other_work()
    {
        var galaxy = Galaxies.OfPairs(2);
        var steps = Gr + "Upgrade(P2) Start(P4) CascadeDeploy(P2) " + First + "Upgrade(P4) CascadeDeploy(P4) Upgrade(P3) CascadeDeploy(P3)";
        Assert.Equal("6:UPG4008", PlanText.Problems(Plan() with { Galaxy = galaxy, Steps = PlanText.Parse(galaxy, steps) }));
    }

    [Fact]
    public void Load_balancing_waits_for_the_redundant_engines_and_for_no_others()
    {
        var galaxy = Galaxies.Make(2, [(1, 2, false)], alone: [1], [true, true, true]);
        string Of(string steps) => PlanText.Problems(Plan() with { Galaxy = galaxy, Steps = PlanText.Parse(galaxy, Gr + steps) });

        Assert.Equal("", Of(Second + "Upgrade(P1) Deploy(P1) CascadeDeploy(E0) LoadBalancing() CascadeDeploy(E2)"));
        Assert.Equal("10:UPG4010", Of(Second + "Upgrade(P1) Deploy(P1) CascadeDeploy(E2) LoadBalancing() CascadeDeploy(E0)"));

        // A multi-selection passes over a platform for its redundant engine, whatever else is there.
        Assert.StartsWith("5:UPG5002", Of("CascadeDeploy(P1, P0) " + Second + First), StringComparison.Ordinal);

        // Where the plan goes on with one of several platforms the step is too early, and the other is missing by itself.
        Assert.Equal("5:UPG4010 UPG6001", Of("LoadBalancing() " + Second));
    }

    [Fact]
    public void Which_of_two_platforms_goes_first_is_not_asked_where_they_are_side_by_side()
    {
        var galaxy = Galaxies.Make(3, [(1, 2, false), (1, 3, false)], alone: [], [true, true, true, true]);
        var steps = Gr + "[ " + First + "| " + Second + "] Upgrade(P3) CascadeDeploy(P3)";
        Assert.Equal("7:UPG4011", PlanText.Problems(Plan() with { Galaxy = galaxy, Steps = PlanText.Parse(galaxy, steps) }));
    }

    [Fact]
    public void An_engine_alone_deployed_without_cascade_leaves_its_objects_undeployed()
    {
        var galaxy = Galaxies.Make(1, [], alone: [1], [true, true]);
        UpgradePlan Of(string steps) => Plan() with { Galaxy = galaxy, Steps = PlanText.Parse(galaxy, Gr + steps) };

        Assert.Equal("5:UPG6002", PlanText.Problems(Of("Upgrade(P1) Deploy(P1) Deploy(E0)")));
        Assert.Equal("", PlanText.Problems(Of("Upgrade(P1) Deploy(P1) Deploy(E0) CascadeDeploy(E0)")));
        Assert.Equal("", PlanText.Problems(Of("Upgrade(P1) Deploy(P1) CascadeDeploy(P1)")));
        Assert.Equal("", PlanText.Problems(Of("ShutDown(P1) Start(P1) ShutDown(P1) Upgrade(P1) CascadeDeploy(P1)")));
    }

    [Fact]
    public void What_stops_a_pair_with_an_engine_on_the_GR_before_the_migration_says_nothing_of_the_deployment_of_the_GR()
    {
        var galaxy = Galaxies.Make(1, [(0, 1, false)], alone: [], [true, true]);
        var steps = PlanText.Parse(galaxy, "Upgrade(P0) Reboot(P0) ShutDown(P1) Start(P1) Migrate() CascadeDeploy(P0) " + First);
        Assert.Equal("3:UPG4006", PlanText.Problems(Plan() with { Galaxy = galaxy, Steps = steps }));
    }

    [Fact]
    public void Work_in_other_branches_does_not_count_as_other_work_while_a_pair_is_open()
    {
        var galaxy = Galaxies.OfPairs(2);
        UpgradePlan Of(string steps) => Plan() with { Galaxy = galaxy, Steps = PlanText.Parse(galaxy, Gr + steps) };

        Assert.Equal("", PlanText.Problems(Of("[ Upgrade(P2) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1) | Upgrade(P4) CascadeDeploy(P4) Upgrade(P3) CascadeDeploy(P3) ]")));
        Assert.Equal("6:UPG4007", PlanText.Problems(Of("Upgrade(P2) [ Upgrade(P4) CascadeDeploy(P4) Upgrade(P3) CascadeDeploy(P3) | CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1) ]")));
        Assert.Equal("10:UPG4006", PlanText.Problems(Of("[ Upgrade(P2) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1) | Upgrade(P4) Upgrade(P3) CascadeDeploy(P3) CascadeDeploy(P4) ]")));

        // Each branch starts from the state before all of them, so what another one leaves open is not seen.
        Assert.Equal("", PlanText.Problems(Of("[ Upgrade(P2) CascadeDeploy(P2) | Upgrade(P4) CascadeDeploy(P4) Upgrade(P3) CascadeDeploy(P3) ] Upgrade(P1) CascadeDeploy(P1)")));

        // Of a branch only the first collision is reported, also where that is of branches inside it.
        Assert.Equal("9:UPG4011", PlanText.Problems(Of(
            "[ Reboot(P4) | Manual(Look) [ Upgrade(P2) CascadeDeploy(P2) | Upgrade(P1) CascadeDeploy(P1) ] Upgrade(P4) CascadeDeploy(P4) Upgrade(P3) CascadeDeploy(P3) ]")));

        // A GR procedure that is missing is missing once, however many branches need it.
        Assert.Equal("1:UPG4001", PlanText.Problems(Plan() with
        {
            Galaxy = galaxy,
            Steps = PlanText.Parse(galaxy, "[ Upgrade(P2) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1) | Upgrade(P4) CascadeDeploy(P4) Upgrade(P3) CascadeDeploy(P3) ]"),
        }));
    }
}

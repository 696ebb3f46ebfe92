using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>The table that closes the vendor's page "Upgrade redundant pairs", row by row in its order.</summary>
public sealed class VendorTableTests
{
    private static readonly Step[] Gr = [.. Steps[1..4], Steps[5]];
    private static readonly Step[] GrAndP2 = [.. Gr, new Upgrade(P2)];

    [Fact]
    public void Cascade_deploy_of_an_upgraded_platform_takes_the_objects_from_a_partner_in_sup()
    {
        var transition = Last([.. GrAndP2, new CascadeDeploy(P2)]);
        Assert.Contains(new ObjectsExtracted(E1, E1b), transition.Effects);
        Assert.Equal(new EngineState(Deployed: true, RedundancyStatus.ActivePartnerNotUpgraded, Software.New), transition.After[E1b]);
    }

    [Theory]
    [InlineData(ForcedDeployment.Unanswered)]
    [InlineData(ForcedDeployment.Continue)]
    public void A_redundant_engine_with_a_partner_in_sup_is_always_deployed_in_cascade(ForcedDeployment answer)
    {
        var cascade = Last([.. GrAndP2, new Deploy(P2, answer), new CascadeDeploy(E1b)]);
        var plain = Last([.. GrAndP2, new Deploy(P2, answer), new Deploy(E1b, answer)]);
        Assert.Equal(cascade.After, plain.After);
        Assert.Equal(cascade.Effects, plain.Effects);

        var findings = PlanCheck.Run(Plan([.. GrAndP2, new Deploy(P2, answer), new Deploy(E1b, answer), .. Steps[8..10]])).Findings;
        Assert.Contains(findings, finding => finding.Rule == RuleTable.DeployBecomesCascade && finding.Place == new StepPlace(6));
    }

    [Fact]
    public void A_multi_selection_skips_a_redundant_engine_that_is_in_sup_or_whose_partner_is()
    {
        var transition = Last([.. GrAndP2, new CascadeDeploy(ValueList.Of<DeployTarget>(P2, P1))]);
        Assert.Equal([new EngineSkipped(E1b), new EngineSkipped(E1)], transition.Effects.ToArray());
        Assert.True(transition.After[P2] is { Deployed: true, Running: true });
        Assert.False(transition.After[E1b].Deployed);
        Assert.Equal(transition.Before[E1], transition.After[E1]);

        // Where both are upgraded nothing is pending and nothing skipped.
        var late = Last([.. GrAndP2, new CascadeDeploy(P2), new Upgrade(P1), new CascadeDeploy(ValueList.Of<DeployTarget>(P1, E1))]);
        Assert.Empty(late.Effects);
        Assert.True(late.After.HasBackup(Plant7.Pairs[0]));
    }

    [Fact]
    public void The_dialog_of_a_forced_deployment_can_be_cancelled_and_then_nothing_is_deployed()
    {
        var cancelled = Last([.. GrAndP2, new Deploy(P2, ForcedDeployment.Cancel), new Deploy(E1b, ForcedDeployment.Cancel)]);
        Assert.True(cancelled.Before[P2].Deployed); // There is no dialog for a platform alone.
        Assert.Empty(cancelled.Changes);

        // Where no objects are forced, no dialog asks.
        var second = Last([.. Steps[..9], new Deploy(P1, ForcedDeployment.Cancel), new Deploy(E1, ForcedDeployment.Cancel)]);
        Assert.Equal(RedundancyStatus.StandbyReady, second.After[E1].Redundancy);
    }

    [Fact]
    public void The_deployment_fails_beside_a_partner_that_is_deployed_and_cannot_be_reached()
    {
        Assert.Empty(Last([.. GrAndP2, new Deploy(P2, ForcedDeployment.Continue), new ShutDown(P1), new Deploy(E1b, ForcedDeployment.Continue)]).Changes);

        // Both partners are down by the author's will; that E1 must run while E1b is deployed is a mistake of its own.
        Step[] steps = [new Undeploy(P2), new ShutDown(P1), .. GrAndP2, new CascadeDeploy(P2), .. Steps[8..10]];
        Assert.Equal(["UPG4006", "UPG5004"], Ids(steps));
        Assert.Equal(["UPG4006"], Ids([.. steps[..7], new Start(P1), .. steps[7..]]));
    }

    [Fact]
    public void A_partner_with_older_software_is_stopped_and_the_upgraded_engine_runs_alone()
    {
        var transition = Last([.. GrAndP2, new CascadeDeploy(P2)]);
        Assert.Equal(new PartnerStopped(E1), transition.Effects[0]);
        Assert.Equal(default, transition.After[E1]);
        Assert.Equal("Active - Partner not Upgraded", transition.After[E1b].Redundancy.Text());
        Assert.Equal("Partial Deployed", transition.After.StatusOf(Plant7.Pairs[0]).Text());
    }

    [Fact]
    public void The_partner_cannot_be_deployed_before_it_is_upgraded()
    {
        foreach (var deploy in new Step[] { new CascadeDeploy(E1), new CascadeDeploy(P1), new Deploy(E1, ForcedDeployment.Continue), new Deploy(P1, ForcedDeployment.Continue) })
        {
            Assert.Empty(Last([.. GrAndP2, new CascadeDeploy(P2), deploy]).Changes);
            Assert.Equal(["UPG5001"], Ids([.. GrAndP2, new CascadeDeploy(P2), deploy, .. Steps[8..10]]));
        }
    }

    private static string[] Ids(Step[] steps) => [.. Problems.Of(Plan(steps)).Select(finding => finding.Rule.Id)];

    private static Transition Last(Step[] steps)
    {
        var state = GalaxyState.AtStart(Plant7);
        foreach (var step in steps[..^1])
        {
            state = UpgradeProcedure.Apply(state, step).After;
        }

        return UpgradeProcedure.Apply(state, steps[^1]);
    }
}

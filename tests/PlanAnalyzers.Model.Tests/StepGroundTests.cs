namespace PlanAnalyzers.Model.Tests;

/// <summary>Why a step is allowed: which earlier step met each need of it.</summary>
public class StepGroundTests
{
    [Fact]
    public void Steps_of_the_vendors_procedure_are_allowed_by_the_steps_before_them()
    {
        var galaxy = Galaxies.OfPairs(1);
        var plan = Valid(Galaxies.Procedure(galaxy, [galaxy.Platforms[2], galaxy.Platforms[1]]));
        var grounds = new StepGrounds(plan);

        Assert.Equal(
            [
                "Upgrade(P0): ",
                "Reboot(P0): ",
                "MigrateGalaxy(): UPG4001 since Upgrade(P0), UPG4002 since Reboot(P0)",
                "CascadeDeploy(P0): UPG4002 since Reboot(P0), UPG4003 since MigrateGalaxy()",
                "Upgrade(P2): UPG4001 since Upgrade(P0), UPG4003 since MigrateGalaxy(), UPG4004 since CascadeDeploy(P0)",
                "CascadeDeploy(P2): UPG4001 since Upgrade(P0), UPG4003 since MigrateGalaxy(), UPG4004 since CascadeDeploy(P0), UPG5001 since Upgrade(P2)",
                "Upgrade(P1): UPG4001 since Upgrade(P0), UPG4003 since MigrateGalaxy(), UPG4004 since CascadeDeploy(P0), UPG4005 since Upgrade(P2), UPG4006 since CascadeDeploy(P2)",
                "CascadeDeploy(P1): UPG4001 since Upgrade(P0), UPG4003 since MigrateGalaxy(), UPG4004 since CascadeDeploy(P0), UPG5001 since Upgrade(P1)",
            ],
            plan.Plan.Steps.Select((step, place) => $"{step}: {string.Join(", ", grounds.Of(place).Select(ground => $"{ground.Rule.Id} since {plan.Plan.Steps[ground.MetBy]}"))}"));
    }

    /// <summary>Whatever a ground says can be tried: without the step that met the need, the check of the plan finds that rule broken.</summary>
    [Fact]
    public void Without_the_step_that_met_a_need_the_rule_objects()
    {
        var galaxy = Galaxies.OfPairs(2);
        var plan = Valid(Galaxies.Procedure(galaxy, [galaxy.Platforms[2], galaxy.Platforms[1], galaxy.Platforms[4], galaxy.Platforms[3]]));
        var grounds = new StepGrounds(plan);
        for (var place = 0; place < plan.Plan.Steps.Count; place++)
        {
            foreach (var ground in grounds.Of(place))
            {
                // The step right before the one that met its need: at its worst the need is not met there.
                var step = plan.Plan.Steps[place];
                Step[] early = [.. plan.Plan.Steps.Take(ground.MetBy), step];
                var findings = PlanCheck.Run(plan.Plan with { Steps = early.ToPlanSteps() }).Findings;

                Assert.Contains(findings, finding => finding.Rule == ground.Rule && finding.Place is StepPlace { Index: var index } && index == ground.MetBy);
            }
        }
    }

    private static ValidatedPlan Valid(UpgradePlan plan) => ValidatedPlan.Of(PlanCheck.Run(plan));
}

using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>Fingerprints, the state machine, and what is refused.</summary>
public sealed class ValidatedPlanTests
{
    private static ValidatedPlan Validated => ValidatedPlan.Of(PlanCheck.Run(Plan(Steps)));

    [Fact]
    public void A_fingerprint_is_the_same_for_the_same_plan_and_another_for_any_other()
    {
        Assert.Matches("^[0-9a-f]{64}$", Validated.Fingerprint);
        Assert.Equal(Validated.Fingerprint, Fingerprint(Plan(Steps)));

        var p2 = P2 with { Node = "AOS02 " };
        UpgradePlan[] others =
        [
            Plan(Steps[1..]),
            Plan(Steps) with { Name = "Other" },
            Plan(Steps) with { From = SystemPlatform.V2020R2 },
            Plan(Steps) with { To = SystemPlatform.V2023R2SP2 },
            Galaxies.Procedure(Plant7, [P2, P1]),
            Galaxies.Procedure(new Galaxy("Plant8", Plant7.Servers, Plant7.Platforms, Plant7.Engines), [P2, P1]),
            Galaxies.Procedure(new Galaxy("Plant7", Plant7.Servers, ValueList.Of(P0, P1, p2), ValueList.Of(E1, E1b with { Platform = p2 })), [p2, P1]),
            Galaxies.Procedure(new Galaxy("Plant7", Plant7.Servers, Plant7.Platforms, ValueList.Of(E1, E1b with { Historized = true })), [P2, P1]),
        ];
        Assert.Equal(others.Length + 1, others.Select(Fingerprint).Append(Validated.Fingerprint).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_state_machine_takes_the_steps_in_order_and_no_other()
    {
        var machine = new PlanStateMachine(Validated);
        foreach (var step in Steps)
        {
            foreach (var other in Galaxies.StepsOf(Plant7).Where(other => !other.Equals(step)))
            {
                var (taken, current) = (machine.Taken, machine.Current);
                Assert.False(machine.CanFire(other));
                Assert.Throws<InvalidOperationException>(() => machine.Fire(other));
                Assert.Equal((taken, current), (machine.Taken, machine.Current));
            }

            Assert.Equal([step], machine.Next.Select(transition => transition.Step));
            Assert.Equal(machine.Current, machine.Next[0].Before);
            var after = machine.Fire(step).After;
            Assert.Equal(after, machine.Current);
        }

        Assert.True(machine.IsFinished);
        Assert.Empty(machine.Next);
        Assert.Throws<InvalidOperationException>(() => machine.Fire(Steps[^1]));
    }

    [Fact]
    public void Equal_steps_of_branches_are_told_apart_by_their_places()
    {
        Step[] works = [new Approve("shift lead"), new Manual("Look"), new Manual("Look")];
        var branches = new InParallel(ValueList.Of(new Branch(ValueList.Of<PlanPart>(works[0], works[1])), new Branch(ValueList.Of<PlanPart>(works[2]))));
        PlanPart[] parts = [branches, .. Steps];
        var machine = new PlanStateMachine(ValidatedPlan.Of(PlanCheck.Run(Plan(Steps) with { Steps = parts.ToPlanSteps() })));

        Assert.Equal([0, 2], machine.NextPlaces);
        machine.FireAt(0);
        Assert.Equal([1, 2], machine.NextPlaces);
        Assert.Equal(machine.NextPlaces.Count, machine.Next.Count);
        machine.FireAt(2);
        Assert.Equal([1], machine.NextPlaces);
        Assert.StartsWith("Step 3 cannot be taken now", Assert.Throws<InvalidOperationException>(() => machine.FireAt(2)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => machine.FireAt(3));
        Assert.Equal(2, machine.Taken);
    }

    [Fact]
    public void A_plan_with_errors_is_refused_with_the_errors()
    {
        var refused = Assert.Throws<PlanRefusedException>(() => ValidatedPlan.Of(PlanCheck.Run(Plan(new Upgrade(P2)))));
        Assert.Contains("UPG4001", Assert.Single(refused.Reasons, reason => reason.StartsWith("UPG4", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Empty(PlanCheck.Run(Plan(new Upgrade(P2))).Transitions);
    }

    [Fact]
    public void A_plan_whose_definition_builds_other_steps_than_were_checked_is_refused()
    {
        Validated.Verify(Steps.ToPlanSteps());
        foreach (var other in new Step[][] { Steps[1..], [.. Steps, new Reboot(P0)], [.. Steps[..7], Steps[8], Steps[7], .. Steps[9..]] })
        {
            Assert.Throws<PlanRefusedException>(() => Validated.Verify(other.ToPlanSteps()));
        }

        Assert.StartsWith($"Step 1 was checked as {Steps[0]}, but Define builds Upgrade(P0).", Refusal(Steps[1..]), StringComparison.Ordinal);
        Assert.StartsWith("Step 11 was checked as EnableCpuLoadBalancing(), but Define builds nothing.", Refusal(Steps[..^1]), StringComparison.Ordinal);
        Assert.StartsWith("Step 12 was checked as nothing, but Define builds Reboot(P0).", Refusal([.. Steps, new Reboot(P0)]), StringComparison.Ordinal);

        static string Refusal(Step[] steps) =>
            Assert.Single(Assert.Throws<PlanRefusedException>(() => Validated.Verify(steps.ToPlanSteps())).Reasons);
    }

    [Fact]
    public void A_plan_whose_transitions_are_of_another_version_of_the_model_is_refused()
    {
        var first = Validated.Transitions[0] with { Effects = ValueList<Effect>.Empty };
        var other = new ValidatedPlan(Validated.Plan, Validated.Transitions.Skip(1).Prepend(first).ToValueList());
        var refused = Assert.Throws<PlanRefusedException>(() => other.Verify(Steps.ToPlanSteps()));
        Assert.Contains("another version", Assert.Single(refused.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fingerprint_knows_how_a_phase_is_named()
    {
        string Of(string title) => Fingerprint(Plan() with { Steps = new PlanPart[] { new Phase(title, Steps.ToValueList<PlanPart>()) }.ToPlanSteps() });
        Assert.NotEqual(Of("Night shift"), Of("Day shift"));
    }

    [Fact]
    public void A_plan_rebuilt_with_another_effect_or_state_is_refused()
    {
        var builder = Rebuilding.Of(Validated);
        var same = builder.Build(Validated.Fingerprint);
        Assert.Equal(Validated.Transitions, same.Transitions);

        builder.Step(new Reboot(P0));
        Assert.Throws<PlanRefusedException>(() => builder.Build(Validated.Fingerprint));
    }

    [Fact]
    public void Phases_and_branches_are_part_of_a_plan()
    {
        Assert.Equal(SideBySide.Plan, Rebuilding.Of(SideBySide).Build(SideBySide.Fingerprint).Plan);
        SideBySide.Verify(SideBySide.Plan.Steps);

        // The same steps in other phases or branches are another plan.
        UpgradePlan[] others =
        [
            SideBySide.Plan with { Steps = SideBySide.Plan.Steps.ToPlanSteps() },
            OfTwoPairs(Branches.Replace("[", "{ [", StringComparison.Ordinal).Replace("]", "] }", StringComparison.Ordinal)),
            OfTwoPairs(Branches.Replace("|", "] [", StringComparison.Ordinal)),
            OfTwoPairs(Branches.Replace("|", "| |", StringComparison.Ordinal)),
        ];
        Assert.Equal(others.Length + 1, others.Select(Fingerprint).Append(SideBySide.Fingerprint).Distinct(StringComparer.Ordinal).Count());
        Assert.All(others, other => Assert.Throws<PlanRefusedException>(() => SideBySide.Verify(other.Steps)));
    }

    [Fact]
    public void The_state_machine_takes_one_step_of_any_branch_and_waits_for_all()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var machine = new PlanStateMachine(SideBySide);
            var open = new List<int>();
            while (!machine.IsFinished)
            {
                var next = machine.Next;
                open.Add(next.Count);
                Assert.All(next, transition => Assert.Equal(machine.Current, transition.Before));
                Assert.All(next, transition => Assert.True(machine.CanFire(transition.Step)));
                machine.Fire(next[random.Next(next.Count)].Step);
            }

            Assert.Equal([1, 1, 1, 1], open[..4]);
            Assert.Equal(2, open[4]);
            Assert.Equal(1, open[^1]);
            Assert.Equal(SideBySide.End, machine.Current);
        }
    }

    private const string Branches = "Upgrade(P0) Reboot(P0) { Migrate() CascadeDeploy(P0) } "
        + "[ Upgrade(P2) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1) | Upgrade(P4) CascadeDeploy(P4) { Upgrade(P3) CascadeDeploy(P3) } ] LoadBalancing()";

    private static ValidatedPlan SideBySide => ValidatedPlan.Of(PlanCheck.Run(OfTwoPairs(Branches)));

    private static UpgradePlan OfTwoPairs(string steps)
    {
        var galaxy = Galaxies.OfPairs(2);
        return Plan() with { Galaxy = galaxy, Steps = PlanText.Parse(galaxy, steps) };
    }

    private static string Fingerprint(UpgradePlan plan) => ValidatedPlan.Of(PlanCheck.Run(plan)).Fingerprint;
}

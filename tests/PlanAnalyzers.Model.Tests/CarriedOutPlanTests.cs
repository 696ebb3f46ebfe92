using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>A plan with phases and branches, embedded, rebuilt and compared.</summary>
public sealed class CarriedOutPlanTests
{
    private const string Gr = "Upgrade(P0) Reboot(P0) Migrate() { CascadeDeploy(P0) } ";
    private const string Branches = "[ Upgrade(P2) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1) | { Upgrade(P4) CascadeDeploy(P4) } Upgrade(P3) CascadeDeploy(P3) ] Manual(Check)";

    private static Galaxy TwoPairs => Galaxies.OfPairs(2);
    private static ValidatedPlan Validated => Of(TwoPairs, Gr + Branches);

    [Fact]
    public void Branches_go_on_side_by_side_and_what_follows_waits_for_all_of_them()
    {
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var random = new Random(seed);
            var machine = new PlanStateMachine(Validated);
            Assert.Equal(GalaxyState.AtStart(TwoPairs), machine.Current);
            for (var taken = 0; taken < Validated.Plan.Steps.Count; taken++)
            {
                Assert.Equal(taken, machine.Taken);
                Assert.False(machine.IsFinished);
                var next = machine.Next;
                Assert.All(next, transition => Assert.Equal(machine.Current, transition.Before));
                Assert.All(next, transition => Assert.True(machine.CanFire(transition.Step)));
                var chosen = next[random.Next(next.Count)];

                // It does what the procedure does from the state it is taken in, and the other branch has not moved.
                Assert.Equal(UpgradeProcedure.Apply(machine.Current, chosen.Step), machine.Fire(chosen.Step));
                Assert.Equal(chosen.After, machine.Current);
                Assert.Subset(machine.Next.Select(transition => transition.Step).ToHashSet(), next.Select(transition => transition.Step).Where(step => next.Count > 1 && step != chosen.Step).ToHashSet());
            }

            Assert.True(machine.IsFinished);
            Assert.Equal(Validated.End, machine.Current);
        }
    }

    [Fact]
    public void The_steps_that_may_be_taken_are_the_first_of_each_branch_and_a_refusal_names_them()
    {
        var machine = new PlanStateMachine(Validated);
        foreach (var step in Validated.Plan.Steps.Take(4))
        {
            machine.Fire(step);
        }

        Assert.Equal(["Upgrade(P2)", "Upgrade(P4)"], machine.Next.Select(transition => transition.Step.ToString()));
        var refused = Assert.Throws<InvalidOperationException>(() => machine.Fire(new Manual("Check")));
        Assert.Contains("Upgrade(P2) or Upgrade(P4)", refused.Message, StringComparison.Ordinal);
        foreach (var step in Validated.Plan.Steps.Skip(4).Take(4))
        {
            machine.Fire(step);
        }

        Assert.Equal(["Upgrade(P4)"], machine.Next.Select(transition => transition.Step.ToString()));
        foreach (var step in Validated.Plan.Steps.Skip(8))
        {
            machine.Fire(step);
        }

        Assert.Contains("is finished", Assert.Throws<InvalidOperationException>(() => machine.Fire(new Manual("Check"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_is_rebuilt_part_by_part_is_the_plan_that_was_checked()
    {
        var rebuilt = Rebuilding.Of(Validated).Build(Validated.Fingerprint);
        Assert.Equal(Validated.Plan, rebuilt.Plan);
        Assert.Equal(Validated.Transitions, rebuilt.Transitions);
        rebuilt.Verify(Validated.Plan.Steps);
        Assert.Throws<PlanRefusedException>(() => Rebuilding.Of(Validated).Build(Validated.Fingerprint.ToUpperInvariant()));
    }

    [Fact]
    public void A_plan_with_the_same_steps_in_other_parts_is_another_plan()
    {
        string[] others =
        [
            Gr + Branches,
            Gr.Replace("{ ", "", StringComparison.Ordinal).Replace("} ", "", StringComparison.Ordinal) + Branches,
            Gr + Branches.Replace("{ Upgrade(P4) CascadeDeploy(P4) }", "Upgrade(P4) CascadeDeploy(P4)", StringComparison.Ordinal),
            Gr + Branches.Replace("{ Upgrade(P4) CascadeDeploy(P4) }", "{ Upgrade(P4) } CascadeDeploy(P4)", StringComparison.Ordinal),
            Gr + Branches.Replace("|", "", StringComparison.Ordinal),
            Gr + Branches.Replace("|", "] [", StringComparison.Ordinal),
            Gr + Branches.Replace("[ ", "", StringComparison.Ordinal).Replace("| ", "", StringComparison.Ordinal).Replace("] ", "", StringComparison.Ordinal),
            Gr + Branches.Replace("(Check)", "(Look)", StringComparison.Ordinal),
        ];
        Assert.Equal(others.Length, others.Select(steps => Of(TwoPairs, steps).Fingerprint).Distinct(StringComparer.Ordinal).Count());
        foreach (var other in others.Skip(1))
        {
            var refused = Assert.Throws<PlanRefusedException>(() => Validated.Verify(PlanText.Parse(TwoPairs, other)));
            Assert.Contains("Define builds", Assert.Single(refused.Reasons), StringComparison.Ordinal);
        }
    }

    /// <summary>Whatever changes what a plan does or to what it does it changes the fingerprint, or a run could go on with another plan.</summary>
    [Fact]
    public void A_galaxy_that_differs_in_anything_gives_the_plan_another_fingerprint()
    {
        var otherSms = Sms with { Node = "SMS02" };
        (Platform P1, Platform P2) Connected(SystemManagementServer server) => (P1 with { Sms = server }, P2 with { Sms = server });
        string[] fingerprints =
        [
            .. new[]
            {
                Make(Sms, P0, P1, P2), Make(otherSms, P0, Connected(otherSms).P1, Connected(otherSms).P2), Make(Sms with { Name = "S" }, P0, P1, P2),
                Make(Sms, P0 with { Sms = Sms }, P1, P2), Make(Sms, P0 with { Name = "GR" }, P1, P2), Make(Sms, P0 with { Node = "N" }, P1, P2),
                Make(Sms, P0, P1, P2, historized: false), Make(Sms, P0, P1, P2, backup: "E2"),
            }.Select(galaxy => Fingerprint.Of(Galaxies.Procedure(galaxy, []), [.. Galaxies.Procedure(galaxy, []).Steps.Select(step => Still(galaxy, step))])),
        ];
        Assert.Equal(fingerprints.Length, fingerprints.Distinct(StringComparer.Ordinal).Count());

        static Galaxy Make(SystemManagementServer sms, Platform p0, Platform p1, Platform p2, bool historized = true, string backup = "E1b")
        {
            var e1 = E1 with { Platform = p1, Historized = historized };
            return new Galaxy("Plant7", ValueList.Of(sms), ValueList.Of(p0, p1, p2), ValueList.Of(e1, E1b with { Name = backup, Platform = p2, Primary = e1 }));
        }
    }

    [Fact]
    public void A_transition_that_differs_in_anything_gives_the_plan_another_fingerprint()
    {
        var plan = Plan(new Manual("Work"));
        var start = GalaxyState.AtStart(Plant7);
        var (platform, engine) = (start[P1], start[E1]);
        PlatformState[] platforms =
        [
            platform with { Software = Software.New }, platform with { Deployed = false }, platform with { Running = false },
            platform with { RebootPending = true }, platform with { SmsConfigured = false },
        ];
        EngineState[] engines = [engine with { Deployed = false }, engine with { Redundancy = RedundancyStatus.StandbyReady }, engine with { Objects = null }];
        DatabaseState[] databases =
        [
            new() { Migrated = true }, new() { ViewAppsMigrated = true }, new() { RuntimeChangesUploaded = true }, new() { CpuLoadBalancing = true },
        ];
        Effect[] effects =
        [
            new Failover(E1, E1b), new Failover(E1b, E1), new CheckpointLost(E1, E1b),
            new Outage(E1, null, OutageCause.Reboot), new Outage(E1, null, OutageCause.ShutDown),
        ];
        StateChange[] changes =
        [
            .. platforms.Select(after => new PlatformChange(P1, platform, after)), new PlatformChange(P2, platform, platforms[0]),
            .. engines.Select(after => new EngineChange(E1, engine, after)), new EngineChange(E1b, engine, engines[0]),
            .. databases.Select(after => new DatabaseChange(default, after)),
        ];
        string[] fingerprints =
        [
            Fingerprint.Of(plan, [Still(Plant7, plan.Steps[0])]),
            .. changes.Select(change => Fingerprint.Of(plan, [Still(Plant7, plan.Steps[0]) with { Changes = ValueList.Of(change) }])),
            .. effects.Select(effect => Fingerprint.Of(plan, [Still(Plant7, plan.Steps[0]) with { Effects = ValueList.Of(effect) }])),
        ];
        Assert.Equal(fingerprints.Length, fingerprints.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_plan_knows_what_it_costs_and_what_it_was_warned_of()
    {
        Assert.Equal((2, 2), (Validated.Failovers, Validated.Outages));
        Assert.Empty(Validated.Warnings);
        var early = Of(Plant7, Gr + "Upgrade(P1) CascadeDeploy(P1) Upgrade(P2) CascadeDeploy(P2)");
        Assert.Equal(["UPG4005"], early.Warnings.Select(finding => finding.Rule.Id));
        Assert.Equal((2, 1), (early.Failovers, early.Outages));
        Assert.Equal(GalaxyState.AtStart(Plant7), early.Start);
        Assert.Equal(early.Transitions[^1].After, early.End);

        var empty = new ValidatedPlan(Plan(), ValueList<Transition>.Empty);
        Assert.Equal(GalaxyState.AtStart(Plant7), empty.Start);
        Assert.Equal(empty.Start, empty.End);
        Assert.True(new PlanStateMachine(empty).IsFinished);
    }

    private static Transition Still(Galaxy galaxy, Step step)
    {
        var state = GalaxyState.AtStart(galaxy);
        return new Transition(step, state, state, ValueList<StateChange>.Empty, ValueList<Effect>.Empty);
    }

    private static ValidatedPlan Of(Galaxy galaxy, string steps) =>
        ValidatedPlan.Of(PlanCheck.Run(Plan() with { Galaxy = galaxy, Steps = PlanText.Parse(galaxy, steps) }));
}

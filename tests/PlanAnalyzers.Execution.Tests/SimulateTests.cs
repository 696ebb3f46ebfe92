using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

public class SimulateTests
{
    /// <summary>Powers of two, so that no two different sums of minutes are equal.</summary>
    private static readonly AssumedDurations PowersOfTwo = AssumedDurations.Default.With(
        AssumedDurations.Table.Select((row, index) => KeyValuePair.Create(row.Kind, TimeSpan.FromMinutes(16 << index))),
        TimeSpan.FromMinutes(3));

    [Fact]
    public async Task Vendor_procedure_has_one_failover_a_brief_outage_and_its_time_without_backup()
    {
        var simulated = await Executable.RunAsync(
            Plans.Vendor, "simulate", "--duration", "Upgrade=45", "--duration", "cascadedeploy=20.5", "--takeover", "1.5");

        Assert.Equal(ExitCode.Done, simulated.ExitCode);
        Assert.Contains("Failovers   1", simulated.Lines);
        Assert.Contains("Outages     1", simulated.Lines);

        // Steps 7 to 10: two upgrades and two cascade deployments. The outage is the last minute and a half of step 8.
        Assert.Contains(simulated.Lines, line => line.StartsWith("E1/E1b      7          10 ", StringComparison.Ordinal) && line.Contains("2 h 11 min", StringComparison.Ordinal));
        Assert.Contains(simulated.Lines, line => line.StartsWith("E1/E1b      8          8 ", StringComparison.Ordinal) && line.Contains("1 min 30 s", StringComparison.Ordinal));
        Assert.Contains("Plant time  4 h 36 min 30 s (assumed)", simulated.Lines);
        Assert.Equal(Plans.Vendor.Transitions.Count, simulated.Lines.Count(line => line.Contains("  done", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Plans.Sequential), MemberType = typeof(Plans))]
    public async Task Times_are_those_that_the_states_say(string name)
    {
        var plan = Plans.Get(name);
        var result = await Simulate(plan, new SimulatedGalaxy(plan.Start));

        Assert.Equal(SimulationEnding.Finished, result.Ending);
        Assert.Equal(plan.Failovers, result.Failovers);
        Assert.Equal(plan.Outages, result.Outages.Count);
        Assert.Equal(plan.Transitions.Aggregate(TimeSpan.Zero, (sum, transition) => sum + PowersOfTwo.Of(transition)), result.Clock);
        Assert.DoesNotContain(result.Outages.Concat(result.WithoutBackup), interruption => interruption.GoesOn);

        foreach (var pair in plan.Galaxy.Pairs)
        {
            var expected = Sum(plan, transition =>
                !transition.Before.HasBackup(pair) || !transition.After.HasBackup(pair) || Restarts(transition, pair.Primary) || Restarts(transition, pair.Backup));
            Assert.Equal(expected, Total(result.WithoutBackup, pair.ToString()));

            var takeovers = plan.Transitions.Count(transition => transition.Effects.OfType<ObjectsExtracted>().Any(forced => plan.Galaxy.PairOf(forced.To) == pair));
            Assert.Equal(takeovers * PowersOfTwo.Takeover, Total(result.Outages, pair.ToString()));
        }

        foreach (var engine in plan.Galaxy.Engines.Where(engine => plan.Galaxy.PairOf(engine) is null))
        {
            var expected = Sum(plan, transition =>
                !transition.Before.RunsObjects(engine) || !transition.After.RunsObjects(engine) || Restarts(transition, engine));
            Assert.True(expected > TimeSpan.Zero);
            Assert.Equal(expected, Total(result.Outages, engine.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Plans.Sequential), MemberType = typeof(Plans))]
    public async Task A_failure_at_any_step_stops_there_and_says_where_the_galaxy_stands(string name)
    {
        var plan = Plans.Get(name);
        for (var step = 1; step <= plan.Transitions.Count; step++)
        {
            var number = step.ToString(CultureInfo.InvariantCulture);
            var simulated = await Executable.RunAsync(plan, "simulate", "--fail", number);
            var before = plan.Transitions[step - 1].Before;

            Assert.Equal(ExitCode.RunFailed, simulated.ExitCode);
            Assert.Contains(simulated.Lines, line => line.StartsWith($"Step {number} failed", StringComparison.Ordinal));
            var standing = simulated.Lines.SkipWhile(line => line != "Where the galaxy stands").ToArray();
            Assert.Contains(step == 1 ? "before the first step" : $"after step {step - 1}", standing[2], StringComparison.Ordinal);
            Assert.Equal(
                new StateText(plan.Plan).Rows(before).Select(row => Squeeze($"{row.Name} {row.What} {row.Software} {row.Deployment} {row.Status}")),
                standing.SkipWhile(line => !line.StartsWith("Name ", StringComparison.Ordinal)).Skip(1).Where(line => line.Length > 0).Select(Squeeze));
            Assert.Equal(
                plan.Galaxy.Pairs.Count(pair => !before.HasBackup(pair)),
                standing.Count(line => line.StartsWith("- NO BACKUP", StringComparison.Ordinal)));
            Assert.Equal(
                plan.Galaxy.Engines.Count(engine => plan.Galaxy.PairOf(engine) is null && !before.RunsObjects(engine)),
                standing.Count(line => line.StartsWith("- DOWN", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Plans.Sequential), MemberType = typeof(Plans))]
    public async Task A_galaxy_that_does_not_do_what_the_plan_promises_stops_the_run_at_that_step(string name)
    {
        var plan = Plans.Get(name);
        for (var i = 0; i < plan.Transitions.Count; i++)
        {
            var result = await Simulate(plan, new IdleAt(plan.Start, i + 1));
            if (plan.Transitions[i].Changes.Count == 0)
            {
                Assert.Equal(SimulationEnding.Finished, result.Ending);
                continue;
            }

            Assert.Equal((SimulationEnding.GalaxyDiffers, i + 1, i), (result.Ending, result.FailedStep, result.Steps.Count));
            Assert.NotEmpty(result.Reasons);
            foreach (var engine in plan.Transitions[i].Changes.OfType<EngineChange>().Select(change => change.Engine))
            {
                Assert.Contains(result.Reasons, reason => reason.StartsWith(engine.Name + " should be: ", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Branches_take_their_time_side_by_side()
    {
        var result = await Simulate(Plans.Parallel, new SimulatedGalaxy(Plans.Parallel.Start), AssumedDurations.Default);

        // By hand: 150 minutes before the branches; 150 in 1A, 165 in 1B, 10 + 75 + 10 in 1C; 5 after them.
        Assert.Equal((SimulationEnding.Finished, TimeSpan.FromMinutes(150 + 165 + 5)), (result.Ending, result.Clock));
        Assert.Equal(Plans.Parallel.End, result.Galaxy);
        Assert.Equal(
            [1, 2, 3, 4, 5, 6, 11, 17, 12, 20, 7, 18, 8, 13, 19, 14, 21, 9, 10, 15, 16, 22],
            result.Steps.Select(step => step.Number));
        Assert.Equal(["S 18-19 160-235", "A/Ab 8-8 223-225", "B/Bb 14-14 238-240"], result.Outages.Select(Text));
        Assert.Equal(["A/Ab 7-10 150-300", "B/Bb 13-16 165-315"], result.WithoutBackup.Select(Text));
        Assert.All(result.Steps, step => Assert.Equal(Plans.Parallel.Transitions[step.Number - 1].Step, step.Transition.Step));
    }

    [Fact]
    public async Task Plant_time_is_that_of_the_longest_branch_whatever_the_durations()
    {
        var plan = Plans.Parallel;
        for (var shift = 0; shift < AssumedDurations.Table.Count; shift++)
        {
            var durations = AssumedDurations.Default.With(
                AssumedDurations.Table.Select((row, i) => KeyValuePair.Create(row.Kind, TimeSpan.FromMinutes((i + shift) % AssumedDurations.Table.Count * 7))),
                TimeSpan.FromMinutes(1));
            var next = 0;
            var expected = Length(plan.Plan.Steps.Parts);
            var result = await Simulate(plan, new SimulatedGalaxy(plan.Start), durations);

            Assert.Equal((SimulationEnding.Finished, expected), (result.Ending, result.Clock));
            Assert.Equal(result.Steps.Select(step => step.End).Order(), result.Steps.Select(step => step.End));

            TimeSpan Length(IEnumerable<PlanPart> parts) => parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + part switch
            {
                Phase phase => Length(phase.Parts),
                InParallel group => group.Branches.Select(branch => Length(branch.Parts)).ToArray().Max(),
                _ => durations.Of(plan.Transitions[next++]),
            });
        }
    }

    [Fact]
    public async Task A_failure_in_a_branch_lets_the_others_finish_the_step_they_are_in()
    {
        var plan = Plans.Parallel;
        var result = await Simulate(plan, new SimulatedGalaxy(plan.Start, failingStep: 14), AssumedDurations.Default);

        // Step 14 would begin at 225, when 19 is under way until 235 and 9 begins, which takes until 285.
        Assert.Equal((SimulationEnding.StepFailed, 14, TimeSpan.FromMinutes(285)), (result.Ending, result.FailedStep, result.Clock));
        Assert.Equal([1, 2, 3, 4, 5, 6, 11, 17, 12, 20, 7, 18, 8, 13, 19, 9], result.Steps.Select(step => step.Number));
        Assert.Equal([10, 14, 21], result.Next);
        Assert.Empty(result.UnderWay);
        Assert.Equal(["A/Ab 7- 150-285", "B/Bb 13- 165-285"], result.WithoutBackup.Select(Text));
        Assert.Equal(result.Steps.Aggregate(plan.Start, (state, step) => UpgradeProcedure.Apply(state, step.Transition.Step).After), result.Galaxy);

        var simulated = await Executable.RunAsync(plan, "simulate", "--fail", "14");
        Assert.Equal(ExitCode.RunFailed, simulated.ExitCode);
        Assert.Contains("It is as it was after steps 1-9, 11-13 and 17-20.", simulated.Lines);
        Assert.Contains(
            "Still to do from there: step 10, Cascade deploy P1 (branch 1A); step 14, Cascade deploy P4 (branch 1B); "
            + "step 21, Look at the line (branch 1C), and all after them.",
            simulated.Lines);
    }

    [Fact]
    public async Task A_failure_at_any_step_of_a_plan_with_branches_is_reported_from_where_the_galaxy_stands()
    {
        var plan = Plans.Parallel;
        for (var failing = 1; failing <= plan.Transitions.Count; failing++)
        {
            var result = await Simulate(plan, new SimulatedGalaxy(plan.Start, failing), AssumedDurations.Default);
            Assert.Equal((SimulationEnding.StepFailed, failing), (result.Ending, result.FailedStep));
            Assert.Contains(failing, result.Next);
            Assert.DoesNotContain(result.Steps, step => step.Number == failing);
            Assert.Equal(plan.Galaxy.Pairs.Count(pair => !result.Galaxy.HasBackup(pair)), result.WithoutBackup.Count(time => time.GoesOn));

            var simulated = await Executable.RunAsync(plan, "simulate", "--fail", failing.ToString(CultureInfo.InvariantCulture));
            Assert.Contains($"Steps done  {result.Steps.Count} of 22", simulated.Lines);
            Assert.Equal(
                new StateText(plan.Plan).Rows(result.Galaxy).Select(row => Squeeze($"{row.Name} {row.What} {row.Software} {row.Deployment} {row.Status}")),
                simulated.Lines.SkipWhile(line => line != "Where the galaxy stands").SkipWhile(line => !line.StartsWith("Name ", StringComparison.Ordinal)).Skip(1).Where(line => line.Length > 0).Select(Squeeze));
        }
    }

    [Fact]
    public async Task A_difference_or_a_stop_in_a_branch_leaves_the_steps_under_way_undone()
    {
        var plan = Plans.Parallel;
        var differs = await Simulate(plan, new IdleAt(plan.Start, 8), AssumedDurations.Default);
        Assert.Equal((SimulationEnding.GalaxyDiffers, 8), (differs.Ending, differs.FailedStep));
        Assert.Equal([13, 19], differs.UnderWay.Select(step => step.Number));
        Assert.All(differs.Reasons, reason => Assert.Matches("^(P2|A|Ab|A/Ab) should be: ", reason));

        using var stop = new CancellationTokenSource();
        var simulation = new PlanSimulation(plan, new SimulatedGalaxy(plan.Start), AssumedDurations.Default, new Pacing(null, TimeProvider.System));
        var output = new StringWriter();
        var screen = new PlainScreen(output);
        var stopped = await simulation.RunAsync((step, _) => StopAfter(step, 17, stop), stop.Token);
        screen.Show(new SimulationReport(plan, AssumedDurations.Default).Result(stopped));

        Assert.Equal(SimulationEnding.Stopped, stopped.Ending);
        Assert.Contains("Under way and not done: step 7, Upgrade P2 (node AOS02), begun at 02:30. Nothing of it is counted.\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shutdown_ends_with_the_start_of_the_platform()
    {
        var result = await Simulate(Plans.Restarts, new SimulatedGalaxy(Plans.Restarts.Start), AssumedDurations.Default);

        // By hand: shut down 5, start 10, and 10 of work while P3 is down.
        Assert.Equal(["S 3-5 15-40", "E/Eb 15-15 263-265", "S 18-19 340-415", "S 20-22 415-440"], result.Outages.Select(Text));
        Assert.Equal(["P3 shut down", "Eb takes the objects over", "S undeployed", "S undeployed"], result.Outages.Select(outage => outage.Why));
        Assert.Equal(["E/Eb 1-2 0-15", "E/Eb 13-17 185-340"], result.WithoutBackup.Select(Text));
    }

    [Fact]
    public async Task A_galaxy_in_another_state_is_not_touched()
    {
        var result = await Simulate(Plans.Vendor, new SimulatedGalaxy(Plans.Vendor.End));

        Assert.Equal((SimulationEnding.GalaxyDiffers, 0), (result.Ending, result.FailedStep));
        Assert.Empty(result.Steps);
    }

    [Fact]
    public async Task Stopping_leaves_the_galaxy_between_two_steps_and_has_its_own_exit_code()
    {
        var plan = Plans.Vendor;
        using var stop = new CancellationTokenSource();
        var simulation = new PlanSimulation(plan, new SimulatedGalaxy(plan.Start), PowersOfTwo, new Pacing(null, TimeProvider.System));
        var result = await simulation.RunAsync((step, _) => StopAfter(step, 7, stop), stop.Token);

        Assert.Equal((SimulationEnding.Stopped, 7), (result.Ending, result.Steps.Count));
        Assert.Equal(plan.Transitions[6].After, result.Galaxy);
        Assert.True(Assert.Single(result.WithoutBackup).GoesOn);
        Assert.Empty(result.UnderWay);

        var output = new StringWriter();
        var again = new PlanSimulation(plan, new SimulatedGalaxy(plan.Start), PowersOfTwo, new Pacing(null, TimeProvider.System));
        Assert.Equal(ExitCode.Stopped, await SimulateCommand.RunAsync(plan, again, PowersOfTwo, new PlainScreen(output), stop.Token));
        Assert.Contains("Stopped by Ctrl+C after 0 of 11 steps.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pace_is_plant_minutes_in_a_second()
    {
        var time = new TimeThatPassesAtOnce();
        var pacing = new Pacing(10, time);

        Assert.True(await pacing.WaitAsync(TimeSpan.FromMinutes(45), TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.FromSeconds(4.5), time.Passed);

        // No timer of the system is this long.
        Assert.True(await new Pacing(0.001, time).WaitAsync(TimeSpan.FromMinutes(PlantTime.MostMinutes), TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.FromSeconds(4.5 + 100_000_000), time.Passed);

        // With branches the wait is that of the plant clock and not that of all steps.
        var whileSimulating = new TimeThatPassesAtOnce();
        var simulation = new PlanSimulation(Plans.Parallel, new SimulatedGalaxy(Plans.Parallel.Start), AssumedDurations.Default, new Pacing(10, whileSimulating));
        await simulation.RunAsync((_, _) => { }, TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromSeconds(32), whileSimulating.Passed);
    }

    [Fact]
    public void Every_kind_of_step_has_an_assumed_duration() => Assert.Equal(
        typeof(Step).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Step)) && !type.IsAbstract).Select(type => type.Name).Order(),
        AssumedDurations.Table.Select(row => row.Kind).Order());

    [Fact]
    public void A_takeover_longer_than_its_deployment_makes_the_step_longer()
    {
        var durations = AssumedDurations.Default.With([KeyValuePair.Create(nameof(CascadeDeploy), TimeSpan.Zero)], TimeSpan.FromMinutes(7));

        Assert.Equal(TimeSpan.FromMinutes(7), durations.Of(Plans.Vendor.Transitions[7]));
        Assert.Equal(TimeSpan.Zero, durations.Of(Plans.Vendor.Transitions[9]));
    }

    private static void StopAfter(SimulatedStep step, int last, CancellationTokenSource stop)
    {
        if (step.Number == last)
        {
            stop.Cancel();
        }
    }

    /// <summary>An interruption with its steps and its minutes: <c>S 3-5 15-40</c>.</summary>
    private static string Text(Interruption interruption) => string.Create(
        CultureInfo.InvariantCulture,
        $"{interruption.Objects} {interruption.FromStep}-{interruption.ToStep} {interruption.From.TotalMinutes}-{interruption.To.TotalMinutes}");

    private static Task<SimulationResult> Simulate(ValidatedPlan plan, SimulatedGalaxy galaxy, AssumedDurations? durations = null) =>
        new PlanSimulation(plan, galaxy, durations ?? PowersOfTwo, new Pacing(null, TimeProvider.System))
            .RunAsync((_, _) => { }, TestContext.Current.CancellationToken);

    private static bool Restarts(Transition transition, AppEngine engine) =>
        transition.Step is Reboot reboot && reboot.Platform == engine.Platform && transition.Before[engine.Platform].Running;

    private static TimeSpan Sum(ValidatedPlan plan, Func<Transition, bool> counts) =>
        plan.Transitions.Where(counts).Aggregate(TimeSpan.Zero, (sum, transition) => sum + PowersOfTwo[transition.Step.Kind]);

    private static TimeSpan Total(IEnumerable<Interruption> interruptions, string objects) =>
        interruptions.Where(interruption => interruption.Objects == objects)
            .Aggregate(TimeSpan.Zero, (sum, interruption) => sum + interruption.Length);

    private static string Squeeze(string text) =>
        string.Join(' ', SafeText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A galaxy in which one step has no effect although it is said to be done.</summary>
    private sealed class IdleAt(GalaxyState start, int idleStep) : SimulatedGalaxy(start)
    {
        protected override GalaxyState Apply(GalaxyState before, int number, Step step) => number == idleStep ? before : base.Apply(before, number, step);
    }

    private sealed class TimeThatPassesAtOnce : TimeProvider
    {
        public TimeSpan Passed { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Passed += dueTime;
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}

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
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
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
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
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
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
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

        var output = new StringWriter();
        var again = new PlanSimulation(plan, new SimulatedGalaxy(plan.Start), PowersOfTwo, new Pacing(null, TimeProvider.System));
        Assert.Equal(ExitCode.Stopped, await SimulateCommand.RunAsync(plan, again, PowersOfTwo, new PlainScreen(output), stop.Token));
        Assert.Contains("Stopped by Ctrl+C after 0 of 11 steps.", output.ToString(), StringComparison.Ordinal);

        static void StopAfter(SimulatedStep step, int last, CancellationTokenSource stop)
        {
            if (step.Number == last)
            {
                stop.Cancel();
            }
        }
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

    private static Task<SimulationResult> Simulate(ValidatedPlan plan, SimulatedGalaxy galaxy) =>
        new PlanSimulation(plan, galaxy, PowersOfTwo, new Pacing(null, TimeProvider.System))
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

using System.Globalization;

namespace PlanAnalyzers.Execution.Tests;

public class PlanRunTests
{
    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public async Task Each_step_is_written_down_before_and_after_it_and_the_galaxy_is_looked_at(string name)
    {
        var plan = Plans.Get(name);
        var run = new PlantRun(plan);
        var executable = await run.BeginAsync("--operator", "Ada");

        Assert.Equal(ExitCode.Done, executable.ExitCode);
        Assert.Equal(Enumerable.Range(1, plan.Transitions.Count), run.Plant.Done.Order());
        Assert.All(run.Entries, entry => Assert.Equal("Ada", entry.Operator));
        Assert.Equal(("Started", "Finished"), (run.Entries[0].Kind, run.Entries[^1].Kind));
        foreach (var step in run.Plant.Done)
        {
            Assert.Equal(["Intended", "Reported", "Observed", "Confirmed"], run.KindsOf(step));
            var lookBefore = run.Entries.TakeWhile(entry => entry is not { Kind: "Intended" } || entry.Step != step).Last(entry => entry.Kind != "Intended");
            Assert.Equal("Observed", lookBefore.Kind);
        }

        var status = await run.StatusAsync();
        Assert.Equal(ExitCode.Done, status.ExitCode);
        Assert.Contains("At its end: every step was done.", status.Lines);
        Assert.Equal(ExitCode.Done, (await run.ResumeAsync()).ExitCode);
        Assert.Equal(plan.Transitions.Count, run.Plant.Done.Count);
    }

    [Fact]
    public async Task Branches_run_at_the_same_time_and_what_follows_waits_for_all()
    {
        var run = new PlantRun(Plans.Parallel);
        var begun = new CountdownEvent(3);
        var all = new TaskCompletionSource();
        run.Plant.InsteadOf = async order =>
        {
            if (order.Number is 7 or 11 or 17)
            {
                if (begun.Signal())
                {
                    all.SetResult();
                }

                await all.Task;
            }

            return null;
        };

        Assert.Equal(ExitCode.Done, (await run.BeginAsync()).ExitCode);
        Assert.Equal(22, run.Plant.Done[^1]);
        Assert.Equal([1, 2, 3, 4, 5, 6], run.Plant.Done.Take(6));
    }

    [Fact]
    public async Task A_failure_in_a_branch_lets_the_others_finish_the_step_they_are_in()
    {
        var run = new PlantRun(Plans.Parallel);
        run.Plant.InsteadOf = async order =>
        {
            if (order.Number == 11)
            {
                return new StepReport(StepEnding.Failed, "no leave");
            }

            while (order.Number is 7 or 17 && !run.KindsOf(11).Contains("Reported"))
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            return null;
        };

        var executable = await run.BeginAsync();
        Assert.Equal(ExitCode.RunFailed, executable.ExitCode);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 17], run.Plant.Done.Order());
        Assert.Contains("Done: 8 of 22 steps.", executable.Lines);
        Assert.Contains("Step 11 failed: no leave. The state of the galaxy does not show whether it took effect.", executable.Lines);

        // An approval leaves no trace: nobody may guess.
        run.Plant.InsteadOf = _ => Task.FromResult<StepReport?>(null);
        var resumed = await run.ResumeAsync();
        Assert.Equal(ExitCode.Undecided, resumed.ExitCode);
        Assert.Equal(8, run.Plant.Done.Count);
        Assert.Equal(ExitCode.WrongArguments, (await run.ResumeAsync("--repeat", "12", "--reason", "x")).ExitCode);
        Assert.Equal(ExitCode.Done, (await run.ResumeAsync("--repeat", "11", "--reason", "the lead was asked again")).ExitCode);
        Assert.Equal(Enumerable.Range(1, 22), run.Plant.Done.Order());
        Assert.Contains(run.Entries, entry => entry is { Kind: "Dismissed", Step: 11 } && entry.Content.Contains("the lead was asked again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_is_between_two_steps_and_a_resume_goes_on_there()
    {
        var run = new PlantRun(Plans.Vendor);
        using var stop = new CancellationTokenSource();
        run.Plant.InsteadOf = async order =>
        {
            if (order.Number == 8)
            {
                await stop.CancelAsync();
            }

            return null;
        };
        var log = new StringWriter();
        var terminal = PlanTerminal.Plain(log, log) with { Drivers = [run.Plant.Kind], Journals = run.Journals };
        var exitCode = await PlanHost.RunAsync(
            () => Plans.Vendor, () => Plans.Vendor.Plan.Steps, ["run", "--driver", "plant", "--journal", "run"], terminal, stop.Token);

        Assert.Equal(ExitCode.Stopped, exitCode);
        Assert.Equal(Enumerable.Range(1, 8), run.Plant.Done);
        Assert.Contains("stopping: no other step begins", log.ToString(), StringComparison.Ordinal);
        Assert.Contains(" resume --journal run\n", log.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await run.ResumeAsync()).ExitCode);
        Assert.Equal(Enumerable.Range(1, 11), run.Plant.Done);
    }

    [Fact]
    public async Task A_disk_that_is_full_at_any_entry_loses_nothing_and_repeats_nothing()
    {
        var whole = new PlantRun(Plans.Parallel);
        await whole.BeginAsync();
        for (var room = 0; room < whole.Entries.Count; room++)
        {
            var run = new PlantRun(Plans.Parallel) { Journals = { Room = room } };
            run.Plant.Trace = order => run.Plant.Done.Contains(order.Number) ? StepTrace.Done : StepTrace.NotDone;
            Assert.Equal(ExitCode.JournalUnusable, (await run.BeginAsync()).ExitCode);
            Assert.Equal(room, run.Entries.Count);

            run.Journals.Room = int.MaxValue;
            Assert.Equal(room == 0 ? ExitCode.JournalUnusable : ExitCode.Done, (await run.ResumeAsync()).ExitCode);
            Assert.Equal(room == 0 ? [] : Enumerable.Range(1, 22), run.Plant.Done.Order());
        }
    }

    [Theory]
    [InlineData(nameof(StepTrace.UnderWay), true, true, nameof(ExitCode.Undecided))]
    [InlineData(nameof(StepTrace.Unknown), true, true, nameof(ExitCode.Done))]
    [InlineData(nameof(StepTrace.Unknown), false, true, nameof(ExitCode.Done))]
    [InlineData(nameof(StepTrace.NotDone), true, true, nameof(ExitCode.Done))] // What is seen of the galaxy counts more than what the driver says.
    [InlineData(nameof(StepTrace.Unknown), true, false, nameof(ExitCode.Undecided))]
    [InlineData(nameof(StepTrace.Done), true, false, nameof(ExitCode.Done))]
    [InlineData(nameof(StepTrace.NotDone), false, false, nameof(ExitCode.Done))]
    [InlineData(nameof(StepTrace.Unknown), false, false, nameof(ExitCode.Undecided))]
    public async Task A_step_without_a_result_is_decided_by_looking(string found, bool wasDone, bool isVisible, string expected)
    {
        var trace = Enum.Parse<StepTrace>(found);
        // Step 7 upgrades P2; the upload of step 1 is not seen in this plant.
        var step = isVisible ? 7 : 1;
        var run = await LeftAtAsync(step, wasDone);
        run.Plant.Trace = _ => trace;
        run.Plant.SeenAs = fact => fact.Aspect == Aspect.RuntimeChanges ? null : fact;
        var resumed = await run.ResumeAsync();

        Assert.Equal(expected, resumed.ExitCode.ToString());
        if (resumed.ExitCode == ExitCode.Done)
        {
            Assert.Equal(Enumerable.Range(1, 11), run.Plant.Done);
            Assert.Equal(wasDone ? ["Intended", "Confirmed"] : ["Intended", "Dismissed", "Intended", "Reported", "Observed", "Confirmed"], run.KindsOf(step));
        }
        else
        {
            Assert.Equal(step - (wasDone ? 0 : 1), run.Plant.Done.Count);
            Assert.Contains(resumed.Lines, line => line.Contains($"resume --journal run --done {step} --reason TEXT", StringComparison.Ordinal));
            var told = await run.ResumeAsync(wasDone ? "--done" : "--repeat", step.ToString(CultureInfo.InvariantCulture), "--reason", "seen");
            Assert.Equal(trace == StepTrace.UnderWay ? ExitCode.Undecided : ExitCode.Done, told.ExitCode);
        }
    }

    [Fact]
    public async Task A_step_in_a_state_of_its_own_is_for_the_operator_to_decide()
    {
        var run = await LeftAtAsync(8, wasDone: true);
        run.Plant.SeenAs = fact => fact is { Subject: "E1b", Aspect: Aspect.Redundancy } ? fact with { Value = "Determining Failover Status" } : fact;
        var resumed = await run.ResumeAsync();

        Assert.Equal(ExitCode.Undecided, resumed.ExitCode);
        Assert.Contains("E1b should be: Active - Partner not Upgraded; it is: Determining Failover Status", resumed.Lines);

        // It was only on its way.
        run.Plant.SeenAs = fact => fact;
        Assert.Equal(ExitCode.Done, (await run.ResumeAsync()).ExitCode);
        Assert.Equal(Enumerable.Range(1, 11), run.Plant.Done);
    }

    [Fact]
    public async Task A_driver_that_reports_as_done_what_it_did_not_do_is_not_believed_and_not_asked_again()
    {
        var run = new PlantRun(Plans.Vendor);
        run.Plant.InsteadOf = order => Task.FromResult(order is { Number: 9, Attempt: 1 } ? new StepReport(StepEnding.Done) : null);

        Assert.Equal(ExitCode.RunFailed, (await run.BeginAsync()).ExitCode);
        Assert.Equal(ExitCode.Undecided, (await run.ResumeAsync()).ExitCode);
        Assert.Single(run.Plant.Asked, question => question == "do 9");
        Assert.Equal(ExitCode.Done, (await run.ResumeAsync("--repeat", "9", "--reason", "the installer was never started")).ExitCode);
    }

    [Fact]
    public async Task Differences_that_are_accepted_are_no_obstacle_until_they_change()
    {
        var run = new PlantRun(Plans.Large);
        run.Plant.SeenAs = fact => fact is { Subject: "P12", Aspect: Aspect.Sms } ? fact with { Value = "SMS not configured" } : fact;

        Assert.Equal(ExitCode.RunFailed, (await run.BeginAsync()).ExitCode);
        Assert.Equal(ExitCode.RunFailed, (await run.ResumeAsync()).ExitCode);
        Assert.Empty(run.Plant.Done);
        Assert.Equal(ExitCode.Done, (await run.ResumeAsync("--accept", "--reason", "the Configurator shows it too late")).ExitCode);

        var accepted = Assert.Single(run.Entries, entry => entry.Kind == "Accepted");
        Assert.Contains("P12", accepted.Content, StringComparison.Ordinal);
        Assert.Contains("the Configurator shows it too late", (await run.StatusAsync()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_galaxy_that_cannot_be_seen_is_not_touched()
    {
        var run = new PlantRun(Plans.Vendor);
        run.Plant.SeenAs = _ => throw new InvalidOperationException("no answer from GR01");
        var executable = await run.BeginAsync();

        Assert.Equal(ExitCode.CannotObserve, executable.ExitCode);
        Assert.Contains("The galaxy cannot be observed before step 1: no answer from GR01", executable.Lines);
        Assert.DoesNotContain("do 1", run.Plant.Asked);

        run.Plant.SeenAs = fact => fact is { Subject: "E1", Aspect: Aspect.Redundancy } ? null : fact;
        var blind = await run.ResumeAsync();
        Assert.Equal(ExitCode.RunFailed, blind.ExitCode);
        Assert.Contains("E1 should be: Active; it is: redundancy not seen", blind.Lines);
    }

    [Fact]
    public async Task A_guard_cannot_be_accepted_away()
    {
        var run = new PlantRun(Plans.Vendor);
        run.Plant.SeenAs = fact => fact is { Subject: "E1b", Aspect: Aspect.Reachability } && run.Plant.Done.Count == 9
            && run.Plant.Asked.Reverse().TakeWhile(question => question == "look").Count() > 1 // After step 9 it was still there.
            ? fact with { Value = VisibleState.NotReachable }
            : fact;

        Assert.Equal(ExitCode.RunFailed, (await run.BeginAsync()).ExitCode);
        var accepted = await run.ResumeAsync("--accept", "--reason", "go on");
        Assert.Equal(ExitCode.RunFailed, accepted.ExitCode);
        Assert.Contains(
            "Step 10 must not be begun. UPG5004: E1 cannot be deployed, because its partner E1b is deployed but cannot be reached. "
            + "Mend that and observe again.",
            accepted.Lines);
        Assert.DoesNotContain("do 10", run.Plant.Asked);
    }

    /// <summary>A run whose process ended when a step was written down as begun, before it was done or after.</summary>
    private static async Task<PlantRun> LeftAtAsync(int step, bool wasDone)
    {
        var run = new PlantRun(Plans.Vendor);
        run.Plant.InsteadOf = order =>
        {
            if (order.Number == step)
            {
                run.Journals.Room = 0;
                if (!wasDone)
                {
                    return Task.FromResult<StepReport?>(new StepReport(StepEnding.Failed));
                }
            }

            return Task.FromResult<StepReport?>(null);
        };
        Assert.Equal(ExitCode.JournalUnusable, (await run.BeginAsync()).ExitCode);
        run.Plant.InsteadOf = _ => Task.FromResult<StepReport?>(null);
        run.Journals.Room = int.MaxValue;
        return run;
    }
}

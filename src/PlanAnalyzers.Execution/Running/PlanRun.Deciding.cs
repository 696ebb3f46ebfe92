namespace PlanAnalyzers.Execution;

/// <content>What becomes of the steps that an earlier process began and that do not count as done: the galaxy says it, nobody guesses.</content>
internal sealed partial class PlanRun
{
    private async Task DecideOpenStepsAsync(OperatorsWord word)
    {
        if (open.Count == 0 && !word.AcceptsDifferences)
        {
            return; // The look before the next step sees everything.
        }

        var steps = open.Order().ToArray();
        var traces = new Dictionary<int, StepTrace>();
        foreach (var number in steps)
        {
            traces[number] = await TraceAsync(OrderOf(number));
        }

        if (problems.Count > 0 || await ObserveAsync(Look(steps)) is not { } observed)
        {
            return;
        }

        foreach (var number in steps)
        {
            await DecideAsync(number, traces[number], observed, word);
        }

        // What is left open may be in any state.
        var undecided = open.SelectMany(number => Subjects.TouchedBy(plan.Galaxy, plan.Plan.Steps[number - 1])).ToHashSet(StringComparer.Ordinal);
        await AcceptOrStopAsync(Differences(machine.Current, observed, Except(undecided)), word);
    }

    private async Task DecideAsync(int number, StepTrace trace, Observation observed, OperatorsWord word)
    {
        var (before, order) = (machine.Current, OrderOf(number));
        var touched = Subjects.TouchedBy(plan.Galaxy, order.Transition.Step);
        var fromBefore = Differences(before, observed, touched.Contains);
        var fromAfter = Differences(order.Transition.After, observed, touched.Contains);
        var ending = history.Open[number].Ending;
        if (trace == StepTrace.UnderWay)
        {
            Stop(RunObstacle.Undecided, number, $"Step {number} was begun earlier and is still under way. Wait until it is over, then resume.");
        }
        else if (word.Done.Contains(number))
        {
            await AcceptAsync(fromAfter, word.Reason);
            await FoundDoneAsync(number, Witness.Operator, word.Reason);
        }
        else if (word.Repeat.Contains(number))
        {
            await AcceptAsync(fromBefore, word.Reason);
            await FoundNotDoneAsync(number, Witness.Operator, word.Reason);
        }
        else if (fromBefore.Length > 0 && fromAfter.Length > 0)
        {
            Stop(
                RunObstacle.Undecided,
                number,
                $"Step {number} was begun, and the galaxy is neither as before it nor as promised after it.",
                fromAfter);
        }
        else if (fromBefore.Length > 0)
        {
            await FoundDoneAsync(number, Witness.Observation, "the galaxy is as promised after it");
        }
        else if (fromAfter.Length > 0 && ending == StepEnding.Done)
        {
            Stop(RunObstacle.Undecided, number, $"Step {number} was reported as done, but the galaxy is as it was before it.", fromAfter);
        }
        else if (fromAfter.Length > 0)
        {
            await FoundNotDoneAsync(number, Witness.Observation, "the galaxy is as it was before it");
        }
        else if (trace == StepTrace.Done || (trace == StepTrace.Unknown && ending == StepEnding.Done))
        {
            await FoundDoneAsync(number, Witness.Driver, "");
        }
        else if (trace == StepTrace.NotDone)
        {
            await FoundNotDoneAsync(number, Witness.Driver, "");
        }
        else
        {
            Stop(RunObstacle.Undecided, number, $"Step {number} was begun, and nothing shows whether it was done: it leaves no trace in the galaxy.");
        }
    }

    private async Task AcceptOrStopAsync(Difference[] differences, OperatorsWord word)
    {
        if (word.AcceptsDifferences)
        {
            await AcceptAsync(differences, word.Reason);
        }
        else if (differences.Length > 0)
        {
            Stop(RunObstacle.GalaxyDiffers, 0, "The galaxy is not as the plan promises.", differences);
        }
    }

    private async Task AcceptAsync(Difference[] differences, string reason)
    {
        if (differences.Length > 0)
        {
            await log.WriteAsync(RecordKind.Accepted, step: null, new RunRecord { Text = reason, Differences = differences });
            accepted.UnionWith(differences);
        }
    }

    private async Task FoundDoneAsync(int number, Witness witness, string reason)
    {
        await ConfirmAsync(number, witness, reason);
        tell(new RunEvent(RunEventKind.FoundDone, number, Source(witness, reason)));
    }

    private async Task FoundNotDoneAsync(int number, Witness witness, string reason)
    {
        await log.WriteAsync(RecordKind.Dismissed, number, new RunRecord { By = witness, Text = reason });
        open.Remove(number);
        tell(new RunEvent(RunEventKind.FoundNotDone, number, Source(witness, reason)));
    }

    private static string Source(Witness witness, string reason) => witness switch
    {
        Witness.Observation => reason,
        Witness.Driver => "the driver says so",
        _ => $"the operator says so: {reason}",
    };

    private async Task<StepTrace> TraceAsync(StepOrder order)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        try
        {
            return await Task.Run(() => driver.TraceAsync(order, deadline.Token), CancellationToken.None).WaitAsync(deadline.Token);
        }
        catch (Exception exception)
        {
            var why = exception is OperationCanceledException ? $"there was no answer within {PlantTime.Length(limit)}" : exception.Message;
            Stop(RunObstacle.CannotObserve, order.Number, $"Nobody can say what became of step {order.Number}: {why}");
            return StepTrace.Unknown;
        }
    }

    private ObservationRequest Look(int[] steps) =>
        new("before going on", machine.Current, new HashSet<string>(StringComparer.Ordinal)) { InDoubt = [.. steps.Select(OrderOf)] };

    private StepOrder OrderOf(int number) => OrderOf(number, TransitionOf(number), history.AttemptsOf(number));
}

using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>Carries a plan out: observes, writes down what it is about to do, lets the driver do it, writes down what came of it, observes.</summary>
/// <remarks>
/// Only this class writes to the journal, one entry after the other, while the driver works at the steps of several branches. When
/// something goes wrong, the steps that are under way in other branches are still brought to their end, since nobody leaves an installation
/// in the middle; no other step begins.
/// </remarks>
/// <param name="plan">The plan.</param>
/// <param name="driver">Does the steps.</param>
/// <param name="log">Where the run is written down.</param>
/// <param name="history">Where the run stands.</param>
/// <param name="limit">How long a step or a look may take.</param>
/// <param name="time">The time in which that is measured.</param>
/// <param name="tell">Told what happens.</param>
internal sealed partial class PlanRun(
    ValidatedPlan plan, IDriver driver, RunLog log, RunHistory history, TimeSpan limit, TimeProvider time, Action<RunEvent> tell)
{
    private readonly PlanOutline outline = PlanOutline.Of(plan);
    private readonly PlanStateMachine machine = history.Machine;
    private readonly SortedDictionary<int, (StepOrder Order, Task<StepReport> Task)> underWay = [];
    private readonly HashSet<int> open = [.. history.Open.Keys];
    private readonly HashSet<Difference> accepted = [.. history.Accepted];
    private readonly List<RunProblem> problems = [];

    /// <summary>Takes the steps that are left, until all are done, something is wrong, or the run is stopped.</summary>
    /// <param name="word">What the operator has to say of what the last process left.</param>
    /// <param name="stop">Asks to stop: no other step begins.</param>
    /// <exception cref="JournalException">The journal cannot be written. No step was begun after that.</exception>
    public async Task<RunResult> RunAsync(OperatorsWord word, CancellationToken stop)
    {
        using var stopping = stop.Register(() => tell(new RunEvent(RunEventKind.Stopping, 0)));
        try
        {
            await DecideOpenStepsAsync(word);
            if (problems.Count == 0)
            {
                await TakeStepsAsync(stop);
            }
        }
        catch (JournalException exception)
        {
            await Task.WhenAll(underWay.Values.Select(step => step.Task)); // None of them throws.
            throw open.Count == 0 ? exception : new JournalException(
                $"{exception.Message} {Names(open.Order(), "Step")} had been begun, and what came of it is not written down: 'resume' decides by "
                + "looking at the galaxy.",
                exception,
                exception.ExitCode);
        }

        return await EndAsync();
    }

    private async Task TakeStepsAsync(CancellationToken stop)
    {
        do
        {
            if (problems.Count == 0 && !stop.IsCancellationRequested && !machine.IsFinished)
            {
                await BeginWhatCanBeginAsync(stop);
            }

            if (underWay.Count > 0)
            {
                var over = await Task.WhenAny(underWay.Values.Select(step => step.Task));
                var order = underWay.Values.First(step => step.Task == over).Order;
                underWay.Remove(order.Number);
                await EndStepAsync(order, await over);
            }
        }
        while (underWay.Count > 0 || (problems.Count == 0 && !stop.IsCancellationRequested && !machine.IsFinished));
    }

    private async Task BeginWhatCanBeginAsync(CancellationToken stop)
    {
        var next = machine.NextPlaces.Zip(machine.Next, (place, transition) => OrderOf(place + 1, transition, history.AttemptsOf(place + 1) + 1))
            .Where(step => !open.Contains(step.Number))
            .ToArray();
        if (next.Length == 0)
        {
            return;
        }

        var (moving, names) = (Moving(), Names(next.Select(step => step.Number)));
        if (await ObserveAsync(new ObservationRequest($"before {names}", machine.Current, moving) { Before = next }) is not { } observed)
        {
            return;
        }

        foreach (var step in next)
        {
            foreach (var why in DeploymentGuard.Of(plan.Galaxy, step.Transition, observed))
            {
                Stop(RunObstacle.GuardFails, step.Number, $"Step {step.Number} must not be begun. {why}");
            }
        }

        if (Differences(machine.Current, observed, Except(moving)) is { Length: > 0 } differences)
        {
            Stop(RunObstacle.GalaxyDiffers, 0, $"Before {names} the galaxy is not as the plan promises.", differences);
        }

        foreach (var step in next)
        {
            if (problems.Count == 0 && !stop.IsCancellationRequested)
            {
                await BeginAsync(step);
            }
        }
    }

    private async Task BeginAsync(StepOrder order)
    {
        await log.WriteAsync(
            RecordKind.Intended, order.Number, new RunRecord { Text = order.Transition.Step.ToString(), Attempt = order.Attempt });
        open.Add(order.Number);
        tell(new RunEvent(RunEventKind.Begun, order.Number));
        underWay.Add(order.Number, (order, CarryOutAsync(order)));
    }

    private async Task EndStepAsync(StepOrder order, StepReport report)
    {
        await log.WriteAsync(RecordKind.Reported, order.Number, new RunRecord { Ending = report.Ending, Text = report.Text });
        var after = TransitionOf(order.Number).After;
        var moving = Moving();
        var observed = await ObserveAsync(new ObservationRequest($"after step {order.Number}", after, moving) { After = order });
        if (report.Ending != StepEnding.Done)
        {
            var (where, from) = observed is null ? ("", []) : WhereItStands(order, observed, after);
            var said = report.Ending == StepEnding.NoAnswer ? "gave no answer" : "failed";
            Stop(RunObstacle.StepFailed, order.Number, $"Step {order.Number} {said}{(report.Text.Length > 0 ? $": {report.Text}" : "")}.{where}", from);
        }
        else if (observed is null)
        {
            return;
        }
        else if (Differences(after, observed, Except(moving)) is { Length: > 0 } differences)
        {
            Stop(
                RunObstacle.GalaxyDiffers,
                order.Number,
                $"Step {order.Number} was reported as done, but the galaxy is not as the plan promises after it.",
                differences);
        }
        else
        {
            var isSeen = Differences(machine.Current, observed, Subjects.TouchedBy(plan.Galaxy, order.Transition.Step).Contains).Length > 0;
            await ConfirmAsync(order.Number, isSeen ? Witness.Observation : Witness.Driver, "");
            tell(new RunEvent(RunEventKind.Done, order.Number, report.Text));
        }
    }

    /// <summary>Says of a step that failed whether it took effect all the same, so that nobody has to find out.</summary>
    private (string Text, Difference[] Differences) WhereItStands(StepOrder order, Observation observed, GalaxyState after)
    {
        var touched = Subjects.TouchedBy(plan.Galaxy, order.Transition.Step);
        var (fromBefore, fromAfter) = (Differences(machine.Current, observed, touched.Contains), Differences(after, observed, touched.Contains));
        return (fromBefore.Length, fromAfter.Length) switch
        {
            (0, 0) => (" The state of the galaxy does not show whether it took effect.", []),
            (0, _) => (" The galaxy is as it was before the step.", []),
            (_, 0) => (" The galaxy is as the plan promises after the step: it took effect all the same.", []),
            _ => (" The galaxy is neither as before the step nor as promised after it.", fromAfter),
        };
    }

    private async Task ConfirmAsync(int number, Witness witness, string reason)
    {
        await log.WriteAsync(RecordKind.Confirmed, number, new RunRecord { By = witness, Text = reason });
        open.Remove(number);
        machine.FireAt(number - 1);
    }

    private async Task<RunResult> EndAsync()
    {
        if (machine.IsFinished && problems.Count == 0)
        {
            if (!history.IsFinished)
            {
                await log.WriteAsync(RecordKind.Finished, step: null, new RunRecord());
            }
        }
        else
        {
            var why = problems.Count == 0 ? "stopped by the operator" : string.Join(" ", problems.Select(problem => problem.Text));
            await log.WriteAsync(
                RecordKind.Halted,
                step: null,
                new RunRecord { Text = why, Differences = [.. problems.SelectMany(problem => problem.Differences).Distinct()] });
        }

        return new RunResult(
            problems, [.. open.Order()], [.. machine.NextPlaces.Select(place => place + 1)], machine.Taken, machine.IsFinished && problems.Count == 0);
    }

    private async Task<StepReport> CarryOutAsync(StepOrder order)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        try
        {
            // On a thread of its own: a driver that blocks must not keep other branches from going on.
            return await Task.Run(() => driver.CarryOutAsync(order, deadline.Token), CancellationToken.None).WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new StepReport(StepEnding.NoAnswer, $"it takes longer than {PlantTime.Length(limit)}, and may still be going on");
        }
        catch (Exception exception)
        {
            return new StepReport(StepEnding.Failed, exception.Message);
        }
    }

    /// <returns>What was seen; none where nothing could be, which is a problem then.</returns>
    private async Task<Observation?> ObserveAsync(ObservationRequest request)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        string why;
        try
        {
            var observed = await Task.Run(() => driver.ObserveAsync(request, deadline.Token), CancellationToken.None).WaitAsync(deadline.Token);
            await log.ObservedAsync(request.After?.Number, request.Reason, observed);
            return observed;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            why = $"there was no answer within {PlantTime.Length(limit)}";
        }
        catch (Exception exception) when (exception is not JournalException)
        {
            why = exception.Message;
        }

        Stop(RunObstacle.CannotObserve, request.After?.Number ?? 0, $"The galaxy cannot be observed {request.Reason}: {why}");
        return null;
    }

    private void Stop(RunObstacle obstacle, int step, string text, IReadOnlyList<Difference>? differences = null)
    {
        problems.Add(new RunProblem(obstacle, step, text, differences ?? []));
        tell(new RunEvent(RunEventKind.Failed, step, text));
    }

    private Difference[] Differences(GalaxyState promised, Observation observed, Func<string, bool> isCompared) =>
        [.. StateDifference.Between(plan.Plan, promised, observed, isCompared).Where(difference => !accepted.Contains(difference))];

    /// <summary>What the steps under way may just be changing.</summary>
    private HashSet<string> Moving() =>
        underWay.Values.SelectMany(step => Subjects.TouchedBy(plan.Galaxy, step.Order.Transition.Step)).ToHashSet(StringComparer.Ordinal);

    private static Func<string, bool> Except(HashSet<string> moving) => subject => !moving.Contains(subject);

    /// <summary>What a step that may be taken does to the galaxy as it is now.</summary>
    private Transition TransitionOf(int number) =>
        machine.NextPlaces.Zip(machine.Next, (place, transition) => (place, transition)).First(next => next.place == number - 1).transition;

    private StepOrder OrderOf(int number, Transition transition, int attempt) =>
        new(number, outline.Steps[number - 1].Branch, transition, attempt);

    private static string Names(IEnumerable<int> steps, string name = "step")
    {
        var numbers = steps.ToArray();
        return numbers.Length == 1 ? $"{name} {numbers[0]}" : $"{name}s {string.Join(", ", numbers[..^1])} and {numbers[^1]}";
    }
}

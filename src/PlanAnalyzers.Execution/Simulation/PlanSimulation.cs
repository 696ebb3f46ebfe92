using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A step on the plant clock.</summary>
/// <param name="Number">Its number among all steps as they are written, from 1.</param>
/// <param name="Transition">What it does; of a step that was taken, from the state in which the galaxy was then.</param>
/// <param name="Start">The plant time at which it begins.</param>
/// <param name="End">The plant time at which it is done.</param>
internal sealed record SimulatedStep(int Number, Transition Transition, TimeSpan Start, TimeSpan End);

/// <summary>How a simulation ended.</summary>
internal enum SimulationEnding
{
    Finished,
    StepFailed,
    GalaxyDiffers,
    Stopped,
}

/// <summary>What came of a simulation.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Reasons">Why the step failed, or what differs from the promised state.</param>
/// <param name="FailedStep">The step that failed or after which the galaxy differs; 0 at the start, or where nothing went wrong.</param>
/// <param name="Steps">The steps that were taken and left the galaxy in the promised state, in the order in which they were done.</param>
/// <param name="UnderWay">The steps that were begun in branches and not done when the simulation ended. Nothing of them took effect.</param>
/// <param name="Next">The numbers of the steps that may be taken from where the galaxy stands.</param>
/// <param name="Galaxy">The state in which the galaxy was seen last.</param>
/// <param name="Clock">The plant time at the end.</param>
/// <param name="Outages">When objects were out of service.</param>
/// <param name="WithoutBackup">When pairs had no backup.</param>
internal sealed record SimulationResult(
    SimulationEnding Ending,
    IReadOnlyList<string> Reasons,
    int FailedStep,
    IReadOnlyList<SimulatedStep> Steps,
    IReadOnlyList<SimulatedStep> UnderWay,
    IReadOnlyList<int> Next,
    GalaxyState Galaxy,
    TimeSpan Clock,
    IReadOnlyList<Interruption> Outages,
    IReadOnlyList<Interruption> WithoutBackup)
{
    public int Failovers => Steps.Sum(step => step.Transition.Effects.OfType<Failover>().Count());
}

/// <summary>Carries a plan out on a simulated galaxy and compares what it sees after each step with what the plan promises.</summary>
/// <remarks>
/// Branches run side by side: every step that may be taken begins at once, and the clock goes on to whichever is done first. When a step
/// fails, the steps that are under way in other branches are still done, since nobody leaves an installation in the middle; no other begins.
/// </remarks>
/// <param name="plan">The plan.</param>
/// <param name="galaxy">The galaxy.</param>
/// <param name="durations">How long the steps take.</param>
/// <param name="pacing">How fast the plant clock runs.</param>
internal sealed class PlanSimulation(ValidatedPlan plan, SimulatedGalaxy galaxy, AssumedDurations durations, Pacing pacing)
{
    private readonly PlanStateMachine machine = new(plan);
    private readonly List<SimulatedStep> steps = [];
    private readonly List<SimulatedStep> underWay = [];
    private readonly InterruptionLog interruptions = new(plan.Galaxy, durations.Takeover);
    private TimeSpan clock;
    private (int Step, string Reason)? failure;

    /// <summary>Takes the steps until one fails, the galaxy differs, or the simulation is stopped.</summary>
    /// <param name="onStep">Told of each step, in the order of the plant clock, with what went wrong in it, if anything did.</param>
    /// <param name="cancellation">Stops the simulation before another step is done.</param>
    public async Task<SimulationResult> RunAsync(Action<SimulatedStep, string?> onStep, CancellationToken cancellation)
    {
        if (StateDifference.Between(plan, machine.Current, galaxy.Observe()) is { Count: > 0 } atStart)
        {
            return Result(SimulationEnding.GalaxyDiffers, reasons: atStart);
        }

        BeginWhatCanBegin(onStep);
        while (underWay.Count > 0)
        {
            var step = underWay.OrderBy(other => other.End).ThenBy(other => other.Number).First();
            if (!await pacing.WaitAsync(step.End - clock, cancellation))
            {
                return failure is null ? Result(SimulationEnding.Stopped) : Failed();
            }

            clock = step.End;
            if (Finish(step, onStep) is { Count: > 0 } differences)
            {
                return Result(SimulationEnding.GalaxyDiffers, step.Number, differences);
            }

            // What is done at the same moment comes first, so that all that begins at a moment begins together.
            if (underWay.TrueForAll(other => other.End > clock))
            {
                BeginWhatCanBegin(onStep);
            }
        }

        return failure is not null ? Failed()
            : StateDifference.Between(plan, plan.End, galaxy.Observe()) is { Count: > 0 } atEnd
                ? Result(SimulationEnding.GalaxyDiffers, plan.Transitions.Count, atEnd)
                : Result(SimulationEnding.Finished);
    }

    private void BeginWhatCanBegin(Action<SimulatedStep, string?> onStep)
    {
        if (failure is not null)
        {
            return;
        }

        foreach (var place in machine.NextPlaces.Where(place => underWay.TrueForAll(other => other.Number != place + 1)))
        {
            var transition = plan.Transitions[place];
            var step = new SimulatedStep(place + 1, transition, clock, clock + durations.Of(transition));
            if (galaxy.Begin(step.Number) is { } reason)
            {
                failure = (step.Number, reason);
                onStep(step, reason);
            }
            else
            {
                underWay.Add(step);
            }
        }
    }

    /// <returns>What is different between the promised state and the observed one.</returns>
    private IReadOnlyList<string> Finish(SimulatedStep step, Action<SimulatedStep, string?> onStep)
    {
        underWay.Remove(step);
        galaxy.Finish(step.Number, step.Transition.Step);
        var done = step with { Transition = machine.FireAt(step.Number - 1) };
        var differences = StateDifference.Between(plan, machine.Current, galaxy.Observe());
        if (differences.Count > 0)
        {
            onStep(done, "the galaxy is not in the promised state");
        }
        else
        {
            steps.Add(done);
            interruptions.Took(done);
            onStep(done, null);
        }

        return differences;
    }

    private SimulationResult Failed() => Result(SimulationEnding.StepFailed, failure!.Value.Step, [failure.Value.Reason]);

    private SimulationResult Result(SimulationEnding ending, int failedStep = 0, IReadOnlyList<string>? reasons = null) => new(
        ending,
        reasons ?? [],
        failedStep,
        steps,
        underWay.Where(step => failure is not null || step.Start < clock).ToArray(), // What would begin only now need not be told.
        machine.NextPlaces.Select(place => place + 1).ToArray(),
        galaxy.Observe(),
        clock,
        interruptions.Outages(clock),
        interruptions.WithoutBackup(clock));
}

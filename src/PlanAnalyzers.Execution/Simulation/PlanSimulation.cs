using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A step that was taken, on the plant clock.</summary>
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
/// <param name="Steps">The steps that were taken and left the galaxy in the promised state.</param>
/// <param name="Galaxy">The state in which the galaxy was seen last.</param>
/// <param name="Clock">The plant time at the end.</param>
/// <param name="Outages">When objects were out of service.</param>
/// <param name="WithoutBackup">When pairs had no backup.</param>
internal sealed record SimulationResult(
    SimulationEnding Ending,
    IReadOnlyList<string> Reasons,
    int FailedStep,
    IReadOnlyList<SimulatedStep> Steps,
    GalaxyState Galaxy,
    TimeSpan Clock,
    IReadOnlyList<Interruption> Outages,
    IReadOnlyList<Interruption> WithoutBackup)
{
    public int Failovers => Steps.Sum(step => step.Transition.Effects.OfType<Failover>().Count());
}

/// <summary>Carries a plan out on a simulated galaxy and compares what it sees after each step with what the plan promises.</summary>
/// <param name="plan">The plan.</param>
/// <param name="galaxy">The galaxy.</param>
/// <param name="durations">How long the steps take.</param>
/// <param name="pacing">How fast the plant clock runs.</param>
internal sealed class PlanSimulation(ValidatedPlan plan, SimulatedGalaxy galaxy, AssumedDurations durations, Pacing pacing)
{
    private readonly List<SimulatedStep> steps = [];
    private readonly InterruptionLog interruptions = new(plan.Galaxy, durations.Takeover);
    private TimeSpan clock;

    /// <summary>Takes the steps until one fails, the galaxy differs, or the simulation is stopped.</summary>
    /// <param name="onStep">Told of each step with what went wrong in it, if anything did.</param>
    /// <param name="cancellation">Stops the simulation before the next step.</param>
    public async Task<SimulationResult> RunAsync(Action<SimulatedStep, string?> onStep, CancellationToken cancellation)
    {
        var machine = new PlanStateMachine(plan);
        if (StateDifference.Between(plan, machine.Current, galaxy.Observe()) is { Count: > 0 } atStart)
        {
            return Result(SimulationEnding.GalaxyDiffers, reasons: atStart);
        }

        while (!machine.IsFinished)
        {
            var promised = machine.Next[0];
            var step = new SimulatedStep(machine.Taken + 1, promised, clock, clock + durations.Of(promised));
            if (!await pacing.WaitAsync(step.End - step.Start, cancellation))
            {
                return Result(SimulationEnding.Stopped);
            }

            if (galaxy.CarryOut(promised.Step).Failure is { } failure)
            {
                onStep(step, failure);
                return Result(SimulationEnding.StepFailed, step.Number, [failure]);
            }

            clock = step.End;
            if (StateDifference.Between(plan, promised.After, galaxy.Observe()) is { Count: > 0 } differences)
            {
                onStep(step, "the galaxy is not in the promised state");
                return Result(SimulationEnding.GalaxyDiffers, step.Number, differences);
            }

            machine.Fire(promised.Step);
            steps.Add(step);
            interruptions.Took(step);
            onStep(step, null);
        }

        return Result(SimulationEnding.Finished);
    }

    private SimulationResult Result(SimulationEnding ending, int failedStep = 0, IReadOnlyList<string>? reasons = null) => new(
        ending,
        reasons ?? [],
        failedStep,
        steps,
        galaxy.Observe(),
        clock,
        interruptions.Outages(clock),
        interruptions.WithoutBackup(clock));
}

using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>When everything happens by the assumed times, as a simulation of the plan shows it.</summary>
internal sealed class AssumedCourse
{
    private readonly SimulatedStep[] steps;

    private AssumedCourse(SimulationResult result)
    {
        steps = [.. result.Steps.OrderBy(step => step.Number)];
        Length = result.Clock;
        Outages = result.Outages;
        WithoutBackup = result.WithoutBackup.ToLookup(time => time.Objects, StringComparer.Ordinal);
    }

    /// <summary>How long the plan takes.</summary>
    public TimeSpan Length { get; }

    /// <summary>When objects are out of service.</summary>
    public IReadOnlyList<Interruption> Outages { get; }

    /// <summary>When pairs have no backup, by their names.</summary>
    public ILookup<string, Interruption> WithoutBackup { get; }

    /// <summary>A step on the plant clock, by its number.</summary>
    public SimulatedStep this[int number] => steps[number - 1];

    public static AssumedCourse Of(ValidatedPlan plan)
    {
        // Where nothing is waited for, the simulation is over when the call returns.
        var simulation = new PlanSimulation(
            plan, new SimulatedGalaxy(plan.Start), AssumedDurations.Default, new Pacing(minutesPerSecond: null, TimeProvider.System));
        return new AssumedCourse(simulation.RunAsync((_, _) => { }, CancellationToken.None).GetAwaiter().GetResult());
    }
}

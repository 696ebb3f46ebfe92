using System.CommandLine;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary><c>simulate</c>: the plan on a simulated galaxy.</summary>
internal static class SimulateCommand
{
    public static Command Create(ValidatedPlan plan, PlanTerminal terminal)
    {
        var options = new SimulateOptions(plan);
        var command = new Command(
            "simulate",
            "Run the plan against a simulated galaxy and sum up the failovers, the outages and the times without backup.");
        options.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var durations = options.Durations(arguments);
            var simulation = new PlanSimulation(
                plan,
                new SimulatedGalaxy(plan.Start, options.FailingStep(arguments)),
                durations,
                new Pacing(options.MinutesPerSecond(arguments), terminal.Time));
            using var stop = new StopSignal(cancellation);
            return (int)await RunAsync(plan, simulation, durations, terminal.Screen, stop.Token);
        });
        return command;
    }

    internal static async Task<ExitCode> RunAsync(
        ValidatedPlan plan, PlanSimulation simulation, AssumedDurations durations, Screen screen, CancellationToken cancellation)
    {
        var done = 0;
        var report = new SimulationReport(plan, durations);
        screen.Show(report.Head());
        var result = await screen.WithProgress(
            "Simulating",
            plan.Transitions.Count,
            progress => simulation.RunAsync(
                (step, failure) =>
                {
                    screen.Show(report.StepLine(step, failure));
                    progress(failure is null ? ++done : done);
                },
                cancellation));
        screen.Show(report.Result(result));
        return result.Ending switch
        {
            SimulationEnding.Finished => ExitCode.Done,
            SimulationEnding.Stopped => ExitCode.Stopped,
            _ => ExitCode.RunFailed,
        };
    }
}

using System.CommandLine;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A process that carries steps out: what <c>run</c> and <c>resume</c> have in common.</summary>
internal sealed class RunSession(ValidatedPlan plan, PlanTerminal terminal, RunOptions options, ParseResult arguments)
{
    public async Task<ExitCode> RunAsync(
        RunHistory history, RunLog log, IDriver driver, DriverKind kind, OperatorsWord word, CancellationToken cancellation)
    {
        var screen = terminal.Screen;
        var report = new RunReport(plan, options.Journal(arguments));
        using var stop = new StopSignal(cancellation);
        screen.Show(report.Head(kind.Name, options.Operator(arguments), history.Machine.Taken));
        var taken = history.Machine.Taken;
        var result = kind.Talks
            ? await RunWith(_ => { })
            : await screen.WithProgress("Running", plan.Transitions.Count, RunWith);
        screen.Show(report.Result(result));
        return result.ExitCode;

        Task<RunResult> RunWith(Action<int> progress)
        {
            progress(taken);
            var gate = new Lock(); // Ctrl+C is told on a thread of its own.
            var run = new PlanRun(plan, driver, log, history, options.Limit(arguments), terminal.Time, Tell);
            return run.RunAsync(word, stop.Token);

            void Tell(RunEvent happened)
            {
                lock (gate)
                {
                    if (happened.Kind is RunEventKind.Done or RunEventKind.FoundDone)
                    {
                        progress(++taken);
                    }

                    var line = report.Line(happened, terminal.Time.GetUtcNow());
                    if (happened.Kind == RunEventKind.Stopping)
                    {
                        screen.Show(line); // Who presses Ctrl+C at a question has to see at once that it was heard.
                    }
                    else
                    {
                        terminal.Floor.Say(() => screen.Show(line));
                    }
                }
            }
        }
    }
}

using System.CommandLine;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary><c>run</c>: begins to carry the plan out.</summary>
internal static class RunCommand
{
    public static Command Create(ValidatedPlan plan, PlanTerminal terminal)
    {
        var options = new RunOptions(plan, terminal);
        var driver = DriverOption.Create(terminal, "Who carries the steps out", isRequired: true);
        var command = new Command(
            "run",
            "Carry the plan out, step by step. Before and after each step the galaxy must be as the plan promises; a journal says what was done.");
        command.Options.Add(driver);
        options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(driver)?.Tokens is [{ Value: var name }] && options.Conflict(result, name) is { } conflict)
            {
                result.AddError(conflict);
            }
        });
        command.SetAction(async (arguments, cancellation) =>
        {
            var kind = terminal.Drivers.Single(known => known.Name == arguments.GetValue(driver));
            using var journal = await terminal.Journals.CreateAsync(options.Journal(arguments));
            await using var page = options.Page(arguments, RunHistory.New(plan));
            var log = new RunLog(journal, last: null, options.Operator(arguments), terminal.Time) { Written = LivePage.Note(page) };
            using var made = kind.Create(options.Setup(arguments, isNew: true));
            await log.BeginAsync(RecordKind.Started, plan, kind.Name);
            return (int)await new RunSession(plan, terminal, options, arguments)
                .RunAsync(RunHistory.New(plan), log, made, kind, OperatorsWord.None, cancellation);
        });
        return command;
    }
}

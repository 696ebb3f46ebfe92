using System.CommandLine;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary><c>status</c>: where a run stands, and its audit trail.</summary>
internal static class StatusCommand
{
    public static Command Create(ValidatedPlan plan, PlanTerminal terminal)
    {
        var journal = JournalOption.Create(plan);
        var verify = new Option<bool>("--verify")
        {
            Description = "Say too whether the journal is as it was written: each entry carries a hash over itself and the one before.",
        };
        var command = new Command("status", "Show where a run stands, and everything that was done in it; also while it is on.");
        command.Options.Add(journal);
        command.Options.Add(verify);
        command.SetAction(async (arguments, _) =>
        {
            var name = arguments.GetValue(journal)!;
            using var opened = await terminal.Journals.OpenToReadAsync(name);
            var history = RunHistory.Read(name, plan, await opened.ReadAsync()); // Which verifies it.
            terminal.Screen.Show(new StatusReport(plan, name, history).Blocks(arguments.GetValue(verify)));
            return (int)ExitCode.Done;
        });
        return command;
    }
}

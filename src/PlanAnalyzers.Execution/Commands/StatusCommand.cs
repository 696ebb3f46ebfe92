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
        var html = new Option<string?>("--html")
        {
            Description = "Write a page with the lanes of the galaxy and how far the run is into this file, as the journal stands now.",
            HelpName = "FILE",
        };
        var command = new Command("status", "Show where a run stands, and everything that was done in it; also while it is on.");
        command.Options.Add(journal);
        command.Options.Add(verify);
        command.Options.Add(html);
        command.SetAction(async (arguments, _) =>
        {
            var name = arguments.GetValue(journal)!;
            using var opened = await terminal.Journals.OpenToReadAsync(name);
            var history = RunHistory.Read(name, plan, await opened.ReadAsync()); // Which verifies it.
            terminal.Screen.Show(new StatusReport(plan, name, history).Blocks(arguments.GetValue(verify)));
            return (int)(arguments.GetValue(html) is { } path ? WritePage(plan, path, history, terminal) : ExitCode.Done);
        });
        return command;
    }

    private static ExitCode WritePage(ValidatedPlan plan, string path, RunHistory history, PlanTerminal terminal)
    {
        var page = PlanPage.Of(plan, RunProgress.Of(plan, history.Entries), terminal.Time.GetUtcNow(), isKept: false);
        if ((PageFile.Refusal(path) ?? PageFile.Write(path, page)) is { } failure)
        {
            SafeText.WriteLine(terminal.Error, $"error: {failure}");
            return ExitCode.CannotWrite;
        }

        SafeText.WriteLine(terminal.Error, $"Wrote {path}.");
        return ExitCode.Done;
    }
}

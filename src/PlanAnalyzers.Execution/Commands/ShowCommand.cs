using System.CommandLine;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary><c>show</c>: the steps and the state after each.</summary>
internal static class ShowCommand
{
    public static Command Create(ValidatedPlan plan, PlanTerminal terminal)
    {
        var command = new Command(
            "show",
            "Show the plan: the steps, what happens in each, and the state of the galaxy after it (default).");
        Configure(command, plan, terminal);
        return command;
    }

    /// <summary>Makes a command show the plan; the root command does so too.</summary>
    public static void Configure(Command command, ValidatedPlan plan, PlanTerminal terminal)
    {
        var all = new Option<bool>("--all")
        {
            Description = $"After each step show the whole state (default up to {StateListing.SmallGalaxy} platforms).",
        };
        var changes = new Option<bool>("--changes")
        {
            Description = $"After each step show only what it changed (default for more than {StateListing.SmallGalaxy} platforms).",
        };
        command.Options.Add(all);
        command.Options.Add(changes);
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) && result.GetValue(changes))
            {
                result.AddError("--all and --changes exclude each other. Give one of them.");
            }
        });
        command.SetAction(arguments =>
        {
            var detail = arguments.GetValue(all) ? Detail.All
                : arguments.GetValue(changes) ? Detail.Changes
                : StateListing.DetailFor(plan.Galaxy.Platforms.Count);
            terminal.Screen.Show(PlanReport.Of(plan, detail));
            return (int)ExitCode.Done;
        });
    }
}

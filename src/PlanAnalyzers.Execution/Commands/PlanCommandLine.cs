using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>The command line of a plan's executable: which commands there are, and what is said to wrong arguments.</summary>
internal static class PlanCommandLine
{
    public static async Task<ExitCode> InvokeAsync(
        ValidatedPlan plan, IReadOnlyList<string> args, PlanTerminal terminal, CancellationToken cancellation)
    {
        // A file of arguments (@file) is none of our features; without this a plan in such a directory could surprise.
        var arguments = Create(plan, terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (arguments.Errors.Count > 0)
        {
            return WrongArguments(arguments, terminal.Error);
        }

        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,

            // A command that can stop halfway listens itself; the others are quick and change nothing when they are killed.
            ProcessTerminationTimeout = null,
        };
        return (ExitCode)await arguments.InvokeAsync(configuration, cancellation);
    }

    private static RootCommand Create(ValidatedPlan plan, PlanTerminal terminal)
    {
        var root = new RootCommand(SafeText.Of(
            $"The upgrade plan {plan.Plan.Name} of the galaxy {plan.Galaxy.Name}, from {plan.Plan.From.Text()} to {plan.Plan.To.Text()}. "
            + "It shows, simulates, carries out and exports the plan. Only run and resume touch the plant, with a driver that does."));
        ShowCommand.Configure(root, plan, terminal);
        var ofShow = root.Options.Except(root.Options.Where(option => option.Recursive || option is VersionOption)).ToArray();
        foreach (var command in new[]
        {
            ShowCommand.Create(plan, terminal), SimulateCommand.Create(plan, terminal), RunCommand.Create(plan, terminal),
            ResumeCommand.Create(plan, terminal), StatusCommand.Create(plan, terminal), LocateCommand.Create(plan, terminal), ExportCommand.Create(plan, terminal),
        })
        {
            command.Validators.Add(result => RefuseOptionsBefore(result, ofShow));
            root.Subcommands.Add(command);
        }

        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Action = new HelpWithExamples(plan, terminal.HelpWidth);
                    break;
                case VersionOption version:
                    version.Action = new PrintVersion(plan);
                    version.Description = "Show the versions of PlanAnalyzers and of the plan.";
                    break;
            }
        }

        return root;
    }

    /// <summary>The root command has the options of show; before the name of a command they would be dropped in silence.</summary>
    private static void RefuseOptionsBefore(CommandResult result, Option[] ofShow)
    {
        foreach (var option in ofShow)
        {
            if (result.Parent is CommandResult root && root.GetResult(option) is { Implicit: false })
            {
                result.AddError(
                    $"{option.Name} stands before the command {result.Command.Name}. "
                    + "Write it after the command, if it has such an option.");
            }
        }
    }

    private static ExitCode WrongArguments(ParseResult arguments, TextWriter error)
    {
        foreach (var message in arguments.Errors.Select(one => one.Message).Distinct(StringComparer.Ordinal))
        {
            SafeText.WriteLine(error, $"error: {message}");
        }

        var command = arguments.CommandResult.Command;
        var name = command is RootCommand ? RootCommand.ExecutableName : $"{RootCommand.ExecutableName} {command.Name}";
        SafeText.WriteLine(error, $"'{name} --help' shows what can be given.");
        return ExitCode.WrongArguments;
    }
}

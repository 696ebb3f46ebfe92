using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;

namespace PlanAnalyzers.Tool;

/// <summary>The command line of <c>dotnet plan</c>.</summary>
internal static class ToolCommandLine
{
    /// <summary>How the tool is called.</summary>
    public const string Name = "dotnet plan";

    public static async Task<ExitCode> InvokeAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            var arguments = Create(output, error).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (arguments.Errors.Count > 0)
            {
                return WrongArguments(arguments, error);
            }

            var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            return (ExitCode)await arguments.InvokeAsync(configuration, cancellation);
        }
        catch (OperationCanceledException)
        {
            SafeText.WriteLine(error, "Stopped.");
            return ExitCode.Stopped;
        }
        catch (IOException exception)
        {
            SafeText.WriteLine(error, $"error: the output cannot be written: {exception.Message}");
            return ExitCode.CannotWrite;
        }
        catch (Exception exception)
        {
            SafeText.WriteLine(error, $"error: {exception.Message} ({exception.GetType().Name})");
            SafeText.WriteLine(error, "This was not foreseen. Please report it with the export.");
            return ExitCode.Unforeseen;
        }
    }

    private static RootCommand Create(TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Makes a galaxy and its upgrade plan, as C# that PlanAnalyzers checks, of what a site exports of its galaxy database.");
        root.Subcommands.Add(ImportCommand.Create(output, error));
        root.Subcommands.Add(QueryCommand.Create(output));
        if (root.Options.OfType<HelpOption>().SingleOrDefault() is { } help)
        {
            help.Action = new HelpWithExamples();
        }

        return root;
    }

    private static ExitCode WrongArguments(ParseResult arguments, TextWriter error)
    {
        foreach (var message in arguments.Errors.Select(one => one.Message).Distinct(StringComparer.Ordinal))
        {
            SafeText.WriteLine(error, $"error: {message}");
        }

        var command = arguments.CommandResult.Command;
        SafeText.WriteLine(error, $"'{(command is RootCommand ? Name : $"{Name} {command.Name}")} --help' shows what can be given.");
        return ExitCode.WrongArguments;
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace PlanAnalyzers.Tool;

/// <summary><c>--help</c>: the usual help, then examples and the exit codes.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private const int Width = 100;

    private readonly HelpAction usual = new() { MaxWidth = Width };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        // The usual help takes the name of the assembly for that of the command.
        var output = parseResult.InvocationConfiguration.Output;
        using var help = new StringWriter { NewLine = "\n" };
        parseResult.InvocationConfiguration.Output = help;
        usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(help.ToString().Replace(RootCommand.ExecutableName, ToolCommandLine.Name, StringComparison.Ordinal));
        SafeText.WriteLine(output, "Examples:");
        foreach (var (arguments, meaning) in Examples(parseResult.CommandResult.Command))
        {
            SafeText.WriteLine(output, $"  {ToolCommandLine.Name} {arguments}");
            SafeText.WriteLine(output, $"      {meaning}");
        }

        SafeText.WriteLine(output, "");
        SafeText.WriteLine(output, "Exit codes:");
        foreach (var code in Enum.GetValues<ExitCode>())
        {
            SafeText.WriteLine(output, string.Create(CultureInfo.InvariantCulture, $"  {(int)code,3}  {code.Text()}"));
        }

        return (int)ExitCode.Done;
    }

    private static (string Arguments, string Meaning)[] Examples(Command command) => command.Name switch
    {
        "import" =>
        [
            ("import site.csv", "look at the galaxy and the plan"),
            ("import site.csv --from 2020R2SP1 --to 2023R2SP1 --sms SMS01 --output Plant7.cs", "write them, with what the export does not say"),
            ("import site.csv --partner-rule \"{primary}_B\"", "take MIX_B for the backup of MIX where the export names no partners"),
            ("import site.csv --galaxy-repository GRPlatform --output Plant7.cs --force", "say which platform is the Galaxy Repository; overwrite Plant7.cs"),
        ],
        "query" =>
        [
            ("query > topology.sql", "get the query; its first lines say how to run it"),
        ],
        _ =>
        [
            ("query > topology.sql", "get the query that makes the export"),
            ("import site.csv --output Plant7.cs", "make a galaxy and its plan of the export"),
        ],
    };
}

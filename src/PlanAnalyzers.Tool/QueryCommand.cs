using System.CommandLine;

namespace PlanAnalyzers.Tool;

/// <summary><c>query</c>: the SQL whose result <c>import</c> reads.</summary>
internal static class QueryCommand
{
    public static string Text
    {
        get
        {
            using var reader = new StreamReader(typeof(QueryCommand).Assembly.GetManifestResourceStream("topology.sql")!);
            return reader.ReadToEnd();
        }
    }

    public static Command Create(TextWriter output)
    {
        var command = new Command("query", "Print the SQL query over the galaxy database whose result 'import' reads.");
        command.SetAction(_ =>
        {
            output.Write(Text);
            return (int)ExitCode.Done;
        });
        return command;
    }
}

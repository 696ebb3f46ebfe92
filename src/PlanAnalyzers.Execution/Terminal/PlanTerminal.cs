using System.Text;
using Spectre.Console;

namespace PlanAnalyzers.Execution;

/// <summary>What an executable has of the world around it: where it writes, the time, and what it carries plans out with.</summary>
/// <param name="Out">Where results go.</param>
/// <param name="Error">Where errors and remarks go.</param>
/// <param name="Screen">How results are laid out on <paramref name="Out"/>.</param>
/// <param name="HelpWidth">The width at which the help wraps.</param>
/// <param name="Time">The time that passes while a simulation waits, and that a journal notes.</param>
internal sealed record PlanTerminal(TextWriter Out, TextWriter Error, Screen Screen, int HelpWidth, TimeProvider Time)
{
    private const int FixedWidth = 100;
    private const int NarrowestHelp = 40;

    /// <summary>Where the operator's answers come from.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Whether answers do not appear on the screen as they are typed.</summary>
    public bool AnswersAreNotSeen { get; init; } = true;

    /// <summary>Who may write to the operator.</summary>
    public Floor Floor { get; } = new();

    /// <summary>The drivers that there are.</summary>
    public IReadOnlyList<DriverKind> Drivers { get; init; } = DriverCatalog.Default;

    /// <summary>Where journals are.</summary>
    public IJournals Journals { get; init; } = new SqliteJournals();

    public static PlanTerminal Plain(TextWriter output, TextWriter error) =>
        new(output, error, new PlainScreen(output), FixedWidth, TimeProvider.System);

    public static PlanTerminal OfProcess() => OutputOfProcess() with { In = Console.In, AnswersAreNotSeen = Console.IsInputRedirected };

    private static PlanTerminal OutputOfProcess()
    {
        if (Console.IsOutputRedirected)
        {
            return Plain(Utf8(Console.OpenStandardOutput()), Console.Error);
        }

        if (WantsColour())
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings());
            if (console.Profile.Capabilities.Ansi)
            {
                var width = Math.Max(console.Profile.Width, NarrowestHelp);
                return new PlanTerminal(Console.Out, Console.Error, new RichScreen(console), width, TimeProvider.System);
            }
        }

        return Plain(Console.Out, Console.Error);
    }

    /// <summary>See no-color.org; a terminal that says it is dumb means the same.</summary>
    private static bool WantsColour() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && !string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);

    /// <summary>A file or a pipe gets UTF-8, where the console's own writer would use the code page of the system.</summary>
    private static StreamWriter Utf8(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = true };
}

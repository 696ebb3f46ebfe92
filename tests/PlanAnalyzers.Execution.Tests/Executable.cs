using PlanAnalyzers.Model;
using Spectre.Console;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>A plan's executable without a process around it.</summary>
internal sealed record Executable(ExitCode ExitCode, string Out, string Error)
{
    /// <summary>The lines of the output without the blanks around them.</summary>
    public IReadOnlyList<string> Lines => Out.Split('\n').Select(line => line.Trim()).ToArray();

    public static Task<Executable> RunAsync(ValidatedPlan plan, params string[] args) =>
        RunAsync(() => plan, () => plan.Plan.Steps, args);

    public static Task<Executable> RunAsync(Func<ValidatedPlan> plan, Func<PlanSteps> define, params string[] args) =>
        RunAsync(plan, define, terminal => terminal, args);

    /// <summary>The same in another world.</summary>
    public static Task<Executable> RunAsync(ValidatedPlan plan, Func<PlanTerminal, PlanTerminal> world, params string[] args) =>
        RunAsync(() => plan, () => plan.Plan.Steps, world, args);

    private static async Task<Executable> RunAsync(
        Func<ValidatedPlan> plan, Func<PlanSteps> define, Func<PlanTerminal, PlanTerminal> world, string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = world(PlanTerminal.Plain(output, error));
        var exitCode = await PlanHost.RunAsync(plan, define, args, terminal, TestContext.Current.CancellationToken);
        return new Executable(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The same on a terminal with colours.</summary>
    public static async Task<Executable> RunRichAsync(ValidatedPlan plan, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 400;
        var terminal = PlanTerminal.Plain(output, error) with { Screen = new RichScreen(console) };
        var exitCode = await PlanHost.RunAsync(() => plan, () => plan.Plan.Steps, args, terminal, TestContext.Current.CancellationToken);
        return new Executable(exitCode, output.ToString(), error.ToString());
    }
}

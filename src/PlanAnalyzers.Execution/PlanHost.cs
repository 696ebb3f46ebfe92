using System.ComponentModel;
using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>Makes an upgrade plan an executable. The generated part of a plan calls it; authors call the plan's <c>RunAsync</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PlanHost
{
    /// <summary>Does what the arguments of the command line ask of a plan that the compiler found valid.</summary>
    /// <param name="plan">Builds the validated plan from its generated part.</param>
    /// <param name="define">Builds the steps by running the author's <c>Define</c>.</param>
    /// <param name="args">The arguments of the command line.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(Func<ValidatedPlan> plan, Func<PlanSteps> define, string[] args)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(define);
        ArgumentNullException.ThrowIfNull(args);
        return (int)await RunAsync(plan, define, args, PlanTerminal.OfProcess());
    }

    /// <summary>Refuses a plan that the compiler found errors in, whatever the arguments ask.</summary>
    /// <param name="plan">The plan's name.</param>
    /// <param name="errors">The errors, each with its id.</param>
    /// <param name="args">The arguments of the command line.</param>
    /// <returns>The exit code of the process.</returns>
    public static Task<int> Refuse(string plan, IReadOnlyList<string> errors, string[] args)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(args);
        return Task.FromResult((int)Refuse(plan, errors, PlanTerminal.OfProcess()));
    }

    internal static ExitCode Refuse(string plan, IReadOnlyList<string> errors, PlanTerminal terminal)
    {
        RefusalText.Write(terminal.Error, plan, errors);
        return ExitCode.PlanRefused;
    }

    internal static async Task<ExitCode> RunAsync(
        Func<ValidatedPlan> plan,
        Func<PlanSteps> define,
        IReadOnlyList<string> args,
        PlanTerminal terminal,
        CancellationToken cancellation = default)
    {
        // Both are local to this asynchronous flow: the caller's cultures are untouched.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            var validated = plan();
            validated.Verify(define());
            var exitCode = await PlanCommandLine.InvokeAsync(validated, args, terminal, cancellation);
            await terminal.Out.FlushAsync(CancellationToken.None);
            return exitCode;
        }
        catch (Exception exception)
        {
            return Failed(exception, terminal.Error);
        }
    }

    private static ExitCode Failed(Exception exception, TextWriter error)
    {
        switch (Causes(exception).FirstOrDefault(cause => cause is PlanRefusedException) ?? exception)
        {
            case PlanRefusedException refused:
                RefusalText.Write(error, refused.Plan, refused.Reasons);
                return ExitCode.PlanRefused;
            case JournalException journal:
                SafeText.WriteLine(error, $"error: {journal.Message}");
                return journal.ExitCode;
            case DriverException driver:
                SafeText.WriteLine(error, $"error: {driver.Message}");
                return ExitCode.WrongArguments;
            case PageException page:
                SafeText.WriteLine(error, $"error: {page.Message}");
                return ExitCode.CannotWrite;
            case OperationCanceledException:
                SafeText.WriteLine(error, "Stopped.");
                return ExitCode.Stopped;
            case IOException or UnauthorizedAccessException:
                SafeText.WriteLine(error, $"error: the output cannot be written: {exception.Message}");
                return ExitCode.CannotWrite;
            default:
                var first = Causes(exception).Last();
                SafeText.WriteLine(error, $"error: {first.Message} ({first.GetType().Name})");
                SafeText.WriteLine(error, "This was not foreseen. If a run was on, 'status' shows where it stands. Please report it with the plan.");
                return ExitCode.Unforeseen;
        }
    }

    /// <summary>The exception and what led to it: a failing static field of a plan or a galaxy arrives wrapped.</summary>
    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}

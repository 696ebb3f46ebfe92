using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary><c>resume</c>: goes on with a run that was stopped, killed or kept from going on.</summary>
internal static class ResumeCommand
{
    public static Command Create(ValidatedPlan plan, PlanTerminal terminal)
    {
        var options = new RunOptions(plan, terminal);
        var accept = new Option<bool>("--accept")
        {
            Description = "Go on although the galaxy differs from the plan; the differences and the reason stand in the journal.",
        };
        var done = Steps("--done", plan, "Take this step, which was begun and is in doubt, as done, whatever is seen; repeat it for other steps.");
        var repeat = Steps("--repeat", plan, "Carry this step, which was begun and is in doubt, out again, whatever is seen; repeat it for other steps.");
        var reason = new Option<string?>("--reason")
        {
            Description = "Why; needed with --accept, --done and --repeat, and kept in the journal.",
            HelpName = "TEXT",
        };
        var command = new Command(
            "resume",
            "Go on with a run after a crash, a stop or a failure. What became of steps without a result is found out by looking at the galaxy.");
        options.AddTo(command);
        command.Options.Add(accept);
        command.Options.Add(done);
        command.Options.Add(repeat);
        command.Options.Add(reason);
        command.Validators.Add(result => RequireReason(result, accept, done, repeat, reason));
        command.SetAction(async (arguments, cancellation) =>
        {
            var name = options.Journal(arguments);
            using var journal = await terminal.Journals.OpenAsync(name);
            var entries = await journal.ReadAsync();
            var history = RunHistory.Read(name, plan, entries);
            if (history.IsFinished)
            {
                SafeText.WriteLine(terminal.Error, $"The run in {name} is at its end; there is nothing to go on with.");
                return (int)ExitCode.Done;
            }

            var word = new OperatorsWord(
                arguments.GetValue(accept),
                (arguments.GetValue(done) ?? []).ToHashSet(),
                (arguments.GetValue(repeat) ?? []).ToHashSet(),
                arguments.GetValue(reason) ?? "");
            if (word.Done.Concat(word.Repeat).FirstOrDefault(step => !history.Open.ContainsKey(step)) is > 0 and var known)
            {
                SafeText.WriteLine(terminal.Error, $"error: step {known} is not in doubt, so there is nothing to say about it. 'status' names the steps that are.");
                return (int)ExitCode.WrongArguments;
            }

            var kind = terminal.Drivers.FirstOrDefault(one => one.Name == history.Driver)
                ?? throw new JournalException($"{name} was begun with the driver {history.Driver}, which this executable does not have.");
            if (options.Conflict(arguments.CommandResult, kind.Name) is { } conflict)
            {
                SafeText.WriteLine(terminal.Error, $"error: {conflict}");
                return (int)ExitCode.WrongArguments;
            }

            using var driver = kind.Create(options.Setup(arguments, isNew: false));
            await using var page = options.Page(arguments, history);
            var log = new RunLog(journal, entries[^1], options.Operator(arguments), terminal.Time) { Written = LivePage.Note(page) };
            await log.BeginAsync(RecordKind.Resumed, plan, kind.Name);
            return (int)await new RunSession(plan, terminal, options, arguments).RunAsync(history, log, driver, kind, word, cancellation);
        });
        return command;
    }

    private static Option<int[]> Steps(string name, ValidatedPlan plan, string description) => new(name)
    {
        Description = description,
        HelpName = "STEP",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = argument =>
        {
            var steps = new List<int>();
            foreach (var text in argument.Tokens.Select(token => token.Value))
            {
                if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) || step < 1 || step > plan.Transitions.Count)
                {
                    argument.AddError(
                        $"{name} needs the number of a step, from 1 to {plan.Transitions.Count.ToString(CultureInfo.InvariantCulture)}; '{text}' is none.");
                    return null;
                }

                steps.Add(step);
            }

            return [.. steps];
        },
    };

    private static void RequireReason(CommandResult result, Option<bool> accept, Option<int[]> done, Option<int[]> repeat, Option<string?> reason)
    {
        // By the words as they are given: what cannot be read is a mistake that is told already.
        var (takenAsDone, repeated) = (Words(done), Words(repeat));
        var says = result.GetValue(accept) || takenAsDone.Length > 0 || repeated.Length > 0;
        if (says == string.IsNullOrWhiteSpace(Words(reason).FirstOrDefault()))
        {
            result.AddError(says
                ? "--accept, --done and --repeat need --reason TEXT: why does the run go on?"
                : "--reason gives the reason for --accept, --done or --repeat, but none of them is given.");
        }

        foreach (var step in takenAsDone.Intersect(repeated, StringComparer.Ordinal))
        {
            result.AddError($"Step {step} cannot be both --done and --repeat.");
        }

        string[] Words(Option option) => [.. result.GetResult(option)?.Tokens.Select(token => token.Value) ?? []];
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>The options of <c>simulate</c>, read and checked.</summary>
internal sealed class SimulateOptions
{
    private readonly Option<int?> fail;
    private readonly Option<KeyValuePair<string, TimeSpan>[]> durations;
    private readonly Option<TimeSpan?> takeover;
    private readonly Option<double?> pace = PaceOption.Create();

    public SimulateOptions(ValidatedPlan plan)
    {
        var steps = plan.Transitions.Count;
        fail = new Option<int?>("--fail")
        {
            Description = "Let this step fail: nothing of it takes effect, and the simulation stops there. "
                + "Steps under way in other branches are still done.",
            HelpName = "STEP",
            CustomParser = argument => Step(argument, steps),
        };
        durations = new Option<KeyValuePair<string, TimeSpan>[]>("--duration")
        {
            Description = "Assume that steps of this kind take so long; repeat it for other kinds. Assumed otherwise: "
                + string.Join(", ", AssumedDurations.Table.Select(row => $"{row.Kind}={row.Minutes.ToString(CultureInfo.InvariantCulture)}"))
                + ".",
            HelpName = "KIND=MINUTES",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
            CustomParser = Durations,
        };
        takeover = new Option<TimeSpan?>("--takeover")
        {
            Description = "Assume that the objects are out so long when an upgraded engine takes them over from its old partner "
                + $"(otherwise {AssumedDurations.TakeoverMinutes}; the vendor says a few seconds to a few minutes).",
            HelpName = "MINUTES",
            CustomParser = argument => Minutes(argument, argument.Tokens[0].Value),
        };
    }

    public void AddTo(Command command)
    {
        command.Options.Add(fail);
        command.Options.Add(durations);
        command.Options.Add(takeover);
        command.Options.Add(pace);
    }

    public int? FailingStep(ParseResult arguments) => arguments.GetValue(fail);

    public double? MinutesPerSecond(ParseResult arguments) => arguments.GetValue(pace);

    public AssumedDurations Durations(ParseResult arguments) =>
        AssumedDurations.Default.With(arguments.GetValue(durations) ?? [], arguments.GetValue(takeover));

    private static int? Step(ArgumentResult argument, int steps)
    {
        var text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step >= 1 && step <= steps)
        {
            return step;
        }

        argument.AddError(
            $"--fail needs the number of a step, from 1 to {steps.ToString(CultureInfo.InvariantCulture)}; '{text}' is none.");
        return null;
    }

    private static KeyValuePair<string, TimeSpan>[]? Durations(ArgumentResult argument)
    {
        var given = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var token in argument.Tokens)
        {
            if (token.Value.Split('=', 2) is not [var name, var minutes] || AssumedDurations.KnownKind(name) is not { } kind)
            {
                argument.AddError(
                    $"--duration needs KIND=MINUTES, as in Upgrade=45; '{token.Value}' is not that. "
                    + $"The kinds are {string.Join(", ", AssumedDurations.Table.Select(row => row.Kind))}.");
                return null;
            }

            if (Minutes(argument, minutes) is not { } duration)
            {
                return null;
            }

            if (!given.TryAdd(kind, duration))
            {
                argument.AddError($"--duration gives {kind} twice. Give each kind once.");
                return null;
            }
        }

        return [.. given];
    }

    private static TimeSpan? Minutes(ArgumentResult argument, string text)
    {
        var minutes = PlantTime.Minutes(text);
        if (minutes is null)
        {
            argument.AddError(
                $"'{text}' is no number of minutes. Write one from 0 to {PlantTime.MostMinutes.ToString(CultureInfo.InvariantCulture)}, "
                + "with a point before decimals, as in 1.5.");
        }

        return minutes;
    }
}

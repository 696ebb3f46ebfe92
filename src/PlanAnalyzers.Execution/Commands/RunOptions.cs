using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>The options that <c>run</c> and <c>resume</c> have in common, read and checked.</summary>
internal sealed class RunOptions
{
    private const int UsualLimit = 480;
    private const int LongestLimit = 40_000;

    private readonly ValidatedPlan plan;
    private readonly PlanTerminal terminal;
    private readonly Option<string> journal;
    private readonly Option<string> @operator;
    private readonly Option<TimeSpan?> limit;
    private readonly Option<KeyValuePair<int, InjectedFault>[]> faults;
    private readonly Option<string> script;
    private readonly Option<double?> pace = PaceOption.Create();
    private readonly Option<string?> page = new("--html")
    {
        Description = "Keep a page with the lanes of the galaxy and how far the run is in this file, for onlookers.",
        HelpName = "FILE",
    };

    public RunOptions(ValidatedPlan plan, PlanTerminal terminal)
    {
        this.plan = plan;
        this.terminal = terminal;
        journal = JournalOption.Create(plan);
        @operator = new Option<string>("--operator")
        {
            Description = "Who is in charge; every entry of the journal carries the name (otherwise that of the account).",
            HelpName = "NAME",
            DefaultValueFactory = _ => Environment.UserName,
        };
        @operator.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--operator has no name. Say who is in charge, or leave the option out.");
            }
        });
        limit = new Option<TimeSpan?>("--limit")
        {
            Description = "Stop waiting for a step or a look that takes longer "
                + $"(otherwise {UsualLimit.ToString(CultureInfo.InvariantCulture)}); the step may go on in the plant.",
            HelpName = "MINUTES",
            CustomParser = Limit,
        };
        faults = new Option<KeyValuePair<int, InjectedFault>[]>("--fault")
        {
            Description = "For the simulator: let something go wrong at a step; repeat it for other steps. "
                + string.Join("; ", InjectedFaultText.Table.Select(row => $"{row.Name} = {row.What}"))
                + ".",
            HelpName = "STEP=FAULT",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
            CustomParser = argument => Faults(argument, plan.Transitions.Count),
        };
        script = ScriptOf(plan);
        pace.Description = "For the simulator: let so many minutes of the plant pass in a second (otherwise nothing waits).";
    }

    /// <summary><c>--script</c>.</summary>
    public static Option<string> ScriptOf(ValidatedPlan plan) => new("--script")
    {
        Description = "For the driver script: the file that names the commands of your site.",
        HelpName = "FILE",
        DefaultValueFactory = _ => plan.Plan.Name + ".script.json",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { journal, @operator, limit, script, faults, pace, page })
        {
            command.Options.Add(option);
        }
    }

    public string Journal(ParseResult arguments) => arguments.GetValue(journal)!;

    public string Operator(ParseResult arguments) => arguments.GetValue(@operator)!;

    /// <summary>Begins the page of the run, where one is asked for.</summary>
    /// <exception cref="PageException">It cannot be written.</exception>
    public LivePage? Page(ParseResult arguments, RunHistory history) =>
        arguments.GetValue(page) is { } path ? LivePage.Begin(plan, path, history, terminal) : null;

    public TimeSpan Limit(ParseResult arguments) => arguments.GetValue(limit) ?? TimeSpan.FromMinutes(UsualLimit);

    public DriverSetup Setup(ParseResult arguments, bool isNew) => new(
        plan,
        Journal(arguments),
        isNew,
        new Dictionary<int, InjectedFault>(arguments.GetValue(faults) ?? []),
        arguments.GetValue(script)!,
        arguments.GetValue(pace),
        terminal);

    /// <summary>Refuses options that only another driver has.</summary>
    public string? Conflict(CommandResult result, string driver)
    {
        (Option Option, string Driver)[] special =
            [(faults, SimulatorDriver.Name), (pace, SimulatorDriver.Name), (script, ScriptDriver.Name)];
        return special.FirstOrDefault(one => one.Driver != driver && result.GetResult(one.Option) is { Implicit: false }) is { Option: not null } only
            ? $"{only.Option.Name} is for the driver {only.Driver}, and the driver is {driver}. Leave it out."
            : null;
    }

    private static TimeSpan? Limit(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (PlantTime.Minutes(text) is { } minutes && minutes > TimeSpan.Zero && minutes <= TimeSpan.FromMinutes(LongestLimit))
        {
            return minutes;
        }

        argument.AddError(
            $"--limit needs a number of minutes, more than 0 and up to {LongestLimit.ToString(CultureInfo.InvariantCulture)}; '{text}' is no such number.");
        return null;
    }

    private static KeyValuePair<int, InjectedFault>[]? Faults(ArgumentResult argument, int steps)
    {
        var given = new Dictionary<int, InjectedFault>();
        foreach (var token in argument.Tokens)
        {
            if (token.Value.Split('=', 2) is not [var number, var name]
                || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var step)
                || step < 1
                || step > steps
                || InjectedFaultText.Table.FirstOrDefault(row => row.Name == name) is not { Name: not null } row)
            {
                argument.AddError(
                    $"--fault needs STEP=FAULT, as in 3=fails, with a step from 1 to {steps.ToString(CultureInfo.InvariantCulture)}; "
                    + $"'{token.Value}' is not that. The faults are {string.Join(", ", InjectedFaultText.Table.Select(known => known.Name))}.");
                return null;
            }

            if (!given.TryAdd(step, row.Fault))
            {
                argument.AddError($"--fault gives step {number} twice. Give each step once.");
                return null;
            }
        }

        return [.. given];
    }
}

using System.CommandLine;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary><c>locate</c>: after which step a galaxy is, or what is different. Nothing is carried out and no journal is written.</summary>
internal static class LocateCommand
{
    public static Command Create(ValidatedPlan plan, PlanTerminal terminal)
    {
        var driver = DriverOption.Create(terminal, "Who looks at the galaxy", isRequired: false);
        var script = RunOptions.ScriptOf(plan);
        var journal = JournalOption.Create(plan);
        journal.Description = "A journal: say too whether the galaxy is where it says that the run stands. For the driver simulator it is that of the "
            + "rehearsal, which is needed.";
        var seen = new Option<string?>("--seen")
        {
            Description = "The file that says what was seen, where no driver looks.",
            HelpName = "FILE",
        };
        var template = new Option<bool>("--template")
        {
            Description = "Write such a file to fill in, to standard output.",
        };
        var command = new Command(
            "locate",
            "Say after which step a galaxy is, as when somebody changed it by hand, or what differs. Only looks; nothing is carried out.");
        foreach (var option in new Option[] { driver, script, journal, seen, template })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            Option[] sources = [driver, seen, template];
            if (sources.Count(source => result.GetResult(source) is { Implicit: false }) != 1)
            {
                result.AddError("locate needs one of --driver NAME, --seen FILE and --template.");
            }

            if (result.GetResult(script) is { Implicit: false } && result.GetValue(driver) != ScriptDriver.Name)
            {
                result.AddError($"{script.Name} is for the driver {ScriptDriver.Name}. Leave it out, or say --driver {ScriptDriver.Name}.");
            }

            if (result.GetResult(journal) is { Implicit: false } && result.GetValue(template))
            {
                result.AddError($"{template.Name} needs no journal. Leave {journal.Name} out.");
            }
        });
        command.SetAction(async (arguments, cancellation) =>
        {
            if (arguments.GetValue(template))
            {
                terminal.Out.Write(ObservationFile.Template(plan.Plan, plan.Start));
                return (int)ExitCode.Done;
            }

            var name = arguments.GetValue(journal)!;
            var history = arguments.GetResult(journal) is { Implicit: false } ? await HistoryAsync(plan, name, terminal) : null;
            Observation observed;
            if (arguments.GetValue(seen) is { } file)
            {
                observed = ObservationFile.Read(file, plan.Plan, plan.Start);
            }
            else
            {
                var kind = terminal.Drivers.Single(known => known.Name == arguments.GetValue(driver));
                var setup = new DriverSetup(
                    plan,
                    name,
                    IsNew: false,
                    new Dictionary<int, InjectedFault>(),
                    arguments.GetValue(script)!,
                    MinutesPerSecond: null,
                    terminal);
                if (await LookAsync(plan, kind, setup, cancellation) is not { } look)
                {
                    return (int)ExitCode.CannotObserve;
                }

                observed = look;
            }

            var location = GalaxyLocator.Locate(plan, observed);
            var report = new LocationReport(plan, observed);
            terminal.Screen.Show(report.Blocks(location));
            if (history is null)
            {
                return (int)location.ExitCode;
            }

            var byJournal = JournalPlace.Of(plan, name, history, observed);
            terminal.Screen.Show(report.Blocks(byJournal));
            return (int)byJournal.ExitCode(location);
        });
        return command;
    }

    private static async Task<RunHistory> HistoryAsync(ValidatedPlan plan, string name, PlanTerminal terminal)
    {
        using var opened = await terminal.Journals.OpenToReadAsync(name);
        return RunHistory.Read(name, plan, await opened.ReadAsync());
    }

    private static async Task<Observation?> LookAsync(ValidatedPlan plan, DriverKind kind, DriverSetup setup, CancellationToken cancellation)
    {
        using var driver = kind.Create(setup);
        try
        {
            return await Task.Run(Look, CancellationToken.None).WaitAsync(cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            SafeText.WriteLine(setup.Terminal.Error, $"error: the galaxy cannot be observed: {exception.Message}");
            return null;
        }

        // A driver that talks would ask for all that the plan promises; of a galaxy of which nothing is known there are better questions.
        Task<Observation> Look() => kind.Talks
            ? Task.FromResult(new LocatingDialog(plan, setup.Terminal).Ask())
            : driver.ObserveAsync(new ObservationRequest("now", plan.Start, new HashSet<string>(StringComparer.Ordinal)), cancellation);
    }
}

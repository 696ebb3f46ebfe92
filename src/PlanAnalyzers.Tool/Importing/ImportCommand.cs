using System.CommandLine;
using PlanAnalyzers.Model;
using PlanAnalyzers.Sites;

namespace PlanAnalyzers.Tool;

/// <summary><c>import</c>: a galaxy and its plan of a site's export.</summary>
internal static class ImportCommand
{
    private const int Shown = 5;

    public static Command Create(TextWriter output, TextWriter error)
    {
        var export = new Argument<string>("EXPORT") { Description = "The file that the query of 'dotnet plan query' gave, as CSV or JSON." };
        var file = new Option<string?>("--output", "-o") { Description = "The file of C# to write (otherwise standard output).", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Overwrite the file if it exists." };
        var format = new Option<string?>("--format")
        {
            Description = "The form of the export (otherwise json where its name ends so, and csv).",
            HelpName = "csv|json",
        };
        format.AcceptOnlyFromAmong("csv", "json");
        var name = Name(
            "--class", "The name of the galaxy's class (otherwise that of the galaxy, or of the export).", "Plant7", CSharpText.IsIdentifier);
        var space = Name("--namespace", "The namespace of both classes.", "N", text => text.Split('.').All(CSharpText.IsIdentifier));
        var from = Version("--from", "The version that the galaxy has, such as 2020R2SP1.");
        var to = Version("--to", "The version that the galaxy is to have, such as 2023R2SP1.");
        var sms = new Option<string?>("--sms") { Description = "The computer of the System Management Server.", HelpName = "NODE" };
        var repository = new Option<string?>("--galaxy-repository")
        {
            Description = "The tag name of the Galaxy Repository's platform, where the export does not say it.",
            HelpName = "TAG",
        };
        var rules = new Option<string[]>("--partner-rule")
        {
            Description = $"How the site names backup engines, where the export names no partners: {PartnerRule.Default} where nothing is said; "
                + $"several may be given, and '{PartnerRule.None}' says that no name tells it.",
            HelpName = "RULE",
        };
        rules.Validators.Add(result =>
        {
            foreach (var rule in result.GetValueOrDefault<string[]>() ?? [])
            {
                if (rule != PartnerRule.None && PartnerRule.Of(rule) is null)
                {
                    result.AddError($"--partner-rule '{rule}' is no rule. Write {{primary}} once, where the name of the primary engine "
                        + $"stands, and what is added to it: {PartnerRule.Default}.");
                }
            }
        });

        var command = new Command("import", "Write a galaxy and its upgrade plan, as C#, of what a site exports of its galaxy database.");
        command.Arguments.Add(export);
        foreach (var option in new Option[] { file, force, format, name, space, from, to, sms, repository, rules })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(file) is null && result.GetValue(force))
            {
                result.AddError("--force says that a file may be overwritten, but no file is given. Add --output FILE.");
            }

            if (Parsed(result.GetValue(from)) is { } older && Parsed(result.GetValue(to)) is { } newer && newer <= older)
            {
                result.AddError($"--to {newer.Text()} is not newer than --from {older.Text()}.");
            }
        });
        command.SetAction((arguments, cancellation) =>
        {
            var given = arguments.GetValue(rules) ?? [];
            var options = new ImportOptions(arguments.GetValue(export)!)
            {
                Class = arguments.GetValue(name),
                Namespace = arguments.GetValue(space),
                From = Parsed(arguments.GetValue(from)),
                To = Parsed(arguments.GetValue(to)),
                Sms = arguments.GetValue(sms),
                GalaxyRepository = arguments.GetValue(repository),
            };
            options = given.Length == 0 ? options : options with { PartnerRules = [.. given.Select(PartnerRule.Of).OfType<PartnerRule>()] };
            return Task.FromResult((int)Run(
                options, arguments.GetValue(format), arguments.GetValue(file), arguments.GetValue(force), output, error, cancellation));
        });
        return command;
    }

    private static ExitCode Run(
        ImportOptions options, string? format, string? file, bool force, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        ExportReading reading;
        try
        {
            reading = ExportSource.Read(options.Export, format, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            SafeText.WriteLine(error, $"error: {options.Export} cannot be read: {exception.Message}");
            return ExitCode.ExportRefused;
        }

        foreach (var problem in reading.Problems)
        {
            SafeText.WriteLine(error, $"{options.Export}({problem.Place.Line},{problem.Place.Column}): error: {problem.Message}");
        }

        if (reading.Site is not { } site)
        {
            return ExitCode.ExportRefused;
        }

        ImportedGalaxy imported;
        try
        {
            imported = ImportedGalaxy.Of(site, options);
        }
        catch (ImportException exception)
        {
            SafeText.WriteLine(error, $"error: {exception.Message}");
            return ExitCode.ExportRefused;
        }

        var code = ImportedCode.Of(imported, options);
        if (file is null)
        {
            output.Write(code.ToString());
        }
        else if (ExportFile.Write(file, code.ToString(), force) is { } failure)
        {
            SafeText.WriteLine(error, $"error: {failure}");
            return ExitCode.CannotWrite;
        }
        else
        {
            SafeText.WriteLine(error, $"Wrote {file}.");
        }

        Report(reading, imported, code, error);
        return code.Plan is null ? ExitCode.NoPlan : ExitCode.Done;
    }

    private static void Report(ExportReading reading, ImportedGalaxy imported, ImportedCode code, TextWriter error)
    {
        var galaxy = imported.Galaxy;
        Say($"{galaxy}: {ImportedCode.Count(galaxy.Platforms.Count, "platform")}, {ImportedCode.Count(galaxy.Engines.Count, "engine")}, "
            + $"{ImportedCode.Count(galaxy.Pairs.Count, "redundant pair")}, of {reading.Rows} rows.");
        if (code.Plan is { } plan)
        {
            Say($"The plan from {code.From.Text()} to {code.To.Text()} has {ImportedCode.Count(plan.Steps.Count, "step")} and makes "
                + $"{ImportedCode.Count(plan.Cost.Failovers, "failover")}.");
        }

        if (code.Guesses > 0)
        {
            Say($"warning: {ImportedCode.Count(code.Guesses, "guess")}, marked with 'guessed:' in the code: "
                + $"{string.Join(", ", Kinds(imported, code))}. Check each of them.");
        }

        if (imported.States.Count > 0)
        {
            Say("warning: A plan begins with everything deployed at the old version, but the export shows "
                + $"{List(imported.States.Select(item => $"{item.Key} {item.Value}"))}. "
                + "Mend that first. Of an upgrade that was begun, 'locate' of the plan's program tells after which step the galaxy is.");
        }

        if (reading.Unassigned.Count > 0)
        {
            Say($"warning: {List(reading.Unassigned)}: no platform hosts "
                + $"{(reading.Unassigned.Count == 1 ? "this engine" : "these engines")}, so the galaxy leaves "
                + $"{(reading.Unassigned.Count == 1 ? "it" : "them")} out.");
        }

        if (code.LacksSms)
        {
            Say($"warning: No System Management Server is known, and from {SystemPlatform.V2023R2.Text()} on redundant nodes lose data without it: "
                + "the build reports UPG3001 until it is declared. Import again with --sms NODE.");
        }

        foreach (var finding in code.Findings)
        {
            Say($"error: {finding}");
        }

        void Say(string line) => SafeText.WriteLine(error, line);
    }

    private static IEnumerable<string> Kinds(ImportedGalaxy imported, ImportedCode code)
    {
        var guesses = imported.Guesses.Values.SelectMany(ofOne => ofOne)
            .GroupBy(guess => guess.StartsWith("backup ", StringComparison.Ordinal) ? "backup" : guess.Split(',')[0], StringComparer.Ordinal)
            .Select(kind => $"{kind.Count()} × {kind.Key}")
            .ToList();
        var versions = code.Guesses - imported.Guesses.Values.Sum(ofOne => ofOne.Count);
        return versions > 0 ? guesses.Append($"{versions} × version") : guesses;
    }

    private static string List(IEnumerable<string> items)
    {
        var all = items.ToArray();
        return all.Length <= Shown ? string.Join(", ", all) : $"{string.Join(", ", all.Take(Shown))} and {all.Length - Shown} more";
    }

    private static Option<string?> Name(string option, string description, string example, Func<string, bool> isName)
    {
        var name = new Option<string?>(option) { Description = description, HelpName = example };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !isName(text))
            {
                result.AddError($"{option} '{text}' is no name in C#.");
            }
        });
        return name;
    }

    private static Option<string?> Version(string option, string description)
    {
        var version = new Option<string?>(option) { Description = description, HelpName = "VERSION" };
        version.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Parsed(text) is null)
            {
                result.AddError($"{option} '{text}' is no known version. The versions are "
                    + $"{string.Join(", ", Enum.GetNames<SystemPlatform>().Select(known => known[1..]))}.");
            }
        });
        return version;
    }

    /// <summary>A version as people write it: V2023R2SP1, 2023R2SP1 or 2023 R2 SP1.</summary>
    private static SystemPlatform? Parsed(string? text) =>
        text is not null && Array.Find(Enum.GetNames<SystemPlatform>(), known =>
            string.Equals(known[1..], text.Replace(" ", "", StringComparison.Ordinal).TrimStart('V', 'v'), StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<SystemPlatform>(name)
            : null;
}

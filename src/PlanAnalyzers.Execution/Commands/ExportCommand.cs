using System.CommandLine;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary><c>export</c>: the plan as a document for people or for programs.</summary>
internal static class ExportCommand
{
    public static Command Create(ValidatedPlan plan, PlanTerminal terminal)
    {
        var format = new Option<string>("--format")
        {
            Description = "What to write: "
                + string.Join("; ", ExportFormat.All.Select(known => $"{known.Name} = {known.Description}"))
                + ".",
            HelpName = string.Join('|', ExportFormat.All.Select(known => known.Name)),
            Required = true,
        };
        format.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } name && ExportFormat.All.All(known => known.Name != name))
            {
                var names = string.Join(", ", ExportFormat.All.Select(known => known.Name));
                result.AddError($"There is no format '{name}'. The formats are {names}.");
            }
        });
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The file to write (otherwise standard output).",
            HelpName = "FILE",
        };
        var force = new Option<bool>("--force")
        {
            Description = "Overwrite the file if it exists.",
        };

        var command = new Command("export", "Write the plan as a runbook to print, as a page, as a diagram, or as data.");
        command.Options.Add(format);
        command.Options.Add(output);
        command.Options.Add(force);
        command.Validators.Add(result =>
        {
            if (result.GetResult(output) is null && result.GetValue(force))
            {
                result.AddError("--force says that a file may be overwritten, but no file is given. Add --output FILE.");
            }
        });
        command.SetAction(arguments =>
        {
            var chosen = ExportFormat.All.Single(known => known.Name == arguments.GetValue(format));
            var text = chosen.Write(plan);
            if (arguments.GetValue(output) is not { } path)
            {
                terminal.Out.Write(text);
                return (int)ExitCode.Done;
            }

            if (ExportFile.Write(path, text, arguments.GetValue(force)) is { } failure)
            {
                SafeText.WriteLine(terminal.Error, $"error: {failure}");
                return (int)ExitCode.CannotWrite;
            }

            SafeText.WriteLine(terminal.Error, $"Wrote {path}.");
            return (int)ExitCode.Done;
        });
        return command;
    }
}

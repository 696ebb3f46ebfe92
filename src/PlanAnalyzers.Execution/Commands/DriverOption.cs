using System.CommandLine;

namespace PlanAnalyzers.Execution;

/// <summary><c>--driver</c>: one of the drivers that there are.</summary>
internal static class DriverOption
{
    public static Option<string> Create(PlanTerminal terminal, string what, bool isRequired)
    {
        var option = new Option<string>("--driver")
        {
            Description = $"{what}: "
                + string.Join("; ", terminal.Drivers.Select(kind => $"{kind.Name} = {kind.Description}"))
                + ".",
            HelpName = string.Join('|', terminal.Drivers.Select(kind => kind.Name)),
            Required = isRequired,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && terminal.Drivers.All(kind => kind.Name != name))
            {
                result.AddError($"There is no driver '{name}'. The drivers are {string.Join(", ", terminal.Drivers.Select(kind => kind.Name))}.");
            }
        });
        return option;
    }
}

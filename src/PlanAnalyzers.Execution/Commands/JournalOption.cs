using System.CommandLine;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary><c>--journal</c>: the file that a run is written down in.</summary>
internal static class JournalOption
{
    public static Option<string> Create(ValidatedPlan plan)
    {
        var option = new Option<string>("--journal")
        {
            Description = "The journal of the run.",
            HelpName = "FILE",
            DefaultValueFactory = _ => plan.Plan.Name + ".journal",
        };
        option.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--journal has no file name. Give one, or leave the option out.");
            }
        });
        return option;
    }
}

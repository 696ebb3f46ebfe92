using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace PlanAnalyzers.Execution;

/// <summary><c>--pace</c>: how fast the time of a simulated plant passes.</summary>
internal static class PaceOption
{
    public static Option<double?> Create() => new("--pace")
    {
        Description = "Let so many minutes of the plant pass in a second (otherwise nothing waits).",
        HelpName = "MINUTES",
        CustomParser = Pace,
    };

    private static double? Pace(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pace)
            && pace is >= 0.001 and <= PlantTime.MostMinutes)
        {
            return pace;
        }

        argument.AddError($"--pace needs the plant minutes that pass in a second, from 0.001 on; '{text}' is no such number.");
        return null;
    }
}

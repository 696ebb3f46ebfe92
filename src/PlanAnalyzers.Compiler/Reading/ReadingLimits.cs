using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>How much work reading one plan may be, so that a loop without end does not hang the editor.</summary>
/// <param name="Steps">The steps that a plan may have.</param>
/// <param name="Iterations">How often loops, calls and queries may go round in all.</param>
/// <param name="CallDepth">How deep calls may be inside one another.</param>
internal sealed record ReadingLimits(int Steps, int Iterations, int CallDepth)
{
    /// <summary>The property of a project that sets how many steps a plan may have.</summary>
    public const string StepsProperty = "PlanAnalyzersMaxSteps";

    /// <summary>The property that sets how often loops, calls and queries may go round.</summary>
    public const string IterationsProperty = "PlanAnalyzersMaxIterations";

    /// <summary>The property that sets how deep calls may be.</summary>
    public const string CallDepthProperty = "PlanAnalyzersMaxCallDepth";

    /// <summary>The longest text that is made while reading, which nobody would read as a step.</summary>
    public const int TextLength = 100_000;

    /// <summary>How deep phases and branches may be inside one another; all that handles a plan goes down into them.</summary>
    public const int PartDepth = 100;

    /// <summary>How deep values and types may be inside one another where they are looked into, since a loop can make them of any depth.</summary>
    public const int ValueDepth = 50;

    /// <summary>The limits where nothing else is configured: far beyond any plan that a person writes.</summary>
    public static ReadingLimits Default { get; } = new(Steps: 20_000, Iterations: 250_000, CallDepth: 200);

    /// <summary>The limits of a project. Its properties win over its global configuration; what is no positive number counts as not set.</summary>
    /// <param name="options">The options of the project as a whole.</param>
    public static ReadingLimits Of(AnalyzerConfigOptions options) => new(
        Number(options, StepsProperty, "max_steps") ?? Default.Steps,
        Number(options, IterationsProperty, "max_iterations") ?? Default.Iterations,
        Number(options, CallDepthProperty, "max_call_depth") ?? Default.CallDepth);

    private static int? Number(AnalyzerConfigOptions options, string property, string key) =>
        Number(options, "build_property." + property) ?? Number(options, "plananalyzers." + key);

    private static int? Number(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}

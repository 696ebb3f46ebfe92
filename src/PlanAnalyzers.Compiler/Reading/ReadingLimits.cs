namespace PlanAnalyzers.Compiler.Reading;

/// <summary>How much work reading one plan may be, so that a loop without end does not hang the editor.</summary>
/// <param name="Steps">The steps that a plan may have.</param>
/// <param name="Iterations">How often loops, calls and queries may go round in all.</param>
/// <param name="CallDepth">How deep calls may be inside one another.</param>
internal sealed record ReadingLimits(int Steps, int Iterations, int CallDepth)
{
    /// <summary>The limits where nothing else is configured: far beyond any plan that a person writes.</summary>
    public static ReadingLimits Default { get; } = new(Steps: 20_000, Iterations: 250_000, CallDepth: 200);

    /// <summary>The longest text that is made while reading, which nobody would read as a step.</summary>
    public const int TextLength = 100_000;
}

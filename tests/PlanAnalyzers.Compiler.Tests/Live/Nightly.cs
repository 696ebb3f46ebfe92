namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>The live tests take a fixed sample, and all there is where the environment variable <see cref="Variable"/> is 1.</summary>
internal static class Nightly
{
    public const string Variable = "PLANANALYZERS_NIGHTLY";

    public static bool IsOn { get; } = Environment.GetEnvironmentVariable(Variable) == "1";
}

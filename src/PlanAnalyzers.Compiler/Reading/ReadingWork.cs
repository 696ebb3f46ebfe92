namespace PlanAnalyzers.Compiler.Reading;

/// <summary>How much work reading was, in numbers that are the same on every machine.</summary>
/// <param name="Plans">The plans that were read, each as often as it was.</param>
/// <param name="Galaxies">The galaxies that were read.</param>
/// <param name="Models">The semantic models that the compilation was asked for.</param>
/// <param name="Operations">The expressions and statements that were evaluated.</param>
/// <param name="Rounds">The rounds of loops and queries, and the calls.</param>
internal sealed record ReadingWork(int Plans = 0, int Galaxies = 0, int Models = 0, long Operations = 0, long Rounds = 0)
{
    public ReadingWork Plus(ReadingWork other) => new(
        Plans + other.Plans, Galaxies + other.Galaxies, Models + other.Models, Operations + other.Operations, Rounds + other.Rounds);
}

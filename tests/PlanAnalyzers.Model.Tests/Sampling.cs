using FsCheck;

namespace PlanAnalyzers.Model.Tests;

/// <summary>How many cases a property is checked with.</summary>
internal static class Sampling
{
    /// <summary>Checks a property with so many cases, and throws where it does not hold.</summary>
    public static void Check(this Property property, int cases = 100) => property.Check(For(cases));

#if MUTATION
    // Every mutant pays for the cases, and a score that is to be compared needs the same ones each time.
    private static Config For(int cases) => Config.QuickThrowOnFailure.WithMaxTest(cases / 10).WithReplay(2023, 1);
#else
    private static Config For(int cases) => Config.QuickThrowOnFailure.WithMaxTest(cases);
#endif
}

using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>Where this repository's files are.</summary>
internal static class Repository
{
    public static string PathOf(params string[] parts) => Path.Combine([ConformanceCases.RepositoryRoot, .. parts]);
}

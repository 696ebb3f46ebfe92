using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests;

/// <summary>The conformance cases in memory; the package's tests build them as a user's projects.</summary>
public sealed class ConformanceTests
{
    public static TheoryData<string> Cases() => [.. ConformanceCases.Names];

    public static TheoryData<string> CasesNotYet() => [.. ConformanceCases.NotYet];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Gets_exactly_the_diagnostics_that_it_expects(string name)
    {
        var comparison = await ExpectedDiagnostics.Compare(TestProject.Of(ConformanceCases.Read(name)));
        Assert.True(comparison.Passes, comparison.Report);
    }

    [Theory]
    [MemberData(nameof(CasesNotYet))]
    public async Task Is_listed_as_not_yet_only_while_that_is_so(string name)
    {
        var comparison = await ExpectedDiagnostics.Compare(TestProject.Of(ConformanceCases.Read(name)));
        Assert.False(comparison.Passes, $"{name} passes: take it off the list.");
    }
}

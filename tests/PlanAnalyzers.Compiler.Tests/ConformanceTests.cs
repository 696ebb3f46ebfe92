using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests;

/// <summary>The conformance cases in memory; the package's tests build them as a user's projects.</summary>
public sealed class ConformanceTests
{
    public static TheoryData<string> Cases() => [.. ConformanceCases.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Gets_exactly_the_diagnostics_that_it_expects(string name)
    {
        var comparison = await ExpectedDiagnostics.Compare(TestProject.Of(ConformanceCases.Read(name)));
        Assert.True(comparison.Passes, comparison.Report);
    }

    [Fact]
    public async Task A_case_is_listed_as_not_yet_only_while_that_is_so()
    {
        foreach (var name in ConformanceCases.NotYet)
        {
            var comparison = await ExpectedDiagnostics.Compare(TestProject.Of(ConformanceCases.Read(name)));
            Assert.False(comparison.Passes, $"{name} passes: take it off the list.");
        }
    }
}

using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests;

/// <summary>
/// The conformance cases: each file is one compilation, and gets exactly the warnings and errors that its <c>// expect:</c> comments say.
/// </summary>
public sealed class ConformanceTests
{
    /// <summary>The cases that need a step, a rule or a construct of C# that is not there yet.</summary>
    private static readonly HashSet<string> NotYet =
    [
        "deploy-forced-answered",
        "deploy-forced-unanswered",
        "deploy-multi-selection",
        "order-pair-left-open",
        "order-parallel-conflict",
        "valid-for-each-pair",
        "valid-fragment-and-loop",
        "valid-parallel-pairs",
        "valid-reboot-and-gates",
    ];

    public static TheoryData<string> Cases() => [.. All().Where(name => !NotYet.Contains(name))];

    public static TheoryData<string> CasesNotYet() => [.. NotYet];

    private static IEnumerable<string> All() =>
        Directory.GetFiles(Folder, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    private static string Folder => Repository.PathOf("tests", "Conformance");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Gets_exactly_the_diagnostics_that_it_expects(string name)
    {
        var comparison = await Run(name);
        Assert.True(comparison.Passes, comparison.Report);
    }

    [Theory]
    [MemberData(nameof(CasesNotYet))]
    public async Task Is_listed_as_not_yet_only_while_that_is_so(string name)
    {
        var comparison = await Run(name);
        Assert.False(comparison.Passes, $"{name} passes: take it off the list.");
    }

    private static async Task<Comparison> Run(string name)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".cs"), TestContext.Current.CancellationToken);
        return await ExpectedDiagnostics.Compare(TestProject.Of(source));
    }
}

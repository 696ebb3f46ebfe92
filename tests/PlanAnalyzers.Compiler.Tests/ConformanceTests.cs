using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests;

/// <summary>
/// The conformance cases: each file is one compilation, and gets exactly the warnings and errors that its <c>// expect:</c> comments say.
/// </summary>
public sealed partial class ConformanceTests
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
        var (passes, report) = await Run(name);
        Assert.True(passes, report);
    }

    [Theory]
    [MemberData(nameof(CasesNotYet))]
    public async Task Is_listed_as_not_yet_only_while_that_is_so(string name)
    {
        var (passes, _) = await Run(name);
        Assert.False(passes, $"{name} passes: take it off the list.");
    }

    private static async Task<(bool Passes, string Report)> Run(string name)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".cs"), TestContext.Current.CancellationToken);
        var project = TestProject.Of(source);

        var found = await project.AnalyzerDiagnostics();

        var expected = Expected(source).Order(StringComparer.Ordinal).ToArray();
        var actual = found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{Harness.Report.LineOf(diagnostic)}: {diagnostic.Id}")
            .Distinct()
            .Order(StringComparer.Ordinal);
        var compiler = project.CompilerDiagnostics();
        return (
            expected.SequenceEqual(actual) && compiler.IsEmpty,
            $"Expected {string.Join(", ", expected)}\n{Harness.Report.Annotate(project.Compilation, [.. found, .. compiler])}");
    }

    private static IEnumerable<string> Expected(string source) =>
        source.Split('\n').SelectMany((line, index) => ExpectComment().Match(line) is { Success: true } match
            ? match.Groups["ids"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => $"{index + 1}: {id}")
            : []);

    [GeneratedRegex(@"// expect:(?<ids>[ A-Z0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExpectComment();
}

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests;

/// <summary>
/// The conformance cases: each file is one compilation, and gets exactly the warnings and errors that its <c>// expect:</c> comments say.
/// </summary>
public sealed partial class ConformanceTests
{
    /// <summary>The cases whose steps and rules are there.</summary>
    public static TheoryData<string> Cases() => [.. Directory.GetFiles(Folder, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    private static string Folder => Repository.PathOf("tests", "Conformance");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Gets_exactly_the_diagnostics_that_it_expects(string name)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".cs"), TestContext.Current.CancellationToken);
        var project = TestProject.Of(source);

        var found = await project.AnalyzerDiagnostics();

        Assert.Empty(project.CompilerDiagnostics());
        var actual = found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{Harness.Report.LineOf(diagnostic)}: {diagnostic.Id}")
            .Distinct();
        Assert.True(
            Expected(source).Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)),
            $"Expected {string.Join(", ", Expected(source))}\n{Harness.Report.Annotate(project.Compilation, found)}");
    }

    private static IEnumerable<string> Expected(string source) =>
        source.Split('\n').SelectMany((line, index) => ExpectComment().Match(line) is { Success: true } match
            ? match.Groups["ids"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => $"{index + 1}: {id}")
            : []);

    [GeneratedRegex(@"// expect:(?<ids>[ A-Z0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExpectComment();
}

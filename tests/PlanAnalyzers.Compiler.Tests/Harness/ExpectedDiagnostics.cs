using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>What a project got, compared with what the marks in its sources say.</summary>
/// <param name="Passes">Whether it got exactly what is marked, and nothing of the C# compiler.</param>
/// <param name="Report">Both, for the failure.</param>
/// <param name="Found">What our analyzer says, Info too.</param>
internal sealed record Comparison(bool Passes, string Report, ImmutableArray<Diagnostic> Found);

/// <summary>
/// The marks <c>// expect: UPG4005</c> (several ids separated by blanks) at the line where a warning or an error starts.
/// Diagnostics of severity Info are not marked and not compared, but for a rule that the source is about.
/// </summary>
internal static class ExpectedDiagnostics
{
    /// <summary>Compiles a project and compares the set of (line, id) with its marks.</summary>
    /// <param name="project">The project.</param>
    /// <param name="about">The rule that the project is about: compared even where it is Info.</param>
    public static async Task<Comparison> Compare(TestProject project, string? about = null)
    {
        var found = await project.AnalyzerDiagnosticsWithAdvice();
        var compiler = project.CompilerDiagnostics();

        var expected = project.Compilation.SyntaxTrees
            .SelectMany(tree => ConformanceCases.Marks(tree.ToString()).Select(mark => Text(tree, mark.Line, mark.Id)))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var actual = found
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.Id == about)
            .Select(diagnostic => Text(diagnostic.Location.SourceTree, Report.LineOf(diagnostic), diagnostic.Id))
            .Distinct()
            .Order(StringComparer.Ordinal);
        return new Comparison(
            expected.SequenceEqual(actual) && compiler.IsEmpty,
            $"Expected {string.Join(", ", expected)}\n{Report.Annotate(project.Compilation, [.. found, .. compiler])}",
            found);
    }

    private static string Text(SyntaxTree? tree, int line, string id) => $"{tree?.FilePath}({line}): {id}";
}

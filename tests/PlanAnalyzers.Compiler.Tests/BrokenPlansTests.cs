using System.Text;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests;

/// <summary>The sample that does not build gets exactly the errors and warnings that its files are marked with.</summary>
public sealed class BrokenPlansTests
{
    private static string Folder => Repository.PathOf("samples", "BrokenPlans");

    [Fact]
    public async Task Get_exactly_the_diagnostics_that_they_are_marked_with()
    {
        var files = Directory.GetFiles(Folder, "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetFileName(path), Source: GeneratedText.Read(path)))
            .ToArray();
        Assert.All(files.Where(file => file.Name != "Plant7.cs"), file => Assert.Single(ConformanceCases.Marks(file.Source)));

        var comparison = await ExpectedDiagnostics.Compare(TestProject.OfFiles(files));
        Assert.True(comparison.Passes, comparison.Report);

        var table = new StringBuilder("\n| File | Rule | Severity | Message |\n|---|---|---|---|\n");
        foreach (var diagnostic in comparison.Found
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal))
        {
            var file = diagnostic.Location.SourceTree!.FilePath;
            var id = diagnostic.Id;
            var rule = $"[{id}](../../docs/rules/{id}.md)";
            table.Append($"| [{file}]({file}) | {rule} | {diagnostic.Severity} | {diagnostic.GetMessage(null)} |\n");
        }

        GeneratedText.BlockIs(Path.Combine(Folder, "README.md"), table.Append('\n').ToString());
    }
}

using System.Text;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Tests.Harness;

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
        Assert.All(files.Where(file => file.Name != "Plant7.cs"), file => Assert.Single(ExpectedDiagnostics.Marks(file.Source)));

        var project = TestProject.Of([.. files.Select(file => file.Source)]);
        var comparison = await ExpectedDiagnostics.Compare(project);
        Assert.True(comparison.Passes, comparison.Report);

        var table = new StringBuilder("\n| File | Rule | Severity | Message |\n|---|---|---|---|\n");
        foreach (var diagnostic in comparison.Found
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal))
        {
            var file = files[project.Compilation.SyntaxTrees.IndexOf(diagnostic.Location.SourceTree!)].Name;
            var id = diagnostic.Id;
            table.Append($"| [{file}]({file}) | [{id}](../../docs/rules/{id}.md) | {diagnostic.Severity} | {diagnostic.GetMessage(null)} |\n");
        }

        GeneratedText.BlockIs(Path.Combine(Folder, "README.md"), table.Append('\n').ToString());
    }
}

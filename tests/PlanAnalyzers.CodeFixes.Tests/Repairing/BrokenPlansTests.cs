using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PlanAnalyzers.CodeFixes.Tests.Harness;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.CodeFixes.Tests.Repairing;

/// <summary>The project of broken plans, all of whose mistakes that can be mended are mended rule by rule, as a tool without an editor does.</summary>
public sealed class BrokenPlansTests
{
    [Fact]
    public async Task Are_mended_rule_by_rule()
    {
        var editor = Editor.Open([.. Directory.GetFiles(Repository.PathOf("samples", "BrokenPlans"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)]);
        var tried = new HashSet<string>(StringComparer.Ordinal);
        while ((await editor.Diagnostics()).FirstOrDefault(diagnostic => IsOurs(diagnostic) && tried.Add(diagnostic.Id)) is { } next)
        {
            if (await editor.FixesFor(next) is [var offer, ..])
            {
                editor = await editor.ApplyAll(offer, FixAllScope.Solution);
                Assert.DoesNotContain(await editor.Diagnostics(), diagnostic => diagnostic.Id == next.Id);
            }
        }

        // What only the author knows: a value, and a node.
        Assert.Equal(
            ["UPG1001", "UPG2008"],
            (await editor.Diagnostics()).Where(IsOurs).Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
    }

    private static bool IsOurs(Diagnostic diagnostic) =>
        diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id.StartsWith("UPG", StringComparison.Ordinal);
}

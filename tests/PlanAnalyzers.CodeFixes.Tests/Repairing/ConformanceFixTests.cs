using Microsoft.CodeAnalysis;
using PlanAnalyzers.CodeFixes.Tests.Harness;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.CodeFixes.Tests.Repairing;

/// <summary>Every conformance case that expects a diagnostic: what is offered mends it, and the whole plan can be repaired.</summary>
public sealed class ConformanceFixTests
{
    /// <summary>What no edit of the source can know: a value, or the node of the GR.</summary>
    private static readonly string[] OnlyTheAuthorKnows = ["authoring-not-known-at-compile-time", "topology-no-galaxy-repository"];

    public static TheoryData<string> Cases => [.. ConformanceCases.Names.Where(name => ConformanceCases.Marks(ConformanceCases.Read(name)).Any())];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_fix_that_is_offered_mends_what_it_is_for(string name)
    {
        var editor = Editor.Open(ConformanceCases.Read(name));
        var fixes = 0;
        foreach (var diagnostic in (await editor.Diagnostics()).Where(IsProblem))
        {
            foreach (var offer in await editor.FixesFor(diagnostic))
            {
                var after = await editor.Apply(offer.Action);
                var said = (await editor.Diagnostics()).Where(IsProblem).Select(Said).ToList();
                var still = (await after.Diagnostics()).Where(other => IsProblem(other) && !Fixing.Hides(diagnostic.Id, other.Id)).Select(Said).ToList();
                Assert.True(still.Count < said.Count && still.All(said.Contains), $"{offer.Action.Title}\n{await after.Annotated()}");
                TitleStyle.Check(offer.Action.Title, editor.Texts);
                fixes++;
            }
        }

        Assert.Equal(OnlyTheAuthorKnows.Contains(name), fixes == 0);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_whole_plan_is_repaired(string name)
    {
        var source = ConformanceCases.Read(name);
        if (name.StartsWith("authoring-", StringComparison.Ordinal) || name.StartsWith("topology-", StringComparison.Ordinal))
        {
            return; // What is not read, or stands in the galaxy, comes first.
        }

        var editor = Editor.Open(source);
        var caret = new Microsoft.CodeAnalysis.Text.TextSpan(source.IndexOf("Define(", StringComparison.Ordinal), 0);
        var action = (await editor.RefactoringsAt(0, caret)).Single(candidate => candidate.Title.StartsWith("Repair", StringComparison.Ordinal));
        var after = await editor.Apply(action);
        Assert.True(!(await after.Diagnostics()).Any(IsProblem), await after.Annotated());
        Assert.DoesNotContain(await after.RefactoringsAt(0, caret), candidate => candidate.Title == action.Title);
    }

    private static bool IsProblem(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning;

    private static string Said(Diagnostic diagnostic) => $"{diagnostic.Id}: {diagnostic.GetMessage(null)}";
}

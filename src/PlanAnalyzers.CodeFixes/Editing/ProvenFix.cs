using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Editing;

/// <summary>Offers a fix only where it was tried: applying it removes the diagnostic and adds none.</summary>
internal static class ProvenFix
{
    /// <summary>Offers a change, if it mends what it is for.</summary>
    /// <param name="context">Where the fixes of a diagnostic are collected.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="title">What the change does, as an order that names the author's objects.</param>
    /// <param name="kind">What all fixes have in common that are applied together.</param>
    /// <param name="changed">The change.</param>
    /// <returns>Whether it is offered.</returns>
    public static async Task<bool> Offer(CodeFixContext context, Diagnostic diagnostic, string title, string kind, Solution changed)
    {
        if (!await Mends(context.Document.Project, changed, diagnostic, context.CancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), kind), diagnostic);
        return true;
    }

    private static async Task<bool> Mends(Project project, Solution changed, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } before)
        {
            return false;
        }

        // Replacing the trees keeps what is generated, which a fix does not change; the generator would run again for the project.
        var after = before;
        var edited = new List<(SyntaxTree Before, SyntaxTree After)>();
        foreach (var id in changed.GetChanges(project.Solution).GetProjectChanges().SelectMany(change => change.GetChangedDocuments()))
        {
            if (id.ProjectId == project.Id
                && await project.GetDocument(id)!.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false) is { } old
                && await changed.GetDocument(id)!.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false) is { } tree)
            {
                after = after.ReplaceSyntaxTree(old, tree);
                edited.Add((old, tree));
            }
        }

        var said = Said(project, before, edited.Select(edit => edit.Before), cancellation);
        var stillSaid = Said(project, after, edited.Select(edit => edit.After), cancellation);
        return Times(stillSaid, KeyOf(diagnostic)) < Times(said, KeyOf(diagnostic))
            && stillSaid.All(now => now.Value <= Times(said, now.Key) || IsAdvice(now.Key.Id) || Hides(diagnostic.Id, now.Key.Id));
    }

    /// <summary>
    /// What cannot be read cannot be checked, and a plan is not checked over a galaxy that is wrong: that more is wrong shows only when what
    /// comes first is mended. And what is wrong with a plan for the plant itself shows when the galaxy becomes that of the plant.
    /// </summary>
    private static bool Hides(string mended, string id) => IsOurs(id) && ((mended[3] <= '2' && mended[3] < id[3]) || (mended[3] == '8' && id[3] > '2'));

    private static bool IsOurs(string id) => id.StartsWith("UPG", StringComparison.Ordinal);

    /// <summary>Advice is for plans without errors, so that it comes where the last error goes.</summary>
    private static bool IsAdvice(string id) => RuleTable.All.Any(rule => rule.Id == id && rule.Severity == RuleSeverity.Info);

    private static int Times(Dictionary<(string Id, string Message), int> said, (string Id, string Message) key) =>
        said.TryGetValue(key, out var times) ? times : 0;

    private static (string Id, string Message) KeyOf(Diagnostic diagnostic) =>
        (diagnostic.Id, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Our diagnostics of a project, and what the compiler says of the files that are edited; places move, so they do not count.</summary>
    private static Dictionary<(string Id, string Message), int> Said(
        Project project, Compilation compilation, IEnumerable<SyntaxTree> edited, CancellationToken cancellation)
    {
        var said = new Dictionary<(string Id, string Message), int>();
#pragma warning disable RS1030 // The compilation is one that no analyzer is run for.
        var ofTheCompiler = edited.SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancellation))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
#pragma warning restore RS1030
        foreach (var diagnostic in ProjectDiagnostics.Of(project, compilation, cancellation).Concat(ofTheCompiler))
        {
            if (diagnostic.Severity >= DiagnosticSeverity.Warning || IsOurs(diagnostic.Id))
            {
                var key = KeyOf(diagnostic);
                said[key] = Times(said, key) + 1;
            }
        }

        return said;
    }
}

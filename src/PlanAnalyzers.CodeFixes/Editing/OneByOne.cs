using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PlanAnalyzers.CodeFixes.Editing;

/// <summary>
/// Applies all fixes of a kind one after the other, each to what the one before left: what mends a plan depends on its other steps, so
/// fixes that were worked out side by side would not fit together.
/// </summary>
internal sealed class OneByOne : FixAllProvider
{
    public static readonly OneByOne Instance = new();

    /// <summary>A fix that would lead to itself again must not go on for ever.</summary>
    private const int MostFixes = 1_000;

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.ProjectIds : [fixAllContext.Project.Id];
        var solution = fixAllContext.Solution;
        foreach (var project in projects)
        {
            var document = fixAllContext.Scope == FixAllScope.Document ? fixAllContext.Document?.Id : null;
            for (var fixes = 0; fixes < MostFixes && await Next(solution, project, document, fixAllContext).ConfigureAwait(false) is { } next; fixes++)
            {
                solution = next;
            }
        }

        return solution == fixAllContext.Solution
            ? null
            : CodeAction.Create("Fix all", _ => Task.FromResult(solution), fixAllContext.CodeActionEquivalenceKey);
    }

    /// <summary>The solution with one fix more, or none where there is nothing left to fix.</summary>
    private static async Task<Solution?> Next(Solution solution, ProjectId projectId, DocumentId? only, FixAllContext context)
    {
        var project = solution.GetProject(projectId);
        if (project is null || await project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return null;
        }

        var isOfTheCompiler = context.DiagnosticIds.Any(id => id.StartsWith("CS", StringComparison.Ordinal));
        var diagnostics = isOfTheCompiler
            ? compilation.GetDiagnostics(context.CancellationToken)
            : ProjectDiagnostics.Of(project, compilation, context.CancellationToken);
        foreach (var diagnostic in diagnostics)
        {
            if (!context.DiagnosticIds.Contains(diagnostic.Id)
                || project.GetDocument(diagnostic.Location.SourceTree) is not { } document
                || (only is not null && document.Id != only))
            {
                continue;
            }

            CodeAction? action = null;
            await context.CodeFixProvider.RegisterCodeFixesAsync(new CodeFixContext(
                document,
                diagnostic,
                (offered, _) => action ??= IsMeant(offered.EquivalenceKey) ? offered : null,
                context.CancellationToken)).ConfigureAwait(false);
            if (action is not null)
            {
                var operations = await action.GetOperationsAsync(context.CancellationToken).ConfigureAwait(false);
                return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
            }
        }

        return null;

        // A tool that has looked at a diagnostic which the provider has no fix for knows no kind; the best fix of each is meant then.
        bool IsMeant(string? kind) => context.CodeActionEquivalenceKey is null || kind == context.CodeActionEquivalenceKey;
    }
}

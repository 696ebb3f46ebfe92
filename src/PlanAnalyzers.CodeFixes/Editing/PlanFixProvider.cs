using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PlanAnalyzers.CodeFixes.Editing;

/// <summary>A provider of fixes that looks at one diagnostic at a time; those of one kind are applied together on demand.</summary>
public abstract class PlanFixProvider : CodeFixProvider
{
    private protected PlanFixProvider(params string[] ids) => FixableDiagnosticIds = [.. ids];

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => OneByOne.Instance;

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root)
        {
            // Tools have been seen to hand a provider what it has no fix for.
            foreach (var diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id, StringComparer.Ordinal)))
            {
                await Offer(context, diagnostic, root).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Offers the fixes for a diagnostic, if there are any.</summary>
    private protected abstract Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root);
}

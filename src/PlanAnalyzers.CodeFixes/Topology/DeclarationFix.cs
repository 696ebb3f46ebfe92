using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Topology;

/// <summary>
/// UPG2001 and UPG2007, at the declaration: a further Galaxy Repository becomes a run-time platform, and of two engines that are both
/// declared active one is not.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DeclarationFix() : PlanFixProvider(RuleTable.OneGalaxyRepository.Id, RuleTable.OneActiveAtStart.Id)
{
    private protected override async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
    {
        if (diagnostic.Id == RuleTable.OneGalaxyRepository.Id)
        {
            if (Declared.CallAt(root, diagnostic.Location, "GalaxyRepository") is { Expression: MemberAccessExpressionSyntax { Name: var name } } call)
            {
                await Offer(context, diagnostic, call, $"Declare {Declared.NameAround(call)} as a run-time platform", [new TextChange(name.Span, "RunTime")])
                    .ConfigureAwait(false);
            }

            return;
        }

        // The backup is where it is reported, and the primary may be in another file; which of the two stands by only the author knows.
        foreach (var place in diagnostic.AdditionalLocations.Prepend(diagnostic.Location))
        {
            if (place.SourceTree is { } tree
                && Declared.CallAt(await tree.GetRootAsync(context.CancellationToken).ConfigureAwait(false), place, "ActiveAtStart")
                    is { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } call)
            {
                await Offer(
                    context,
                    diagnostic,
                    call,
                    $"Declare {Declared.NameAround(call)} as the engine that stands by",
                    [new TextChange(TextSpan.FromBounds(receiver.Span.End, call.Span.End), "")]).ConfigureAwait(false);
            }
        }
    }

    private static async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode call, string title, TextChange[] changes)
    {
        if (context.Document.Project.GetDocument(call.SyntaxTree) is { } document)
        {
            await ProvenFix.Offer(
                context, diagnostic, title, nameof(DeclarationFix), await document.With(changes, context.CancellationToken).ConfigureAwait(false))
                .ConfigureAwait(false);
        }
    }
}

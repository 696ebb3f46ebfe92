using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Topology;

/// <summary>UPG2006: versions that were written the wrong way round change places.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class VersionsFix() : PlanFixProvider(RuleTable.ToIsNewer.Id)
{
    private protected override async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
            && ValueOf(attribute, "From") is { } from
            && ValueOf(attribute, "To") is { } to
            && from.ToString() != to.ToString())
        {
            TextChange[] changes = [new(from.Span, to.ToString()), new(to.Span, from.ToString())];
            await ProvenFix.Offer(
                context,
                diagnostic,
                $"Swap the versions: From = {to}, To = {from}",
                diagnostic.Id,
                await context.Document.With(changes.OrderBy(change => change.Span.Start), context.CancellationToken).ConfigureAwait(false))
                .ConfigureAwait(false);
        }
    }

    private static ExpressionSyntax? ValueOf(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;
}

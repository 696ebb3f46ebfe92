using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Spelling;

/// <summary>UPG1006: the platform or engine of the plan's own galaxy that has the same name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class OtherGalaxyFix() : PlanFixProvider(RuleTable.OtherGalaxy.Id)
{
    private protected override async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
    {
        var step = root.FindNode(diagnostic.Location.SourceSpan);
        if (step.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { ArgumentList.Arguments: var arguments }
            || await GalaxyNames.At(context.Document, step, context.CancellationToken).ConfigureAwait(false) is not { } galaxy
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || LibrarySymbols.Find(model.Compilation) is not { } library)
        {
            return;
        }

        foreach (var argument in arguments)
        {
            if (model.GetSymbolInfo(argument.Expression, context.CancellationToken).Symbol is { ContainingType: { } type } named
                && library.IsGalaxy(type)
                && !galaxy.Has(named)
                && galaxy.Targets.FirstOrDefault(target => target.Name == named.Name) is { } namesake)
            {
                var name = galaxy.At(namesake.Name, argument.SpanStart);
                var changed = await context.Document.With([new TextChange(argument.Expression.Span, name)], context.CancellationToken).ConfigureAwait(false);
                var title = $"Change '{argument.Expression}' to '{name}'";
                await ProvenFix.Offer(context, diagnostic, title, title, changed).ConfigureAwait(false);
            }
        }
    }
}

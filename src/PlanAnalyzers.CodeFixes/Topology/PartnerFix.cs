using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Topology;

/// <summary>
/// UPG2002 and UPG2003, at the backup: it goes to the only other run-time platform of the galaxy, and one that cannot be a backup becomes
/// an engine of its own.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PartnerFix() : PlanFixProvider(RuleTable.PartnersOnDifferentPlatforms.Id, RuleTable.OneBackup.Id)
{
    private protected override async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
    {
        if (Declared.CallAt(root, diagnostic.Location, "BackupOn")
                is not { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: [{ Expression: var platform }] } call
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || LibrarySymbols.Find(model.Compilation) is not { } library)
        {
            return;
        }

        var name = Declared.NameAround(call);
        if (diagnostic.Id == RuleTable.OneBackup.Id)
        {
            // Whose backup it was meant to be only the author knows.
            var engine = $"{library.AppEngine.ToMinimalDisplayString(model, call.SpanStart)}.On";
            await Offer($"Declare {name} as an engine of its own on {platform}", TextSpan.FromBounds(access.SpanStart, access.Span.End), engine).ConfigureAwait(false);
        }
        else if (Others(model, library, platform, context.CancellationToken) is [var only])
        {
            await Offer($"Put {name} on {only}", platform.Span, only).ConfigureAwait(false);
        }

        async Task Offer(string title, TextSpan span, string code) => await ProvenFix.Offer(
            context,
            diagnostic,
            title,
            nameof(PartnerFix),
            await context.Document.With([new TextChange(span, code)], context.CancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>The run-time platforms of a galaxy but for one of them.</summary>
    private static string[] Others(SemanticModel model, LibrarySymbols library, ExpressionSyntax platform, CancellationToken cancellation) =>
        model.GetSymbolInfo(platform, cancellation).Symbol is { ContainingType: { } galaxy } taken && library.IsGalaxy(galaxy)
            ?
            [
                .. galaxy.GetMembers()
                    .Where(member => LibrarySymbols.Same((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type, library.Platform)
                        && !member.IsImplicitlyDeclared
                        && !LibrarySymbols.Same(member, taken)
                        && !member.DeclaringSyntaxReferences.Any(declared => declared.GetSyntax(cancellation).ToString().Contains(".GalaxyRepository(")))
                    .Select(member => member.Name),
            ]
            : [];
}

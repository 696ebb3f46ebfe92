using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Authoring;

/// <summary>UPG1002: the class gets the modifiers and the method of a plan's class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PlanClassShapeFix() : PlanFixProvider(RuleTable.PlanClassShape.Id)
{
    private static readonly SyntaxKind[] NotBesideStatic = [SyntaxKind.SealedKeyword, SyntaxKind.AbstractKeyword, SyntaxKind.FileKeyword];

    private protected override async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } type)
        {
            return;
        }

        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var name = type.Identifier.Text;
        var around = type.Ancestors().OfType<TypeDeclarationSyntax>().Where(outer => !Has(outer, SyntaxKind.PartialKeyword)).Reverse().ToArray();
        var missing = new[] { SyntaxKind.StaticKeyword, SyntaxKind.PartialKeyword }.Where(kind => !Has(type, kind)).ToArray();
        var defines = type.Members.OfType<MethodDeclarationSyntax>().Where(method => method.Identifier.Text == "Define").ToArray();

        var orders = new List<string>();
        var changes = new List<TextChange>();
        if (around.Length > 0)
        {
            orders.Add($"make {string.Join(" and ", around.Select(outer => outer.Identifier.Text))} partial");
            changes.AddRange(around.Select(outer => new TextChange(new TextSpan(outer.Keyword.SpanStart, 0), "partial ")));
        }

        if (missing.Length > 0)
        {
            orders.Add($"make {name} {string.Join(" ", missing.Select(SyntaxFacts.GetText))}");
            changes.AddRange(Modifiers(type));
        }

        if (defines.Length == 0)
        {
            orders.Add(missing.Length > 0 ? "add Define" : $"add Define to {name}");
            changes.AddRange(Define(type, text));
        }
        else if (defines is [{ ReturnType: var returned } define] && !define.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            orders.Add("make Define static");
            changes.Add(new TextChange(new TextSpan(returned.SpanStart, 0), "static "));
        }

        if (orders.Count > 0)
        {
            var changed = await context.Document.With(changes, context.CancellationToken).ConfigureAwait(false);
            var title = string.Join(" and ", orders);
            await ProvenFix.Offer(context, diagnostic, char.ToUpperInvariant(title[0]) + title.Substring(1), nameof(PlanClassShapeFix), changed)
                .ConfigureAwait(false);
        }
    }

    private static bool Has(TypeDeclarationSyntax type, SyntaxKind modifier) => type.Modifiers.Any(modifier);

    /// <summary>What cannot stand beside <c>static partial</c> goes, and the two stand last.</summary>
    private static IEnumerable<TextChange> Modifiers(ClassDeclarationSyntax type)
    {
        foreach (var modifier in type.Modifiers)
        {
            if (NotBesideStatic.Contains(modifier.Kind()) || modifier.IsKind(SyntaxKind.StaticKeyword) || modifier.IsKind(SyntaxKind.PartialKeyword))
            {
                yield return new TextChange(TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart), "");
            }
        }

        yield return new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "static partial ");
    }

    private static IEnumerable<TextChange> Define(ClassDeclarationSyntax type, SourceText text)
    {
        const string Method = "static Plan Define(Plan plan) => plan;";
        var newLine = text.NewLine();
        var outer = text.IndentationAt(type.Keyword.SpanStart);
        var line = $"{newLine}{outer}    {Method}";
        if (type.CloseBraceToken.IsKind(SyntaxKind.None))
        {
            yield return new TextChange(type.SemicolonToken.Span, $"{newLine}{outer}{{{line}{newLine}{outer}}}");
        }
        else
        {
            // First in the class, where a reader looks for it.
            var isFirst = type.Members.Count == 0;
            var isOneLine = text.Lines.IndexOf(type.OpenBraceToken.SpanStart) == text.Lines.IndexOf(type.CloseBraceToken.SpanStart);
            yield return new TextChange(
                new TextSpan(type.OpenBraceToken.Span.End, 0),
                line + (!isFirst ? newLine : isOneLine ? newLine + outer : ""));
        }
    }
}

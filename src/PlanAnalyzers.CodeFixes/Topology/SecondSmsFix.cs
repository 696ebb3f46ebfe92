using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Topology;

/// <summary>UPG2005: what uses a further System Management Server uses the first one, and the further one goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SecondSmsFix() : PlanFixProvider(RuleTable.OneSms.Id)
{
    private protected override async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
    {
        var project = context.Document.Project;
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || Declared.At(root, diagnostic.Location) is not { } declared
            || declared.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
            || member is FieldDeclarationSyntax { Declaration.Variables.Count: > 1 }
            || model.GetDeclaredSymbol(declared, context.CancellationToken) is not { } further
            || diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } first]
            || Declared.At(await tree.GetRootAsync(context.CancellationToken).ConfigureAwait(false), first) is not { } other)
        {
            return;
        }

        var kept = Declared.NameAround(other);
        var changed = project.Solution;
        foreach (var document in project.Documents)
        {
            var changes = await Renamed(document, further, kept, context.CancellationToken).ConfigureAwait(false);
            if (document.Id == context.Document.Id)
            {
                changes.Add(await Removed(document, member, context.CancellationToken).ConfigureAwait(false));
            }

            if (changes.Count > 0)
            {
                var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
                changed = changed.WithDocumentText(document.Id, text.WithChanges(changes.OrderBy(change => change.Span.Start)));
            }
        }

        await ProvenFix.Offer(context, diagnostic, $"Use {kept} instead of {further.Name}", nameof(SecondSmsFix), changed).ConfigureAwait(false);
    }

    private static async Task<List<TextChange>> Renamed(Document document, ISymbol further, string kept, CancellationToken cancellation)
    {
        var changes = new List<TextChange>();
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root
            && root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == further.Name).ToArray() is { Length: > 0 } names
            && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model)
        {
            changes.AddRange(names.Where(name => LibrarySymbols.Same(model.GetSymbolInfo(name, cancellation).Symbol, further))
                .Select(name => new TextChange(name.Span, kept)));
        }

        return changes;
    }

    /// <summary>The declaration goes with its line; comments around it stay, but not what documents it.</summary>
    private static async Task<TextChange> Removed(Document document, MemberDeclarationSyntax member, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var documentation = member.GetLeadingTrivia().FirstOrDefault(trivia => trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax);
        var start = documentation == default ? member.SpanStart : documentation.FullSpan.Start;
        var line = text.Lines.GetLineFromPosition(member.Span.End);
        var isAlone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(start).Start, start)))
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(member.Span.End, line.End)));
        return new TextChange(
            isAlone ? TextSpan.FromBounds(text.Lines.GetLineFromPosition(start).Start, line.EndIncludingLineBreak) : TextSpan.FromBounds(start, member.Span.End), "");
    }
}

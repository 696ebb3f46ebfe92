using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Topology;

/// <summary>
/// UPG1005 and UPG1001, where a galaxy is not written as one: its class is marked and static, and its fields are static and readonly.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class GalaxyClassFix() : PlanFixProvider(RuleTable.GalaxyNotReadable.Id, RuleTable.NotKnownAtCompileTime.Id)
{
    private protected override async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || LibrarySymbols.Find(model.Compilation) is not { } library)
        {
            return;
        }

        var place = root.FindNode(diagnostic.Location.SourceSpan);
        if (diagnostic.Id == RuleTable.GalaxyNotReadable.Id && place.FirstAncestorOrSelf<AttributeSyntax>() is { } plan)
        {
            if (plan.DescendantNodes().OfType<TypeOfExpressionSyntax>().FirstOrDefault() is { Type: var named }
                && model.GetTypeInfo(named, context.CancellationToken).Type is INamedTypeSymbol { DeclaringSyntaxReferences: [var declared, ..] } type
                && type.GetMembers().OfType<IFieldSymbol>().Any(field => library.IsDeclaration(field.Type))
                && await declared.GetSyntaxAsync(context.CancellationToken).ConfigureAwait(false) is ClassDeclarationSyntax galaxy)
            {
                await Offer(context, diagnostic, galaxy, Mark(galaxy, type, library)).ConfigureAwait(false);
            }
        }
        else if (place is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field }
            && model.GetDeclaredSymbol(place, context.CancellationToken) is IFieldSymbol { ContainingType: { } type } symbol
            && library.IsGalaxy(type)
            && library.IsDeclaration(symbol.Type))
        {
            await Offer(context, diagnostic, field, diagnostic.Id == RuleTable.NotKnownAtCompileTime.Id ? Fix(field, symbol) : LeaveOutName(field, symbol))
                .ConfigureAwait(false);
        }
    }

    private static async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode place, (string Title, TextChange[] Changes)? fix)
    {
        if (fix is { } known && context.Document.Project.GetDocument(place.SyntaxTree) is { } document)
        {
            var changed = await document.With(known.Changes, context.CancellationToken).ConfigureAwait(false);
            await ProvenFix.Offer(context, diagnostic, known.Title, nameof(GalaxyClassFix), changed).ConfigureAwait(false);
        }
    }

    private static (string Title, TextChange[] Changes)? Mark(ClassDeclarationSyntax galaxy, INamedTypeSymbol type, LibrarySymbols library)
    {
        var orders = new List<string>();
        var changes = new List<TextChange>();
        if (!library.IsGalaxy(type))
        {
            var text = galaxy.SyntaxTree.GetText();
            orders.Add($"Mark {type.Name} with [Galaxy]");
            changes.Add(Insert(galaxy.SpanStart, $"[Galaxy]{text.NewLine()}{text.IndentationAt(galaxy.SpanStart)}"));
        }

        if (!type.IsStatic)
        {
            orders.Add(orders.Count > 0 ? "make it static" : $"Make {type.Name} static");
            var partial = galaxy.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.PartialKeyword));
            changes.Add(Insert(partial == default ? galaxy.Keyword.SpanStart : partial.SpanStart, "static "));
        }

        return orders.Count > 0 ? (string.Join(" and ", orders), [.. changes]) : null;
    }

    private static (string Title, TextChange[] Changes)? Fix(FieldDeclarationSyntax field, IFieldSymbol symbol)
    {
        var readOnly = field.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.ReadOnlyKeyword));
        return (symbol.IsStatic, symbol.IsReadOnly) switch
        {
            (true, true) => null,
            (false, true) => ($"Declare {symbol.Name} static readonly", [Insert(readOnly.SpanStart, "static ")]),
            (var isStatic, _) => (
                $"Declare {symbol.Name} static readonly", [Insert(field.Declaration.Type.SpanStart, isStatic ? "readonly " : "static readonly ")]),
        };
    }

    private static (string Title, TextChange[] Changes)? LeaveOutName(FieldDeclarationSyntax field, IFieldSymbol symbol)
    {
        foreach (var list in field.DescendantNodes().OfType<ArgumentListSyntax>())
        {
            // The name is the last parameter of each method that declares something.
            if (list.Arguments is [var node, { NameColon: null or { Name.Identifier.ValueText: "name" } } name])
            {
                return ($"Leave the name {name.Expression} out of the declaration of {symbol.Name}", [new TextChange(TextSpan.FromBounds(node.Span.End, name.Span.End), "")]);
            }
        }

        return null;
    }

    private static TextChange Insert(int position, string code) => new(new TextSpan(position, 0), code);
}

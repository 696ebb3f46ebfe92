using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanAnalyzers.CodeFixes.Topology;

/// <summary>The fields and properties of a galaxy as syntax.</summary>
internal static class Declared
{
    /// <summary>The field or property that a place is in.</summary>
    public static SyntaxNode? At(SyntaxNode root, Location place) => Around(root.FindNode(place.SourceSpan));

    /// <summary>The call of a method in what the field or property at a place is declared with.</summary>
    public static InvocationExpressionSyntax? CallAt(SyntaxNode root, Location place, string method) =>
        At(root, place)?.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(call =>
            call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && name == method);

    /// <summary>The name under which a piece of a declaration is declared.</summary>
    public static string NameAround(SyntaxNode node) => Around(node) switch
    {
        VariableDeclaratorSyntax { Identifier.ValueText: var name } => name,
        PropertyDeclarationSyntax { Identifier.ValueText: var name } => name,
        _ => "it",
    };

    private static SyntaxNode? Around(SyntaxNode node) =>
        (SyntaxNode?)node.FirstAncestorOrSelf<VariableDeclaratorSyntax>() ?? node.FirstAncestorOrSelf<PropertyDeclarationSyntax>();
}

using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>The names in a file: what it declares and what it uses. Made of its syntax alone, once a file, so that an edit elsewhere costs nothing.</summary>
internal sealed class SourceOutline
{
    private static readonly ConditionalWeakTable<SyntaxTree, SourceOutline> All = new();

    private readonly HashSet<string> declared = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly List<SyntaxNode> candidates = [];
    private readonly List<string> globalUsings = [];

    private SourceOutline(SyntaxTree tree)
    {
        foreach (var node in tree.GetRoot().DescendantNodesAndSelf())
        {
            switch (node)
            {
                case SimpleNameSyntax { Identifier.ValueText: var name } simple:
                    used.Add(name);
                    if (simple.FirstAncestorOrSelf<AttributeSyntax>() is not null)
                    {
                        used.Add(name + "Attribute");
                    }

                    break;
                case BaseTypeDeclarationSyntax type:
                    declared.Add(type.Identifier.ValueText);
                    StandsInForTheFramework |= IsOfTheFramework(type);
                    if (type.AttributeLists.Count > 0)
                    {
                        candidates.Add(type);
                    }

                    break;
                case DelegateDeclarationSyntax type:
                    declared.Add(type.Identifier.ValueText);
                    break;
                case MethodDeclarationSyntax method:
                    if (method.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword))
                    {
                        declared.Add(method.Identifier.ValueText);
                    }

                    if (method.Modifiers.Any(SyntaxKind.PublicKeyword) && method.Modifiers.Any(SyntaxKind.StaticKeyword)
                        && method.ParameterList.Parameters.Count > 0)
                    {
                        candidates.Add(method);
                    }

                    break;
                case UsingDirectiveSyntax directive when directive.GlobalKeyword != default:
                    globalUsings.Add(directive.WithoutTrivia().NormalizeWhitespace().ToString());
                    break;
            }
        }
    }

    /// <summary>The names of the types and extension methods that the file declares.</summary>
    public IReadOnlyCollection<string> Declared => declared;

    /// <summary>The names that it uses, whatever they name.</summary>
    public IReadOnlyCollection<string> Used => used;

    /// <summary>The declarations that may be a galaxy or a fragment.</summary>
    public IReadOnlyList<SyntaxNode> Candidates => candidates;

    /// <summary>Its directives that hold for all files.</summary>
    public IReadOnlyList<string> GlobalUsings => globalUsings;

    /// <summary>Whether it declares what the compiler looks for without anybody naming it, such as what <c>init</c> needs in older frameworks.</summary>
    public bool StandsInForTheFramework { get; }

    /// <summary>The outline of a file.</summary>
    public static SourceOutline Of(SyntaxTree tree) => All.GetValue(tree, key => new SourceOutline(key));

    private static bool IsOfTheFramework(BaseTypeDeclarationSyntax type) =>
        type.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.ToString() is { } name
        && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
}

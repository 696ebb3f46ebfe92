using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>The source of a project that a reading came through.</summary>
/// <remarks>
/// Of code that does not compile nothing is certain: while a step is typed the rest of the plan is missing, and a rule that is broken now may
/// not be broken when the line is finished. So nothing is said about it, and which code that is, is known here.
/// </remarks>
internal sealed class SourceTrail
{
    private readonly HashSet<SyntaxTree> files = [];
    private readonly HashSet<SyntaxNode> declarations = [];
    private readonly List<(SyntaxTree Tree, TextSpan Span)> heads = [];

    // Null while nobody asked. One reference, since analyzers ask at the same time: who sees one of the two bytes of a bool? has no answer.
    private object? compiles;

    /// <summary>The files in which anything was looked at that is more than a declaration without its body.</summary>
    public IReadOnlyCollection<SyntaxTree> Files => files;

    /// <summary>Something in a file was looked at.</summary>
    public void Add(SyntaxTree file) => files.Add(file);

    /// <summary>All of a declaration matters.</summary>
    public void Add(SyntaxNode declaration)
    {
        files.Add(declaration.SyntaxTree);
        declarations.Add(declaration);
    }

    /// <summary>The attributes and the name of a class matter, and not all that is in it.</summary>
    public void AddHead(BaseTypeDeclarationSyntax part)
    {
        files.Add(part.SyntaxTree);
        heads.Add((part.SyntaxTree, TextSpan.FromBounds(part.SpanStart, part.Identifier.Span.End)));
    }

    /// <summary>
    /// Whether all that was read compiles. It is asked only where there is something to report, since it makes the compiler look at each
    /// declaration once more.
    /// </summary>
    public bool Compiles(SourceModels models, CancellationToken cancellation) => (bool)(compiles ??=
        declarations.All(declaration => !declaration.ContainsDiagnostics)
        && declarations.Select(declaration => (Tree: declaration.SyntaxTree, declaration.Span)).Concat(heads).All(place =>
            models.Compiles(place.Tree, place.Span, cancellation)));
}

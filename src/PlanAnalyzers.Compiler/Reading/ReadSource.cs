using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>The source that one plan or one galaxy is read from, which is noted down as it is read.</summary>
/// <remarks>
/// Of code that does not compile nothing is certain: while a step is typed the rest of the plan is missing, and a rule that is broken now may
/// not be broken when the line is finished. So nothing is said about it, and which code that is, is known here.
/// </remarks>
internal sealed class ReadSource(SourceModels models)
{
    private readonly HashSet<SyntaxNode> declarations = [];
    private readonly List<(SyntaxTree Tree, TextSpan Span)> heads = [];
    private bool? compiles;

    /// <summary>Whether the source of a symbol lies open to this compilation.</summary>
    public bool Declares(ISymbol symbol) => models.Declares(symbol);

    /// <summary>The body of a method, constructor or accessor of this compilation; none where it has none.</summary>
    public IOperation? BodyOf(IMethodSymbol method, CancellationToken cancellation)
    {
        Note(method.PartialImplementationPart ?? method, cancellation);
        return models.BodyOf(method, cancellation);
    }

    /// <summary>What a field or property is initialized with where it is declared; none where it is not.</summary>
    public IOperation? InitializerOf(ISymbol member, CancellationToken cancellation)
    {
        Note(member, cancellation);
        return models.InitializerOf(member, cancellation);
    }

    /// <summary>The meaning of a piece of source of a declaration that is noted down already.</summary>
    public IOperation? OperationOf(SyntaxNode syntax, CancellationToken cancellation) => models.OperationOf(syntax, cancellation);

    /// <summary>The type of a constant.</summary>
    public ITypeSymbol? TypeOf(object constant) => models.TypeOf(constant);

    /// <summary>The arrays of a type.</summary>
    public ITypeSymbol ArrayOf(ITypeSymbol element, int rank) => models.ArrayOf(element, rank);

    /// <summary>Whether an object of one type is one of another, or nothing where that is not known.</summary>
    public bool? IsOfType(ITypeSymbol exact, ITypeSymbol asked) => models.IsOfType(exact, asked);

    /// <summary>Whether an accessor has no code of its own, so that its property is a field with another name.</summary>
    public bool IsAuto(IMethodSymbol? accessor) => models.IsAuto(accessor);

    /// <summary>Counts the work that the reading was.</summary>
    public void Count(ReadingWork work) => models.Count(work);

    /// <summary>Notes down that all of a declaration matters.</summary>
    public void Note(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (!models.IsOwn(reference.SyntaxTree))
            {
                continue; // Of a library only what compiles is read.
            }

            var syntax = reference.GetSyntax(cancellation);
            declarations.Add(syntax switch
            {
                VariableDeclaratorSyntax { Parent.Parent: { } field } => field,
                AccessorDeclarationSyntax { Parent.Parent: { } property } => property,
                ArrowExpressionClauseSyntax { Parent: { } property } => property,
                _ => syntax,
            });
        }
    }

    /// <summary>
    /// Notes down that a class matters, and what stands before it: while a modifier is typed the parser takes the attributes before it for
    /// something else.
    /// </summary>
    public void NoteWithWhatStandsBefore(INamedTypeSymbol type, CancellationToken cancellation)
    {
        Note(type, cancellation);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation);
            declarations.UnionWith(syntax.Parent!.ChildNodes().TakeWhile(sibling => sibling != syntax).Reverse().Take(1));
        }
    }

    /// <summary>Notes down that the attributes and the name of a class matter, and not all that is in it.</summary>
    public void NoteHeadOf(BaseTypeDeclarationSyntax part) =>
        heads.Add((part.SyntaxTree, TextSpan.FromBounds(part.SpanStart, part.Identifier.Span.End)));

    /// <summary>
    /// Whether all that was read compiles. It is asked only where there is something to report, since it makes the compiler look at each
    /// declaration once more.
    /// </summary>
    public bool Compiles(CancellationToken cancellation) => compiles ??=
        declarations.All(declaration => !declaration.ContainsDiagnostics)
        && declarations.Select(declaration => (Tree: declaration.SyntaxTree, declaration.Span)).Concat(heads).All(place =>
            models.Compiles(place.Tree, place.Span, cancellation));
}

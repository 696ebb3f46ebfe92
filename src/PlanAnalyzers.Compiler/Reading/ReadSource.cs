using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>The source that one plan or one galaxy is read from. What is looked at is noted down in its trail.</summary>
internal sealed class ReadSource(SourceModels models)
{
    /// <summary>What was looked at so far.</summary>
    public SourceTrail Trail { get; } = new();

    /// <summary>Whether the source of a symbol lies open to this compilation.</summary>
    public bool Declares(ISymbol symbol)
    {
        NoteFilesOf(symbol);
        return models.Declares(symbol);
    }

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
    public IOperation? OperationOf(SyntaxNode syntax, CancellationToken cancellation)
    {
        NoteFile(syntax.SyntaxTree);
        return models.OperationOf(syntax, cancellation);
    }

    /// <summary>The type of a constant.</summary>
    public ITypeSymbol? TypeOf(object constant) => models.TypeOf(constant);

    /// <summary>The arrays of a type.</summary>
    public ITypeSymbol ArrayOf(ITypeSymbol element, int rank) => models.ArrayOf(element, rank);

    /// <summary>Whether an object of one type is one of another, or nothing where that is not known.</summary>
    public bool? IsOfType(ITypeSymbol exact, ITypeSymbol asked) => models.IsOfType(exact, asked);

    /// <summary>Whether an accessor has no code of its own, so that its property is a field with another name.</summary>
    public bool IsAuto(IMethodSymbol? accessor)
    {
        if (accessor is not null)
        {
            NoteFilesOf(accessor.OriginalDefinition);
        }

        return models.IsAuto(accessor);
    }

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
            Trail.Add(syntax switch
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
            if (models.IsOwn(syntax.SyntaxTree) && syntax.Parent!.ChildNodes().TakeWhile(sibling => sibling != syntax).LastOrDefault() is { } before)
            {
                Trail.Add(before);
            }
        }
    }

    /// <summary>Notes down that the attributes and the name of a class matter, and not all that is in it.</summary>
    public void NoteHeadOf(BaseTypeDeclarationSyntax part) => Trail.AddHead(part);

    /// <summary>Notes down that the places of a symbol matter, and what is in its files.</summary>
    public void NoteFilesOf(ISymbol symbol)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            NoteFile(reference.SyntaxTree);
        }
    }

    /// <summary>Notes down that a place matters.</summary>
    public void NoteFileOf(Location place)
    {
        if (place.SourceTree is { } file)
        {
            NoteFile(file);
        }
    }

    private void NoteFile(SyntaxTree file)
    {
        if (models.IsOwn(file))
        {
            Trail.Add(file); // A library's is the same as long as its reference is.
        }
    }
}

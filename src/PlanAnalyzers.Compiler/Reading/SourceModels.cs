using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>The semantic models of one compilation, and what was read with them.</summary>
/// <remarks>
/// Asking a compilation for a semantic model is costly and is what RS1030 warns of: the model of the file at hand is handed to us, but
/// a plan names a galaxy in another file. So it is done here and nowhere else, once a file and compilation.
/// </remarks>
internal sealed class SourceModels
{
    private static readonly ConditionalWeakTable<Compilation, SourceModels> All = new();
    private static readonly Memo<GalaxyReading> KnownGalaxies = new();

    private readonly Compilation compilation;
    private readonly ReadCompilation read;
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Dictionary<ISymbol, IOperation?> operations = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, (ReadingLimits Limits, GalaxyReading Reading)> galaxies = new(SymbolEqualityComparer.Default);
    private readonly Lazy<LibrarySymbols?> own;
    private readonly object counting = new();
    private ReadingWork work = new();

    private SourceModels(Compilation compilation)
    {
        this.compilation = compilation;
        read = ReadCompilation.Of(compilation);
        own = new Lazy<LibrarySymbols?>(() => LibrarySymbols.Find(compilation));
        Library = read.HasLibraries ? LibrarySymbols.Find(read.Root) : own.Value;
    }

    /// <summary>The authoring library as what is read sees it.</summary>
    public LibrarySymbols? Library { get; }

    /// <summary>The authoring library as a compilation sees it, looked for once.</summary>
    public static LibrarySymbols? LibraryOf(Compilation compilation) => Of(compilation).own.Value;

    /// <summary>The models of a compilation, shared by everything that reads it.</summary>
    public static SourceModels Of(Compilation compilation) => All.GetValue(compilation, key => new SourceModels(key));

    /// <summary>The work that reading this compilation was so far.</summary>
    public ReadingWork Work
    {
        get
        {
            lock (counting)
            {
                return work with { Models = models.Count };
            }
        }
    }

    /// <summary>Counts the work of reading one plan or galaxy.</summary>
    public void Count(ReadingWork done)
    {
        lock (counting)
        {
            work = work.Plus(done);
        }
    }

    /// <summary>The galaxy that a class declares, read once a compilation and not again while nothing changes that it is read from.</summary>
    public GalaxyReading Galaxy(INamedTypeSymbol galaxy, ReadingLimits limits, CancellationToken cancellation)
    {
        var type = InSource(galaxy, cancellation);
        return DeepStack.Run(Read);

        GalaxyReading Read()
        {
            lock (galaxies)
            {
                if (!galaxies.TryGetValue(type, out var known) || known.Limits != limits)
                {
                    known = (limits, ReadGalaxy(galaxy, type, limits, cancellation));
                    galaxies[type] = known;
                }

                return known.Reading;
            }
        }
    }

    private GalaxyReading ReadGalaxy(INamedTypeSymbol galaxy, INamedTypeSymbol type, ReadingLimits limits, CancellationToken cancellation)
    {
        var place = galaxy.DeclaringSyntaxReferences.FirstOrDefault();
        if (place is null || !IsOwn(place.SyntaxTree))
        {
            return GalaxyReader.Read(new ReadSource(this), Library!, type, limits, cancellation) with { Type = galaxy };
        }

        if (!KnownGalaxies.TryGet(compilation, place.SyntaxTree, place.Span, limits, out var reading))
        {
            reading = GalaxyReader.Read(new ReadSource(this), Library!, type, limits, cancellation);
            KnownGalaxies.Keep(compilation, place.SyntaxTree, place.Span, limits, reading.Source.Files, reading);
        }

        return reading with { Type = galaxy };
    }

    /// <summary>
    /// Whether this compilation, or a library that shares it, has the source of a symbol. In an editor a referenced project is a compilation
    /// of its own, whose source is seen; what is read must not depend on that, since a build sees an assembly.
    /// </summary>
    public bool Declares(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty && read.Owner(symbol.DeclaringSyntaxReferences[0].SyntaxTree) is not null;

    /// <summary>Whether a file is one of this compilation, and not of a library.</summary>
    public bool IsOwn(SyntaxTree tree) => compilation.ContainsSyntaxTree(tree);

    /// <summary>A declaration of this compilation or of a library as what is read sees it.</summary>
    public T InSource<T>(T symbol, CancellationToken cancellation)
        where T : class, ISymbol
    {
        if (!read.HasLibraries)
        {
            return symbol;
        }

        var syntax = symbol.DeclaringSyntaxReferences.FirstOrDefault();
        return syntax is not null && IsOwn(syntax.SyntaxTree) ? (T)ModelOf(syntax.SyntaxTree).GetDeclaredSymbol(syntax.GetSyntax(cancellation), cancellation)!
            : symbol is INamedTypeSymbol type && read.InSource(type) is T found ? found
            : symbol;
    }

    /// <summary>What a declaration of a compilation declares.</summary>
    public static ISymbol? SymbolOf(Compilation compilation, SyntaxNode declaration, CancellationToken cancellation) =>
        compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation);

    /// <summary>Whether a piece of source compiles where it belongs.</summary>
    public bool Compiles(SyntaxTree tree, TextSpan span, CancellationToken cancellation) =>
        !(read.HasLibraries && IsOwn(tree) ? compilation.GetSemanticModel(tree) : ModelOf(tree)).GetDiagnostics(span, cancellation).Any(IsError);

    // A warning that a project treats as an error is still about code that compiles.
    private static bool IsError(Diagnostic diagnostic) => diagnostic.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The type of a constant.</summary>
    public ITypeSymbol? TypeOf(object constant) => compilation.GetTypeByMetadataName(constant.GetType().FullName!);

    /// <summary>The arrays of a type.</summary>
    public ITypeSymbol ArrayOf(ITypeSymbol element, int rank) => compilation.CreateArrayTypeSymbol(element, rank);

    /// <summary>Whether an object of one type is one of another, or nothing where that is not known.</summary>
    public bool? IsOfType(ITypeSymbol exact, ITypeSymbol asked)
    {
        // At run time an int[] is an uint[] too.
        if (exact is IArrayTypeSymbol { ElementType.IsValueType: true } && asked is IArrayTypeSymbol { ElementType.IsValueType: true })
        {
            return LibrarySymbols.Same(exact, asked) ? true : null;
        }

        var conversion = compilation.ClassifyConversion(exact, asked);
        return IsOpen(exact) || IsOpen(asked) ? null : conversion.IsIdentity || (conversion.IsImplicit && (conversion.IsReference || conversion.IsBoxing));
    }

    /// <summary>Whether a type is made of type parameters.</summary>
    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen),
        _ => false,
    };

    /// <summary>The meaning of a piece of source of this compilation.</summary>
    /// <remarks>
    /// Roslyn makes operations without looking at the stack: a chain of a thousand steps overflows that of an editor. So what is nested is
    /// made on a stack of its own.
    /// </remarks>
    public IOperation? OperationOf(SyntaxNode syntax, CancellationToken cancellation)
    {
        var operation = OperationOf(ModelOf(syntax.SyntaxTree), syntax, cancellation);
        if (operation is not null && read.HasLibraries && IsOwn(syntax.SyntaxTree))
        {
            RequireTheSame(operation, OperationOf(compilation.GetSemanticModel(syntax.SyntaxTree), syntax, cancellation));
        }

        return operation;
    }

    /// <summary>
    /// A library shares a part of its source, so code that uses another part would mean something else, or nothing, in the compilation that
    /// is read. What is read must be what is compiled.
    /// </summary>
    private static void RequireTheSame(IOperation read, IOperation? compiled)
    {
        var others = compiled?.DescendantsAndSelf().ToArray() ?? [];
        var means = new HashSet<(SyntaxNode, OperationKind, string?)>(read.DescendantsAndSelf().Select(Meaning));
        if (others.Where(other => !means.Contains(Meaning(other))).OrderBy(other => other.Syntax.Span.Length).FirstOrDefault() is { } differing)
        {
            throw new UnreadableException(new Problem(
                RuleTable.NotKnownAtCompileTime,
                $"'{new Site(differing.Syntax).Excerpt()}' uses what another project does not share, so the plan cannot be checked and will not run. "
                + "A project shares its public galaxies, its public functions from plan to plan, and what these use. Declare it here, or use it there.",
                differing.Syntax.GetLocation()));
        }
    }

    private static (SyntaxNode Syntax, OperationKind Kind, string? Member) Meaning(IOperation operation)
    {
        ISymbol? member = operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IMemberReferenceOperation reference => reference.Member,
            IConversionOperation conversion => conversion.OperatorMethod,
            IBinaryOperation binary => binary.OperatorMethod,
            IUnaryOperation unary => unary.OperatorMethod,
            ITypeOfOperation type => type.TypeOperand,
            _ => null,
        };
        return (operation.Syntax, operation.Kind, member?.OriginalDefinition.GetDocumentationCommentId());
    }

    private static IOperation? OperationOf(SemanticModel model, SyntaxNode syntax, CancellationToken cancellation)
    {
        const int Shallow = 50; // What fits into the stack that is there for sure.
        const int Deepest = 200_000;
        const int BytesALevel = 2 * 1024; // Twice of what was measured.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return DepthOf(syntax, cancellation) switch
        {
            <= Shallow => model.GetOperation(syntax, cancellation),
            <= Deepest and var depth => DeepStack.RunOn(depth * BytesALevel, () => model.GetOperation(syntax, cancellation)),
            _ => throw new InsufficientExecutionStackException(),
        };
    }

    /// <summary>The semantic model of a file of this compilation.</summary>
    public SemanticModel ModelOf(SyntaxTree tree)
    {
        lock (models)
        {
            if (!models.TryGetValue(tree, out var model))
            {
                model = (read.Owner(tree) ?? compilation).GetSemanticModel(tree);
                models.Add(tree, model);
            }

            return model;
        }
    }

    /// <summary>How deep the nodes of a piece of source are inside one another.</summary>
    private static int DepthOf(SyntaxNode syntax, CancellationToken cancellation)
    {
        var deepest = 0;
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((syntax, 1));
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (node, depth) = open.Pop();
            deepest = Math.Max(deepest, depth);
            foreach (var child in node.ChildNodes())
            {
                open.Push((child, depth + 1));
            }
        }

        return deepest;
    }

    /// <summary>The body of a method, constructor or accessor of this compilation, read once a compilation; none where it has none.</summary>
    public IOperation? BodyOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var implementation = method.PartialImplementationPart ?? method;
        lock (operations)
        {
            if (operations.TryGetValue(implementation, out var known))
            {
                return known;
            }
        }

        var syntax = implementation.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        var body = syntax switch
        {
            null => null,
            _ when !IsOwn(syntax.SyntaxTree) && !Compiles(syntax.SyntaxTree, syntax.Span, cancellation) => null,
            ArrowExpressionClauseSyntax => OperationOf(syntax, cancellation), // Of a property without accessors.
            _ => OperationOf(syntax, cancellation) is IMethodBodyBaseOperation operation ? operation : null,
        };
        return Keep(implementation, body);
    }

    /// <summary>What a field or property is initialized with where it is declared; none where it is not.</summary>
    public IOperation? InitializerOf(ISymbol member, CancellationToken cancellation)
    {
        lock (operations)
        {
            if (operations.TryGetValue(member, out var known))
            {
                return known;
            }
        }

        var initializer = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        if (initializer is not null && !IsOwn(initializer.SyntaxTree) && !Compiles(initializer.SyntaxTree, initializer.Span, cancellation))
        {
            throw new UnreadableException(new Problem(
                RuleTable.NotKnownAtCompileTime,
                $"The value of {member.Name} in {member.ContainingAssembly.Name} needs something that this project does not reference, so the plan "
                + $"cannot be checked and will not run. Add the references of {member.ContainingAssembly.Name} to this project.",
                initializer.GetLocation()));
        }

        return Keep(member, initializer is null ? null : (OperationOf(initializer, cancellation) as ISymbolInitializerOperation)?.Value);
    }

    /// <summary>Whether an accessor has no code of its own, so that its property is a field with another name.</summary>
    public bool IsAuto(IMethodSymbol? accessor) =>
        accessor?.OriginalDefinition is { } definition
        && (definition.IsImplicitlyDeclared
            || definition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
            {
                AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => !definition.IsAbstract,
                ParameterSyntax => true, // Of a positional record.
                _ => false,
            });

    private IOperation? Keep(ISymbol symbol, IOperation? operation)
    {
        lock (operations)
        {
            if (!operations.TryGetValue(symbol, out var first))
            {
                operations.Add(symbol, operation);
                first = operation;
            }

            return first;
        }
    }
}

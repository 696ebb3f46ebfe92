using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>
/// Works out what the code of a plan or a galaxy does, as C# would. What it cannot work out is <see cref="UnreadableException"/>: UPG1001 at
/// that very expression, or nothing where the source does not compile, which the compiler says.
/// </summary>
/// <remarks>One evaluator reads one plan or one galaxy, on one thread.</remarks>
internal sealed partial class Evaluator(ReadSource sources, LibrarySymbols library, ReadingLimits limits, CancellationToken cancellation)
{
    private readonly List<Problem> problems = [];
    private readonly HashSet<(string Rule, Location Place)> reported = [];
    private Trace? trace;
    private int callDepth;
    private int iterations;
    private long operations;
    private int steps;

    /// <summary>What was found wrong with the source, in the order of reading.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>How much work it was so far.</summary>
    public ReadingWork Work => new() { Operations = operations, Rounds = iterations };

    /// <summary>Whether the source does not compile, so that nothing can be said about it.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether something could not be read and was left out, after reporting it, so that the rest could still be read.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>
    /// What a static field or property evaluates to where the kind of reading knows, else nothing. Throws where it has no value.
    /// </summary>
    public required Func<ISymbol, IOperation, Value?> Member { get; init; }

    /// <summary>The galaxy of the plan that is read; none while a galaxy is read.</summary>
    public Galaxy? Galaxy { get; init; }

    /// <summary>The code of <c>Define</c>, where a plan is read.</summary>
    public OwnCode? Define { get; init; }

    /// <summary>The value of an expression that must be of some kind, or none after reporting why there is none.</summary>
    public T? Read<T>(IOperation operation, string otherwise)
        where T : Value
    {
        try
        {
            return Evaluate<T>(operation, new Scope(parent: null, new Frame()), otherwise);
        }
        catch (UnreadableException unreadable)
        {
            Note(unreadable);
            return null;
        }
    }

    /// <summary>Reports a problem, once for a place: what a loop or several calls lead to again is the same mistake.</summary>
    public void Report(Problem problem)
    {
        if (reported.Add((problem.Rule.Id, problem.Location)))
        {
            problems.Add(problem);
        }
    }

    /// <summary>What to throw where a value is not known: UPG1001, unless the source does not compile there.</summary>
    public UnreadableException NotKnown(IOperation operation, string? why = null)
    {
        if (operation is IInvalidOperation or { Kind: OperationKind.None }
            || operation.Type is IErrorTypeSymbol
            || operation.Descendants().Any(inner => inner is IInvalidOperation))
        {
            return new UnreadableException(problem: null);
        }

        NoteNamed(operation);

        // A fragment that cannot be read is a link of a chain like any step.
        var isLink = LibrarySymbols.Same(operation.Type, library.Plan) && operation is IInvocationOperation call && ReceiverOf(call) is not null;
        var site = isLink ? Site.OfCall(operation.Syntax) : new Site(operation.Syntax);
        return new UnreadableException(ProblemAt(
            site,
            trace,
            RuleTable.NotKnownAtCompileTime,
            $"'{site.Excerpt()}' is not known at compile time, so the plan cannot be checked and will not run. "
            + (why ?? NotShared(operation) ?? "Use constants, local variables, and the platforms and engines that the galaxy declares.")));
    }

    /// <summary>A problem at a place outside of <c>Define</c> says how the reader came there, and the call in <c>Define</c> is its other place.</summary>
    private Problem ProblemAt(Site site, Trace? cameBy, Rule rule, string message)
    {
        var (place, calls) = Define is null ? (site, []) : Define.PlaceOf(site, cameBy);
        return new Problem(rule, With(calls, cameBy, message), site.Location, place == site ? [] : [place.Location]);
    }

    private string With(IReadOnlyList<Trace> calls, Trace? cameBy, string message) =>
        Define is not null && Trace.Words(calls, cameBy) is { } how ? $"{how}: {message}" : message;

    /// <summary>Why something is not known may lie in how it is declared, which may be half typed.</summary>
    private void NoteNamed(IOperation operation)
    {
        if (NamedBy(operation)?.OriginalDefinition is { } declared && sources.Declares(declared))
        {
            sources.Note(declared, cancellation);
            if (declared is IFieldSymbol { Type: var type, ContainingType: var around } && library.IsDeclaration(type))
            {
                sources.Note(around, cancellation); // Whether it is a galaxy's shows at the head of the class.
            }
        }
    }

    /// <summary>What to do where an expression uses what another project keeps to itself, which might have shared it.</summary>
    private string? NotShared(IOperation operation) =>
        NamedBy(operation) is { ContainingAssembly: { } assembly } named
        && !library.IsItself(assembly) && LibrarySymbols.IsUsedBy(assembly) && !IsOfThisCompilation(named)
            ? LibrarySymbols.HowToShare(assembly)
            : null;

    private static ISymbol? NamedBy(IOperation operation) => operation switch
    {
        IMemberReferenceOperation reference => reference.Member,
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Type,
        _ => null,
    };

    /// <summary>What to throw where C# would throw at run time.</summary>
    private UnreadableException Throws(IOperation operation, string why) =>
        new(NotKnown(operation, $"It throws when the plan is made: {why}.").Problem, isThrown: true);

    private Value Evaluate(IOperation operation, Scope scope)
    {
        Begin(operation);
        if (operation.ConstantValue.HasValue)
        {
            return Constant(operation.Type, operation.ConstantValue.Value);
        }

        return operation switch
        {
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand, scope),
            IConversionOperation conversion => Convert(conversion, scope),
            ILocalReferenceOperation or IParameterReferenceOperation => Variable(operation, scope),
            IFieldReferenceOperation field => Field(field, scope),
            IPropertyReferenceOperation property => Property(property, scope),
            IArrayElementReferenceOperation element => Element(element, scope),
            IImplicitIndexerReferenceOperation element => Element(element, scope),
            IInstanceReferenceOperation instance => This(instance, scope).Value!,
            IConditionalAccessInstanceOperation instance => Variable(instance, scope),
            IInvocationOperation invocation => Invoke(invocation, scope),
            ISimpleAssignmentOperation assignment => Assign(assignment, scope),
            ICompoundAssignmentOperation assignment => Assign(assignment, scope),
            ICoalesceAssignmentOperation assignment => Assign(assignment, scope),
            IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction, scope),
            IIncrementOrDecrementOperation increment => Increment(increment, scope),
            IConditionalOperation { WhenFalse: { } whenFalse } conditional =>
                Evaluate(IsTrue(conditional.Condition, scope) ? conditional.WhenTrue : whenFalse, scope),
            ICoalesceOperation coalesce => Coalesce(coalesce, scope),
            IConditionalAccessOperation access => AccessIfNotNull(access, scope),
            IBinaryOperation binary => Combine(binary, scope),
            ITupleBinaryOperation binary => Compare(binary, scope),
            IUnaryOperation unary => Combine(unary, scope),
            IIsTypeOperation isType => ConstantValue.Of(
                IsOfType(Evaluate(isType.ValueOperand, scope), isType.TypeOperand, isType, scope) != isType.IsNegated),
            IIsPatternOperation isPattern => ConstantValue.Of(Matches(isPattern.Pattern, Evaluate(isPattern.Value, scope), scope)),
            ISwitchExpressionOperation choice => Choose(choice, scope),
            ITupleOperation tuple => new TupleValue([.. tuple.Elements.Select(element => Evaluate(element, scope))]),
            IArrayCreationOperation array => Create(array, scope),
            ICollectionExpressionOperation collection => Create(collection, scope),
            IObjectCreationOperation creation => Create(creation, scope),
            ITypeParameterObjectCreationOperation creation => Create(creation, scope),
            IAnonymousObjectCreationOperation creation => Create(creation, scope),
            IWithOperation with => With(with, scope),
            IDefaultValueOperation => Default(operation.Type, operation, scope),
            IDelegateCreationOperation creation => Evaluate(creation.Target, scope),
            IAnonymousFunctionOperation lambda => new FunctionValue(lambda.Symbol, lambda.Body, scope, receiver: null),
            IMethodReferenceOperation method => Method(method, scope),
            ITypeOfOperation type => new TypeValue(Substitute(type.TypeOperand, scope)),
            ITranslatedQueryOperation query => Evaluate(query.Operation, scope),
            IInterpolatedStringOperation text => Interpolate(text, scope),
            IThrowOperation thrown => throw Thrown(thrown, scope),
            IRangeOperation range => new RangeValue(
                range.LeftOperand is { } left ? Index(left, scope) : new IndexValue(0, isFromEnd: false),
                range.RightOperand is { } right ? Index(right, scope) : new IndexValue(0, isFromEnd: true)),
            _ => throw NotKnown(operation),
        };
    }

    /// <summary>The value of an expression that must be of some kind.</summary>
    private T Evaluate<T>(IOperation operation, Scope scope, string? otherwise = null)
        where T : Value => Evaluate(operation, scope) as T ?? throw NotKnown(operation, otherwise);

    private bool IsTrue(IOperation condition, Scope scope) =>
        Evaluate(condition, scope) is ConstantValue { Value: bool truth } ? truth : throw NotKnown(condition);

    private static Value Constant(ITypeSymbol? type, object? value) =>
        value is not null && type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType ? new EnumValue(enumType, value)
        : value is null ? ConstantValue.Null
        : value is bool truth ? ConstantValue.Of(truth)
        : new ConstantValue(value);

    public void Note(UnreadableException unreadable)
    {
        if (unreadable.Problem is null)
        {
            IsBroken = true;
        }
        else
        {
            Report(unreadable.Problem);
        }
    }

    /// <summary>What comes before every expression and statement: a reading can be cancelled, overflows no stack, and is counted.</summary>
    private void Begin(IOperation operation)
    {
        cancellation.ThrowIfCancellationRequested();
        RequireStack(operation);
        operations++;
    }

    /// <summary>Counts a round of a loop or a query, a call, or as many of them as a piece of work is worth.</summary>
    private void Spend(Site site, long rounds = 1)
    {
        cancellation.ThrowIfCancellationRequested();
        if (iterations + rounds > limits.Iterations)
        {
            throw Exceeds(site, $"it goes round more than {limits.Iterations} times", ReadingLimits.IterationsProperty);
        }

        iterations += (int)rounds;
    }

    /// <summary>UPG1004, after which nothing more is read.</summary>
    private UnreadableException Exceeds(Site site, string how, string? setting) => new(
        ProblemAt(
            site,
            trace,
            RuleTable.ReadingExceedsLimits,
            $"Reading the plan stops at '{site.Excerpt()}' because {how}, so the plan cannot be checked and will not run. "
            + (setting is null ? "Write it with less nesting."
                : $"Write it so that it ends sooner, or, where it must be that much, raise the property {setting} of the project.")),
        isFinal: true);

    /// <summary>
    /// An overflow of the stack would end the process that hosts the reader, be it the editor. Where there is little stack left everything is
    /// read once more on a deep one, see <see cref="DeepStack"/>; where that is not enough either, reading stops.
    /// </summary>
    private void RequireStack(IOperation operation)
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
        catch (InsufficientExecutionStackException) when (DeepStack.IsCurrent)
        {
            throw NestedTooDeep(trace?.Site ?? new Site(operation.Syntax));
        }
    }

    private UnreadableException NestedTooDeep(Site site) => Exceeds(site, "its expressions and calls are nested too deep", setting: null);

    private IOperation? BodyOf(IMethodSymbol method, Site site)
    {
        try
        {
            return sources.BodyOf(method, cancellation);
        }
        catch (InsufficientExecutionStackException) when (DeepStack.IsCurrent)
        {
            throw NestedTooDeep(site);
        }
    }
}

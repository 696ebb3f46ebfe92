using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>
/// Works out what expressions of a plan or a galaxy evaluate to. What it cannot evaluate it reports as UPG1001 at that very
/// expression, and what does not compile it leaves to the compiler; in both cases the value is none.
/// </summary>
/// <remarks>One evaluator reads one method or one class, on one thread.</remarks>
internal sealed partial class Evaluator(LibrarySymbols library, CancellationToken cancellation)
{
    private readonly Dictionary<ISymbol, Value> variables = new(SymbolEqualityComparer.Default);
    private readonly List<Problem> problems = [];

    /// <summary>What was found wrong with the source, in the order of reading.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Whether the source does not compile, so that nothing can be said about it.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether a step could not be read and was left out, after reporting it, so that the rest could still be read.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>
    /// What a static field or property evaluates to; each kind of reading knows its own. Reports by itself where the value is none.
    /// </summary>
    public required Func<ISymbol, IOperation, Evaluator, Value?> Member { get; init; }

    /// <summary>The plans that were made, in order, so that the dropped ones can be found.</summary>
    public List<PlanValue> Plans { get; } = [];

    public void Define(ISymbol variable, Value value) => variables[variable] = value;

    public void Report(Problem problem) => problems.Add(problem);

    /// <summary>The value of an expression, or none after reporting why there is none.</summary>
    public Value? Evaluate(IOperation operation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (operation.ConstantValue.HasValue)
        {
            return new ConstantValue(operation.ConstantValue.Value);
        }

        return operation switch
        {
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
            IConversionOperation { OperatorMethod: null } conversion => Evaluate(conversion.Operand),
            ILocalReferenceOperation local => Variable(local, local.Local),
            IParameterReferenceOperation parameter => Variable(parameter, parameter.Parameter),
            IFieldReferenceOperation { Instance: null } field => Member(field.Field, field, this),
            IPropertyReferenceOperation { Instance: null, Arguments.IsEmpty: true } property => Member(property.Property, property, this),
            ISimpleAssignmentOperation assignment => Assign(assignment),
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => Choose(conditional, whenFalse),
            IInvocationOperation invocation => Invoke(invocation),
            IBinaryOperation binary => Combine(binary, binary.LeftOperand, binary.RightOperand),
            IUnaryOperation unary => Combine(unary, unary.Operand),
            _ => NotKnown<Value>(operation),
        };
    }

    /// <summary>The value of an expression that must be of some kind, or none after reporting why there is none.</summary>
    public T? Evaluate<T>(IOperation operation, string otherwise)
        where T : Value =>
        Evaluate(operation) switch
        {
            T value => value,
            null => null,
            _ => NotKnown<T>(operation, otherwise),
        };

    /// <summary>Reports UPG1001, unless the source does not compile there.</summary>
    public T? NotKnown<T>(IOperation operation, string? why = null)
        where T : class
    {
        if (operation is IInvalidOperation or IMethodReferenceOperation or { Kind: OperationKind.None }
            || operation.Type is IErrorTypeSymbol
            || operation.Descendants().Any(inner => inner is IInvalidOperation))
        {
            IsBroken = true;
            return null;
        }

        Report(new Problem(
            RuleTable.NotKnownAtCompileTime,
            $"'{Excerpt(operation.Syntax)}' is not known at compile time, so the plan cannot be checked and will not run. "
            + (why ?? "Use constants, local variables, and the platforms and engines that the galaxy declares."),
            operation.Syntax.GetLocation()));
        return null;
    }

    private static string Excerpt(SyntaxNode syntax)
    {
        const int Longest = 60;
        var text = string.Join(" ", syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= Longest ? text : text.Substring(0, Longest) + "…";
    }

    private Value? Variable(IOperation reference, ISymbol symbol) =>
        !variables.TryGetValue(symbol, out var value) ? NotKnown<Value>(reference)
        : value is UnknownValue unknown ? ReportLate(unknown)
        : value;

    /// <summary>A variable that could not be evaluated is a mistake only where the plan uses it.</summary>
    private Value? ReportLate(UnknownValue unknown)
    {
        IsBroken |= unknown.IsBroken;
        problems.AddRange(unknown.Problems.Where(problem => !problems.Contains(problem)));
        return null;
    }

    private Value? Assign(ISimpleAssignmentOperation assignment)
    {
        if (assignment is { IsRef: false, Target: ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation }
            && Evaluate(assignment.Value) is { } value)
        {
            switch (assignment.Target)
            {
                case ILocalReferenceOperation local:
                    variables[local.Local] = value;
                    break;
                case IParameterReferenceOperation parameter:
                    variables[parameter.Parameter] = value;
                    break;
            }

            return value;
        }

        return assignment.Target is ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation
            ? null
            : NotKnown<Value>(assignment, "A plan may only assign to its own local variables.");
    }

    private Value? Choose(IConditionalOperation conditional, IOperation whenFalse) =>
        Evaluate(conditional.Condition) switch
        {
            ConstantValue { Value: bool condition } => Evaluate(condition ? conditional.WhenTrue : whenFalse),
            null => null,
            _ => NotKnown<Value>(conditional.Condition),
        };

    /// <summary>
    /// An operator over constants is a constant, which the compiler works out. Any other is not known, because of the first operand
    /// that is not, or by itself.
    /// </summary>
    private Value? Combine(IOperation operation, params IOperation[] operands) =>
        operands.All(operand => Evaluate(operand) is not null) ? NotKnown<Value>(operation) : null;
}

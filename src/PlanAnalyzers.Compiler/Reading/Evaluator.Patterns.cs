using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Patterns, switch expressions, and taking values apart.</content>
internal sealed partial class Evaluator
{
    private readonly Stack<Cell> accessed = new();

    private Value Choose(ISwitchExpressionOperation choice, Scope around)
    {
        var value = Evaluate(choice.Value, around);
        foreach (var arm in choice.Arms)
        {
            var scope = around.Nested();
            if (Matches(arm.Pattern, value, scope) && (arm.Guard is not { } guard || IsTrue(guard, scope)))
            {
                return Evaluate(arm.Value, scope);
            }
        }

        throw Throws(choice, "none of its arms matches");
    }

    private Value AccessIfNotNull(IConditionalAccessOperation access, Scope scope)
    {
        var value = Evaluate(access.Operation, scope);
        if (value is ConstantValue { Value: null })
        {
            return value;
        }

        accessed.Push(new Cell(value));
        try
        {
            return Evaluate(access.WhenNotNull, scope);
        }
        finally
        {
            accessed.Pop();
        }
    }

    private bool Matches(IPatternOperation pattern, Value value, Scope scope)
    {
        RequireStack(pattern);
        var isNull = value is ConstantValue { Value: null };
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation constant:
                return Evaluate(constant.Value, scope) is var expected
                    && (expected is ConstantValue { Value: null } ? isNull : !isNull && HasTypeOf(value, expected) && AreEqual(value, expected, pattern));
            case IDeclarationPatternOperation declaration:
                if (!declaration.MatchesNull
                    && (isNull || (declaration.MatchedType is { } declared && !IsOfType(value, declared, pattern, scope))))
                {
                    return false;
                }

                return Declare(declaration.DeclaredSymbol, value, scope);
            case ITypePatternOperation type:
                return IsOfType(value, type.MatchedType, pattern, scope);
            case IRelationalPatternOperation relational:
                return !isNull
                    && Evaluate(relational.Value, scope) is var bound
                    && HasTypeOf(value, bound)
                    && Operate(relational.OperatorKind, value, bound, null, null, isChecked: false, pattern, scope) is ConstantValue { Value: true };
            case INegatedPatternOperation negated:
                return !Matches(negated.Pattern, value, scope);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return Matches(both.LeftPattern, value, scope) && Matches(both.RightPattern, value, scope);
            case IBinaryPatternOperation either:
                return Matches(either.LeftPattern, value, scope) || Matches(either.RightPattern, value, scope);
            case IRecursivePatternOperation recursive:
                return !isNull && Matches(recursive, value, scope) && Declare(recursive.DeclaredSymbol, value, scope);
            case IListPatternOperation list:
                return !isNull && Matches(list, value, scope) && Declare(list.DeclaredSymbol, value, scope);
            default:
                throw NotKnown(pattern);
        }
    }

    private bool Matches(IRecursivePatternOperation pattern, Value value, Scope scope)
    {
        if (pattern.MatchedType is { } type && !LibrarySymbols.Same(type, pattern.InputType) && !IsOfType(value, type, pattern, scope))
        {
            return false;
        }

        if (!pattern.DeconstructionSubpatterns.IsEmpty)
        {
            var items = Parts(value, pattern.DeconstructionSubpatterns.Length, pattern, scope);
            if (pattern.DeconstructionSubpatterns.Where((inner, i) => !Matches(inner, items[i], scope)).Any())
            {
                return false;
            }
        }

        foreach (var member in pattern.PropertySubpatterns)
        {
            var found = member.Member switch
            {
                IPropertyReferenceOperation property => Property(value, property.Property, member, scope),
                IFieldReferenceOperation { Field: var field } when field.ContainingType.IsTupleType => Item(value, field, member),
                IFieldReferenceOperation { Field: var field } when value is ObjectValue instance => Known(instance[KeyOf(field)], member),
                _ => throw NotKnown(member),
            };
            if (!Matches(member.Pattern, found, scope))
            {
                return false;
            }
        }

        return true;
    }

    private bool Matches(IListPatternOperation pattern, Value value, Scope scope)
    {
        var list = value switch
        {
            ListValue items => items,
            ConstantValue { Value: string text } => new ListValue(type: null, isArray: true, [.. text.Select(letter => new ConstantValue(letter))]),
            _ => throw NotKnown(pattern),
        };
        var patterns = pattern.Patterns;
        var sliceAt = patterns.IndexOf(patterns.FirstOrDefault(inner => inner is ISlicePatternOperation)!);
        var count = list.List.Count;
        if (sliceAt < 0 ? count != patterns.Length : count < patterns.Length - 1)
        {
            return false;
        }

        for (var i = 0; i < patterns.Length; i++)
        {
            var rest = patterns.Length - 1 - i;
            var matches = patterns[i] is ISlicePatternOperation slice
                ? slice.Pattern is null || Matches(slice.Pattern, SliceOf(value, list, new RangeValue(new IndexValue(i, false), new IndexValue(rest, true)), slice), scope)
                : Matches(patterns[i], list.List[sliceAt >= 0 && i > sliceAt ? count - 1 - rest : i], scope);
            if (!matches)
            {
                return false;
            }
        }

        return true;
    }

    private Value SliceOf(Value value, ListValue list, RangeValue range, IOperation slice) =>
        value is ConstantValue { Value: string text } ? Slice(text, range, slice) : Slice(list, range, slice);

    private static bool Declare(ISymbol? variable, Value value, Scope scope)
    {
        if (variable is not null)
        {
            scope.Declare(variable, value);
        }

        return true;
    }

    /// <summary>The parts that a value is taken apart into.</summary>
    private IReadOnlyList<Value> Parts(Value value, int count, IOperation operation, Scope scope)
    {
        switch (value)
        {
            case TupleValue tuple when tuple.Items.Count == count:
                return tuple.Items;
            case ObjectValue instance:
                for (var type = instance.Type; type is not null; type = type.BaseType)
                {
                    if (type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method =>
                        !method.IsStatic && method.Parameters.Length == count && method.Parameters.All(parameter => parameter.RefKind == RefKind.Out)) is { } method)
                    {
                        return method.IsImplicitlyDeclared
                            ? [.. method.Parameters.Select(parameter => Property(
                                value,
                                type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() ?? throw NotKnown(operation),
                                operation,
                                scope))]
                            : Deconstruct(instance, method, operation, scope);
                    }
                }

                throw NotKnown(operation);
            case ConstantValue { Value: null }:
                throw Throws(operation, "what is taken apart is null");
            default:
                throw NotKnown(operation);
        }
    }

    private Value[] Deconstruct(ObjectValue instance, IMethodSymbol method, IOperation operation, Scope scope)
    {
        var parts = method.Parameters.Select(_ => new Cell(value: null)).ToArray();
        Call(
            new FunctionValue(method, body: null, captured: null, instance), parts, new Site(operation.Syntax), operation, TypeArguments(method, scope, instance));
        return [.. parts.Select(part => Known(part.Value, operation))];
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Variables, fields, elements, and assigning to them.</content>
internal sealed partial class Evaluator
{
    /// <summary>What can be assigned to. What it is found with is evaluated once, when it is found.</summary>
    private readonly record struct Target(Func<Value> Get, Action<Value> Set);

    private Value Variable(IOperation reference, Scope scope)
    {
        var value = Cell(reference, scope).Value ?? throw NotKnown(reference);
        return value is UnknownValue unknown ? throw unknown.Why : value;
    }

    /// <summary>The variable that an expression names, where it names one.</summary>
    private Cell Cell(IOperation reference, Scope scope)
    {
        switch (reference)
        {
            case ILocalReferenceOperation { IsDeclaration: true } local:
                return scope.Find(local.Local) ?? scope.Declare(local.Local, value: null);
            case ILocalReferenceOperation local:
                return scope.Find(local.Local) ?? throw NotKnown(reference);
            case IParameterReferenceOperation parameter:
                return scope.Find(parameter.Parameter)
                    ?? (scope.Frame.This?.Value is ObjectValue instance && instance[parameter.Parameter] is { } kept ? new Cell(kept) : null)
                    ?? throw NotKnown(reference);
            case IDeclarationExpressionOperation declaration:
                return Cell(declaration.Expression, scope);
            case IDiscardOperation:
                return new Cell(value: null);
            case IConditionalAccessInstanceOperation:
                return accessed.Count > 0 ? accessed.Peek() : throw NotKnown(reference);
            default:
                throw NotKnown(reference, "Only a local variable or a parameter can be handed on by reference.");
        }
    }

    private Cell This(IOperation reference, Scope scope) => scope.Frame.This is { Value: not null } instance ? instance : throw NotKnown(reference);

    private Value Assign(ISimpleAssignmentOperation assignment, Scope scope)
    {
        if (assignment.IsRef)
        {
            throw NotKnown(assignment);
        }

        var target = FindTarget(assignment.Target, scope);
        var value = Evaluate(assignment.Value, scope);
        target.Set(value);
        return value;
    }

    private Value Assign(ICompoundAssignmentOperation assignment, Scope scope)
    {
        if (assignment.OperatorMethod is not null)
        {
            throw NotKnown(assignment);
        }

        var target = FindTarget(assignment.Target, scope);
        var before = target.Get();
        var right = Evaluate(assignment.Value, scope);

        // byte += int works on int: the operator is that of the right side's type, or wider.
        var left = assignment.InConversion.IsIdentity || before is not ConstantValue { Value: { } small } ? before
            : right is ConstantValue { Value: { } other } && Numbers.IsNumber(small) && Numbers.IsNumber(other)
                ? ConvertNumber(before, Numbers.Widened(other), false, assignment)
                : before;
        var result = Operate(
            assignment.OperatorKind, left, right, assignment.Target.Type, assignment.Value.Type, assignment.IsChecked, assignment, scope);

        var value = assignment.OutConversion.IsIdentity ? result : ConvertNumber(result, assignment.Type, assignment.IsChecked, assignment);
        target.Set(value);
        return value;
    }

    private Value Assign(ICoalesceAssignmentOperation assignment, Scope scope)
    {
        var target = FindTarget(assignment.Target, scope);
        var value = target.Get();
        if (value is not ConstantValue { Value: null })
        {
            return value;
        }

        value = Evaluate(assignment.Value, scope);
        target.Set(value);
        return value;
    }

    private Value Increment(IIncrementOrDecrementOperation increment, Scope scope)
    {
        if (increment.OperatorMethod is not null || increment.IsLifted)
        {
            throw NotKnown(increment);
        }

        var target = FindTarget(increment.Target, scope);
        var before = target.Get();
        var type = increment.Target.Type;
        var operation = increment.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var number = before is EnumValue { Number: var underlying } ? new ConstantValue(underlying) : before;
        var widened = ConvertNumber(number, Widened(number), false, increment);
        var one = ConvertNumber(new ConstantValue(1), Widened(number), false, increment);
        var sum = Operate(operation, widened, one, null, null, increment.IsChecked, increment, scope);
        var after = ConvertNumber(sum, type, increment.IsChecked, increment);
        target.Set(after);
        return increment.IsPostfix ? before : after;
    }

    private static SpecialType Widened(Value number) => Numbers.Widened((number as ConstantValue)?.Value ?? 0);

    private Value Deconstruct(IDeconstructionAssignmentOperation deconstruction, Scope scope)
    {
        // The targets are found before the value is worked out, and assigned to afterwards: (a, b) = (b, a) swaps.
        var assign = FindTargets(deconstruction.Target, scope);
        var value = Evaluate(deconstruction.Value, scope);
        assign(value);
        return value;
    }

    /// <summary>What assigns the parts of a value to the parts of a pattern of variables.</summary>
    private Action<Value> FindTargets(IOperation target, Scope scope)
    {
        RequireStack(target);
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                return FindTargets(declaration.Expression, scope);
            case IConversionOperation { IsImplicit: true } conversion:
                return FindTargets(conversion.Operand, scope);
            case ITupleOperation tuple:
                var parts = tuple.Elements.Select(element => FindTargets(element, scope)).ToArray();
                return value =>
                {
                    var items = Parts(value, parts.Length, target, scope);
                    for (var i = 0; i < parts.Length; i++)
                    {
                        parts[i](items[i]);
                    }
                };
            default:
                var found = FindTarget(target, scope);
                return value => found.Set(Widen(value, target.Type, target));
        }
    }

    private Target FindTarget(IOperation target, Scope scope)
    {
        RequireStack(target);
        switch (target)
        {
            case IParenthesizedOperation parenthesized:
                return FindTarget(parenthesized.Operand, scope);
            case IDiscardOperation:
                return new Target(() => throw NotKnown(target), _ => { });
            case ILocalReferenceOperation { Local.IsRef: true }:
                throw NotKnown(target);
            case ILocalReferenceOperation or IDeclarationExpressionOperation:
                var local = Cell(target, scope);
                return new Target(() => Known(local.Value, target), value => local.Value = value);
            case IParameterReferenceOperation parameter:
                if (scope.Find(parameter.Parameter) is not { } cell)
                {
                    throw NotKnown(target, "A parameter that an object keeps cannot be assigned to here.");
                }

                return new Target(() => Known(cell.Value, target), value => cell.Value = value);
            case IInstanceReferenceOperation:
                var self = This(target, scope);
                return new Target(() => Known(self.Value, target), value => self.Value = value);
            case IArrayElementReferenceOperation element:
                var (list, index) = Find(element, scope);
                return TargetOf(list, index, target);
            case IImplicitIndexerReferenceOperation element:
                var (items, place) = Find(element, scope);
                return TargetOf(items, place, target);
            case IPropertyReferenceOperation { Arguments: [{ Value: var at }], Instance: { } indexed } when IsList(indexed.Type):
                var grown = Evaluate<ListValue>(indexed, scope);
                return TargetOf(grown, IndexIn(grown.List.Count, Evaluate(at, scope), target), target);
            case IFieldReferenceOperation { Instance: { } owner, Field: var field } when field.ContainingType.IsTupleType:
                var tuple = FindTarget(owner, scope);
                return new Target(
                    () => Item(tuple.Get(), field, target),
                    value => tuple.Set(tuple.Get() is TupleValue before ? before.With(ItemIndex(field, target), value) : throw NotKnown(target)));
            case IFieldReferenceOperation { Instance: { } owner } fieldReference:
                return TargetOf(owner, KeyOf(fieldReference.Field), fieldReference.Field.IsReadOnly, target, scope);
            case IPropertyReferenceOperation { Instance: { } owner, Arguments.IsEmpty: true, Property: var property }
                when sources.IsAuto(property.SetMethod ?? property.GetMethod):
                return TargetOf(owner, property, property.SetMethod is null or { IsInitOnly: true }, target, scope);
            default:
                throw NotKnown(target, "A plan may only assign to its own variables.");
        }
    }

    private Value Known(Value? value, IOperation operation) => value switch
    {
        null => throw NotKnown(operation),
        UnknownValue unknown => throw UsedAt(operation, unknown.Why),
        _ => value,
    };

    /// <summary>What cannot be known is said once; where that is not in <c>Define</c>, the use that led to it is the other place that matters.</summary>
    private UnreadableException UsedAt(IOperation use, UnreadableException why) =>
        why.Problem is { Other: null } problem && Define is { } define && !define.Contains(problem.Location)
            ? new UnreadableException(problem with { Other = define.PlaceOf(new Site(use.Syntax), trace).Place.Location }, why.IsFinal)
            : why;

    private Target TargetOf(ListValue list, int index, IOperation target) => new(
        () => list.List[index],
        value =>
        {
            if (list.IsShared)
            {
                throw NotKnown(target, "It is held by a static field, so others may see it change. Make a copy and change that.");
            }

            list.List[index] = value;
            list.Version++;
        });

    /// <summary>A field or auto property of an object. A class is changed; of a struct another one is put where it came from.</summary>
    private Target TargetOf(IOperation owner, ISymbol member, bool isReadOnly, IOperation target, Scope scope)
    {
        if (isReadOnly && !(owner is IInstanceReferenceOperation && scope.Frame.IsConstructing))
        {
            throw NotKnown(target);
        }

        if (owner.Type is { IsValueType: true })
        {
            // A method may change its struct, but the struct it is called on may be a copy; only a constructor surely has its own.
            if (owner is IInstanceReferenceOperation && !scope.Frame.IsConstructing)
            {
                throw NotKnown(target, "A method of a struct that changes the struct cannot be read. Return a changed copy.");
            }

            var place = FindTarget(owner, scope);
            return new Target(
                () => (place.Get() as ObjectValue)?[member] ?? throw NotKnown(target),
                value =>
                {
                    var changed = place.Get() is ObjectValue before ? before.Copy() : throw NotKnown(target);
                    changed[member] = value;
                    place.Set(changed);
                });
        }

        var instance = Evaluate<ObjectValue>(owner, scope);
        return new Target(
            () => Known(instance[member], target),
            value =>
            {
                if (instance.IsShared)
                {
                    throw NotKnown(target, "It is held by a static field, so others may see it change. Make a copy and change that.");
                }

                instance[member] = value;
            });
    }

    private Value Element(IArrayElementReferenceOperation element, Scope scope)
    {
        if (element.Indices is [IOperation only] && Evaluate(element.ArrayReference, scope) is ListValue list)
        {
            var index = Evaluate(only, scope);
            return index is RangeValue range ? Slice(list, range, element) : list.List[IndexIn(list.List.Count, index, element)];
        }

        throw NotKnown(element);
    }

    private (ListValue List, int Index) Find(IArrayElementReferenceOperation element, Scope scope)
    {
        if (element.Indices is [IOperation only])
        {
            var list = Evaluate<ListValue>(element.ArrayReference, scope);
            return (list, IndexIn(list.List.Count, Evaluate(only, scope), element));
        }

        throw NotKnown(element);
    }

    /// <summary>An element or a part that is counted from the end, of what has no member of its own for that: <c>list[^1]</c>.</summary>
    private Value Element(IImplicitIndexerReferenceOperation element, Scope scope)
    {
        var owner = Evaluate(element.Instance, scope);
        var argument = Evaluate(element.Argument, scope);
        return (owner, argument) switch
        {
            (ListValue list, RangeValue range) => Slice(list, range, element),
            (ListValue list, _) => list.List[IndexIn(list.List.Count, argument, element)],
            (ConstantValue { Value: string text }, RangeValue range) => Slice(text, range, element),
            (ConstantValue { Value: string text }, _) => new ConstantValue(text[IndexIn(text.Length, argument, element)]),
            _ => throw NotKnown(element),
        };
    }

    private (ListValue List, int Index) Find(IImplicitIndexerReferenceOperation element, Scope scope)
    {
        var list = Evaluate<ListValue>(element.Instance, scope);
        return (list, IndexIn(list.List.Count, Evaluate(element.Argument, scope), element));
    }

    private int IndexIn(int count, Value index, IOperation operation)
    {
        var place = index switch
        {
            ConstantValue { Value: int number } => number,
            ConstantValue { Value: (long or uint or ulong) and var number } => Numbers.Convert(number, SpecialType.System_Int32, isChecked: true) as int? ?? -1,
            IndexValue counted => counted.Of(count),
            _ => throw NotKnown(operation),
        };
        return place >= 0 && place < count
            ? place
            : throw Throws(operation, $"there is no item {place.ToString(Invariant)} among {count.ToString(Invariant)}");
    }

    private IndexValue Index(IOperation operand, Scope scope) => Evaluate(operand, scope) switch
    {
        IndexValue index => index,
        ConstantValue { Value: int number and >= 0 } => new IndexValue(number, isFromEnd: false),
        _ => throw NotKnown(operand),
    };

    private ListValue Slice(ListValue list, RangeValue range, IOperation operation)
    {
        Spend(new Site(operation.Syntax), list.List.Count / 64);
        var (start, end) = range.Of(list.List.Count);
        return start >= 0 && start <= end && end <= list.List.Count
            ? new ListValue(list.Type, list.IsArray, list.List.GetRange(start, end - start))
            : throw Throws(operation, "the range is outside");
    }

    private ConstantValue Slice(string text, RangeValue range, IOperation operation)
    {
        var (start, end) = range.Of(text.Length);
        return start >= 0 && start <= end && end <= text.Length
            ? new ConstantValue(text.Substring(start, end - start))
            : throw Throws(operation, "the range is outside");
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Variables and fields, and assigning to them.</content>
internal sealed partial class Evaluator
{
    private const string HeldByOthers = "It is held by a static field, so others may see it change. Make a copy and change that.";

    /// <summary>What can be assigned to, and when that was made. What it is found with is evaluated once, when it is found.</summary>
    private readonly record struct Target(Func<Value> Get, Action<Value> Set, long Born);

    /// <summary>The objects whose members are being set in braces, the innermost one on top.</summary>
    private readonly Stack<Cell> initialized = new();

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
                return scope.Find(parameter.Parameter) ?? Kept(parameter, scope);
            case IDeclarationExpressionOperation declaration:
                return Cell(declaration.Expression, scope);
            case IDiscardOperation:
                return new Cell(value: null);
            case IConditionalAccessInstanceOperation:
                return accessed.Count > 0 ? accessed.Peek() : throw NotKnown(reference);
            case IParenthesizedOperation parenthesized:
                return Cell(parenthesized.Operand, scope);
            case IInstanceReferenceOperation:
                return This(reference, scope);
            case IArrayElementReferenceOperation or IFieldReferenceOperation { Instance: not null }:
                var part = FindTarget(reference, scope);
                return new PartCell(part.Get, part.Set, part.Born);
            default:
                throw NotKnown(reference, "Only variables, elements of arrays and fields of objects can be handed on by reference.");
        }
    }

    private Cell This(IOperation reference, Scope scope) =>
        reference is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } ? initialized.Peek() : scope.Frame.This is { Value: not null } instance ? instance : throw NotKnown(reference);

    /// <summary>A parameter of the primary constructor, which the object keeps as a variable of its own.</summary>
    private PartCell Kept(IParameterReferenceOperation parameter, Scope scope)
    {
        var self = scope.Frame.This;
        var isVariable = scope.Frame.IsConstructing || scope.Frame.IsThisVariable;
        var born = (self?.Value as ObjectValue)?.Type.IsValueType == false ? ((ObjectValue)self!.Value!).Born : self?.Born ?? 0;
        return new PartCell(
            () => Known((self?.Value as ObjectValue)?[parameter.Parameter], parameter),
            value =>
            {
                var instance = self?.Value as ObjectValue ?? throw NotKnown(parameter);
                if (IsShared(instance.Born) || (instance.Type.IsValueType && !isVariable))
                {
                    throw NotKnown(parameter, HeldByOthers);
                }

                instance = instance.Type.IsValueType ? instance.Copy() : instance;
                instance[parameter.Parameter] = value;
                self!.Value = instance;
            },
            born);
    }

    private void Set(Target target, Value value)
    {
        Changes(target.Born);
        target.Set(value);
    }

    private Value Assign(ISimpleAssignmentOperation assignment, Scope scope)
    {
        if (assignment.IsRef)
        {
            throw NotKnown(assignment);
        }

        var target = FindTarget(assignment.Target, scope);
        var value = Evaluate(assignment.Value, scope);
        Set(target, value);
        return value;
    }

    private Value Assign(ICompoundAssignmentOperation assignment, Scope scope)
    {
        var target = FindTarget(assignment.Target, scope);
        var before = target.Get();
        var right = Evaluate(assignment.Value, scope);
        if (assignment.OperatorMethod is { } method)
        {
            var combined = assignment is { InConversion.IsIdentity: true, OutConversion.IsIdentity: true }
                ? CallOperator(method, assignment.IsLifted, assignment, scope, before, right)
                : throw NotKnown(assignment);
            Set(target, combined);
            return combined;
        }

        // byte += int works on int: the operator is that of the right side's type, or wider.
        var left = assignment.InConversion.IsIdentity || before is not ConstantValue { Value: { } small } ? before
            : right is ConstantValue { Value: { } other } && Numbers.IsNumber(small) && Numbers.IsNumber(other)
                ? ConvertNumber(before, Numbers.Widened(other), false, assignment)
                : before;
        var result = Operate(
            assignment.OperatorKind, left, right, assignment.Target.Type, assignment.Value.Type, assignment.IsChecked, assignment, scope);

        var value = assignment.OutConversion.IsIdentity ? result : ConvertNumber(result, assignment.Type, assignment.IsChecked, assignment);
        Set(target, value);
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
        Set(target, value);
        return value;
    }

    private Value Increment(IIncrementOrDecrementOperation increment, Scope scope)
    {
        if (increment.OperatorMethod is not null)
        {
            throw NotKnown(increment);
        }

        var target = FindTarget(increment.Target, scope);
        var before = target.Get();
        if (increment.IsLifted && before is ConstantValue { Value: null })
        {
            return before;
        }

        var type = increment.Target.Type is INamedTypeSymbol nullable && IsNullable(nullable) ? nullable.TypeArguments[0] : increment.Target.Type;
        var operation = increment.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var number = before is EnumValue { Number: var underlying } ? new ConstantValue(underlying) : before;
        var widened = ConvertNumber(number, Widened(number), false, increment);
        var one = ConvertNumber(new ConstantValue(1), Widened(number), false, increment);
        var sum = Operate(operation, widened, one, null, null, increment.IsChecked, increment, scope);
        var after = ConvertNumber(sum, type, increment.IsChecked, increment);
        Set(target, after);
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
                return value => Set(found, Widen(value, target.Type, target));
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
                return new Target(() => throw NotKnown(target), _ => { }, long.MaxValue);
            case ILocalReferenceOperation or IDeclarationExpressionOperation:
                return TargetOf(Cell(target, scope), target);
            case IParameterReferenceOperation parameter:
                return TargetOf(Cell(parameter, scope), target);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                return TargetOf(initialized.Peek(), target);
            case IInstanceReferenceOperation when scope.Frame.IsConstructing || scope.Frame.IsThisVariable:
                return TargetOf(This(target, scope), target);
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
                    value => tuple.Set(tuple.Get() is TupleValue before ? before.With(ItemIndex(field, target), value) : throw NotKnown(target)),
                    tuple.Born);
            case IFieldReferenceOperation { Instance: { } owner } fieldReference:
                return TargetOf(owner, KeyOf(fieldReference.Field), fieldReference.Field.IsReadOnly, target, scope);
            case IPropertyReferenceOperation { Instance: { } indexed, Arguments: [{ Value: var key }], Property.IsIndexer: true }
                when library.Framework.IsDictionary(indexed.Type):
                var dictionary = Evaluate<DictionaryValue>(indexed, scope);
                return TargetOf(dictionary, Evaluate(key, scope), target);
            case IPropertyReferenceOperation { Instance: { } owner, Property: { ContainingType.IsAnonymousType: true } member }:
                return TargetOf(owner, member, isReadOnly: true, target, scope);
            case IPropertyReferenceOperation { Instance: { } owner, Property: var property } propertyReference when IsOfThisCompilation(property):
                return TargetOf(propertyReference, owner, scope);
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
        why.Problem is { Others.IsEmpty: true } problem && Define is { } define && !define.Contains(problem.Location)
            ? new UnreadableException(problem with { Others = [define.PlaceOf(new Site(use.Syntax), trace).Place.Location] }, why.IsFinal, why.IsThrown)
            : why;

    private Target TargetOf(Cell variable, IOperation target) => new(
        () => Known(variable.Value, target),
        value => variable.Value = IsShared(variable.Born) ? throw NotKnown(target, HeldByOthers) : value,
        variable.Born);

    private Target TargetOf(ListValue list, int index, IOperation target) => new(
        () => list.List[index],
        value =>
        {
            if (list.Type is IArrayTypeSymbol { ElementType: { IsReferenceType: true } element }
                && value is not ConstantValue { Value: null }
                && !IsOfType(value, element, target, new Scope(parent: null, new Frame())))
            {
                throw Throws(target, "the array is one of another type");
            }

            if (IsShared(list.Born))
            {
                throw NotKnown(target, HeldByOthers);
            }

            list.List[index] = value;
            list.Version++;
        },
        list.Born);

    /// <summary>A field or auto property of an object. A class is changed; of a struct another one is put where it came from.</summary>
    private Target TargetOf(IOperation owner, ISymbol member, bool isReadOnly, IOperation target, Scope scope)
    {
        if (isReadOnly && !(owner is IInstanceReferenceOperation { ReferenceKind: var kind } && (kind == InstanceReferenceKind.ImplicitReceiver || scope.Frame.IsConstructing)))
        {
            throw NotKnown(target);
        }

        if (owner.Type is { IsValueType: true })
        {
            var place = FindTarget(owner, scope);
            return new Target(
                () => (place.Get() as ObjectValue)?[member] ?? throw NotKnown(target),
                value =>
                {
                    var changed = place.Get() is ObjectValue before ? before.Copy() : throw NotKnown(target);
                    changed[member] = value;
                    place.Set(changed);
                },
                place.Born);
        }

        return Evaluate(owner, scope) switch
        {
            ObjectValue instance => TargetOf(instance, member, target),
            ConstantValue { Value: null } => throw Throws(target, "what it belongs to is null"),
            _ => throw NotKnown(target),
        };
    }

    private Target TargetOf(ObjectValue instance, ISymbol member, IOperation target) => new(
        () => Known(instance[member], target),
        value =>
        {
            if (IsShared(instance.Born))
            {
                throw NotKnown(target, HeldByOthers);
            }

            instance[member] = value;
        },
        instance.Born);
}

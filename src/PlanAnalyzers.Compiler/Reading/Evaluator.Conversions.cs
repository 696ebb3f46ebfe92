using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Conversions.</content>
internal sealed partial class Evaluator
{
    private Value Convert(IConversionOperation conversion, Scope scope)
    {
        var type = conversion.Type is null ? throw NotKnown(conversion) : Substitute(conversion.Type, scope);
        if (conversion.OperatorMethod is { } method)
        {
            return method.ContainingType switch
            {
                var index when library.Framework.IsIndex(index) => Index(conversion.Operand, scope),
                var span when library.Framework.IsSpan(span) && conversion.Operand.Type is IArrayTypeSymbol => Evaluate(conversion.Operand, scope),
                _ => CallOperator(method, isLifted: false, conversion, scope, Widen(Evaluate(conversion.Operand, scope), method.Parameters[0].Type, conversion)),
            };
        }

        var value = Evaluate(conversion.Operand, scope);
        if (conversion.IsTryCast)
        {
            return IsOfType(value, type, conversion, scope) ? value : ConstantValue.Null;
        }

        if (value is ConstantValue { Value: null })
        {
            return type.IsReferenceType || IsNullable(type) ? value : throw Throws(conversion, "it is null");
        }

        if (!conversion.IsImplicit && (conversion.Conversion.IsReference || conversion.Operand.Type is { IsReferenceType: true } and not IErrorTypeSymbol)
            && value is not (FunctionValue or SequenceValue)
            && !IsOfType(value, type, conversion, scope))
        {
            throw Throws(conversion, $"it is no {type.Name}");
        }

        return Widen(value, type, conversion, conversion.IsChecked);
    }

    /// <summary>What a conversion makes of numbers and of tuples that hold some; everything else stays what it is.</summary>
    private Value Widen(Value value, ITypeSymbol? type, IOperation operation, bool isChecked = false)
    {
        type = type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return (value, type) switch
        {
            (TupleValue tuple, INamedTypeSymbol { IsTupleType: true } target) when target.TupleElements.Length == tuple.Items.Count =>
                new TupleValue([.. tuple.Items.Select((item, i) => Widen(item, target.TupleElements[i].Type, operation, isChecked))]),
            (ConstantValue { Value: var number }, not null) when Numbers.IsNumber(number) && (Numbers.IsNumber(type) || type.TypeKind == TypeKind.Enum) =>
                ConvertNumber(value, type, isChecked, operation),
            (EnumValue, not null) when Numbers.IsNumber(type) || type.TypeKind == TypeKind.Enum => ConvertNumber(value, type, isChecked, operation),
            _ => value,
        };
    }

    /// <summary>The items of a <c>foreach</c> are cast to the type of its variable, which C# does without saying so.</summary>
    private Value CastItem(Value item, ITypeSymbol type, IOperation operation, Scope scope)
    {
        var target = Substitute(type, scope);
        return item is ConstantValue { Value: null } || target.IsValueType || item is SequenceValue or FunctionValue || IsOfType(item, target, operation, scope)
            ? Widen(item, target, operation)
            : throw Throws(operation, $"an item is no {target.Name}");
    }

    private Value ConvertNumber(Value value, ITypeSymbol? type, bool isChecked, IOperation operation)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } enumType)
        {
            return new EnumValue(enumType, ((ConstantValue)ConvertNumber(value, underlying, isChecked, operation)).Value!);
        }

        return type is null ? throw NotKnown(operation) : ConvertNumber(value, type.SpecialType, isChecked, operation);
    }

    private Value ConvertNumber(Value value, SpecialType type, bool isChecked, IOperation operation)
    {
        var number = value switch
        {
            EnumValue { Number: var underlying } => underlying,
            ConstantValue { Value: { } constant } when Numbers.IsNumber(constant) => constant,
            _ => throw NotKnown(operation),
        };
        return Numbers.Convert(number, type, isChecked) is { } converted
            ? new ConstantValue(converted)
            : throw (isChecked ? Throws(operation, "the number does not fit") : NotKnown(operation));
    }
}

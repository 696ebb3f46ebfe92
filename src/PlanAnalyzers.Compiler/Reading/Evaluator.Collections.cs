using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Arrays, lists and collection expressions, and the values that their items have before they are given one.</content>
internal sealed partial class Evaluator
{
    private Value CreateList(IObjectCreationOperation creation, INamedTypeSymbol type, Scope scope)
    {
        var list = new ListValue(type, isArray: false, []);
        if (creation.Arguments is [{ Value: var argument }])
        {
            switch (Evaluate(argument, scope))
            {
                case ConstantValue { Value: int }:
                    break; // A capacity.
                case var items:
                    list.List.AddRange(ItemsOf(items, argument));
                    break;
            }
        }

        return Initialize(new Cell(list), creation.Initializer, scope);
    }

    private Value Create(IArrayCreationOperation array, Scope scope)
    {
        if (array.Type is not IArrayTypeSymbol { Rank: 1, ElementType: var elementType } || array.DimensionSizes is not [IOperation size])
        {
            throw NotKnown(array);
        }

        if (array.Initializer is { } initializer)
        {
            return new ListValue(Substitute(array.Type, scope), isArray: true, [.. initializer.ElementValues.Select(element => Evaluate(element, scope))]);
        }

        if (Evaluate(size, scope) is not ConstantValue { Value: int length })
        {
            throw NotKnown(size);
        }

        if (length < 0)
        {
            throw Throws(array, "its length is negative");
        }

        Spend(new Site(array.Syntax), length);
        var item = length == 0 ? ConstantValue.Null : Default(elementType, array, scope);
        return new ListValue(Substitute(array.Type, scope), isArray: true, [.. Enumerable.Repeat(item, length)]);
    }

    private Value Create(ICollectionExpressionOperation collection, Scope scope)
    {
        var type = collection.Type is null ? null : Substitute(collection.Type, scope);
        var isArray = type is IArrayTypeSymbol || library.Framework.IsSpan(type);
        if (!isArray && !library.Framework.IsList(type) && !library.Framework.IsSequenceInterface(type))
        {
            throw NotKnown(collection);
        }

        var items = new List<Value>();
        foreach (var element in collection.Elements)
        {
            if (element is ISpreadOperation spread)
            {
                if (spread.ElementConversion is { IsIdentity: false, IsReference: false })
                {
                    throw NotKnown(spread);
                }

                items.AddRange(ItemsOf(Evaluate(spread.Operand, scope), spread.Operand));
            }
            else
            {
                items.Add(Evaluate(element, scope));
            }
        }

        return new ListValue(type, isArray, items);
    }

    private Value Default(ITypeSymbol? type, IOperation operation, Scope scope)
    {
        type = type is null ? null : Substitute(type, scope);
        switch (type)
        {
            case null or ITypeParameterSymbol { IsReferenceType: false }:
                throw NotKnown(operation);
            case { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }:
                return ConstantValue.Null;
            case INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } enumType:
                return new EnumValue(enumType, ((ConstantValue)ConvertNumber(new ConstantValue(0), underlying, false, operation)).Value!);
            case { SpecialType: SpecialType.System_Boolean }:
                return ConstantValue.False;
            case { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_Double }:
                return ConvertNumber(new ConstantValue(0), type, false, operation);
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return new TupleValue([.. tuple.TupleElements.Select(element => Default(element.Type, operation, scope))]);
            case INamedTypeSymbol { TypeKind: TypeKind.Struct } own when IsOfThisCompilation(own):
                return WithDefaults(own, operation);
            default:
                throw NotKnown(operation);
        }
    }
}

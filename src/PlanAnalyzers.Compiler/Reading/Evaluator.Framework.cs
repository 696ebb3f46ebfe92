using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>The framework's methods that a plan may call. A method that is not here is not known.</content>
internal sealed partial class Evaluator
{
    /// <summary>Whether a method may have a meaning here, so that what it is called on is worth evaluating.</summary>
    private bool Knows(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return type is null
            || IsOfThisCompilation(method)
            || method.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction
            || LibrarySymbols.Same(type, library.Plan)
            || library.IsDeclaration(type)
            || library.IsTarget(type)
            || LibrarySymbols.Same(type, library.RedundantPair)
            || type.SpecialType is SpecialType.System_String or SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum
                or (>= SpecialType.System_Boolean and <= SpecialType.System_Double)
            || IsNullable(type)
            || type.IsTupleType
            || library.Framework.Knows(type);
    }

    private bool KnowsProperties(INamedTypeSymbol type) =>
        library.IsDeclaration(type)
        || library.IsTarget(type)
        || LibrarySymbols.Same(type, library.RedundantPair)
        || type.SpecialType is SpecialType.System_String or SpecialType.System_Array
        || IsNullable(type)
        || library.Framework.IsList(type)
        || library.Framework.IsSpan(type)
        || library.Framework.IsSequenceInterface(type)
        || library.Framework.IsGrouping(type);

    private bool IsList(ITypeSymbol? type) => type is not null && library.Framework.IsList(type);

    private Value CallFramework(IInvocationOperation call, Value? receiver, Scope scope)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        if (library.Framework.IsEnumerable(type))
        {
            return Query(call, receiver, scope);
        }

        if (library.Framework.IsMemoryExtensions(type) && method.Name is "Contains" or "SequenceEqual")
        {
            var arguments = Arguments(call.Arguments, method, receiver, scope).Select(cell => cell.Value!).ToArray();
            return arguments is [SequenceValue items, _]
                ? Summary(call, ItemsOf(items, call), arguments) ?? throw NotKnown(call)
                : throw NotKnown(call);
        }

        if (receiver is ConstantValue { Value: null } && call.Instance is not null)
        {
            return IsNullable(type) && method.Name == "GetValueOrDefault"
                ? Arguments(call.Arguments, method, first: null, scope) is [var otherwise] ? otherwise.Value! : Default(call.Type, call, scope)
                : throw Throws(call, "what it is called on is null");
        }

        return (receiver, method) switch
        {
            (null, { Name: "Equals" or "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object }) =>
                Arguments(call.Arguments, method, first: null, scope) is [var a, var b]
                    ? ConstantValue.Of(method.Name == "Equals" ? AreEqual(a.Value!, b.Value!, call) : throw NotKnown(call))
                    : throw NotKnown(call),
            (null, { ContainingType.SpecialType: SpecialType.System_String }) => CallStaticText(call, scope),
            (null, _) when library.Framework.IsMath(type) => CallMath(call, scope),
            (null, { Name: "Empty" }) when library.Framework.IsArray(type) => new ListValue(call.Type, isArray: true, []),
            (ConstantValue { Value: string text }, { ContainingType.SpecialType: SpecialType.System_String }) => CallText(call, text, scope),
            (ListValue list, _) when library.Framework.IsList(type) => CallList(call, list, scope),
            ({ } value, { Name: "ToString", Parameters.IsEmpty: true }) => Text(TextOf(value, call, scope), call),
            ({ } value, { Name: "GetValueOrDefault" }) when IsNullable(type) => value,
            ({ } value, { Name: "Equals", Parameters.Length: 1 }) when Arguments(call.Arguments, method, first: null, scope) is [var other] =>
                ConstantValue.Of(other.Value is not ConstantValue { Value: null } && (value is not ConstantValue and not EnumValue || HasTypeOf(value, other.Value!))
                    && AreEqual(value, other.Value!, call)),
            ({ } value, { Name: "HasFlag" }) when Arguments(call.Arguments, method, first: null, scope) is [{ Value: EnumValue flag }] =>
                OperateOnEnums(BinaryOperatorKind.Equals, OperateOnEnums(BinaryOperatorKind.And, value, flag, false, call) is ConstantValue { Value: { } bits }
                    ? new EnumValue(flag.Type, bits) : throw NotKnown(call), flag, false, call),
            ({ } value, { Name: "CompareTo", Parameters.Length: 1 }) when value is ConstantValue { Value: IComparable number and (int or long or bool or char) }
                && Arguments(call.Arguments, method, first: null, scope) is [{ Value: ConstantValue { Value: { } other } }] && other.GetType() == number.GetType() =>
                new ConstantValue(number.CompareTo(other)),
            _ => throw NotKnown(call),
        };
    }

    private Value CallMath(IInvocationOperation call, Scope scope)
    {
        var arguments = Arguments(call.Arguments, call.TargetMethod, first: null, scope).Select(cell => cell.Value!).ToArray();
        return (call.TargetMethod.Name, arguments) switch
        {
            ("Max", [ConstantValue { Value: int a }, ConstantValue { Value: int b }]) => new ConstantValue(Math.Max(a, b)),
            ("Min", [ConstantValue { Value: int a }, ConstantValue { Value: int b }]) => new ConstantValue(Math.Min(a, b)),
            ("Abs", [ConstantValue { Value: int and > int.MinValue and var a }]) => new ConstantValue(Math.Abs(a)),
            _ => throw NotKnown(call),
        };
    }

    private Value CallList(IInvocationOperation call, ListValue list, Scope scope)
    {
        var arguments = Arguments(call.Arguments, call.TargetMethod, first: null, scope).Select(cell => cell.Value!).ToArray();
        Spend(new Site(call.Syntax), 1 + (call.TargetMethod.Name is "IndexOf" or "Remove" ? list.List.Count : list.List.Count / 64));
        switch (call.TargetMethod.Name, arguments)
        {
            case ("Contains", [var wanted]):
                return ConstantValue.Of(ItemsOf(list, call).Any(item => AreEqual(item, wanted, call)));
            case ("IndexOf", [var wanted]):
                return new ConstantValue(list.List.FindIndex(item => AreEqual(item, wanted, call)));
            case ("ToArray", []):
                return new ListValue(call.Type, isArray: true, [.. list.List]);
        }

        if (list.IsShared)
        {
            throw NotKnown(call, "It is held by a static field, so others may see it change. Make a copy and change that.");
        }

        switch (call.TargetMethod.Name, arguments)
        {
            case ("Add", [var item]):
                list.List.Add(item);
                break;
            case ("AddRange", [var items]):
                list.List.AddRange(ItemsOf(items, call).ToArray());
                break;
            case ("Insert", [ConstantValue { Value: int place }, var item]) when place >= 0 && place <= list.List.Count:
                list.List.Insert(place, item);
                break;
            case ("Clear", []):
                list.List.Clear();
                break;
            case ("Remove", [var item]):
                var found = list.List.FindIndex(candidate => AreEqual(candidate, item, call));
                if (found < 0)
                {
                    return ConstantValue.False;
                }

                list.List.RemoveAt(found);
                list.Version++;
                return ConstantValue.True;
            case ("RemoveAt", [ConstantValue { Value: int place }]) when place >= 0 && place < list.List.Count:
                list.List.RemoveAt(place);
                break;
            case ("Reverse", []):
                list.List.Reverse();
                break;
            default:
                throw NotKnown(call);
        }

        list.Version++;
        return ConstantValue.Null;
    }
}

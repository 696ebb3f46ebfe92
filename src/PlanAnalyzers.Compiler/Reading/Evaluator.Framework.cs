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
        || library.Framework.IsDictionary(type)
        || library.Framework.IsSet(type)
        || library.Framework.IsKeyValuePair(type)
        || library.Framework.IsLookup(type)
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
                ? Summary(call, ItemsOf(items, call), arguments, scope) ?? throw NotKnown(call)
                : throw NotKnown(call);
        }

        if (receiver is DictionaryValue dictionary && (library.Framework.IsDictionary(type) || library.Framework.IsSet(type) || library.Framework.IsCollectionExtensions(type)))
        {
            return CallDictionary(call, dictionary, scope);
        }

        if (library.Framework.IsMemoryExtensions(type) && method is { Name: "AsSpan", Parameters.Length: 1 } && receiver is ListValue)
        {
            return receiver;
        }

        if (IsNullable(type) && method.Name == "GetValueOrDefault")
        {
            var otherwise = Arguments(call.Arguments, method, first: null, scope).SingleOrDefault()?.Value;
            return receiver is ConstantValue { Value: null } ? otherwise ?? Default(call.Type, call, scope) : receiver!;
        }

        if (receiver is ConstantValue { Value: null } && call.Instance is not null)
        {
            throw Throws(call, "what it is called on is null");
        }

        return (receiver, method) switch
        {
            (null, { Name: "Equals" or "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object }) =>
                Arguments(call.Arguments, method, first: null, scope) is [var a, var b]
                    ? ConstantValue.Of(method.Name == "Equals" ? AreEqualObjects(a.Value!, b.Value!, call) : AreTheSameObject(a.Value!, b.Value!, call))
                    : throw NotKnown(call),
            (null, { ContainingType.SpecialType: SpecialType.System_String }) => CallStaticText(call, scope),
            (null, { Name: "ThrowIfNull" }) when library.Framework.IsArgumentNull(type) =>
                Arguments(call.Arguments, method, first: null, scope)[0].Value is ConstantValue { Value: null }
                    ? throw Throws(call, "the argument is null")
                    : ConstantValue.Null,
            (null, _) when library.Framework.IsMath(type) => CallMath(call, scope),
            (null, _) when library.Framework.IsArray(type) => CallArray(call, scope),
            (null, _) when type.SpecialType == SpecialType.System_Char => CallLetter(call, scope),
            (LookupValue lookup, { Name: "Contains" }) => ConstantValue.Of(lookup.Contains(Arguments(call.Arguments, method, first: null, scope)[0].Value!)),
            (ConstantValue { Value: string text }, { ContainingType.SpecialType: SpecialType.System_String }) => CallText(call, text, scope),
            (ListValue list, _) when library.Framework.IsList(type) => CallList(call, list, scope),
            (ConstantValue value, { Name: "ToString", Parameters.Length: > 0 }) => Formatted(value, call, scope),
            ({ } value, { Name: "ToString", Parameters.IsEmpty: true }) => Text(TextOf(value, call, scope), call),
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
            ("Max" or "Min", [ConstantValue a, ConstantValue b]) when IsInteger(a) => IsLess(a, b, call) == (call.TargetMethod.Name == "Min") ? a : b,
            ("Clamp", [ConstantValue a, ConstantValue least, ConstantValue most]) when IsInteger(a) =>
                IsLess(most, least, call) ? throw Throws(call, "the least is more than the most") : IsLess(a, least, call) ? least : IsLess(most, a, call) ? most : a,
            ("Abs", [ConstantValue { Value: int.MinValue or long.MinValue }]) => throw Throws(call, "the number does not fit"),
            ("Abs", [ConstantValue { Value: int a }]) => new ConstantValue(Math.Abs(a)),
            ("Abs", [ConstantValue { Value: long a }]) => new ConstantValue(Math.Abs(a)),
            ("Sign", [ConstantValue { Value: int a }]) => new ConstantValue(Math.Sign(a)),
            ("Floor", [ConstantValue { Value: double a }]) => new ConstantValue(Math.Floor(a)),
            ("Ceiling", [ConstantValue { Value: double a }]) => new ConstantValue(Math.Ceiling(a)),
            _ => throw NotKnown(call),
        };
    }

    private static bool IsInteger(ConstantValue value) => Numbers.IsNumber(value.Value) && value.Value is not (double or float or decimal);

    private bool IsLess(Value left, Value right, IOperation operation) => (left, right) is (ConstantValue { Value: { } a }, ConstantValue { Value: { } b })
        && Operate(BinaryOperatorKind.LessThan, a, b, isChecked: false, operation) is ConstantValue { Value: true };
}

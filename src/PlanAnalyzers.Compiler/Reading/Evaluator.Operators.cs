using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Conversions, operators and equality.</content>
internal sealed partial class Evaluator
{
    private const string NoRealNumbers = "Only the operators of C# over integers, truth values, texts and enums can be read here.";

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private Value Convert(IConversionOperation conversion, Scope scope)
    {
        var type = conversion.Type is null ? throw NotKnown(conversion) : Substitute(conversion.Type, scope);
        if (conversion.OperatorMethod is { } method)
        {
            return method.ContainingType switch
            {
                var index when library.Framework.IsIndex(index) => Index(conversion.Operand, scope),
                var span when library.Framework.IsSpan(span) && conversion.Operand.Type is IArrayTypeSymbol => Evaluate(conversion.Operand, scope),
                _ => throw NotKnown(conversion),
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

    private Value Combine(IBinaryOperation binary, Scope scope)
    {
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            return binary.OperatorMethod is not null ? throw NotKnown(binary)
                : ConstantValue.Of(binary.OperatorKind == BinaryOperatorKind.ConditionalAnd
                    ? IsTrue(binary.LeftOperand, scope) && IsTrue(binary.RightOperand, scope)
                    : IsTrue(binary.LeftOperand, scope) || IsTrue(binary.RightOperand, scope));
        }

        // A chain such as a + b + c leans to the left, and may be long.
        if (binary.LeftOperand is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false })
        {
            var sums = new Stack<IBinaryOperation>();
            IOperation first = binary;
            while (first is IBinaryOperation { OperatorKind: not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr), ConstantValue.HasValue: false } sum)
            {
                sums.Push(sum);
                first = sum.LeftOperand;
            }

            var value = Evaluate(first, scope);
            while (sums.Count > 0)
            {
                var sum = sums.Pop();
                value = Combine(sum, value, Evaluate(sum.RightOperand, scope), scope);
            }

            return value;
        }

        return Combine(binary, Evaluate(binary.LeftOperand, scope), Evaluate(binary.RightOperand, scope), scope);
    }

    private Value Combine(IBinaryOperation binary, Value left, Value right, Scope scope)
    {
        var isEquality = binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        if (binary.OperatorMethod is { } method)
        {
            // The operators that a record has by itself, and those of the authoring library.
            return isEquality && (method.IsImplicitlyDeclared || library.IsTarget(method.ContainingType) || library.IsDeclaration(method.ContainingType))
                ? ConstantValue.Of(AreEqual(left, right, binary) == (binary.OperatorKind == BinaryOperatorKind.Equals))
                : throw NotKnown(binary, NoRealNumbers);
        }

        return Operate(binary.OperatorKind, left, right, binary.LeftOperand.Type, binary.RightOperand.Type, binary.IsChecked, binary, scope);
    }

    /// <summary>A binary operator of C# itself.</summary>
    private Value Operate(
        BinaryOperatorKind kind, Value left, Value right, ITypeSymbol? leftType, ITypeSymbol? rightType, bool isChecked, IOperation operation, Scope scope)
    {
        var isEquality = kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        if (operation.Type is { SpecialType: SpecialType.System_String })
        {
            return Text(TextOf(left, operation, scope) + TextOf(right, operation, scope), operation);
        }

        if (left is ConstantValue { Value: null } || right is ConstantValue { Value: null })
        {
            return isEquality
                ? ConstantValue.Of((left is ConstantValue { Value: null } && right is ConstantValue { Value: null }) == (kind == BinaryOperatorKind.Equals))
                : operation.Type is { SpecialType: SpecialType.System_Boolean } && (left, right) is not (ConstantValue { Value: bool }, _) and not (_, ConstantValue { Value: bool })
                    ? ConstantValue.False
                    : throw NotKnown(operation);
        }

        switch (left, right)
        {
            case (ConstantValue { Value: bool a }, ConstantValue { Value: bool b }):
                return kind switch
                {
                    BinaryOperatorKind.And => ConstantValue.Of(a & b),
                    BinaryOperatorKind.Or => ConstantValue.Of(a | b),
                    BinaryOperatorKind.ExclusiveOr or BinaryOperatorKind.NotEquals => ConstantValue.Of(a != b),
                    BinaryOperatorKind.Equals => ConstantValue.Of(a == b),
                    _ => throw NotKnown(operation),
                };
            case (EnumValue, _) or (_, EnumValue):
                return OperateOnEnums(kind, left, right, isChecked, operation);
            case (ConstantValue { Value: { } a }, ConstantValue { Value: { } b }) when Numbers.IsNumber(a) && Numbers.IsNumber(b):
                return Operate(kind, a, b, isChecked, operation);
            case (ConstantValue { Value: string a }, ConstantValue { Value: string b }) when isEquality
                && leftType is { SpecialType: SpecialType.System_String } && rightType is { SpecialType: SpecialType.System_String }:
                return ConstantValue.Of((a == b) == (kind == BinaryOperatorKind.Equals));
            case (ConstantValue, _) or (_, ConstantValue) or (FunctionValue, _):
                throw NotKnown(operation, NoRealNumbers); // Boxes have an identity of their own, and delegates are compared in ways of their own.
            case var _ when isEquality:
                return ConstantValue.Of(AreTheSame(left, right, operation) == (kind == BinaryOperatorKind.Equals));
            default:
                throw NotKnown(operation, NoRealNumbers);
        }
    }

    private Value Operate(BinaryOperatorKind kind, object left, object right, bool isChecked, IOperation operation)
    {
        // Equality of small types in switch statements and tuples comes without the conversions that operators have.
        if (left.GetType() != right.GetType() && kind is not (BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift))
        {
            right = Numbers.Convert(right, Numbers.Widened(left), isChecked: true) ?? throw NotKnown(operation);
        }

        if (left is short or ushort or byte or sbyte or char or float)
        {
            left = Numbers.Convert(left, Numbers.Widened(left), isChecked: true)!;
            right = Numbers.Convert(right, Numbers.Widened(right), isChecked: true)!;
        }

        try
        {
            return Numbers.Operate(kind, left, right, isChecked) switch
            {
                null => throw NotKnown(operation, NoRealNumbers),
                bool truth => ConstantValue.Of(truth),
                var number => new ConstantValue(number),
            };
        }
        catch (Exception exception) when (exception is DivideByZeroException or OverflowException)
        {
            throw Throws(operation, exception is DivideByZeroException ? "it divides by zero" : "the number does not fit");
        }
    }

    private Value OperateOnEnums(BinaryOperatorKind kind, Value left, Value right, bool isChecked, IOperation operation)
    {
        var type = (left as EnumValue ?? (EnumValue)right).Type;
        var (a, b) = (
            (ConstantValue)ConvertNumber(left, type.EnumUnderlyingType, isChecked: false, operation),
            (ConstantValue)ConvertNumber(right, type.EnumUnderlyingType, isChecked: false, operation));
        var result = Operate(kind, a.Value!, b.Value!, isChecked, operation);
        return result is ConstantValue { Value: bool } ? result
            : operation.Type is { TypeKind: TypeKind.Enum } ? ConvertNumber(result, operation.Type, isChecked, operation)
            : ConvertNumber(result, type.EnumUnderlyingType, isChecked, operation);
    }

    private Value Combine(IUnaryOperation unary, Scope scope)
    {
        if (unary.OperatorMethod is not null)
        {
            throw NotKnown(unary);
        }

        var value = Evaluate(unary.Operand, scope);
        switch (unary.OperatorKind, value)
        {
            case (_, ConstantValue { Value: null }) when unary.IsLifted:
                return value;
            case (UnaryOperatorKind.Not, ConstantValue { Value: bool truth }):
                return ConstantValue.Of(!truth);
            case (UnaryOperatorKind.Plus, ConstantValue { Value: int or long or uint or ulong or double }):
                return value;
            case (UnaryOperatorKind.Minus, ConstantValue { Value: int number }):
                return Operate(BinaryOperatorKind.Subtract, 0, number, unary.IsChecked, unary);
            case (UnaryOperatorKind.Minus, ConstantValue { Value: long number }):
                return Operate(BinaryOperatorKind.Subtract, 0L, number, unary.IsChecked, unary);
            case (UnaryOperatorKind.BitwiseNegation, ConstantValue { Value: int number }):
                return new ConstantValue(~number);
            case (UnaryOperatorKind.BitwiseNegation, ConstantValue { Value: long number }):
                return new ConstantValue(~number);
            case (UnaryOperatorKind.Hat, _):
                return value is ConstantValue { Value: int and >= 0 and var fromEnd } ? new IndexValue(fromEnd, isFromEnd: true) : throw NotKnown(unary);
            default:
                throw NotKnown(unary, NoRealNumbers);
        }
    }

    private Value Compare(ITupleBinaryOperation binary, Scope scope)
    {
        var equal = AreEqual(Evaluate(binary.LeftOperand, scope), Evaluate(binary.RightOperand, scope), binary);
        return ConstantValue.Of(equal == (binary.OperatorKind == BinaryOperatorKind.Equals));
    }

    private Value Coalesce(ICoalesceOperation coalesce, Scope scope)
    {
        var value = Evaluate(coalesce.Value, scope);
        return value is ConstantValue { Value: null } ? Evaluate(coalesce.WhenNull, scope) : Widen(value, coalesce.Type, coalesce);
    }

    /// <summary>Equality as <c>Equals</c> has it: of values and records by what they hold, of platforms and engines by declaration.</summary>
    private bool AreEqual(Value left, Value right, IOperation operation)
    {
        RequireStack(operation);
        switch (left, right)
        {
            case (UnknownValue unknown, _):
                throw unknown.Why;
            case (_, UnknownValue unknown):
                throw unknown.Why;
            case (ConstantValue { Value: { } a }, ConstantValue { Value: { } b }) when Numbers.IsNumber(a) && Numbers.IsNumber(b):
                return Operate(BinaryOperatorKind.Equals, a, b, isChecked: false, operation) is ConstantValue { Value: true };
            case (ConstantValue a, ConstantValue b):
                return Equals(a.Value, b.Value);
            case (EnumValue a, EnumValue b):
                return LibrarySymbols.Same(a.Type, b.Type) && a.Number.Equals(b.Number);
            case (EnumValue, ConstantValue { Value: not null }) or (ConstantValue { Value: not null }, EnumValue):
                return OperateOnEnums(BinaryOperatorKind.Equals, left, right, isChecked: false, operation) is ConstantValue { Value: true };
            case (TupleValue a, TupleValue b):
                return a.Items.Count == b.Items.Count && a.Items.Zip(b.Items, (x, y) => AreEqual(x, y, operation)).All(same => same);
            case (ObjectValue a, ObjectValue b) when a.Type.IsValueType || a.Type.IsRecord || a.Type.IsAnonymousType:
                return AreEqual(a, b, operation);
            case (ObjectValue a, _) when HasEquality(a.Type):
                throw NotKnown(operation, $"{a.Type.Name} has an equality of its own.");
            default:
                return AreTheSame(left, right, operation);
        }
    }

    private bool AreEqual(ObjectValue left, ObjectValue right, IOperation operation)
    {
        if (HasEquality(left.Type) || HasEquality(right.Type))
        {
            throw NotKnown(operation, $"{left.Type.Name} has an equality of its own.");
        }

        return LibrarySymbols.Same(left.Type, right.Type) && left.Fields.All(field => AreEqual(field.Value, right[field.Key]!, operation));
    }

    private bool HasEquality(INamedTypeSymbol type)
    {
        for (var declared = type; declared is not null && IsOfThisCompilation(declared); declared = declared.BaseType)
        {
            if (declared.GetMembers("Equals").Any(member => !member.IsImplicitlyDeclared))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two things are the same thing; platforms and engines are the same where they are the same declaration.</summary>
    private bool AreTheSame(Value left, Value right, IOperation operation) => (left, right) switch
    {
        (DeclaredValue a, DeclaredValue b) => a.Declaration.GetType() == b.Declaration.GetType() && a.Declaration.Index == b.Declaration.Index,
        (ForeignValue a, ForeignValue b) => LibrarySymbols.Same(a.Field, b.Field),
        (ForeignValue, DeclaredValue) or (DeclaredValue, ForeignValue) => throw NotKnown(operation),
        _ => ReferenceEquals(left, right),
    };

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private sealed class Equality(Evaluator evaluator, IOperation operation) : IEqualityComparer<Value>
    {
        public bool Equals(Value x, Value y)
        {
            evaluator.Spend(new Site(operation.Syntax));
            return evaluator.AreEqual(x, y, operation);
        }

        /// <summary>The same for all that are not constants: sequences in plans are short.</summary>
        public int GetHashCode(Value value) => value is ConstantValue { Value: { } constant } ? constant.GetHashCode() : 0;
    }
}

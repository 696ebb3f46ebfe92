using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Operators.</content>
internal sealed partial class Evaluator
{
    private const string NoRealNumbers = "Only the operators of C# over integers, truth values, texts and enums can be read here.";

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

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
            return isEquality && (method.IsImplicitlyDeclared || left is TypeValue || library.IsTarget(method.ContainingType) || library.IsDeclaration(method.ContainingType))
                ? ConstantValue.Of(AreEqual(left, right, binary) == (binary.OperatorKind == BinaryOperatorKind.Equals))
                : CallOperator(method, binary.IsLifted, binary, scope, left, right);
        }

        return Operate(binary.OperatorKind, left, right, binary.LeftOperand.Type, binary.RightOperand.Type, binary.IsChecked, binary, scope);
    }

    /// <summary>An operator of the author's own.</summary>
    private Value CallOperator(IMethodSymbol method, bool isLifted, IOperation operation, Scope scope, params Value[] operands) =>
        isLifted || !IsOfThisCompilation(method) || method.ContainingType.TypeKind == TypeKind.Interface
            ? throw NotKnown(operation, NoRealNumbers)
            : Call(
                new FunctionValue(method, body: null, captured: null, receiver: null),
                [.. operands.Select(operand => new Cell(operand))],
                new Site(operation.Syntax),
                operation,
                TypeArguments(method, scope));

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
                : operation.Type is { SpecialType: SpecialType.System_Boolean } ? ConstantValue.False
                : operation.Type is not { } type || !IsNullable(type) ? throw NotKnown(operation)
                : (kind, left, right) switch
                {
                    (BinaryOperatorKind.And, ConstantValue { Value: false }, _) or (BinaryOperatorKind.And, _, ConstantValue { Value: false }) => ConstantValue.False,
                    (BinaryOperatorKind.Or, ConstantValue { Value: true }, _) or (BinaryOperatorKind.Or, _, ConstantValue { Value: true }) => ConstantValue.True,
                    _ => ConstantValue.Null,
                };
        }

        // Boxes have an identity of their own, and texts that are compared as objects too.
        if (isEquality && (IsObject(leftType) || IsObject(rightType))
            && !(IsReference(left) && IsReference(right)))
        {
            throw NotKnown(operation, NoRealNumbers);
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
                throw NotKnown(operation, NoRealNumbers); // Delegates are compared in ways of their own.
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
        var value = Evaluate(unary.Operand, scope);
        if (unary.OperatorMethod is { } method)
        {
            return CallOperator(method, unary.IsLifted, unary, scope, value);
        }

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
            case (UnaryOperatorKind.Minus, ConstantValue { Value: double number }):
                return new ConstantValue(-number);
            case (UnaryOperatorKind.BitwiseNegation, ConstantValue bits):
                return Complement(bits, unary);
            case (UnaryOperatorKind.BitwiseNegation, EnumValue { Number: var number, Type: var type }):
                return ConvertNumber(
                    Complement((ConstantValue)ConvertNumber(value, Numbers.Widened(number), isChecked: false, unary), unary), type, isChecked: false, unary);
            case (UnaryOperatorKind.Hat, _):
                return value is ConstantValue { Value: int and >= 0 and var fromEnd } ? new IndexValue(fromEnd, isFromEnd: true) : throw NotKnown(unary);
            default:
                throw NotKnown(unary, NoRealNumbers);
        }
    }

    private Value Complement(ConstantValue bits, IOperation operation) => bits.Value switch
    {
        int number => new ConstantValue(~number),
        long number => new ConstantValue(~number),
        uint number => new ConstantValue(~number),
        ulong number => new ConstantValue(~number),
        _ => throw NotKnown(operation, NoRealNumbers),
    };

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
}

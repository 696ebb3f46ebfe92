using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>The numbers of C#: their conversions and operators, which depend on no machine and no culture.</summary>
internal static class Numbers
{
    public static bool IsNumber(object? value) =>
        value is int or long or uint or ulong or short or ushort or byte or sbyte or char or double or float or decimal;

    public static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_Char and <= SpecialType.System_Double;

    /// <summary>The type that a number has in arithmetic.</summary>
    public static SpecialType Widened(object number) => number switch
    {
        short or ushort or byte or sbyte or char => SpecialType.System_Int32,
        long => SpecialType.System_Int64,
        uint => SpecialType.System_UInt32,
        ulong => SpecialType.System_UInt64,
        double or float => SpecialType.System_Double,
        _ => SpecialType.System_Int32,
    };

    /// <summary>Converts a number, or gives nothing where C# leaves the result open or throws.</summary>
    public static object? Convert(object number, SpecialType target, bool isChecked)
    {
        switch (number)
        {
            case decimal:
                return target == SpecialType.System_Decimal ? number : null;
            case double or float:
                var real = number is float single ? single : (double)number;
                return target switch
                {
                    SpecialType.System_Double => real,
                    SpecialType.System_Single => (float)real,
                    _ => real is > -9e15 and < 9e15 ? Convert((long)real, target, isChecked: true) : null,
                };
        }

        var isLarge = number is ulong and > long.MaxValue;
        var exact = number is ulong natural ? natural : (decimal)Signed(number);
        var bits = number is ulong unsigned ? unchecked((long)unsigned) : Signed(number);
        return target switch
        {
            SpecialType.System_Double => isLarge ? (double)(ulong)number : (double)bits,
            SpecialType.System_Single => isLarge ? (float)(ulong)number : (float)bits,
            SpecialType.System_Decimal => exact,
            SpecialType.System_Int32 => Fits(int.MinValue, int.MaxValue) ? unchecked((int)bits) : null,
            SpecialType.System_UInt32 => Fits(uint.MinValue, uint.MaxValue) ? unchecked((uint)bits) : null,
            SpecialType.System_Int64 => Fits(long.MinValue, long.MaxValue) ? bits : null,
            SpecialType.System_UInt64 => Fits(ulong.MinValue, ulong.MaxValue) ? unchecked((ulong)bits) : null,
            SpecialType.System_Int16 => Fits(short.MinValue, short.MaxValue) ? unchecked((short)bits) : null,
            SpecialType.System_UInt16 => Fits(ushort.MinValue, ushort.MaxValue) ? unchecked((ushort)bits) : null,
            SpecialType.System_Byte => Fits(byte.MinValue, byte.MaxValue) ? unchecked((byte)bits) : null,
            SpecialType.System_SByte => Fits(sbyte.MinValue, sbyte.MaxValue) ? unchecked((sbyte)bits) : null,
            SpecialType.System_Char => Fits(char.MinValue, char.MaxValue) ? unchecked((char)bits) : null,
            _ => null,
        };

        bool Fits(decimal least, decimal most) => !isChecked || (exact >= least && exact <= most);
    }

    /// <summary>The value of an integer that is not an unsigned long one.</summary>
    private static long Signed(object number) => number switch
    {
        char letter => letter,
        ulong large => unchecked((long)large),
        _ => System.Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>An operator over two numbers of one type, or a number and how far it is shifted. Nothing where it is not one of these.</summary>
    /// <exception cref="OverflowException">The operation is checked and overflows.</exception>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static object? Operate(BinaryOperatorKind kind, object left, object right, bool isChecked) => (left, right) switch
    {
        (int a, int b) => Of(kind, a, b, isChecked),
        (long a, long b) => Of(kind, a, b, isChecked),
        (uint a, uint b) => Of(kind, a, b, isChecked),
        (ulong a, ulong b) => Of(kind, a, b, isChecked),
        (double a, double b) => Of(kind, a, b),
        (long a, int b) => kind switch
        {
            BinaryOperatorKind.LeftShift => a << b,
            BinaryOperatorKind.RightShift => a >> b,
            BinaryOperatorKind.UnsignedRightShift => unchecked((long)((ulong)a >> b)),
            _ => null,
        },
        (uint a, int b) => kind switch
        {
            BinaryOperatorKind.LeftShift => a << b,
            BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift => a >> b,
            _ => null,
        },
        (ulong a, int b) => kind switch
        {
            BinaryOperatorKind.LeftShift => a << b,
            BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift => a >> b,
            _ => null,
        },
        _ => null,
    };

    private static object? Of(BinaryOperatorKind kind, int a, int b, bool isChecked) => kind switch
    {
        BinaryOperatorKind.Add when isChecked => checked(a + b),
        BinaryOperatorKind.Add => unchecked(a + b),
        BinaryOperatorKind.Subtract when isChecked => checked(a - b),
        BinaryOperatorKind.Subtract => unchecked(a - b),
        BinaryOperatorKind.Multiply when isChecked => checked(a * b),
        BinaryOperatorKind.Multiply => unchecked(a * b),
        BinaryOperatorKind.Divide => a / b,
        BinaryOperatorKind.Remainder => a % b,
        BinaryOperatorKind.And => a & b,
        BinaryOperatorKind.Or => a | b,
        BinaryOperatorKind.ExclusiveOr => a ^ b,
        BinaryOperatorKind.LeftShift => a << b,
        BinaryOperatorKind.RightShift => a >> b,
        BinaryOperatorKind.UnsignedRightShift => unchecked((int)((uint)a >> b)),
        _ => Compared(kind, a.CompareTo(b)),
    };

    private static object? Of(BinaryOperatorKind kind, long a, long b, bool isChecked) => kind switch
    {
        BinaryOperatorKind.Add when isChecked => checked(a + b),
        BinaryOperatorKind.Add => unchecked(a + b),
        BinaryOperatorKind.Subtract when isChecked => checked(a - b),
        BinaryOperatorKind.Subtract => unchecked(a - b),
        BinaryOperatorKind.Multiply when isChecked => checked(a * b),
        BinaryOperatorKind.Multiply => unchecked(a * b),
        BinaryOperatorKind.Divide => a / b,
        BinaryOperatorKind.Remainder => a % b,
        BinaryOperatorKind.And => a & b,
        BinaryOperatorKind.Or => a | b,
        BinaryOperatorKind.ExclusiveOr => a ^ b,
        _ => Compared(kind, a.CompareTo(b)),
    };

    private static object? Of(BinaryOperatorKind kind, uint a, uint b, bool isChecked) => kind switch
    {
        BinaryOperatorKind.Add when isChecked => checked(a + b),
        BinaryOperatorKind.Add => unchecked(a + b),
        BinaryOperatorKind.Subtract when isChecked => checked(a - b),
        BinaryOperatorKind.Subtract => unchecked(a - b),
        BinaryOperatorKind.Multiply when isChecked => checked(a * b),
        BinaryOperatorKind.Multiply => unchecked(a * b),
        BinaryOperatorKind.Divide => a / b,
        BinaryOperatorKind.Remainder => a % b,
        BinaryOperatorKind.And => a & b,
        BinaryOperatorKind.Or => a | b,
        BinaryOperatorKind.ExclusiveOr => a ^ b,
        _ => Compared(kind, a.CompareTo(b)),
    };

    private static object? Of(BinaryOperatorKind kind, ulong a, ulong b, bool isChecked) => kind switch
    {
        BinaryOperatorKind.Add when isChecked => checked(a + b),
        BinaryOperatorKind.Add => unchecked(a + b),
        BinaryOperatorKind.Subtract when isChecked => checked(a - b),
        BinaryOperatorKind.Subtract => unchecked(a - b),
        BinaryOperatorKind.Multiply when isChecked => checked(a * b),
        BinaryOperatorKind.Multiply => unchecked(a * b),
        BinaryOperatorKind.Divide => a / b,
        BinaryOperatorKind.Remainder => a % b,
        BinaryOperatorKind.And => a & b,
        BinaryOperatorKind.Or => a | b,
        BinaryOperatorKind.ExclusiveOr => a ^ b,
        _ => Compared(kind, a.CompareTo(b)),
    };

    private static object? Of(BinaryOperatorKind kind, double a, double b) => kind switch
    {
        BinaryOperatorKind.Add => a + b,
        BinaryOperatorKind.Subtract => a - b,
        BinaryOperatorKind.Multiply => a * b,
        BinaryOperatorKind.Divide => a / b,
        BinaryOperatorKind.Remainder => a % b,
        BinaryOperatorKind.LessThan => a < b,
        BinaryOperatorKind.LessThanOrEqual => a <= b,
        BinaryOperatorKind.GreaterThan => a > b,
        BinaryOperatorKind.GreaterThanOrEqual => a >= b,
        BinaryOperatorKind.Equals => Is(a, b),
        BinaryOperatorKind.NotEquals => !Is(a, b),
        _ => null,
    };

    /// <summary>Not a number is equal to nothing.</summary>
    private static bool Is(double a, double b) => a <= b && a >= b;

    private static object? Compared(BinaryOperatorKind kind, int order) => kind switch
    {
        BinaryOperatorKind.LessThan => order < 0,
        BinaryOperatorKind.LessThanOrEqual => order <= 0,
        BinaryOperatorKind.GreaterThan => order > 0,
        BinaryOperatorKind.GreaterThanOrEqual => order >= 0,
        BinaryOperatorKind.Equals => order == 0,
        BinaryOperatorKind.NotEquals => order != 0,
        _ => null,
    };
}

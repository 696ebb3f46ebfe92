using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>Texts. What depends on the culture of whoever runs the plan is not known.</content>
internal sealed partial class Evaluator
{
    private const string DependsOnCulture = "Its text depends on the culture of the computer.";

    private ConstantValue Text(string text, IOperation operation)
    {
        // Long texts count as work, so that doubling one in a loop ends early.
        Spend(new Site(operation.Syntax), text.Length / 64);
        return text.Length <= ReadingLimits.TextLength
            ? new ConstantValue(text)
            : throw NotKnown(operation, $"It is longer than {ReadingLimits.TextLength} letters.");
    }

    private ConstantValue Interpolate(IInterpolatedStringOperation interpolated, Scope scope)
    {
        var text = new StringBuilder();
        foreach (var part in interpolated.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation { Text.ConstantValue.Value: string fixedText }:
                    text.Append(fixedText);
                    break;
                case IInterpolationOperation { Expression: var expression } hole:
                    var value = Evaluate(expression, scope);
                    var shown = hole.FormatString is null ? TextOf(value, expression, scope) : Format(value, hole, scope);
                    var width = hole.Alignment is null ? 0 : Evaluate(hole.Alignment, scope) is ConstantValue { Value: int number } ? number : throw NotKnown(hole);
                    if (Math.Abs((long)width) > ReadingLimits.TextLength)
                    {
                        throw NotKnown(hole);
                    }

                    text.Append(width >= 0 ? shown.PadLeft(width) : shown.PadRight(-width));
                    break;
                default:
                    throw NotKnown(part);
            }
        }

        return Text(text.ToString(), interpolated);
    }

    /// <summary>A number with a fixed count of digits; other formats depend on the culture, or may.</summary>
    private string Format(Value value, IInterpolationOperation hole, Scope scope)
    {
        if (Evaluate(hole.FormatString!, scope) is not ConstantValue { Value: string format })
        {
            throw NotKnown(hole);
        }

        var digits = format.Length > 1 && int.TryParse(format.Substring(1), NumberStyles.None, Invariant, out var count) ? count : -1;
        var isPlain = format.Length > 0 && (format.All(letter => letter == '0')
            || (format[0] is 'D' or 'd' or 'X' or 'x' && (format.Length == 1 || digits is >= 0 and < 100)));
        return isPlain && value is ConstantValue { Value: (int or long or byte or short) and var number } && System.Convert.ToInt64(number, Invariant) >= 0
            ? ((IFormattable)number).ToString(format, Invariant)
            : throw NotKnown(hole, DependsOnCulture);
    }

    /// <summary>What <c>ToString</c> gives, and nothing for null.</summary>
    private string TextOf(Value value, IOperation operation, Scope scope)
    {
        RequireStack(operation);
        switch (value)
        {
            case ConstantValue { Value: null }:
                return "";
            case ConstantValue { Value: string text }:
                return text;
            case ConstantValue { Value: char letter }:
                return letter.ToString();
            case ConstantValue { Value: bool truth }:
                return truth ? bool.TrueString : bool.FalseString;
            case ConstantValue { Value: (int or long or uint or ulong or short or ushort or byte or sbyte) and var number }:
                return System.Convert.ToDecimal(number, Invariant) >= 0 ? System.Convert.ToString(number, Invariant)! : throw NotKnown(operation, DependsOnCulture);
            case ConstantValue:
                throw NotKnown(operation, DependsOnCulture);
            case EnumValue known:
                var names = known.Type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue && known.Number.Equals(member.ConstantValue)).ToArray();
                return names.Length == 1 ? names[0].Name : throw NotKnown(operation, "It is no single member of the enum.");
            case DeclaredValue { Declaration: var declaration }:
                return declaration.Name;
            case PairValue pair:
                return pair.ToString();
            case TupleValue tuple:
                return $"({string.Join(", ", tuple.Items.Select(item => TextOf(item, operation, scope)))})";
            case ObjectValue instance when ToStringOf(instance.Type) is { } method:
                return Call(new FunctionValue(method, body: null, captured: null, instance), [], new Site(operation.Syntax), operation, TypeArguments(method, scope, instance))
                    is ConstantValue { Value: string own } ? own : throw NotKnown(operation);
            case UnknownValue unknown:
                throw unknown.Why;
            default:
                throw NotKnown(operation);
        }
    }

    private IMethodSymbol? ToStringOf(INamedTypeSymbol type)
    {
        for (var declared = type; declared is not null && IsOfThisCompilation(declared); declared = declared.BaseType)
        {
            if (declared.GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault(method => method is { Parameters.IsEmpty: true, IsOverride: true }) is { } method)
            {
                return method.IsImplicitlyDeclared ? null : method;
            }
        }

        return null;
    }

    /// <summary>A member of <c>string</c>. Only those that compare letter by letter are known.</summary>
    private Value CallText(IInvocationOperation call, string text, Scope scope)
    {
        var arguments = Arguments(call.Arguments, call.TargetMethod, first: null, scope).Select(cell => cell.Value!).ToArray();
        Spend(new Site(call.Syntax), text.Length / 64);
        Value result = (call.TargetMethod.Name, arguments) switch
        {
            ("ToUpperInvariant", []) => new ConstantValue(text.ToUpperInvariant()),
            ("ToLowerInvariant", []) => new ConstantValue(text.ToLowerInvariant()),
            ("Trim", []) => new ConstantValue(text.Trim()),
            ("Contains", [ConstantValue { Value: string part }]) => ConstantValue.Of(text.Contains(part)),
            ("Contains", [ConstantValue { Value: char part }]) => ConstantValue.Of(text.IndexOf(part) >= 0),
            ("StartsWith", [ConstantValue { Value: char part }]) => ConstantValue.Of(text.Length > 0 && text[0] == part),
            ("EndsWith", [ConstantValue { Value: char part }]) => ConstantValue.Of(text.Length > 0 && text[text.Length - 1] == part),
            ("StartsWith", [ConstantValue { Value: string part }, EnumValue comparison]) => ConstantValue.Of(text.StartsWith(part, Ordinal(comparison, call))),
            ("EndsWith", [ConstantValue { Value: string part }, EnumValue comparison]) => ConstantValue.Of(text.EndsWith(part, Ordinal(comparison, call))),
            ("Equals", [ConstantValue { Value: string other }]) => ConstantValue.Of(text == other),
            ("Equals", [ConstantValue { Value: string other }, EnumValue comparison]) => ConstantValue.Of(text.Equals(other, Ordinal(comparison, call))),
            ("IndexOf", [ConstantValue { Value: char part }]) => new ConstantValue(text.IndexOf(part)),
            ("Substring", [ConstantValue { Value: int start }]) when start >= 0 && start <= text.Length => new ConstantValue(text.Substring(start)),
            ("Substring", [ConstantValue { Value: int start }, ConstantValue { Value: int length }])
                when start >= 0 && length >= 0 && start <= text.Length - length => new ConstantValue(text.Substring(start, length)),
            ("Replace", [ConstantValue { Value: string { Length: > 0 } old }, ConstantValue { Value: string changed }]) => new ConstantValue(text.Replace(old, changed)),
            ("Split", [ConstantValue { Value: char separator }, EnumValue { Number: 0 }]) =>
                new ListValue(call.Type, isArray: true, [.. text.Split(separator).Select(part => new ConstantValue(part))]),
            ("PadLeft", [ConstantValue { Value: int and >= 0 and <= ReadingLimits.TextLength and var width }]) => new ConstantValue(text.PadLeft(width)),
            ("PadRight", [ConstantValue { Value: int and >= 0 and <= ReadingLimits.TextLength and var width }]) => new ConstantValue(text.PadRight(width)),
            ("ToString", []) => new ConstantValue(text),
            _ => throw NotKnown(call),
        };
        return result is ConstantValue { Value: string made } ? Text(made, call) : result;
    }

    private ConstantValue CallStaticText(IInvocationOperation call, Scope scope)
    {
        var arguments = Arguments(call.Arguments, call.TargetMethod, first: null, scope).Select(cell => cell.Value!).ToArray();
        switch (call.TargetMethod.Name, arguments)
        {
            case ("IsNullOrEmpty", [ConstantValue { Value: var text }]):
                return ConstantValue.Of(string.IsNullOrEmpty((string?)text));
            case ("IsNullOrWhiteSpace", [ConstantValue { Value: var text }]):
                return ConstantValue.Of(string.IsNullOrWhiteSpace((string?)text));
            case ("Equals", [ConstantValue { Value: var a }, ConstantValue { Value: var b }]):
                return ConstantValue.Of(Equals(a, b));
            case ("Join", [ConstantValue { Value: string or char } separator, SequenceValue items]):
                return Text(string.Join(TextOf(separator, call, scope), ItemsOf(items, call).Select(item => TextOf(item, call, scope))), call);
            case ("Concat", [SequenceValue items]):
                return Text(string.Concat(ItemsOf(items, call).Select(item => TextOf(item, call, scope))), call);
            case ("Concat", { Length: > 1 }) when arguments.All(argument => argument is not SequenceValue):
                return Text(string.Concat(arguments.Select(item => TextOf(item, call, scope))), call);
            default:
                throw NotKnown(call);
        }
    }

    private StringComparison Ordinal(EnumValue comparison, IOperation operation) => comparison.Number switch
    {
        (int)StringComparison.Ordinal => StringComparison.Ordinal,
        (int)StringComparison.OrdinalIgnoreCase => StringComparison.OrdinalIgnoreCase,
        _ => throw NotKnown(operation, DependsOnCulture),
    };
}

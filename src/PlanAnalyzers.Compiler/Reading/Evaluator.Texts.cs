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

        return Format(value, format, isInvariant: false, hole);
    }

    /// <summary><c>ToString</c> with a format, a culture, or both.</summary>
    private ConstantValue Formatted(ConstantValue value, IInvocationOperation call, Scope scope)
    {
        var arguments = Arguments(call.Arguments, call.TargetMethod, first: null, scope).Select(cell => cell.Value!).ToArray();
        var format = arguments.OfType<ConstantValue>().FirstOrDefault()?.Value as string;
        var isInvariant = arguments.OfType<InvariantValue>().Any();
        return value switch
        {
            { Value: bool or char or string } when format is null => Text(TextOf(value, call, scope), call),
            { Value: IFormattable } when IsInteger(value) => Text(Format(value, format ?? "D", isInvariant, call), call),
            _ => throw NotKnown(call, DependsOnCulture),
        };
    }

    private string Format(Value value, string format, bool isInvariant, IOperation operation)
    {
        var digits = format.Length > 1 && int.TryParse(format.Substring(1), NumberStyles.None, Invariant, out var count) ? count : -1;
        var isPlain = format.Length > 0 && (format.All(letter => letter == '0')
            || (format[0] is 'D' or 'd' or 'X' or 'x' && (format.Length == 1 || digits is >= 0 and < 100)));
        return isPlain && value is ConstantValue { Value: IFormattable number } integer && IsInteger(integer)
            && (isInvariant || format[0] is 'X' or 'x' || System.Convert.ToDecimal(number, Invariant) >= 0)
            ? number.ToString(format, Invariant)
            : throw NotKnown(operation, DependsOnCulture);
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
                return EnumText(known, operation);
            case DeclaredValue { Declaration: var declaration }:
                return declaration.Name;
            case PairValue pair:
                return pair.ToString();
            case KeyValue pair:
                return $"[{TextOf(pair.Items[0], operation, scope)}, {TextOf(pair.Items[1], operation, scope)}]";
            case TupleValue tuple:
                return $"({string.Join(", ", tuple.Items.Select(item => TextOf(item, operation, scope)))})";
            case ObjectValue instance when ToStringOf(instance.Type) is { } method:
                return Call(new FunctionValue(method, body: null, captured: null, instance), [], new Site(operation.Syntax), operation, TypeArguments(method, scope, instance))
                    is ConstantValue { Value: string own } ? own : throw NotKnown(operation);
            case ObjectValue { Type: { IsRecord: true } or { IsAnonymousType: true } } instance:
                return RecordText(instance, instance.Type, operation, scope);
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

    /// <summary>The name of an enum's member, the names of its flags, or the number.</summary>
    private string EnumText(EnumValue value, IOperation operation)
    {
        var members = value.Type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue)
            .Select(member => (member.Name, Bits: Bits(member.ConstantValue!))).ToArray();
        var bits = Bits(value.Number);
        var named = members.Where(member => member.Bits == bits).ToArray();
        if (named.Length == 1)
        {
            return named[0].Name;
        }

        var isFlags = value.Type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "System.FlagsAttribute");
        if (named.Length > 1 || (isFlags && members.Select(member => member.Bits).Distinct().Count() < members.Length))
        {
            throw NotKnown(operation, "The enum has several names for it.");
        }

        var names = new Stack<string>();
        var rest = bits;
        foreach (var (name, flag) in members.Where(member => isFlags && member.Bits != 0).OrderByDescending(member => member.Bits))
        {
            if ((rest & flag) == flag)
            {
                rest &= ~flag;
                names.Push(name);
            }
        }

        return names.Count > 0 && rest == 0 ? string.Join(", ", names) : TextOf(new ConstantValue(value.Number), operation, new Scope(parent: null, new Frame()));

        static ulong Bits(object number) => (ulong)Numbers.Convert(number, SpecialType.System_UInt64, isChecked: false)!;
    }

    /// <summary>The text that a record has by itself: its public fields and properties, those of its base first.</summary>
    private string RecordText(ObjectValue record, INamedTypeSymbol nameOf, IOperation operation, Scope scope)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (var type = record.Type; type is not null && (IsOfThisCompilation(type) || type.IsAnonymousType); type = type.BaseType)
        {
            types.Push(type.GetMembers("PrintMembers").All(member => member.IsImplicitlyDeclared) ? type : throw NotKnown(operation));
        }

        var members = types.SelectMany(type => type.GetMembers()).Where(member =>
            member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsOverride: false } and (IFieldSymbol or IPropertySymbol { IsIndexer: false, GetMethod: not null }));
        var shown = string.Join(", ", members.Select(member =>
            $"{member.Name} = {TextOf(member is IPropertySymbol property ? Property(record, property, operation, scope) : Known(record[member], operation), operation, scope)}"));
        return (record.Type.IsAnonymousType ? "" : nameOf.Name + " ") + (shown.Length == 0 ? "{ }" : $"{{ {shown} }}");
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PlanAnalyzers.Compiler.Reading;

/// <content>The members of <c>string</c> and <c>char</c> that do not depend on a culture.</content>
internal sealed partial class Evaluator
{
    private const string DependsOnTheLanguage = "What it gives depends on the language of the computer.";
    private const string OnlyPlainLetters = "Upper and lower case of these letters depend on the computer.";

    private ConstantValue CreateText(IObjectCreationOperation creation, Scope scope) =>
        Arguments(creation.Arguments, creation.Constructor!, first: null, scope).Select(cell => cell.Value!).ToArray() switch
        {
            [ConstantValue { Value: char }, ConstantValue { Value: int and < 0 }] => throw Throws(creation, "the length is negative"),
            [ConstantValue { Value: char letter }, ConstantValue { Value: int and <= ReadingLimits.TextLength and var count }] => Text(new string(letter, count), creation),
            [ListValue letters] => Text(string.Concat(ItemsOf(letters, creation).Select(letter => TextOf(letter, creation, scope))), creation),
            _ => throw NotKnown(creation),
        };

    /// <summary>A member of <c>string</c>. Only those that compare letter by letter are known.</summary>
    private Value CallText(IInvocationOperation call, string text, Scope scope)
    {
        var arguments = Arguments(call.Arguments, call.TargetMethod, first: null, scope).Select(cell => cell.Value!).ToArray();
        Spend(new Site(call.Syntax), text.Length / 64);
        try
        {
            var result = Compared(call, text, arguments) ?? Cut(call, text, arguments) ?? throw NotKnown(call, OrdinalOf(call));
            return result is ConstantValue { Value: string made } ? Text(made, call) : result;
        }
        catch (ArgumentException exception)
        {
            throw Throws(call, exception is ArgumentOutOfRangeException ? "the text has no such part" : "an argument is empty or null");
        }
    }

    private Value? Compared(IInvocationOperation call, string text, Value[] arguments) => (call.TargetMethod.Name, arguments) switch
    {
        ("ToUpperInvariant", []) => new ConstantValue(Plain(text, call).ToUpperInvariant()),
        ("ToLowerInvariant", []) => new ConstantValue(Plain(text, call).ToLowerInvariant()),
        ("Contains", [ConstantValue { Value: string part }]) => ConstantValue.Of(text.Contains(part)),
        ("Contains", [ConstantValue { Value: char part }]) => ConstantValue.Of(text.IndexOf(part) >= 0),
        ("StartsWith", [ConstantValue { Value: char part }]) => ConstantValue.Of(text.Length > 0 && text[0] == part),
        ("EndsWith", [ConstantValue { Value: char part }]) => ConstantValue.Of(text.Length > 0 && text[text.Length - 1] == part),
        ("StartsWith", [ConstantValue { Value: string part }, EnumValue comparison]) => ConstantValue.Of(text.StartsWith(part, Ordinal(comparison, call, text, part))),
        ("EndsWith", [ConstantValue { Value: string part }, EnumValue comparison]) => ConstantValue.Of(text.EndsWith(part, Ordinal(comparison, call, text, part))),
        ("Contains", [ConstantValue { Value: string part }, EnumValue comparison]) => ConstantValue.Of(text.IndexOf(part, Ordinal(comparison, call, text, part)) >= 0),
        ("Equals", [ConstantValue { Value: string or null } other]) => ConstantValue.Of(text == (string?)other.Value),
        ("Equals", [_]) => ConstantValue.False,
        ("Equals", [ConstantValue { Value: string other }, EnumValue comparison]) => ConstantValue.Of(text.Equals(other, Ordinal(comparison, call, text, other))),
        ("IndexOf", [ConstantValue { Value: char part }]) => new ConstantValue(text.IndexOf(part)),
        ("IndexOf", [ConstantValue { Value: string part }, EnumValue comparison]) => new ConstantValue(text.IndexOf(part, Ordinal(comparison, call, text, part))),
        ("LastIndexOf", [ConstantValue { Value: char part }]) => new ConstantValue(text.LastIndexOf(part)),
        _ => null,
    };

    /// <summary>What to write instead of a member that goes by the culture of the computer.</summary>
    private static string? OrdinalOf(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "StartsWith" or "EndsWith" or "IndexOf" when call.Arguments is [_] => $"{DependsOnTheLanguage} Add StringComparison.Ordinal.",
        "ToUpper" or "ToLower" when call.Arguments is [] => $"{DependsOnTheLanguage} Write {call.TargetMethod.Name}Invariant().",
        _ => null,
    };

    private Value? Cut(IInvocationOperation call, string text, Value[] arguments) => (call.TargetMethod.Name, arguments) switch
    {
        ("Trim", []) => new ConstantValue(text.Trim()),
        ("TrimStart", []) => new ConstantValue(text.TrimStart()),
        ("TrimEnd", []) => new ConstantValue(text.TrimEnd()),
        ("Trim", [ConstantValue { Value: char letter }]) => new ConstantValue(text.Trim(letter)),
        ("TrimStart", [ConstantValue { Value: char letter }]) => new ConstantValue(text.TrimStart(letter)),
        ("TrimEnd", [ConstantValue { Value: char letter }]) => new ConstantValue(text.TrimEnd(letter)),
        ("Substring", [ConstantValue { Value: int start }]) => new ConstantValue(text.Substring(start)),
        ("Substring", [ConstantValue { Value: int start }, ConstantValue { Value: int length }]) => new ConstantValue(text.Substring(start, length)),
        ("Remove", [ConstantValue { Value: int start }]) => new ConstantValue(text.Remove(start)),
        ("Remove", [ConstantValue { Value: int start }, ConstantValue { Value: int length }]) => new ConstantValue(text.Remove(start, length)),
        ("Insert", [ConstantValue { Value: int start }, ConstantValue { Value: string part }]) => new ConstantValue(text.Insert(start, part)),
        ("Replace", [ConstantValue { Value: string old }, ConstantValue { Value: string or null } changed]) => new ConstantValue(text.Replace(old, (string?)changed.Value)),
        ("Replace", [ConstantValue { Value: char old }, ConstantValue { Value: char changed }]) => new ConstantValue(text.Replace(old, changed)),
        ("PadLeft", [ConstantValue { Value: int and <= ReadingLimits.TextLength and var width }]) => new ConstantValue(text.PadLeft(width)),
        ("PadRight", [ConstantValue { Value: int and <= ReadingLimits.TextLength and var width }]) => new ConstantValue(text.PadRight(width)),
        ("PadLeft", [ConstantValue { Value: int and <= ReadingLimits.TextLength and var width }, ConstantValue { Value: char letter }]) => new ConstantValue(text.PadLeft(width, letter)),
        ("PadRight", [ConstantValue { Value: int and <= ReadingLimits.TextLength and var width }, ConstantValue { Value: char letter }]) => new ConstantValue(text.PadRight(width, letter)),
        ("Split", [ConstantValue { Value: char separator }]) => Split(call, text, [separator.ToString()], options: 0),
        ("Split", [ConstantValue { Value: char separator }, EnumValue { Number: int options }]) => Split(call, text, [separator.ToString()], options),
        ("Split", [ConstantValue { Value: string { Length: > 0 } separator }, EnumValue { Number: int options }]) => Split(call, text, [separator], options),
        ("Split", [ListValue { List: { Count: > 0 } separators }]) when separators.All(letter => letter is ConstantValue { Value: char }) =>
            Split(call, text, [.. separators.Select(letter => ((ConstantValue)letter).Value!.ToString())], options: 0),
        ("ToCharArray", []) => new ListValue(call.Type, isArray: true, [.. text.Select(letter => new ConstantValue(letter))]),
        ("ToString", []) => new ConstantValue(text),
        _ => null,
    };

    /// <summary>The parts of a text. The options are the bits 1, without empty parts, and 2, without blanks around them.</summary>
    private ListValue Split(IInvocationOperation call, string text, string[] separators, int options)
    {
        var parts = text.Split(separators, StringSplitOptions.None).Select(part => (options & 2) == 0 ? part : part.Trim()).Where(part => (options & 1) == 0 || part.Length > 0);
        return new ListValue(call.Type, isArray: true, [.. parts.Select(part => Text(part, call))]);
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
            case ("Equals", [ConstantValue { Value: string a }, ConstantValue { Value: string b }, EnumValue comparison]):
                return ConstantValue.Of(a.Equals(b, Ordinal(comparison, call, a, b)));
            case ("Join", [ConstantValue { Value: string or char or null } separator, SequenceValue items]):
                return Text(string.Join(TextOf(separator, call, scope), ItemsOf(items, call).Select(item => TextOf(item, call, scope))), call);
            case ("Concat", [SequenceValue items]):
                return Text(string.Concat(ItemsOf(items, call).Select(item => TextOf(item, call, scope))), call);
            case ("Concat", { Length: > 1 }) when arguments.All(argument => argument is not SequenceValue):
                return Text(string.Concat(arguments.Select(item => TextOf(item, call, scope))), call);
            default:
                throw NotKnown(call);
        }
    }

    /// <summary>A member of <c>char</c>.</summary>
    private ConstantValue CallLetter(IInvocationOperation call, Scope scope)
    {
        var arguments = Arguments(call.Arguments, call.TargetMethod, first: null, scope).Select(cell => cell.Value!).ToArray();
        return (call.TargetMethod.Name, arguments) switch
        {
            ("IsDigit", [ConstantValue { Value: char letter }]) => ConstantValue.Of(char.IsDigit(Plain(letter, call))),
            ("IsLetter", [ConstantValue { Value: char letter }]) => ConstantValue.Of(char.IsLetter(Plain(letter, call))),
            ("IsLetterOrDigit", [ConstantValue { Value: char letter }]) => ConstantValue.Of(char.IsLetterOrDigit(Plain(letter, call))),
            ("IsUpper", [ConstantValue { Value: char letter }]) => ConstantValue.Of(char.IsUpper(Plain(letter, call))),
            ("IsLower", [ConstantValue { Value: char letter }]) => ConstantValue.Of(char.IsLower(Plain(letter, call))),
            ("IsWhiteSpace", [ConstantValue { Value: char letter }]) => ConstantValue.Of(char.IsWhiteSpace(Plain(letter, call))),
            ("ToUpperInvariant", [ConstantValue { Value: char letter }]) => new ConstantValue(char.ToUpperInvariant(Plain(letter, call))),
            ("ToLowerInvariant", [ConstantValue { Value: char letter }]) => new ConstantValue(char.ToLowerInvariant(Plain(letter, call))),
            _ => throw NotKnown(call),
        };
    }

    /// <summary>A letter that is upper or lower case, or a digit, on every computer and for every version of the framework.</summary>
    private char Plain(char letter, IOperation operation) =>
        letter <= '\u00FF' && letter is not ('\u00B5' or '\u00DF' or '\u00FF') ? letter : throw NotKnown(operation, OnlyPlainLetters);

    private string Plain(string text, IOperation operation)
    {
        foreach (var letter in text)
        {
            Plain(letter, operation);
        }

        return text;
    }

    private StringComparison Ordinal(EnumValue comparison, IOperation operation, string left, string right)
    {
        switch (comparison.Number)
        {
            case (int)StringComparison.Ordinal:
                return StringComparison.Ordinal;
            case (int)StringComparison.OrdinalIgnoreCase:
                Plain(left, operation);
                Plain(right, operation);
                return StringComparison.OrdinalIgnoreCase;
            default:
                throw NotKnown(operation, DependsOnCulture);
        }
    }
}

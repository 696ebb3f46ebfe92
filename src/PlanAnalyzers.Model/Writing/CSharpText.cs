using System.Globalization;
using System.Text;

namespace PlanAnalyzers.Model;

/// <summary>Texts and names as they stand in C#.</summary>
public static class CSharpText
{
    // The reserved words of C#, and what means something else than a name in the code that is written.
    private static readonly HashSet<string> Keywords = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern "
        + "false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params "
        + "private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong "
        + "unchecked unsafe ushort using virtual void volatile while").Split(' '),
        StringComparer.Ordinal);

    /// <summary>A text in quotes; what cannot be seen in it is written as its number.</summary>
    public static string Literal(string text)
    {
        var code = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) && IsVisible(CharUnicodeInfo.GetUnicodeCategory(text, i)))
            {
                code.Append(letter).Append(text[++i]);
            }
            else if (letter is '"' or '\\')
            {
                code.Append('\\').Append(letter);
            }
            else if (IsVisible(CharUnicodeInfo.GetUnicodeCategory(letter)))
            {
                code.Append(letter);
            }
            else
            {
                code.Append("\\u").Append(((int)letter).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return code.Append('"').ToString();
    }

    /// <summary>Whether a word is a reserved word of C#.</summary>
    public static bool IsKeyword(string word) => Keywords.Contains(word);

    /// <summary>Whether a word can be a name as it is.</summary>
    public static bool IsIdentifier(string word) =>
        word.Length > 0 && !IsKeyword(word) && IsFirstLetter(word[0]) && word.All(IsLetter);

    /// <summary>Whether a letter can begin a name.</summary>
    public static bool IsFirstLetter(char letter) =>
        letter == '_' || char.IsLetter(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.LetterNumber;

    /// <summary>Whether a letter can stand in a name.</summary>
    public static bool IsLetter(char letter) =>
        IsFirstLetter(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.DecimalDigitNumber;

    private static bool IsVisible(UnicodeCategory category) => category switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => true,
    };
}

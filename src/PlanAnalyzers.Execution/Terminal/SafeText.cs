using System.Buffers;
using System.Globalization;
using System.Text;

namespace PlanAnalyzers.Execution;

/// <summary>Text that a terminal shows as it stands.</summary>
/// <remarks>
/// Names of nodes come from a site's data. A control character among them could move the cursor, colour a warning away or, as a
/// change of writing direction, make one name look like another.
/// </remarks>
internal static class SafeText
{
    /// <summary>The text in one line, each character that is not visible written as its number: <c>\u001B</c>.</summary>
    public static string Of(string text)
    {
        if (text.All(character => !char.IsSurrogate(character) && IsVisible(char.GetUnicodeCategory(character))))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var isWhole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done;
            _ = !isWhole ? safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)rest[0]:X4}") // Half a character.
                : IsVisible(Rune.GetUnicodeCategory(rune)) ? safe.Append(rest[..length])
                : rune.IsBmp ? safe.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}")
                : safe.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
            rest = rest[length..];
        }

        return safe.ToString();
    }

    /// <summary>Writes one safe line that ends in the same way on every system.</summary>
    public static void WriteLine(TextWriter writer, string text)
    {
        writer.Write(Of(text));
        writer.Write('\n');
    }

    private static bool IsVisible(UnicodeCategory category) => category switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format => false,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => true,
    };
}

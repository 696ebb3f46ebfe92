using System.Text;

namespace PlanAnalyzers.Execution;

/// <summary>Text that Markdown shows as it stands.</summary>
internal static class MarkdownText
{
    /// <summary>What begins markup anywhere in a line, in CommonMark or in what GitHub and GitLab add to it.</summary>
    private const string Special = "\\`*_[]<>|~&#!$@{}";

    /// <summary>What begins a list, a heading or a rule where it begins a text.</summary>
    private const string SpecialAtStart = "-+=";

    public static string Of(string text)
    {
        var safe = SafeText.Of(text);
        var escaped = new StringBuilder(safe.Length + 16);
        for (var i = 0; i < safe.Length; i++)
        {
            if (Special.Contains(safe[i], StringComparison.Ordinal)
                || (i == 0 && SpecialAtStart.Contains(safe[i], StringComparison.Ordinal))
                || EndsListNumber(safe, i)
                || BeginsLink(safe, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(safe[i]);
        }

        return escaped.ToString();
    }

    private static bool EndsListNumber(string text, int index) =>
        text[index] is '.' or ')' && index > 0 && text.AsSpan(0, index).TrimStart(' ').IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Bare addresses become links too: <c>http://…</c> and <c>www.…</c>.</summary>
    private static bool BeginsLink(string text, int index) => text[index] switch
    {
        ':' => index + 1 < text.Length && text[index + 1] == '/',
        '.' => index >= 3 && text.AsSpan(index - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}

using System.Globalization;
using System.Text;

namespace PlanAnalyzers.Execution;

/// <summary>Text that Mermaid shows as it stands.</summary>
internal static class MermaidText
{
    /// <summary>Beyond these a box names no more: it would grow wider than a page.</summary>
    private const int MostLines = 8;

    private const string Harmless = " ,:()/";

    /// <summary>Lines of a box or an arrow.</summary>
    public static string Label(IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        var shown = all.Length <= MostLines + 1
            ? all
            : [.. all.Take(MostLines), string.Create(CultureInfo.InvariantCulture, $"and {all.Length - MostLines} more")];
        return string.Join("<br/>", shown.Select(Escape));
    }

    /// <summary>What is neither a letter, a digit nor harmless becomes a numbered entity, which Mermaid never reads as syntax.</summary>
    private static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 16);
        foreach (var rune in SafeText.Of(line).EnumerateRunes())
        {
            _ = rune.Value < 128 && !Rune.IsLetterOrDigit(rune) && !Harmless.Contains((char)rune.Value, StringComparison.Ordinal)
                ? escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};")
                : escaped.Append(rune);
        }

        return escaped.ToString();
    }
}

using System.Text;

namespace PlanAnalyzers.Compiler.Generation;

/// <summary>Writes C# with indentation, always with <c>\n</c>.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public SourceWriter Line(string line)
    {
        text.Append(' ', depth * 4).Append(line);
        return Line();
    }

    /// <summary>A line that begins at the very left, as in a text in which spaces would count.</summary>
    public SourceWriter Verbatim(string line)
    {
        text.Append(line);
        return Line();
    }

    public SourceWriter Line()
    {
        text.Append('\n');
        return this;
    }

    /// <summary>A block in braces after a head.</summary>
    public SourceWriter Block(string head, Action body)
    {
        Line(head).Line("{").Indented(body);
        return Line("}");
    }

    /// <summary>Lines one level further in.</summary>
    public SourceWriter Indented(Action body)
    {
        depth++;
        body();
        depth--;
        return this;
    }

    /// <summary>A doc comment of one element; the text is escaped, each item of it a line of its own.</summary>
    public SourceWriter Doc(string element, params string[] lines)
    {
        if (lines.Length == 1)
        {
            return Line($"/// <{element}>{Escape(lines[0])}</{element}>");
        }

        Line($"/// <{element}>");
        foreach (var line in lines)
        {
            Line($"/// <para>{Escape(line)}</para>");
        }

        return Line($"/// </{element}>");
    }

    public override string ToString() => text.ToString();

    private static string Escape(string text) =>
        OneLine(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>Text of the author, such as a node's name, must not end the comment that it stands in.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));
}

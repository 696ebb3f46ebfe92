using System.Text;

namespace PlanAnalyzers.Execution;

/// <summary>Writes HTML of elements, attributes and texts. Texts and values are encoded here and nowhere else.</summary>
internal sealed class HtmlWriter
{
    private static readonly HashSet<string> WithoutContent = new(StringComparer.Ordinal) { "meta", "col" };

    private readonly StringBuilder html = new("<!DOCTYPE html>\n");
    private readonly Stack<string> open = new();

    /// <summary>Begins an element. An attribute without a value is left out where it is null, and has no value where it is empty.</summary>
    /// <param name="name">The element: a name that is written in this program.</param>
    /// <param name="attributes">The attributes: names that are written in this program, and any values.</param>
    public HtmlWriter Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            html.Append(' ').Append(attribute);
            if (value.Length > 0)
            {
                html.Append("=\"");
                Encode(value);
                html.Append('"');
            }
        }

        html.Append('>');
        if (!WithoutContent.Contains(name))
        {
            open.Push(name);
        }

        return this;
    }

    /// <summary>Writes a text.</summary>
    public HtmlWriter Text(string text)
    {
        Encode(text);
        return this;
    }

    /// <summary>Writes a line break into the source, where it means nothing to the reader.</summary>
    public HtmlWriter Break()
    {
        html.Append('\n');
        return this;
    }

    /// <summary>Ends the element that was begun last.</summary>
    public HtmlWriter Close()
    {
        html.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>Writes an element with a text.</summary>
    public HtmlWriter Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(name, attributes).Text(text).Close();

    /// <summary>Writes a style or a script, which browsers do not decode. It is a resource of this program and nobody else's text.</summary>
    public HtmlWriter Resource(string element, PageResource resource)
    {
        Open(element);
        html.Append(resource.Text);
        return Close();
    }

    public override string ToString() => html.ToString();

    private void Encode(string text)
    {
        foreach (var character in SafeText.Of(text))
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(character),
            };
        }
    }
}

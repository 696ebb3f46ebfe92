using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PlanAnalyzers.CodeFixes.Editing;

/// <summary>The layout that an author gave to a file. Fixes change text and keep it; nothing is formatted anew.</summary>
internal static class Layout
{
    /// <summary>What ends a line in a text.</summary>
    public static string NewLine(this SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>The blanks that the line of a place starts with.</summary>
    public static string IndentationAt(this SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>By which blanks a member is set in from what it stands in.</summary>
    public static string IndentOf(this SourceText text, SyntaxNode member)
    {
        var (inner, outer) = (text.IndentationAt(member.SpanStart), text.IndentationAt(member.Parent!.SpanStart));
        return inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal) ? inner.Substring(outer.Length) : "    ";
    }

    /// <summary>The solution with changes in the text of one document.</summary>
    public static async Task<Solution> With(this Document document, IEnumerable<TextChange> changes, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes)).Project.Solution;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;

namespace PlanAnalyzers.CodeFixes.Steps;

/// <summary>
/// A call in the source that adds a step, or a fragment that adds several: what stands before and after it, and how it is taken away, in
/// the layout that the author gave it.
/// </summary>
internal sealed class StepCall
{
    private readonly SourceText text;
    private readonly InvocationExpressionSyntax call;

    /// <summary>The dot before the method's name, where the call goes on a chain.</summary>
    private readonly SyntaxToken? dot;

    /// <summary>The variable, where the call is all that a statement such as <c>plan = plan.Upgrade(P1);</c> does.</summary>
    private readonly string? variable;

    public StepCall(SourceText text, InvocationExpressionSyntax call)
    {
        this.text = text;
        this.call = call;
        dot = (call.Expression as MemberAccessExpressionSyntax)?.OperatorToken;
        variable = Assignment is { Left: IdentifierNameSyntax { Identifier.Text: var name } } && StartsWith(name) ? name : null;
    }

    /// <summary>The call with all that it is called on.</summary>
    public InvocationExpressionSyntax Syntax => call;

    /// <summary>The call from the method's name to the closing parenthesis.</summary>
    public TextSpan Span => TextSpan.FromBounds(
        call.Expression is MemberAccessExpressionSyntax access ? access.Name.SpanStart : call.SpanStart, call.ArgumentList.Span.End);

    /// <summary>The same as text, as its author wrote it.</summary>
    public string Code => text.ToString(Span);

    /// <summary>The arguments as their author wrote them.</summary>
    public IEnumerable<string> Arguments => call.ArgumentList.Arguments.Select(argument => argument.Expression.ToString());

    private AssignmentExpressionSyntax? Assignment =>
        call.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } } assignment
        && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            ? assignment
            : null;

    private StatementSyntax Statement => (StatementSyntax)Assignment!.Parent!;

    private int End => variable is not null ? Statement.Span.End : call.ArgumentList.Span.End;

    /// <summary>A comment behind the step in its line, which goes with it where it goes.</summary>
    public string? Comment => IsAloneInItsLine && Rest is { } rest && rest.Comment.Length > 0 ? rest.Comment : null;

    /// <summary>Another step behind this one, or nothing where there is no place for its comment.</summary>
    public TextChange? InsertAfter(string step, string? comment = null)
    {
        if (variable is not null)
        {
            return Insert(LineOf(Statement.Span.End).End, $"{NewLine}{text.IndentationAt(Statement.SpanStart)}{variable} = {variable}.{step};{Behind(comment)}");
        }

        // A comment in the line belongs to this step, and what closes the statement goes behind the new one.
        var indentation = IndentationOf(dot) ?? IndentationOf((call.Parent as MemberAccessExpressionSyntax)?.OperatorToken);
        return indentation is not null && Rest is { } rest
            ? new TextChange(TextSpan.FromBounds(End, LineOf(End).End), $"{Behind(rest.Comment)}{NewLine}{indentation}.{step}{rest.Closing}{Behind(comment)}")
            : comment is null ? Insert(End, $".{step}")
            : null;
    }

    /// <summary>Another step before this one, or nothing where there is no place for it.</summary>
    public TextChange? InsertBefore(string step, string? comment = null)
    {
        if (variable is not null)
        {
            var indentation = text.IndentationAt(Statement.SpanStart);
            return Insert(Statement.SpanStart, $"{variable} = {variable}.{step};{Behind(comment)}{NewLine}{indentation}");
        }

        // A comment in the lines above belongs to this step, so the new one goes behind what comes before the comment.
        return dot is not { } own ? null
            : IndentationOf(own) is { } blanks ? Insert(LineOf(own.GetPreviousToken().Span.End).End, $"{NewLine}{blanks}.{step}{Behind(comment)}")
            : comment is null ? Insert(own.SpanStart, $".{step}")
            : null;
    }

    /// <summary>This step becomes another one.</summary>
    public TextChange ReplaceBy(string step) => new(Span, step);

    /// <summary>This step goes. Nothing where it cannot go alone.</summary>
    /// <param name="withComment">Whether a comment behind it in its line goes too, and does not stay in a line of its own.</param>
    public IEnumerable<TextChange>? Remove(bool withComment = false)
    {
        if (variable is not null)
        {
            return [RemoveLine(Statement.SpanStart, withComment ? LineOf(Statement.Span.End).End : Statement.Span.End)];
        }

        if (dot is not { } own)
        {
            return null;
        }

        if (IndentationOf(own) is null)
        {
            return [Delete(own.SpanStart, End)];
        }

        if (Rest is not { Closing.Length: > 0 } rest)
        {
            return [RemoveLine(own.SpanStart, withComment ? LineOf(End).End : End)];
        }

        // What closes the statement goes to the end of the step before, in front of a comment that stands there.
        var before = own.GetPreviousToken().Span.End;
        return
        [
            Insert(before, rest.Closing),
            Insert(LineOf(before).End, Behind(withComment ? null : rest.Comment)),
            Delete(text.Lines[LineOf(own.SpanStart).LineNumber - 1].End, LineOf(End).End),
        ];
    }

    private bool IsAloneInItsLine => variable is not null || IndentationOf(dot) is not null;

    /// <summary>What closes the statement or the phase in the step's line, and the comment behind it; nothing where other code follows.</summary>
    private (string Closing, string Comment)? Rest
    {
        get
        {
            var rest = text.ToString(TextSpan.FromBounds(End, LineOf(End).End)).Trim();
            var closing = new string([.. rest.TakeWhile(letter => letter is ')' or ',' or ';')]);
            var comment = rest.Substring(closing.Length).Trim();
            return comment.Length == 0 || comment.StartsWith("//", StringComparison.Ordinal) || IsOneComment(comment) ? (closing, comment) : null;
        }
    }

    private string NewLine => text.NewLine();

    private static string Behind(string? comment) => string.IsNullOrEmpty(comment) ? "" : $" {comment}";

    private static bool IsOneComment(string text) =>
        text.StartsWith("/*", StringComparison.Ordinal) && text.IndexOf("*/", StringComparison.Ordinal) == text.Length - 2;

    private static TextChange Insert(int position, string code) => new(new TextSpan(position, 0), code);

    private static TextChange Delete(int start, int end) => new(TextSpan.FromBounds(start, end), "");

    /// <summary>Whether the call goes on with a variable: is called on it, or is a function that is handed it.</summary>
    private bool StartsWith(string name) =>
        (call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: var receiver } } && receiver == name)
        || (call.ArgumentList.Arguments.FirstOrDefault()?.Expression is IdentifierNameSyntax { Identifier.Text: var first } && first == name);

    /// <summary>The lines of a piece of code that stands alone in them, or the piece up to what else is there.</summary>
    private TextChange RemoveLine(int start, int end)
    {
        var (first, last) = (LineOf(start), LineOf(end));
        var isFirst = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, start)));
        var rest = text.ToString(TextSpan.FromBounds(end, last.End));
        return isFirst && string.IsNullOrWhiteSpace(rest)
            ? Delete(first.Start, last.EndIncludingLineBreak)
            : Delete(start, end + (rest.Length - rest.TrimStart().Length));
    }

    /// <summary>The blanks before a dot that is the first of its line; nothing where it is not.</summary>
    private string? IndentationOf(SyntaxToken? token) =>
        token is { } known && text.IndentationAt(known.SpanStart) is var blanks && LineOf(known.SpanStart).Start + blanks.Length == known.SpanStart
            ? blanks
            : null;

    private TextLine LineOf(int position) => text.Lines.GetLineFromPosition(position);
}

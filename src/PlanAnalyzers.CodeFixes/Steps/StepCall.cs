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

    /// <summary>The calls of the chain that stand in the line of this one, itself among them.</summary>
    private readonly InvocationExpressionSyntax[] row;

    /// <summary>The variable, where the line is a statement such as <c>plan = plan.Upgrade(P1).CascadeDeploy(P1);</c>.</summary>
    private readonly string? rowVariable;

    /// <summary>The variable, where the call is all that such a statement does.</summary>
    private readonly string? variable;

    public StepCall(SourceText text, InvocationExpressionSyntax call)
    {
        this.text = text;
        this.call = call;
        dot = DotOf(call);
        row = [.. Row()];
        rowVariable = Assignment is { Left: IdentifierNameSyntax { Identifier.Text: var name } } && StartsWith(row[0], name)
            && (row.Length == 1 || AreInOneLine(Statement.SpanStart, Statement.Span.End))
                ? name
                : null;
        variable = row.Length == 1 ? rowVariable : null;
    }

    /// <summary>The call with all that it is called on.</summary>
    public InvocationExpressionSyntax Syntax => call;

    /// <summary>The call from the method's name to the closing parenthesis.</summary>
    public TextSpan Span => TextSpan.FromBounds(
        call.Expression is MemberAccessExpressionSyntax access ? access.Name.SpanStart : call.SpanStart, call.ArgumentList.Span.End);

    /// <summary>The same as text, as its author wrote it.</summary>
    public string Code => text.ToString(Span);

    /// <summary>The arguments as their author wrote them.</summary>
    public IEnumerable<string> Arguments => ArgumentsOf(call);

    /// <summary>The arguments of all calls of the chain that stand in the line of this one.</summary>
    public IEnumerable<string> ArgumentsInRow => row.SelectMany(ArgumentsOf);

    /// <summary>Whether this is the first call in a line of the chain, or in a statement that is one line.</summary>
    public bool BeginsRow => call == row[0] && (rowVariable is not null || IndentationOf(dot) is not null);

    /// <summary>Whether this is the last one there.</summary>
    public bool EndsRow => call == row[row.Length - 1] && (rowVariable is not null || Rest is not null);

    /// <summary>Whether it stands in a loop.</summary>
    public bool IsRepeated => call.Ancestors().Any(outer =>
        outer is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
        || (outer is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ForEachPair" } } }));

    private AssignmentExpressionSyntax? Assignment =>
        row[row.Length - 1].Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } } assignment
        && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            ? assignment
            : null;

    private StatementSyntax Statement => (StatementSyntax)Assignment!.Parent!;

    private int End => variable is not null ? Statement.Span.End : call.ArgumentList.Span.End;

    /// <summary>A comment behind the line that this step ends, with the blanks before it.</summary>
    public string? Comment => EndsRow && Rest is { } rest && rest.Comment.Length > 0 ? rest.Comment : null;

    /// <summary>Other steps behind this one, or nothing where there is no place for their comment.</summary>
    public TextChange? InsertAfter(NewCalls added)
    {
        if ((variable ?? (added.IsRow && EndsRow ? rowVariable : null)) is { } name)
        {
            var blanks = text.IndentationAt(Statement.SpanStart);
            return Insert(LineOf(Statement.Span.End).End, string.Concat(
                Lines(added).Select(line => $"{NewLine}{blanks}{name} = {name}.{line};")) + Behind(added.Comment));
        }

        // A comment in the line belongs to this step, and what closes the statement goes behind the new one.
        var indentation = IndentationOf(dot)
            ?? IndentationOf((call.Parent as MemberAccessExpressionSyntax)?.OperatorToken)
            ?? (added.IsRow ? IndentationOf(DotOf(row[0])) : null);
        return indentation is not null && Rest is { } rest
            ? new TextChange(
                TextSpan.FromBounds(End, LineOf(End).End),
                $"{Behind(rest.Comment)}{string.Concat(Lines(added).Select(line => $"{NewLine}{indentation}.{line}"))}{rest.Closing}{Behind(added.Comment)}")
            : added.Comment is null ? Insert(End, $".{added.InOneLine}")
            : null;
    }

    /// <summary>Other steps before this one, or nothing where there is no place for them.</summary>
    public TextChange? InsertBefore(NewCalls added)
    {
        if ((variable ?? (added.IsRow && BeginsRow ? rowVariable : null)) is { } name)
        {
            var lines = string.Join($"{NewLine}{text.IndentationAt(Statement.SpanStart)}", Lines(added).Select(line => $"{name} = {name}.{line};"));
            return Insert(Statement.SpanStart, $"{lines}{Behind(added.Comment)}{NewLine}{text.IndentationAt(Statement.SpanStart)}");
        }

        // A comment in the lines above belongs to this step, so the new ones go behind what comes before the comment.
        return dot is not { } own ? null
            : IndentationOf(own) is { } blanks ? Insert(
                LineOf(own.GetPreviousToken().Span.End).End,
                string.Concat(Lines(added).Select(line => $"{NewLine}{blanks}.{line}")) + Behind(added.Comment))
            : added.Comment is null ? Insert(own.SpanStart, $".{added.InOneLine}")
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

        if (!AreInOneLine(own.SpanStart, Span.Start))
        {
            return RemoveBehindDot(own, withComment);
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

    /// <summary>The same where dots stand at the ends of lines: what stands behind the dot of the line before belongs to that line.</summary>
    private IEnumerable<TextChange>? RemoveBehindDot(SyntaxToken own, bool withComment)
    {
        if (call.Parent is MemberAccessExpressionSyntax { OperatorToken: var next })
        {
            return [RemoveLine(Span.Start, withComment ? LineOf(next.Span.End).End : next.Span.End)];
        }

        return Rest is not { } rest ? null :
        [
            new TextChange(own.Span, rest.Closing),
            new TextChange(TextSpan.FromBounds(LineOf(own.SpanStart).End, LineOf(End).End), Behind(withComment ? null : rest.Comment)),
        ];
    }

    /// <summary>What closes the statement or the phase in the step's line, and the comment behind it; nothing where other code follows.</summary>
    private (string Closing, string Comment)? Rest
    {
        get
        {
            var rest = text.ToString(TextSpan.FromBounds(End, LineOf(End).End)).TrimEnd();
            var closing = new string([.. rest.TakeWhile(letter => letter is ')' or ',' or ';')]);
            var comment = rest.Substring(closing.Length);
            return IsOneComment(comment.TrimStart()) ? (closing, comment) : null;
        }
    }

    private string NewLine => text.NewLine();

    private static string Behind(string? comment) => string.IsNullOrEmpty(comment) || char.IsWhiteSpace(comment![0]) ? comment ?? "" : $" {comment}";

    private static bool IsOneComment(string text) =>
        text.Length == 0
        || text.StartsWith("//", StringComparison.Ordinal)
        || (text.StartsWith("/*", StringComparison.Ordinal) && text.IndexOf("*/", StringComparison.Ordinal) == text.Length - 2);

    private static SyntaxToken? DotOf(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.OperatorToken;

    private static IEnumerable<string> ArgumentsOf(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Select(argument => argument.Expression.ToString());

    private static TextChange Insert(int position, string code) => new(new TextSpan(position, 0), code);

    private static TextChange Delete(int start, int end) => new(TextSpan.FromBounds(start, end), "");

    /// <summary>Whether the call goes on with a variable: is called on it, or is a function that is handed it.</summary>
    private static bool StartsWith(InvocationExpressionSyntax call, string name) =>
        (call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: var receiver } } && receiver == name)
        || (call.ArgumentList.Arguments.FirstOrDefault()?.Expression is IdentifierNameSyntax { Identifier.Text: var first } && first == name);

    /// <summary>New calls stand in lines of their own, or in one where the author has several in this one.</summary>
    private IEnumerable<string> Lines(NewCalls added) => added.IsRow && row.Length > 1 ? [added.InOneLine] : added.Calls;

    private IEnumerable<InvocationExpressionSyntax> Row()
    {
        var before = new Stack<InvocationExpressionSyntax>();
        for (var at = call;
            at.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax receiver, Name: var name } && AreInOneLine(receiver.Span.End, name.SpanStart);
            at = receiver)
        {
            before.Push(receiver);
        }

        var after = new List<InvocationExpressionSyntax>();
        for (var at = call;
            at.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next, Name: var name } && AreInOneLine(at.Span.End, name.SpanStart);
            at = next)
        {
            after.Add(next);
        }

        return [.. before, call, .. after];
    }

    private bool AreInOneLine(int one, int other) => LineOf(one).LineNumber == LineOf(other).LineNumber;

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

/// <summary>Calls that come into a plan together.</summary>
/// <param name="Calls">The methods with their arguments.</param>
/// <param name="IsRow">Whether they are a piece of work of their own, which does not stand in a line with other work.</param>
/// <param name="Comment">A comment behind them.</param>
internal sealed record NewCalls(IReadOnlyList<string> Calls, bool IsRow, string? Comment = null)
{
    public string InOneLine => string.Join(".", Calls);

    /// <summary>A statement of their own behind another one, set off from it where that is a block.</summary>
    public TextChange AsStatementAfter(StatementSyntax statement, string variable, SourceText text)
    {
        var newLine = text.NewLine();
        var gap = statement.GetLastToken().IsKind(SyntaxKind.CloseBraceToken) ? newLine : "";
        return new TextChange(
            new TextSpan(text.Lines.GetLineFromPosition(statement.Span.End).End, 0),
            $"{gap}{newLine}{text.IndentationAt(statement.SpanStart)}{variable} = {variable}.{InOneLine};{Comment}");
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;

namespace PlanAnalyzers.CodeFixes.Steps;

/// <summary>
/// A call of <c>InParallel</c> in the source, and what it becomes where its branches are put one after the other: their steps go on the
/// chain that the call went on, each where its author wrote it, with the comments around it.
/// </summary>
/// <param name="text">The file.</param>
/// <param name="call">The call.</param>
/// <param name="isExtension">Whether a method that is named as a branch can be called like a step.</param>
internal sealed class ParallelCall(SourceText text, InvocationExpressionSyntax call, Func<ExpressionSyntax, bool> isExtension)
{
    public const string Name = "InParallel";

    private readonly List<TextChange> changes = [];

    /// <summary>The innermost call of the method that a call in its branches is in, or that the call is itself.</summary>
    public static InvocationExpressionSyntax? Around(InvocationExpressionSyntax inside) => inside.AncestorsAndSelf()
        .OfType<InvocationExpressionSyntax>()
        .FirstOrDefault(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Name }
            && (call == inside || call.ArgumentList.Span.Contains(inside.Span)));

    /// <summary>What puts the branches one after the other, or nothing where one of them is a function that is not written there.</summary>
    public IReadOnlyList<TextChange>? Unfold()
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: var chain, OperatorToken: var dot } access)
        {
            return null;
        }

        var branches = call.ArgumentList.Arguments.Select(BranchCode.Of).ToArray();
        if (branches.Length == 0 || branches.Contains(null))
        {
            return null;
        }

        var (front, end) = ("", chain.Span.End);
        RemoveAll([dot, .. access.Name.DescendantTokens(), call.ArgumentList.OpenParenToken, .. call.ArgumentList.Arguments.GetSeparators()]);
        foreach (var branch in branches)
        {
            RemoveAll(branch!.Frame);
            if (branch.Method is { } method)
            {
                var isStep = isExtension(method);
                front = isStep ? front : $"{method}({front}";
                changes.Add(new TextChange(new TextSpan(end, 0), isStep ? $".{method.DescendantTokens().Last()}()" : ")"));
            }
            else if (branch.Before.Length > 0)
            {
                // The call of a fragment is put around the chain, since the plan is one of its arguments.
                front = text.ToString(branch.Before) + front;
                changes.Add(new TextChange(new TextSpan(end, 0), text.ToString(branch.After)));
                changes.AddRange([new TextChange(branch.Before, ""), new TextChange(branch.After, "")]);
            }
            else if (branch.After.Length > 0)
            {
                end = branch.After.End;
            }
        }

        Close(end);
        changes.Add(new TextChange(new TextSpan(chain.SpanStart, 0), front));
        return changes.Any(change => LineOf(change.Span.Start) != LineOf(change.Span.End))
            ? null
            : [.. Lines(LineOf(chain.Span.End), LineOf(call.Span.End), branches!, dot)];
    }

    /// <summary>The parenthesis goes; where nothing but it is left in its line, what closes the statement goes behind the last step.</summary>
    private void Close(int end)
    {
        var close = call.ArgumentList.CloseParenToken;
        var line = text.Lines[LineOf(close.SpanStart)];
        var closing = new string([.. text.ToString(TextSpan.FromBounds(close.Span.End, line.End)).TakeWhile(letter => letter is ')' or ',' or ';')]);
        var isFirst = string.IsNullOrWhiteSpace(Changed(TextSpan.FromBounds(line.Start, close.SpanStart)));
        changes.Add(new TextChange(new TextSpan(close.SpanStart, 1 + (isFirst ? closing.Length : 0)), ""));
        if (isFirst)
        {
            changes.Add(new TextChange(new TextSpan(end, 0), closing));
        }
    }

    /// <summary>The changed lines: those in which nothing is left go, and the branches are indented like the chain.</summary>
    private IEnumerable<TextChange> Lines(int first, int last, BranchCode[] branches, SyntaxToken dot)
    {
        foreach (var change in changes.Where(change => LineOf(change.Span.Start) < first && change.NewText!.Length > 0))
        {
            yield return change;
        }

        var dotLine = LineOf(dot.SpanStart);
        var blanks = dotLine == last || IsFirstInLine(dot.SpanStart) ? text.IndentationAt(dot.SpanStart) : text.IndentationAt(text.Lines[dotLine + 1].Start);
        for (var number = first; number <= last; number++)
        {
            var line = text.Lines[number];
            var own = text.IndentationAt(line.Start);
            var content = Changed(TextSpan.FromBounds(line.Start + own.Length, line.End));
            var isChanged = changes.Any(change => change.Span.Length > 0 && LineOf(change.Span.Start) == number);
            if (isChanged && string.IsNullOrWhiteSpace(content))
            {
                yield return new TextChange(line.SpanIncludingLineBreak, "");
            }
            else if (number > dotLine && !string.IsNullOrWhiteSpace(content) && !IsInToken(line.Start))
            {
                var branch = branches.FirstOrDefault(candidate => LineOf(candidate.Span.Start) <= number && number <= LineOf(candidate.Span.End));
                var further = branch is not null && number > LineOf(branch.Before.End) && IndentationOf(branch) is { } usual && own.StartsWith(usual, StringComparison.Ordinal)
                    ? own.Substring(usual.Length)
                    : "";
                yield return new TextChange(line.Span, $"{blanks}{further}{(isChanged ? content.Trim() : content)}");
            }
            else if (content != line.ToString().Substring(own.Length))
            {
                yield return new TextChange(line.Span, own + content.Trim());
            }
        }
    }

    /// <summary>The least that the lines of a branch are indented by, behind the one in which its chain starts.</summary>
    private string? IndentationOf(BranchCode branch) => Enumerable
        .Range(LineOf(branch.Before.End) + 1, LineOf(branch.Span.End) - LineOf(branch.Before.End))
        .Select(number => text.Lines[number])
        .Where(line => !string.IsNullOrWhiteSpace(line.ToString()) && !IsInToken(line.Start))
        .Select(line => text.IndentationAt(line.Start))
        .OrderBy(own => own.Length)
        .FirstOrDefault();

    private string Changed(TextSpan span)
    {
        // What is put where something goes comes before it.
        var inside = changes.Where(change => span.Contains(change.Span)).OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length > 0);
        return text.GetSubText(span).WithChanges(inside.Select(change => new TextChange(new TextSpan(change.Span.Start - span.Start, change.Span.Length), change.NewText!)))
            .ToString();
    }

    /// <summary>Tokens go with the blanks behind them, but not those before a comment.</summary>
    private void RemoveAll(IEnumerable<SyntaxToken> tokens)
    {
        foreach (var token in tokens)
        {
            var end = token.Span.End;
            while (end < text.Length && text[end] is ' ' or '\t')
            {
                end++;
            }

            changes.Add(new TextChange(TextSpan.FromBounds(token.SpanStart, end < text.Length && text[end] == '/' ? token.Span.End : end), ""));
        }
    }

    private bool IsFirstInLine(int position) => string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(text.Lines[LineOf(position)].Start, position)));

    private bool IsInToken(int position) =>
        call.SyntaxTree.GetRoot().FindToken(position) is var token && token.SpanStart < position && position < token.Span.End;

    private int LineOf(int position) => text.Lines.GetLineFromPosition(position).LineNumber;
}

using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>How the reader came to where it is: the calls and the rounds of loops that it is in, innermost first.</summary>
/// <param name="Outer">What this one is in.</param>
/// <param name="Site">The call or the head of the loop.</param>
/// <param name="Callee">The function that is called, which may have no name, or nothing for a round of a loop.</param>
/// <param name="About">What this round of the loop is about, if that can be said: a platform, a text, the variable that counts.</param>
internal sealed record Trace(Trace? Outer, Site Site, IMethodSymbol? Callee, string? About)
{
    public int Depth { get; } = (Outer?.Depth ?? 0) + 1;

    /// <summary>How the reader came to a place, as the beginning of a sentence: <c>In UpgradeNode, for P1</c>. Nothing where it is plain.</summary>
    /// <param name="calls">The calls to name, outermost first.</param>
    /// <param name="trace">The calls and rounds that the place is in.</param>
    public static string? Words(IReadOnlyList<Trace> calls, Trace? trace)
    {
        var names = calls.Select(call => call.Callee?.Name).Where(name => !string.IsNullOrEmpty(name)).ToArray();
        var about = new Stack<string>();
        for (; trace is not null; trace = trace.Outer)
        {
            if (trace.About is { } round && !about.Contains(round))
            {
                about.Push(round);
            }
        }

        return (names.Length > 0, about.Count > 0) switch
        {
            (true, true) => $"In {string.Join(" → ", names)}, for {string.Join(", ", about)}",
            (true, false) => $"In {string.Join(" → ", names)}",
            (false, true) => $"For {string.Join(", ", about)}",
            _ => null,
        };
    }
}

/// <summary>A place in the source, which is made into a location only where it is reported.</summary>
internal readonly record struct Site(SyntaxNode Syntax, int Start, int End)
{
    public Site(SyntaxNode syntax)
        : this(syntax, syntax.SpanStart, syntax.Span.End)
    {
    }

    public Location Location => Location.Create(Syntax.SyntaxTree, TextSpan.FromBounds(Start, End));

    /// <summary>The beginning of the source, in one line and without comments.</summary>
    public string Excerpt(int longest = 60)
    {
        var text = new StringBuilder();
        SyntaxToken before = default;
        foreach (var token in Syntax.DescendantTokens(TextSpan.FromBounds(Start, End)))
        {
            if (text.Length > longest)
            {
                break;
            }

            // Chains are broken before their dots and arguments behind the parenthesis, which one line does not need.
            var isApart = (before.HasTrailingTrivia || token.HasLeadingTrivia)
                && !token.IsKind(SyntaxKind.DotToken)
                && !before.IsKind(SyntaxKind.DotToken)
                && !before.IsKind(SyntaxKind.OpenParenToken)
                && !before.IsKind(SyntaxKind.OpenBracketToken);
            text.Append(isApart && text.Length > 0 ? " " : "").Append(token.Text.Replace("\r", "").Replace('\n', ' '));
            before = token;
        }

        return text.Length <= longest ? text.ToString() : text.ToString(0, longest) + "…";
    }

    /// <summary>A call without what it is called on: from the method's name to the closing parenthesis.</summary>
    public static Site OfCall(SyntaxNode call) => call switch
    {
        // The span of a whole chain is never asked for: it is found by walking down the chain, which for each call of it adds up.
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name }, ArgumentList.CloseParenToken: var end } =>
            new Site(call, name.SpanStart, end.Span.End),
        _ => new Site(call),
    };

    /// <summary>The head of a loop, which is what goes round too often.</summary>
    public static Site OfLoop(SyntaxNode loop) => loop switch
    {
        ForStatementSyntax counting => new Site(loop, loop.SpanStart, counting.CloseParenToken.Span.End),
        CommonForEachStatementSyntax each => new Site(loop, loop.SpanStart, each.CloseParenToken.Span.End),
        WhileStatementSyntax repeated => new Site(loop, loop.SpanStart, repeated.CloseParenToken.Span.End),
        DoStatementSyntax once => new Site(loop, once.WhileKeyword.SpanStart, once.CloseParenToken.Span.End),
        _ => new Site(loop),
    };
}

/// <summary>The code of one method, without that of its local functions: what its author sees as the plan.</summary>
internal sealed class OwnCode(SyntaxNode method)
{
    private readonly TextSpan span = method.Span;

    // Those inside another are in that one's span; without them the spans are apart and in order.
    private readonly TextSpan[] others =
        [.. method.DescendantNodes(node => node is not LocalFunctionStatementSyntax).OfType<LocalFunctionStatementSyntax>().Select(other => other.Span)];

    public bool Contains(Site site) =>
        site.Syntax.SyntaxTree == method.SyntaxTree
        && Contains(span, site)
        && !IsInAnother(site);

    public bool Contains(Location place) => place.SourceTree == method.SyntaxTree && span.Contains(place.SourceSpan);

    private bool IsInAnother(Site site)
    {
        var (low, high) = (0, others.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = others[middle].End < site.End ? (middle + 1, high) : (low, middle);
        }

        return low < others.Length && Contains(others[low], site);
    }

    private static bool Contains(TextSpan span, Site site) => span.Start <= site.Start && site.End <= span.End;

    /// <summary>The place in this code that led to another place: that place itself where it is in this code, else the innermost call.</summary>
    /// <returns>The place, and the calls between the two, outermost first.</returns>
    public (Site Place, IReadOnlyList<Trace> Calls) PlaceOf(Site site, Trace? trace)
    {
        var calls = new Stack<Trace>();
        for (; !Contains(site) && trace is not null; trace = trace.Outer)
        {
            if (trace.Callee is not null)
            {
                site = trace.Site;
                calls.Push(trace);
            }
        }

        return (site, calls.ToArray());
    }
}

/// <summary>Where a step comes from.</summary>
/// <param name="Location">The step where it stands in <c>Define</c>, or the call in <c>Define</c> that led to it.</param>
/// <param name="Inner">The step itself, where it stands elsewhere.</param>
/// <param name="Context">How the reader came there, as the beginning of a sentence: <c>In UpgradeNode, for P1</c>. Nothing where it is plain.</param>
internal sealed record StepSource(Location Location, Location? Inner, string? Context)
{
    public static StepSource Of(OwnCode define, PlanValue step)
    {
        var (place, calls) = define.PlaceOf(step.Site, step.Trace);
        return new StepSource(place.Location, place == step.Site ? null : step.Site.Location, Trace.Words(calls, step.Trace));
    }
}

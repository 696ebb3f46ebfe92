using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.States;

/// <summary>
/// The comments behind the steps of a plan that say what they change: <c>.Upgrade(P2) // → P2, E1b Undeployed</c>. One that stands alone
/// in its line is the author's, and so is what stands before the arrow.
/// </summary>
internal sealed class StateComments
{
    private const string Mark = "// → ";

    private readonly OpenPlan plan;
    private readonly SyntaxNode root;
    private readonly SourceText text;
    private readonly (INamedTypeSymbol Type, PlanReading Reading)[] others;

    private StateComments(OpenPlan plan, SyntaxNode root, SourceText text, CancellationToken cancellation)
    {
        this.plan = plan;
        this.root = root;
        this.text = text;
        others = [.. plan.Others(cancellation)];
    }

    /// <summary>The comments of a plan in a document.</summary>
    public static async Task<StateComments> Of(OpenPlan plan, Document document, CancellationToken cancellation) => new(
        plan,
        (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!,
        await document.GetTextAsync(cancellation).ConfigureAwait(false),
        cancellation);

    /// <summary>Whether a piece of source has such comments.</summary>
    public static bool AreIn(SyntaxNode syntax) => syntax.DescendantTrivia().Any(trivia =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.ToString().Contains(Mark));

    /// <summary>The changes that take the comments of this plan away, also those that no step leads to any more; those of other plans stay.</summary>
    public IReadOnlyList<TextChange> Remove()
    {
        var own = new HashSet<int>(LinesOf(plan.Reading));
        var ofOthers = new HashSet<int>(others.SelectMany(other => LinesOf(other.Reading)));
        var otherClasses = others
            .SelectMany(other => other.Type.DeclaringSyntaxReferences)
            .Where(declaration => declaration.SyntaxTree == root.SyntaxTree)
            .Select(declaration => declaration.Span)
            .ToArray();
        return
        [
            .. root.DescendantTrivia()
                .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
                .Select(CommentIn)
                .OfType<TextSpan>()
                .Where(comment => LineOf(comment.Start) is var line
                    && (own.Contains(line)
                        || plan.Syntax.Span.Contains(comment)
                        || !(ofOthers.Contains(line) || otherClasses.Any(span => span.Contains(comment)))))
                .Select(comment => new TextChange(comment, "")),
        ];
    }

    /// <summary>The changes that write the comments anew.</summary>
    public IReadOnlyList<TextChange> Write()
    {
        var removed = Remove();
        var changes = removed.ToDictionary(change => LineOf(change.Span.Start));
        foreach (var comment in Comments().Where(comment => comment.Value.Length > 0))
        {
            var place = changes.TryGetValue(comment.Key, out var old) ? old.Span : new TextSpan(text.Lines[comment.Key].End, 0);
            if (CanEndWithAComment(place.Start))
            {
                changes[comment.Key] = new TextChange(place, $" {Mark}{comment.Value}");
            }
        }

        return [.. changes.Values.Where(change => text.ToString(change.Span) != change.NewText).OrderBy(change => change.Span.Start)];
    }

    /// <summary>What each line with steps changes, where that is the same whenever the plan or another one comes there; else nothing.</summary>
    private Dictionary<int, string> Comments()
    {
        var comments = RunsOf(plan.Reading).GroupBy(run => run.Line).ToDictionary(runs => runs.Key, Common);
        foreach (var runs in others.SelectMany(other => RunsOf(other.Reading)).GroupBy(run => run.Line))
        {
            if (comments.TryGetValue(runs.Key, out var own) && own != Common(runs))
            {
                comments[runs.Key] = "";
            }
        }

        return comments;
    }

    private static string Common(IEnumerable<(int Line, string Text)> runs) =>
        runs.Select(run => run.Text).Distinct(StringComparer.Ordinal).Take(2).ToArray() is [var only] ? only : "";

    /// <summary>Steps that follow each other without a new line, and what they change; what comes after an error is not known.</summary>
    private IEnumerable<(int Line, string Text)> RunsOf(PlanReading reading)
    {
        if (reading.Plan is null || !reading.HasVersions)
        {
            yield break;
        }

        var known = PlanCheck.TransitionsBeforeAnError(PlanCheck.Run(reading.Plan));
        for (var i = 0; i < reading.Steps.Count;)
        {
            var first = i;
            do
            {
                i++;
            }
            while (i < reading.Steps.Count && GoesOn(PlaceOf(reading.Steps[i - 1]), PlaceOf(reading.Steps[i])));

            if (LineOf(reading.Steps[i - 1]) is var line && line >= 0)
            {
                yield return (line, i <= known.Count ? ChangeText.Of(reading.Plan, [.. known.Skip(first).Take(i - first)]) : "");
            }
        }
    }

    /// <summary>Whether a step begins in the line in which the one before ends. The next round of a loop begins further to the left.</summary>
    private bool GoesOn(Location before, Location next) =>
        before.SourceTree == root.SyntaxTree
        && next.SourceTree == root.SyntaxTree
        && before.SourceSpan.Start < next.SourceSpan.Start
        && LineOf(before.SourceSpan.End) == LineOf(next.SourceSpan.Start);

    private IEnumerable<int> LinesOf(PlanReading reading) => reading.Steps.Select(LineOf);

    private static Location PlaceOf(StepSource step) => step.Inner ?? step.Location;

    /// <summary>The line that a step ends in, or -1 where it is in another file.</summary>
    private int LineOf(StepSource step) => PlaceOf(step) is var place && place.SourceTree == root.SyntaxTree ? LineOf(place.SourceSpan.End) : -1;

    private int LineOf(int position) => text.Lines.IndexOf(position);

    /// <summary>Our comment at the end of one of the author's or by itself, with the blank before it, if it is one.</summary>
    private TextSpan? CommentIn(SyntaxTrivia trivia)
    {
        var mark = trivia.ToString().IndexOf(Mark, StringComparison.Ordinal);
        var start = trivia.SpanStart + mark - 1;
        var line = text.Lines.GetLineFromPosition(trivia.SpanStart);
        return mark >= 0 && start > line.Start && text[start] == ' ' && !string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, start)))
            ? TextSpan.FromBounds(start, trivia.Span.End)
            : null;
    }

    /// <summary>Whether what is written at a line's end would be a comment, and not part of a text or of a longer comment.</summary>
    private bool CanEndWithAComment(int position)
    {
        var token = root.FindToken(position, findInsideTrivia: false);
        return !(token.SpanStart < position && position < token.Span.End)
            && root.FindTrivia(position) is var trivia
            && !(trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) && trivia.SpanStart < position && position < trivia.Span.End);
    }
}

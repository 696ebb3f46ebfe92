using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PlanAnalyzers.CodeFixes.Steps;

/// <summary>
/// Calls that go elsewhere in the text, without a look at what that does to the plan: in a loop or a fragment they go for every round and
/// every caller.
/// </summary>
internal sealed class CallMoves
{
    private readonly List<TextSpan> places;
    private SyntaxTree tree;

    /// <param name="tree">The file.</param>
    /// <param name="beside">The call beside which they go.</param>
    public CallMoves(SyntaxTree tree, StepCall beside)
    {
        this.tree = tree;
        places = [beside.Span];
    }

    /// <summary>The text after the moves, or nothing where there is no place for one of the calls.</summary>
    /// <param name="lines">What goes, in order: the calls as they are written, and where each of them stands.</param>
    /// <param name="isAfter">Whether they go behind the call beside which they go.</param>
    /// <param name="cancellation">Ends it.</param>
    public SourceText? Run(IReadOnlyList<(NewCalls Calls, IReadOnlyList<TextSpan> From)> lines, bool isAfter, CancellationToken cancellation)
    {
        places.AddRange(lines.SelectMany(line => line.From));
        foreach (var (calls, _) in isAfter ? lines.Reverse() : lines)
        {
            var beside = At(0, cancellation);
            if ((isAfter ? beside.InsertAfter(calls) : beside.InsertBefore(calls)) is not { } change)
            {
                return null;
            }

            Make([change], cancellation);
        }

        var place = places.Count;
        foreach (var (calls, from) in lines.Reverse())
        {
            foreach (var _ in from)
            {
                if (At(--place, cancellation).Remove(withComment: calls.Comment is not null) is not { } changes)
                {
                    return null;
                }

                Make([.. changes], cancellation);
            }
        }

        return tree.GetText(cancellation);
    }

    private StepCall At(int place, CancellationToken cancellation) => new(
        tree.GetText(cancellation),
        tree.GetRoot(cancellation).FindToken(places[place].End - 1).Parent!.FirstAncestorOrSelf<InvocationExpressionSyntax>()!);

    private void Make(TextChange[] changes, CancellationToken cancellation)
    {
        tree = tree.WithChangedText(tree.GetText(cancellation).WithChanges(changes));
        for (var i = 0; i < places.Count; i++)
        {
            var before = changes.Where(change => change.Span.End <= places[i].Start);
            places[i] = new TextSpan(places[i].Start + before.Sum(change => change.NewText!.Length - change.Span.Length), places[i].Length);
        }
    }
}

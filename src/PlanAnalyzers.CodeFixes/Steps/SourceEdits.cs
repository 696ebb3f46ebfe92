using Microsoft.CodeAnalysis;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Steps;

/// <summary>Carries edits of a plan over to its source. After each the source is read again, so the plan itself says whether it came out.</summary>
internal static class SourceEdits
{
    /// <summary>The solutions in which the source of a plan is edited, the likeliest first; none where the source has no place for an edit.</summary>
    /// <param name="written">The plan in its source.</param>
    /// <param name="edits">The edits, all of which name steps by their places before any of them.</param>
    /// <remarks>
    /// A single edit, or a move, may come out in other ways than asked for: in a loop or a fragment it is made for every round and every
    /// caller. Whether that is right only the diagnostics tell, so then there may be several.
    /// </remarks>
    public static async Task<IReadOnlyList<Solution>> Apply(WrittenPlan written, IReadOnlyCollection<PlanEdit> edits)
    {
        var exact = await ApplyExactly(written, edits).ConfigureAwait(false);
        return exact.Count == 0 && edits.FirstOrDefault() is MoveSteps { At: var at } && edits.All(edit => edit is MoveSteps move && move.At == at)
            && written.Move([.. edits.Cast<MoveSteps>().SelectMany(move => written.AsWritten(move.First, move.Count))], at) is { } everywhere
                ? [everywhere]
                : exact;
    }

    private static async Task<IReadOnlyList<Solution>> ApplyExactly(WrittenPlan written, IReadOnlyCollection<PlanEdit> edits)
    {
        var work = new Work(written, isOnlyOne: Count(edits) == 1);
        foreach (var unfold in edits.OfType<UnfoldBranches>())
        {
            // First, since it leaves the places of the steps as they are.
            if (!await work.Unfold(unfold.Index).ConfigureAwait(false))
            {
                return [];
            }
        }

        foreach (var (at, added) in Inserted(written, edits).OrderByDescending(item => item.At.Gap()))
        {
            if (!await work.Insert(at, added).ConfigureAwait(false))
            {
                return [];
            }
        }

        foreach (var (index, by) in Replaced(edits).OrderByDescending(item => item.Index))
        {
            if (!await work.Replace(index, by).ConfigureAwait(false))
            {
                return [];
            }
        }

        foreach (var change in edits.OfType<GalaxyEdit>())
        {
            if (!await work.Change(change).ConfigureAwait(false))
            {
                return [];
            }
        }

        return work.Solutions;
    }

    private static int Count(IEnumerable<PlanEdit> edits) => edits.Sum(edit => edit switch
    {
        InsertSteps insert => insert.Steps.Count,
        ReplaceStep replace => replace.By.Count,
        MoveSteps move => 2 * move.Count,
        _ => 1,
    });

    /// <summary>What is put somewhere, that which goes to one place in reverse: each is put there in front of the one before.</summary>
    private static IEnumerable<(PlanPosition At, PlacedSteps Added)> Inserted(WrittenPlan written, IEnumerable<PlanEdit> edits) =>
        edits.SelectMany(edit => edit switch
        {
            InsertSteps insert => PiecesOfWork(insert.Steps).Select(piece => (insert.At, new PlacedSteps(piece))),
            MoveSteps move => written.AsWritten(move.First, move.Count).Select(line => (move.At, line)),
            _ => [],
        }).Reverse();

    /// <summary>Steps by what they are at.</summary>
    private static IEnumerable<ValueList<Step>> PiecesOfWork(IEnumerable<Step> steps)
    {
        var piece = new List<Step>();
        foreach (var step in steps)
        {
            if (step.Targets.Count > 0 && piece.Any(other => other.Targets.Count > 0 && !other.Targets.Equals(step.Targets)))
            {
                yield return piece.ToValueList();
                piece = [];
            }

            piece.Add(step);
        }

        yield return piece.ToValueList();
    }

    private static IEnumerable<(int Index, ValueList<Step> By)> Replaced(IEnumerable<PlanEdit> edits) =>
        edits.SelectMany(edit => edit switch
        {
            RemoveStep remove => [(remove.Index, ValueList<Step>.Empty)],
            ReplaceStep replace => [(replace.Index, replace.By)],
            MoveSteps move => Enumerable.Range(move.First, move.Count).Select(index => (index, ValueList<Step>.Empty)),
            _ => Enumerable.Empty<(int Index, ValueList<Step> By)>(),
        });

    /// <summary>The place between steps that a position stands for.</summary>
    private static int Gap(this PlanPosition position) => position.IsAfter ? position.Index + 1 : position.Index;

    /// <summary>A plan while edits are made, the last ones first, so that the places of the others stay as they are.</summary>
    private sealed class Work(WrittenPlan written, bool isOnlyOne)
    {
        private readonly List<int> insertedAt = [];
        private readonly HashSet<int> withComment = [];
        private WrittenPlan current = written;

        public IReadOnlyList<Solution> Solutions { get; private set; } = [];

        /// <param name="at">Where.</param>
        /// <param name="added">What.</param>
        public async Task<bool> Insert(PlanPosition at, PlacedSteps added)
        {
            var gap = at.Gap();
            insertedAt.AddRange(added.Steps.Select(_ => gap));
            if (added.Comment is not null && await Insert(added).ConfigureAwait(false))
            {
                withComment.UnionWith(added.Places);
                return true;
            }

            return await Insert(added with { Comment = null }).ConfigureAwait(false);

            async Task<bool> Insert(PlacedSteps steps) => await Take(current.Insert(at, steps), read => read.Count == current.Steps.Count + steps.Steps.Count
                && read.Take(gap).SequenceEqual(current.Steps.Take(gap))
                && read.Skip(gap + steps.Steps.Count).SequenceEqual(current.Steps.Skip(gap))).ConfigureAwait(false);
        }

        public async Task<bool> Replace(int index, ValueList<Step> by)
        {
            var place = index + insertedAt.Count(gap => gap <= index);
            foreach (var further in by.Skip(1).Reverse())
            {
                if (!await Take(
                    current.Insert(PlanPosition.After(place), new PlacedSteps(ValueList.Of(further))), steps => steps.Count == current.Steps.Count + 1).ConfigureAwait(false))
                {
                    return false;
                }
            }

            return by.Count == 0
                ? await Take(
                    current.Remove(place, withComment.Contains(index)),
                    steps => steps.SequenceEqual(current.Steps.Where((_, other) => other != place))).ConfigureAwait(false)
                : await Take(
                    current.Replace(place, by[0]),
                    steps => steps.SequenceEqual(current.Steps.Select((step, other) => other == place ? by[0] : step))).ConfigureAwait(false);
        }

        /// <summary>From the innermost group of branches around a step outwards.</summary>
        public async Task<bool> Unfold(int index)
        {
            while (current.IsInBranches(index))
            {
                var before = current;
                if (!await Take(current.Unfold(index), steps => steps.SequenceEqual(before.Steps)).ConfigureAwait(false) || current == before)
                {
                    return false;
                }
            }

            return true;
        }

        public async Task<bool> Change(GalaxyEdit edit) => await Take(current.Change(edit), _ => true).ConfigureAwait(false);

        /// <summary>Goes on with the first proposal that comes out as meant, or ends with all of them where this is the only edit.</summary>
        private async Task<bool> Take(IEnumerable<Task<Solution>> proposals, Func<PlanSteps, bool> isMeant)
        {
            var others = new List<Solution>();
            foreach (var proposal in proposals)
            {
                var solution = await proposal.ConfigureAwait(false);
                if (await current.In(solution).ConfigureAwait(false) is { } read)
                {
                    if (isMeant(read.Steps))
                    {
                        (current, Solutions) = (read, [solution]);
                        return true;
                    }

                    others.Add(solution);
                }
            }

            Solutions = others;
            return isOnlyOne && others.Count > 0;
        }
    }
}

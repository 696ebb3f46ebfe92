namespace PlanAnalyzers.Model;

/// <summary>The edits that lead from the steps of a plan to others, as few as there can be while the order of what stays is kept.</summary>
internal static class PlanDifference
{
    private static readonly IComparer<Link> ByPlace = Comparer<Link>.Create((one, other) => one.Place.CompareTo(other.Place));

    /// <summary>
    /// The edits that make written steps the wanted ones. Work by hand and approvals that are not wanted stay where they are.
    /// </summary>
    public static ValueList<PlanEdit> Between(PlanSteps written, IReadOnlyList<Step> wanted)
    {
        var keptAt = Kept(written, wanted);
        var kept = new HashSet<int>(keptAt.Where(index => index >= 0));
        var free = written.Select((step, index) => (step, index)).Where(item => !kept.Contains(item.index)).ToList();
        var edits = new EditList();
        for (var place = 0; place < wanted.Count; place++)
        {
            if (keptAt[place] < 0)
            {
                edits.Add(Put(written, wanted[place], At(written, wanted, keptAt, place), free));
            }
        }

        foreach (var (_, index) in free.Where(item => item.step is not (Manual or Approve)))
        {
            edits.Add(new RemoveStep(index));
        }

        return Replaced([.. edits]).ToValueList();
    }

    /// <summary>A step that stands elsewhere is moved, another one is new.</summary>
    private static PlanEdit Put(PlanSteps written, Step step, PlanPosition at, List<(Step Step, int Index)> free)
    {
        var elsewhere = free.FindIndex(item => item.Step.Equals(step));
        if (elsewhere < 0)
        {
            return new InsertSteps(ValueList.Of(step), at);
        }

        var from = free[elsewhere].Index;
        free.RemoveAt(elsewhere);
        return new MoveSteps(from, 1, at);
    }

    /// <summary>A new step right where one goes is a change of that step.</summary>
    private static List<PlanEdit> Replaced(List<PlanEdit> edits)
    {
        foreach (var insert in edits.OfType<InsertSteps>().ToArray())
        {
            var beside = insert.At.Index + (insert.At.IsAfter ? 1 : -1);
            var gone = edits.OfType<RemoveStep>().FirstOrDefault(remove => remove.Index == beside);
            if (gone is not null && !edits.Any(edit => edit != insert && AtOf(edit) == insert.At))
            {
                edits.Remove(gone);
                edits[edits.IndexOf(insert)] = new ReplaceStep(gone.Index, insert.Steps);
            }
        }

        return edits;

        static PlanPosition? AtOf(PlanEdit edit) => (edit as InsertSteps)?.At ?? (edit as MoveSteps)?.At;
    }

    /// <summary>Beside the step before that stays; from one on that is at the platform of the next step that stays, beside that one.</summary>
    private static PlanPosition At(PlanSteps written, IReadOnlyList<Step> wanted, int[] keptAt, int place)
    {
        var before = Array.FindLastIndex(keptAt, place, index => index >= 0);
        var after = Array.FindIndex(keptAt, place, index => index >= 0);
        var first = before + 1;
        var isBesideNext = after >= 0 && Enumerable.Range(first, place - first + 1).Any(other => AreAtOnePlatform(wanted[other], wanted[after]));
        return before >= 0 && !isBesideNext ? PlanPosition.After(keptAt[before])
            : after >= 0 ? PlanPosition.Before(keptAt[after])
            : PlanPosition.EndOf(written);
    }

    private static bool AreAtOnePlatform(Step one, Step other) =>
        one.Targets.Count > 0 && other.Targets.Count > 0 && PlanWalk.PlatformOf(one.Targets[0]).Index == PlanWalk.PlatformOf(other.Targets[0]).Index;

    /// <summary>
    /// For each wanted step the place of the written one that it is, or -1: a longest common subsequence, found as a longest increasing one
    /// among the places that a step has, since few steps stand twice.
    /// </summary>
    private static int[] Kept(PlanSteps written, IReadOnlyList<Step> wanted)
    {
        var places = wanted.Select((step, place) => (step, place)).GroupBy(item => item.step, item => item.place)
            .ToDictionary(same => same.Key, same => same.Reverse().ToArray());
        var ends = new List<Link>();
        for (var index = 0; index < written.Count; index++)
        {
            foreach (var place in places.TryGetValue(written[index], out var all) ? all : [])
            {
                var length = ends.BinarySearch(new Link(index, place, null), ByPlace);
                length = length < 0 ? ~length : length;
                var link = new Link(index, place, length == 0 ? null : ends[length - 1]);
                if (length == ends.Count)
                {
                    ends.Add(link);
                }
                else
                {
                    ends[length] = link;
                }
            }
        }

        var kept = Enumerable.Repeat(-1, wanted.Count).ToArray();
        for (var link = ends.LastOrDefault(); link is not null; link = link.Before)
        {
            kept[link.Place] = link.Index;
        }

        return kept;
    }

    private sealed record Link(int Index, int Place, Link? Before);
}

namespace PlanAnalyzers.Model;

/// <summary>The steps of a plan with edits made to them.</summary>
internal sealed class EditedSteps
{
    private readonly PlanSteps steps;
    private readonly List<(PlanPosition At, Step Step)> added = [];
    private readonly Dictionary<int, ValueList<Step>> replaced = [];
    private readonly int[] unfolded;
    private readonly int[] depths;

    public EditedSteps(PlanSteps steps, IEnumerable<PlanEdit> edits)
    {
        this.steps = steps;
        unfolded = [.. edits.OfType<UnfoldBranches>().Select(edit => edit.Index)];
        depths = [.. Depths(steps.Parts, 0)];
        foreach (var edit in edits)
        {
            Note(edit);
        }
    }

    public PlanSteps Build()
    {
        var end = added.Where(item => item.At.Index == steps.Count).Select(item => (PlanPart)item.Step);
        return new PlanSteps(Build(steps.Parts, 0, 0).Concat(end).ToValueList());
    }

    private static IEnumerable<int> Depths(IEnumerable<PlanPart> parts, int depth) => parts.SelectMany(part => part switch
    {
        Phase phase => Depths(phase.Parts, depth + 1),
        InParallel group => group.Branches.SelectMany(branch => Depths(branch.Parts, depth + 1)),
        _ => [depth],
    });

    private void Note(PlanEdit edit)
    {
        switch (edit)
        {
            case InsertSteps insert:
                added.AddRange(insert.Steps.Select(step => (insert.At, step)));
                break;
            case RemoveStep remove:
                replaced.Add(remove.Index, ValueList<Step>.Empty);
                break;
            case ReplaceStep replace:
                replaced.Add(replace.Index, replace.By);
                break;
            case MoveSteps move:
                for (var index = move.First; index < move.First + move.Count; index++)
                {
                    added.Add((move.At, steps[index]));
                    replaced.Add(index, ValueList<Step>.Empty);
                }

                break;
        }
    }

    private IEnumerable<PlanPart> Build(IEnumerable<PlanPart> parts, int first, int depth)
    {
        foreach (var part in parts)
        {
            var end = first + PlanSteps.CountOf(part);
            foreach (var step in Added(first, end, depth, isAfter: false).Concat(Content(part, first, depth)).Concat(Added(first, end, depth, isAfter: true)))
            {
                yield return step;
            }

            first = end;
        }
    }

    private IEnumerable<PlanPart> Added(int first, int end, int depth, bool isAfter) => added
        .Where(item => item.At.IsAfter == isAfter && item.At.Index >= first && item.At.Index < end && depths[item.At.Index] - item.At.Out == depth)
        .Select(item => (PlanPart)item.Step);

    private IEnumerable<PlanPart> Content(PlanPart part, int first, int depth)
    {
        switch (part)
        {
            case Phase phase:
                var parts = Build(phase.Parts, first, depth + 1).ToValueList();
                return parts.Count > 0 ? [phase with { Parts = parts }] : [];
            case InParallel group:
                var isUnfolded = false;
                var branches = new List<Branch>();
                foreach (var branch in group.Branches)
                {
                    var end = first + PlanSteps.CountOf(branch);
                    isUnfolded |= unfolded.Any(index => index >= first && index < end);
                    branches.Add(new Branch(Build(branch.Parts, first, depth + 1).ToValueList()));
                    first = end;
                }

                branches.RemoveAll(branch => branch.Parts.Count == 0);
                return isUnfolded || branches.Count < 2
                    ? branches.SelectMany(branch => branch.Parts)
                    : [new InParallel(branches.ToValueList())];
            default:
                return replaced.TryGetValue(first, out var by) ? by : [part];
        }
    }
}

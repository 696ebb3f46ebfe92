using System.Collections;

namespace PlanAnalyzers.Model;

/// <summary>Edits while they are collected: neighbours that go to the same place go there together.</summary>
internal sealed class EditList : IEnumerable<PlanEdit>
{
    private readonly List<PlanEdit> edits = [];

    public void Add(PlanEdit edit)
    {
        var last = edits.Count - 1;
        switch (edits.LastOrDefault(), edit)
        {
            case (InsertSteps before, InsertSteps insert) when before.At == insert.At:
                edits[last] = before with { Steps = before.Steps.Concat(insert.Steps).ToValueList() };
                break;
            case (MoveSteps before, MoveSteps move) when before.At == move.At && before.First + before.Count == move.First:
                edits[last] = before with { Count = before.Count + move.Count };
                break;
            default:
                edits.Add(edit);
                break;
        }
    }

    public IEnumerator<PlanEdit> GetEnumerator() => edits.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

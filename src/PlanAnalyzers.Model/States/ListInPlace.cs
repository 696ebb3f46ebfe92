namespace PlanAnalyzers.Model;

/// <summary>The items of a shared list in one array that is changed in place. A shared list is made of it at the cost of what changed.</summary>
/// <typeparam name="T">The items, themselves values.</typeparam>
internal sealed class ListInPlace<T>
    where T : struct, IEquatable<T>
{
    private readonly T[] items;
    private readonly bool[] hasChanged;
    private readonly List<int> changed = [];
    private SharedList<T> kept;

    public ListInPlace(SharedList<T> start)
    {
        items = start.ToArray();
        hasChanged = new bool[items.Length];
        kept = start;
    }

    public T this[int index]
    {
        get => items[index];
        set
        {
            items[index] = value;
            if (!hasChanged[index])
            {
                hasChanged[index] = true;
                changed.Add(index);
            }
        }
    }

    /// <summary>The items as they are now.</summary>
    public SharedList<T> Keep()
    {
        var editor = new SharedList<T>.Editor(kept);
        foreach (var index in changed)
        {
            editor[index] = items[index];
            hasChanged[index] = false;
        }

        changed.Clear();
        return kept = editor.Finish();
    }
}

namespace PlanAnalyzers.Model;

/// <summary>Items in one array that is changed in place. A shared list is made of them at the cost of what changed since the last one.</summary>
/// <param name="items">The items, which the list changes from now on.</param>
/// <typeparam name="T">The items, themselves values.</typeparam>
internal sealed class ListInPlace<T>(T[] items)
    where T : struct, IEquatable<T>
{
    private readonly List<int> changed = [];
    private bool[] hasChanged = [];
    private SharedList<T>? kept;

    public T this[int index]
    {
        get => items[index];
        set
        {
            items[index] = value;
            if (kept is not null && !hasChanged[index])
            {
                hasChanged[index] = true;
                changed.Add(index);
            }
        }
    }

    /// <summary>The items as they are now.</summary>
    public SharedList<T> Keep()
    {
        if (kept is null)
        {
            hasChanged = new bool[items.Length];
            return kept = SharedList<T>.Of(items);
        }

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

namespace PlanAnalyzers.Model;

/// <summary>What a step touched, by index, each with its state before. A step touches little, so it is looked up one by one.</summary>
/// <typeparam name="T">The states.</typeparam>
internal sealed class TouchedStates<T>
    where T : struct
{
    private int[] indexes = new int[4];
    private T[] before = new T[4];

    public int Count { get; private set; }

    public int IndexAt(int place) => indexes[place];

    public T BeforeAt(int place) => before[place];

    public bool Has(int index)
    {
        for (var place = 0; place < Count; place++)
        {
            if (indexes[place] == index)
            {
                return true;
            }
        }

        return false;
    }

    public void Add(int index, T state)
    {
        if (Count == indexes.Length)
        {
            Array.Resize(ref indexes, 2 * Count);
            Array.Resize(ref before, 2 * Count);
        }

        indexes[Count] = index;
        before[Count] = state;
        Count++;
    }

    public void Sort() => Array.Sort(indexes, before, 0, Count);

    public void Clear() => Count = 0;
}

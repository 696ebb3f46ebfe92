namespace PlanAnalyzers.Model;

/// <summary>What a step touched, by index, each with its state before. A step touches little, so it is looked up one by one.</summary>
/// <typeparam name="T">The states.</typeparam>
internal sealed class TouchedStates<T>
    where T : struct
{
    private (int Index, T Before)[] items = new (int, T)[4];
    private int count;

    public int Count => count;

    public ref readonly (int Index, T Before) this[int place] => ref items[place];

    public bool Has(int index)
    {
        for (var place = 0; place < count; place++)
        {
            if (items[place].Index == index)
            {
                return true;
            }
        }

        return false;
    }

    public void Add(int index, T before)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, 2 * count);
        }

        items[count++] = (index, before);
    }

    /// <summary>Puts them into the order of their indexes; few as they are, one by one.</summary>
    public void Sort()
    {
        for (var sorted = 1; sorted < count; sorted++)
        {
            var item = items[sorted];
            var place = sorted;
            for (; place > 0 && items[place - 1].Index > item.Index; place--)
            {
                items[place] = items[place - 1];
            }

            items[place] = item;
        }
    }

    public void Clear() => count = 0;
}

namespace PlanAnalyzers.Model;

/// <summary>
/// An immutable list of states. A list that is made of another one by a few changes shares the rest with it, so that a step costs what it
/// changes and not what the galaxy has.
/// </summary>
/// <remarks>
/// Three levels of small arrays: an item is reached by two of them, and a change copies one of each level. Items are bytes and arrays are
/// referred to by eight, so an array of items has more of them.
/// </remarks>
/// <typeparam name="T">The items, themselves values.</typeparam>
internal sealed class SharedList<T> : IEquatable<SharedList<T>>
    where T : struct, IEquatable<T>
{
    private const int ItemBits = 6;
    private const int ItemMask = (1 << ItemBits) - 1;
    private const int ArrayBits = 4;
    private const int ArrayMask = (1 << ArrayBits) - 1;

    private readonly T[][][] blocks;

    private SharedList(T[][][] blocks, int count)
    {
        this.blocks = blocks;
        Count = count;
    }

    public int Count { get; }

    public T this[int index] => blocks[index >> (ItemBits + ArrayBits)][(index >> ItemBits) & ArrayMask][index & ItemMask];

    public static SharedList<T> Of(T[] items) => new(Split(Split(items, ItemBits), ArrayBits), items.Length);

    /// <summary>The places where two lists of one length differ, in order. What they share is passed over.</summary>
    public IEnumerable<int> Differences(SharedList<T> other)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            for (var j = 0; blocks[i] != other.blocks[i] && j < blocks[i].Length; j++)
            {
                var (items, others) = (blocks[i][j], other.blocks[i][j]);
                for (var k = 0; items != others && k < items.Length; k++)
                {
                    if (!items[k].Equals(others[k]))
                    {
                        yield return (((i << ArrayBits) + j) << ItemBits) + k;
                    }
                }
            }
        }
    }

    /// <summary>This list with the items that differ between two others, as the later of them has them.</summary>
    public SharedList<T> WithDifferences(SharedList<T> before, SharedList<T> after)
    {
        var changed = new Editor(this);
        foreach (var index in before.Differences(after))
        {
            changed[index] = after[index];
        }

        return changed.Finish();
    }

    public bool Equals(SharedList<T>? other) => other is not null && Count == other.Count && !Differences(other).Any();

    public override bool Equals(object? obj) => Equals(obj as SharedList<T>);

    public override int GetHashCode()
    {
        var hash = Count;
        foreach (var items in blocks.SelectMany(block => block))
        {
            foreach (var item in items)
            {
                hash = unchecked((hash * 31) + item.GetHashCode());
            }
        }

        return hash;
    }

    private static TItem[][] Split<TItem>(TItem[] items, int bits)
    {
        var width = 1 << bits;
        var parts = new TItem[(items.Length + width - 1) >> bits][];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = new TItem[Math.Min(width, items.Length - (i << bits))];
            Array.Copy(items, i << bits, parts[i], 0, parts[i].Length);
        }

        return parts;
    }

    /// <summary>A list while it is being changed. An array that is no longer the one of the list it began with is its own.</summary>
    internal sealed class Editor(SharedList<T> start)
    {
        private SharedList<T> start = start;
        private T[][][] blocks = start.blocks;

        public T this[int index]
        {
            get => blocks[index >> (ItemBits + ArrayBits)][(index >> ItemBits) & ArrayMask][index & ItemMask];
            set => OwnItems(index >> (ItemBits + ArrayBits), (index >> ItemBits) & ArrayMask)[index & ItemMask] = value;
        }

        /// <summary>The list as changed. What the editor changes after that, it changes in copies.</summary>
        public SharedList<T> Finish() => blocks == start.blocks ? start : start = new SharedList<T>(blocks, start.Count);

        private T[] OwnItems(int i, int j)
        {
            if (blocks == start.blocks)
            {
                blocks = (T[][][])blocks.Clone();
            }

            if (blocks[i] == start.blocks[i])
            {
                blocks[i] = (T[][])blocks[i].Clone();
            }

            if (blocks[i][j] == start.blocks[i][j])
            {
                blocks[i][j] = (T[])blocks[i][j].Clone();
            }

            return blocks[i][j];
        }
    }
}

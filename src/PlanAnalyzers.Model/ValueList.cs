using System.Collections;

namespace PlanAnalyzers.Model;

/// <summary>An immutable list that is equal to any other list with equal items in the same order.</summary>
/// <remarks>Records of the model and of the generator's pipeline hold their lists in this type, so that they are values throughout.</remarks>
/// <typeparam name="T">The items, themselves values.</typeparam>
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] items;

    internal ValueList(T[] items) => this.items = items;

    /// <summary>The list without items.</summary>
    public static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => items.Length;

    /// <inheritdoc />
    public T this[int index] => items[index];

    /// <inheritdoc />
    public bool Equals(ValueList<T>? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other.items.Length != items.Length)
        {
            return false;
        }

        var comparer = EqualityComparer<T>.Default;
        for (var i = 0; i < items.Length; i++)
        {
            if (!comparer.Equals(items[i], other.items[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = items.Length;
        foreach (var item in items)
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", items);

    /// <summary>Whether something holds for an item. Unlike the one for any sequence this allocates nothing.</summary>
    internal bool Any(Func<T, bool> holds)
    {
        foreach (var item in items)
        {
            if (holds(item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something holds for all items. Unlike the one for any sequence this allocates nothing.</summary>
    internal bool All(Func<T, bool> holds)
    {
        foreach (var item in items)
        {
            if (!holds(item))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The items for which something holds.</summary>
    internal T[] FindAll(Predicate<T> holds) => Array.FindAll(items, holds);

    /// <summary>Enumerates the items in order.</summary>
    public Enumerator GetEnumerator() => new(items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    /// <summary>Enumerates a list without allocating.</summary>
    public struct Enumerator
    {
        private readonly T[] items;
        private int index;

        internal Enumerator(T[] items)
        {
            this.items = items;
            index = -1;
        }

        /// <summary>The item at the current position.</summary>
        public readonly T Current => items[index];

        /// <summary>Goes to the next item.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++index < items.Length;
    }
}

/// <summary>Makes value lists.</summary>
public static class ValueList
{
    /// <summary>A list of one item.</summary>
    public static ValueList<T> Of<T>(T item) => new([item]);

    /// <summary>A list of the given items, which are copied.</summary>
    public static ValueList<T> Of<T>(params T[] items) => items.ToValueList();

    /// <summary>A list of the items that a sequence yields.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items)
    {
        var copy = items.ToArray();
        return copy.Length == 0 ? ValueList<T>.Empty : new ValueList<T>(copy);
    }
}

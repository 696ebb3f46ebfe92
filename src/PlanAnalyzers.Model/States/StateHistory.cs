namespace PlanAnalyzers.Model;

/// <summary>The states of a galaxy as they follow each other, each at a moment of its own, from 0.</summary>
/// <remarks>
/// States share a history, so that one more costs what changed and not what the galaxy has. A state stays what it is while the history goes
/// on. Only its last state can go on in the history; one that goes on from an earlier state begins a history of its own.
/// </remarks>
internal sealed class StateHistory(PlatformState[] platforms, EngineState[] engines)
{
    private int last;

    /// <summary>The platforms by their indexes.</summary>
    public Timeline<PlatformState> Platforms { get; } = new(platforms);

    /// <summary>The engines by their indexes.</summary>
    public Timeline<EngineState> Engines { get; } = new(engines);

    /// <summary>Begins the moment after another one, which is done once.</summary>
    /// <returns>Whether the other one was the last moment.</returns>
    public bool GoesOnAfter(int moment) => Interlocked.CompareExchange(ref last, moment + 1, moment) == moment;
}

/// <summary>What things were, and from which moment on.</summary>
/// <remarks>
/// Who reads a moment is not disturbed by later ones being added meanwhile: an array of changes only ever gets later ones, and a larger array
/// has all that the smaller one had.
/// </remarks>
/// <param name="start">What they were at moment 0. The array is kept.</param>
/// <typeparam name="T">What there is to know of a thing, itself a value.</typeparam>
internal sealed class Timeline<T>(T[] start)
    where T : struct, IEquatable<T>
{
    /// <summary>Most things of a plan change so many times or fewer.</summary>
    private const int Usual = 4;

    private readonly Change[]?[] changes = new Change[]?[start.Length];
    private readonly int[] counts = new int[start.Length];

    /// <summary>How many things there are.</summary>
    public int Count => start.Length;

    /// <summary>What a thing was at a moment.</summary>
    public T this[int index, int moment]
    {
        get
        {
            var known = changes[index];
            if (known is null || known[0].Since > moment)
            {
                return start[index];
            }

            // The last change that is not later than the moment is at low, or after it.
            var (low, high) = (0, known.Length);
            while (high - low > 1)
            {
                var middle = (low + high) >> 1;
                (low, high) = known[middle].Since > moment ? (low, middle) : (middle, high);
            }

            return known[low].Now;
        }
    }

    /// <summary>What all things were at a moment, in an array of its own.</summary>
    public T[] ToArray(int moment)
    {
        var all = new T[Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = this[i, moment];
        }

        return all;
    }

    /// <summary>Whether a moment is one of another timeline in all things.</summary>
    public bool Equals(int moment, Timeline<T> other, int otherMoment)
    {
        for (var i = 0; i < Count && Count == other.Count; i++)
        {
            if (!this[i, moment].Equals(other[i, otherMoment]))
            {
                return false;
            }
        }

        return Count == other.Count;
    }

    /// <summary>A hash of all things at a moment.</summary>
    public int HashOf(int moment)
    {
        var hash = Count;
        for (var i = 0; i < Count; i++)
        {
            hash = unchecked((hash * 31) + this[i, moment].GetHashCode());
        }

        return hash;
    }

    /// <summary>Says what a thing is from a moment on. Moments come in order.</summary>
    public void Set(int index, int moment, T now)
    {
        var count = counts[index]++;
        var known = changes[index];
        if (known is null || count == known.Length)
        {
            var larger = new Change[known is null ? Usual : 2 * count];
            known?.CopyTo(larger, 0);
            for (var i = count; i < larger.Length; i++)
            {
                larger[i].Since = int.MaxValue;
            }

            changes[index] = known = larger;
        }

        known[count].Now = now;
        Volatile.Write(ref known[count].Since, moment);
    }

    private struct Change
    {
        public int Since;
        public T Now;
    }
}

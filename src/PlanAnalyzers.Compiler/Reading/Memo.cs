using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>
/// What was read of a piece of source, kept for the compilations after a keystroke: it is the same as long as the files that it was read from
/// are, and what all others declare. It lasts as long as what it is kept for, such as its file.
/// </summary>
/// <remarks>A value must hold no symbol and nothing else of a compilation; places in files are allowed.</remarks>
internal sealed class Memo<T>
{
    // One for each of the compilations that take turns: with and without what is generated, and one in which a fix is tried.
    private const int Kept = 3;

    private readonly ConditionalWeakTable<object, Dictionary<TextSpan, List<Entry>>> all = new();

    /// <summary>What is known, if it is still true.</summary>
    /// <param name="compilation">The compilation in which it is asked.</param>
    /// <param name="anchor">What it was kept for, such as a file.</param>
    /// <param name="place">Where in the file it is.</param>
    /// <param name="limits">How much may be read.</param>
    /// <param name="value">What was read.</param>
    public bool TryGet(Compilation compilation, object anchor, TextSpan place, ReadingLimits limits, out T value)
    {
        if (all.TryGetValue(anchor, out var places))
        {
            lock (places)
            {
                if (places.TryGetValue(place, out var entries))
                {
                    foreach (var entry in entries)
                    {
                        if (entry.IsTrueIn(compilation, limits))
                        {
                            entries.Remove(entry);
                            entries.Insert(0, entry); // What is not asked for any more is forgotten first.
                            value = entry.Value;
                            return true;
                        }
                    }
                }
            }
        }

        value = default!;
        return false;
    }

    /// <summary>Keeps what was read.</summary>
    /// <param name="compilation">The compilation in which it was read.</param>
    /// <param name="anchor">What it is kept for.</param>
    /// <param name="place">Where in the file it is.</param>
    /// <param name="limits">How much was allowed to be read.</param>
    /// <param name="files">The files of whose bodies something was read.</param>
    /// <param name="value">What was read.</param>
    public T Keep(Compilation compilation, object anchor, TextSpan place, ReadingLimits limits, IEnumerable<SyntaxTree> files, T value)
    {
        var entry = new Entry(compilation, [.. files], limits, value);
        var places = all.GetValue(anchor, _ => []);
        lock (places)
        {
            if (!places.TryGetValue(place, out var entries))
            {
                places.Add(place, entries = []);
            }

            if (entries.Count == Kept)
            {
                entries.RemoveAt(Kept - 1);
            }

            entries.Insert(0, entry);
        }

        return value;
    }

    private sealed class Entry
    {
        private readonly Surroundings surroundings;
        private readonly bool usesGenerated;
        private readonly SyntaxTree[] files;
        private readonly ReadingLimits limits;

        public Entry(Compilation compilation, SyntaxTree[] files, ReadingLimits limits, T value)
        {
            usesGenerated = files.Any(GeneratedNames.AreUsedIn);
            surroundings = Of(compilation);
            this.files = files;
            this.limits = limits;
            Value = value;
        }

        public T Value { get; }

        public bool IsTrueIn(Compilation compilation, ReadingLimits allowed) =>
            ReferenceEquals(surroundings, Of(compilation))
            && limits.Equals(allowed)
            && Array.TrueForAll(files, compilation.ContainsSyntaxTree);

        private Surroundings Of(Compilation compilation) =>
            usesGenerated ? Surroundings.WithAllFiles(compilation) : Surroundings.AsWritten(compilation);
    }
}

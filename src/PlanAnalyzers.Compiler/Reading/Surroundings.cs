using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>
/// All that the meaning of a piece of source depends on beside its own file: what the files of a compilation declare, without the bodies,
/// with its references and options. Of two compilations in which nothing but bodies differs it is one and the same object.
/// </summary>
internal sealed class Surroundings
{
    private const int Remembered = 16;

    private static readonly ConditionalWeakTable<Compilation, Pair> All = new();
    private static readonly ConditionalWeakTable<object, object> Marks = new();
    private static readonly List<WeakReference<Surroundings>> Recent = [];

    private readonly string? assembly;
    private readonly CompilationOptions options;
    private readonly (object Mark, MetadataReferenceProperties Properties)[] references;
    private SyntaxTree[] files;

    private Surroundings(Compilation compilation, IEnumerable<SyntaxTree> files)
    {
        assembly = compilation.AssemblyName;
        options = compilation.Options.WithSyntaxTreeOptionsProvider(null); // How severe a diagnostic is changes no meaning.
        references = [.. compilation.References.Select(reference => (MarkOf(reference), reference.Properties))];
        this.files = [.. files];
    }

    /// <summary>The surroundings with all files of a compilation.</summary>
    public static Surroundings WithAllFiles(Compilation compilation) => All.GetValue(compilation, Pair.Of).All;

    /// <summary>
    /// The surroundings with what the author wrote and without what our generator adds. That adds members of known names to the plans'
    /// classes, so to code that uses none of these names (<see cref="GeneratedNames"/>) it makes no difference.
    /// </summary>
    public static Surroundings AsWritten(Compilation compilation) => All.GetValue(compilation, Pair.Of).Written;

    /// <summary>Of what was made before and is the same the object, so that there is one of each; a new one becomes known.</summary>
    private static Surroundings TheOne(Surroundings made)
    {
        lock (Recent)
        {
            Recent.RemoveAll(known => !known.TryGetTarget(out _));
            foreach (var candidate in Recent)
            {
                if (candidate.TryGetTarget(out var known) && known.IsSameAs(made))
                {
                    known.files = made.files; // Otherwise files of long ago would stay in memory.
                    return known;
                }
            }

            if (Recent.Count == Remembered)
            {
                Recent.RemoveAt(0);
            }

            Recent.Add(new WeakReference<Surroundings>(made));
            return made;
        }
    }

    private bool IsSameAs(Surroundings other) =>
        assembly == other.assembly
        && files.Length == other.files.Length
        && references.SequenceEqual(other.references)
        && options.Equals(other.options)
        && files.Zip(other.files, DeclareTheSame).All(same => same);

    /// <summary>Whether two files differ at most in bodies, in the values of fields that are not constant, and in comments.</summary>
    private static bool DeclareTheSame(SyntaxTree file, SyntaxTree other) =>
        file == other
        || (file.FilePath == other.FilePath
            && file.Options.Equals(other.Options)
            && SyntaxFactory.AreEquivalent(file, other, topLevel: true));

    /// <summary>What stands for a reference without keeping it: in an editor it may be the compilation of another project.</summary>
    private static object MarkOf(MetadataReference reference) =>
        Marks.GetValue(reference is CompilationReference { Compilation: var live } ? live : reference, _ => new object());

    private sealed class Pair
    {
        public required Surroundings All { get; init; }

        public required Surroundings Written { get; init; }

        public static Pair Of(Compilation compilation)
        {
            var all = TheOne(new Surroundings(compilation, compilation.SyntaxTrees));
            return new Pair
            {
                All = all,
                Written = compilation.SyntaxTrees.Any(GeneratedNames.IsGenerated)
                    ? TheOne(new Surroundings(compilation, compilation.SyntaxTrees.Where(tree => !GeneratedNames.IsGenerated(tree))))
                    : all,
            };
        }
    }
}

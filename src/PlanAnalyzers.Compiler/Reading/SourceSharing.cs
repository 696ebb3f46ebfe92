using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>Chooses what a library shares: the files of its galaxies and fragments and, as far as that goes, those of the types that they use.</summary>
internal static class SourceSharing
{
    /// <summary>The name of the file that holds the directives of the other files.</summary>
    private const string GlobalUsings = "GlobalUsings";

    private static readonly Memo<SharedSource?> Known = new();

    /// <summary>The source that a library shares, or none where it has neither a galaxy nor a fragment for others.</summary>
    public static SharedSource? Of(Compilation compilation, CancellationToken cancellation)
    {
        var surroundings = Surroundings.WithAllFiles(compilation);
        if (Known.TryGet(compilation, surroundings, default, ReadingLimits.Default, out var known))
        {
            return known;
        }

        var (source, files) = Choose(compilation, cancellation);
        return Known.Keep(compilation, surroundings, default, ReadingLimits.Default, files, source);
    }

    /// <summary>The source that is shared, and the files that it is made of; the others have a part in it by what they declare alone.</summary>
    private static (SharedSource? Source, IReadOnlyList<SyntaxTree> Files) Choose(Compilation compilation, CancellationToken cancellation)
    {
        if (compilation is not CSharpCompilation { Options: { OutputKind: OutputKind.DynamicallyLinkedLibrary } options }
            || SourceModels.LibraryOf(compilation) is not { } library)
        {
            return (null, []);
        }

        var chosen = compilation.SyntaxTrees.Where(tree => SourceOutline.Of(tree).Candidates.Any(candidate =>
            IsForOthers(compilation, library, candidate, cancellation))).ToList();
        if (chosen.Count == 0)
        {
            return (null, []);
        }

        var parse = (CSharpParseOptions)chosen[0].Options;
        var globalUsings = GlobalUsingsOf(compilation);
        Complete(chosen, compilation, globalUsings, cancellation);
        var source = new SharedSource(
            parse.LanguageVersion.ToDisplayString(),
            options.CheckOverflow,
            parse.PreprocessorSymbolNames.OrderBy(symbol => symbol, StringComparer.Ordinal).ToValueList(),
            chosen
                .Select(tree => new SharedFile(FileName(tree), tree.GetText(cancellation).ToString().Replace("\r\n", "\n")))
                .Concat(globalUsings.Count == 0 ? [] : [new SharedFile(GlobalUsings, string.Join("\n", globalUsings) + "\n")])
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .ThenBy(file => file.Text, StringComparer.Ordinal)
                .ToValueList());
        return (source, chosen);
    }

    /// <summary>Adds the files that declare what the chosen ones use, until there is nothing to add.</summary>
    /// <remarks>By name, so it may add a file too many and never leaves one out.</remarks>
    private static void Complete(
        List<SyntaxTree> chosen, Compilation compilation, IReadOnlyList<string> globalUsings, CancellationToken cancellation)
    {
        var others = compilation.SyntaxTrees.Except(chosen).ToList();
        var names = new HashSet<string>(globalUsings.SelectMany(directive => directive.Split(' ', '.', ';', '=', '<', '>', ',')), StringComparer.Ordinal)
        {
            // What the compiler calls without anybody naming it.
            "GetEnumerator",
            "Deconstruct",
        };
        IReadOnlyList<SyntaxTree> added = chosen.ToArray();
        while (added.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var outline in added.Select(SourceOutline.Of))
            {
                names.UnionWith(outline.Used);
                names.UnionWith(outline.Declared); // A type may have parts in other files.
            }

            added = others.Where(tree => SourceOutline.Of(tree) is var outline
                && (outline.StandsInForTheFramework || outline.Declared.Any(names.Contains))).ToArray();
            chosen.AddRange(added);
            others.RemoveAll(added.Contains);
        }
    }

    private static IReadOnlyList<string> GlobalUsingsOf(Compilation compilation) =>
        [.. compilation.SyntaxTrees.SelectMany(tree => SourceOutline.Of(tree).GlobalUsings).Distinct(StringComparer.Ordinal).OrderBy(directive => directive, StringComparer.Ordinal)];

    private static bool IsForOthers(Compilation compilation, LibrarySymbols library, SyntaxNode candidate, CancellationToken cancellation) =>
        SourceModels.SymbolOf(compilation, candidate, cancellation) switch
        {
            INamedTypeSymbol type => library.IsGalaxy(type) && IsPublic(type),
            IMethodSymbol method => IsPublic(method)
                && LibrarySymbols.Same(method.ReturnType, library.Plan)
                && method.Parameters.Any(parameter => LibrarySymbols.Same(parameter.Type, library.Plan)),
            _ => false,
        };

    private static bool IsPublic(ISymbol symbol)
    {
        for (ISymbol? part = symbol; part is not null and not INamespaceSymbol; part = part.ContainingSymbol)
        {
            if (part.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }

    private static string FileName(SyntaxTree tree) => tree.FilePath.Substring(tree.FilePath.LastIndexOfAny(['/', '\\']) + 1);
}

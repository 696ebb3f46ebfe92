using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PlanAnalyzers.Compiler.Analysis;

/// <summary>A file of the project that is the export of a galaxy's site.</summary>
/// <param name="File">The file.</param>
/// <param name="Galaxy">The class of the galaxy, with or without its namespace.</param>
internal sealed record SiteExport(AdditionalText File, string Galaxy)
{
    /// <summary>Whether a class is the galaxy that is meant.</summary>
    public bool IsOf(INamedTypeSymbol type) => type.Name == Galaxy || type.ToDisplayString() == Galaxy;
}

/// <summary>The exports of sites that a project compares its galaxies with: additional files that name a galaxy.</summary>
internal static class SiteExports
{
    /// <summary>How the compiler names the metadata <c>PlanAnalyzersGalaxy</c> of an additional file.</summary>
    public const string Metadata = "build_metadata.AdditionalFiles.PlanAnalyzersGalaxy";

    /// <summary>The end of the name of a file that says by its name which galaxy it is about.</summary>
    private const string Suffix = ".galaxy.csv";

    /// <summary>The exports of a project.</summary>
    public static IReadOnlyList<SiteExport> In(AnalyzerOptions options)
    {
        var exports = new List<SiteExport>();
        foreach (var file in options.AdditionalFiles)
        {
            if (Of(file, options) is { } export)
            {
                exports.Add(export);
            }
        }

        return exports;
    }

    /// <summary>What an additional file is, if it is an export.</summary>
    public static SiteExport? Of(AdditionalText file, AnalyzerOptions options)
    {
        if (options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(Metadata, out var galaxy) && galaxy.Trim().Length > 0)
        {
            return new SiteExport(file, galaxy.Trim());
        }

        var name = file.Path.Substring(file.Path.LastIndexOfAny(['/', '\\']) + 1);
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            ? new SiteExport(file, name.Substring(0, name.Length - Suffix.Length))
            : null;
    }
}

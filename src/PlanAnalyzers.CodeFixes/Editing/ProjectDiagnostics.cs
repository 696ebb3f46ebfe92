using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.Compiler.Analysis;
using PlanAnalyzers.Compiler.Reading;

namespace PlanAnalyzers.CodeFixes.Editing;

/// <summary>What our analyzer says of all galaxies and plans of a project.</summary>
internal static class ProjectDiagnostics
{
    // Several fixes are tried against one compilation; the exports of sites are no part of it.
    private static readonly ConditionalWeakTable<Compilation, Said> Known = new();

    /// <summary>How much of a plan is read in a project.</summary>
    public static ReadingLimits ReadingLimits(this Project project) =>
        Compiler.Reading.ReadingLimits.Of(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions);

    /// <summary>The diagnostics of a compilation of a project: of its own or of one in which something was changed.</summary>
    public static IReadOnlyList<Diagnostic> Of(Project project, Compilation compilation, CancellationToken cancellation)
    {
        var exports = SiteExports.In(project.AnalyzerOptions);
        var texts = exports.Select(export => export.File.GetText(cancellation)).ToArray();
        if (!Known.TryGetValue(compilation, out var known) || !known.Exports.SequenceEqual(texts))
        {
            var limits = project.ReadingLimits();
            known = new Said(
                LibrarySymbols.Find(compilation) is { } library
                    ? [.. ProjectTypes.Of(compilation).SelectMany(type => TypeDiagnostics.Of(compilation, library, type, limits, exports, cancellation))]
                    : [],
                texts);
            Known.Remove(compilation);
            known = Known.GetValue(compilation, _ => known);
        }

        return known.Diagnostics;
    }

    private sealed record Said(IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<SourceText?> Exports);
}

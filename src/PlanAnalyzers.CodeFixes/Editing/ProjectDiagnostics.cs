using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Analysis;
using PlanAnalyzers.Compiler.Reading;

namespace PlanAnalyzers.CodeFixes.Editing;

/// <summary>What our analyzer says of all galaxies and plans of a project.</summary>
internal static class ProjectDiagnostics
{
    // Several fixes are tried against one compilation.
    private static readonly ConditionalWeakTable<Compilation, IReadOnlyList<Diagnostic>> Known = new();

    /// <summary>How much of a plan is read in a project.</summary>
    public static ReadingLimits ReadingLimits(this Project project) =>
        Compiler.Reading.ReadingLimits.Of(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions);

    /// <summary>The diagnostics of a compilation, whose limits are those of its project.</summary>
    public static IReadOnlyList<Diagnostic> Of(Compilation compilation, ReadingLimits limits, CancellationToken cancellation)
    {
        if (!Known.TryGetValue(compilation, out var diagnostics))
        {
            diagnostics = LibrarySymbols.Find(compilation) is { } library
                ? [.. ProjectTypes.Of(compilation).SelectMany(type => TypeDiagnostics.Of(compilation, library, type, limits, cancellation))]
                : [];
            diagnostics = Known.GetValue(compilation, _ => diagnostics);
        }

        return diagnostics;
    }
}

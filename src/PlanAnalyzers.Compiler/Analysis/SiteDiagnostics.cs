using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Analysis;

/// <summary>Where a galaxy and the exports of its site differ.</summary>
internal static class SiteDiagnostics
{
    /// <summary>What the exports of a galaxy's site say otherwise, or why they say nothing.</summary>
    /// <param name="galaxy">The galaxy.</param>
    /// <param name="exports">The exports of this galaxy.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IEnumerable<(Finding Finding, SiteExport Export)> Findings(
        Galaxy galaxy, IEnumerable<SiteExport> exports, CancellationToken cancellation)
    {
        foreach (var export in exports)
        {
            var file = FileName(export.File.Path);
            var reading = SiteReading.Of(export.File, cancellation);
            var findings = reading.Site is { } site
                ? DriftCheck.Run(galaxy, site, file)
                : ValueList.Of(new Finding(
                    RuleTable.NotCompared,
                    new GalaxyPlace(),
                    $"{galaxy} is not compared with its site by {file}{reading.Problem}.",
                    ValueList.Of<Place>(new ExportPlace(reading.Line))));
            foreach (var finding in findings)
            {
                yield return (finding, export);
            }
        }
    }

    /// <summary>The line of an export in its file.</summary>
    public static Location LocationOf(SiteExport export, int line, CancellationToken cancellation)
    {
        var span = export.File.GetText(cancellation)?.Lines is { } lines && line <= lines.Count ? lines[line - 1].Span : default;
        return Location.Create(export.File.Path, span, new LinePositionSpan(new LinePosition(line - 1, 0), new LinePosition(line - 1, span.Length)));
    }

    /// <summary>What is said at the file itself: that there is no such galaxy. What is wrong with an export of a galaxy is said there.</summary>
    public static Diagnostic? AtFile(SiteExport export, Compilation compilation, LibrarySymbols library, CancellationToken cancellation)
    {
        var simple = export.Galaxy.Substring(export.Galaxy.LastIndexOf('.') + 1);
        var types = compilation.GetSymbolsWithName(simple, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>();
        return types.Any(type => library.IsGalaxy(type) && export.IsOf(type))
            ? null
            : Diagnostic.Create(
                Descriptors.Of(RuleTable.NotCompared),
                LocationOf(export, 1, cancellation),
                $"{FileName(export.File.Path)} is the export of the galaxy {export.Galaxy}, which this project does not declare, so it is "
                + "compared with nothing. "
                + "Name a class with [Galaxy] of this project in the metadata PlanAnalyzersGalaxy of the file, or remove the file from the project.");
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Analysis;

/// <summary>
/// What is wrong with a galaxy or a plan. The analyzer reports it, and a fix asks before it is offered whether it would still be said.
/// </summary>
internal static class TypeDiagnostics
{
    /// <summary>The diagnostics of a class; none where it is neither a galaxy nor a plan.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="library">The authoring library as the project sees it.</param>
    /// <param name="type">The class.</param>
    /// <param name="limits">How much of a plan is read.</param>
    /// <param name="exports">The exports of sites that the project has.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IEnumerable<Diagnostic> Of(
        Compilation compilation,
        LibrarySymbols library,
        INamedTypeSymbol type,
        ReadingLimits limits,
        IReadOnlyList<SiteExport> exports,
        CancellationToken cancellation)
    {
        var models = SourceModels.Of(compilation);
        var ofGalaxy = library.IsGalaxy(type)
            ? Of(models.Galaxy(type, limits, cancellation), [.. exports.Where(export => export.IsOf(type))], models, cancellation)
            : [];
        var ofPlan = PlanReader.Read(compilation, library, type, limits, cancellation) is { } plan ? Of(plan, models, cancellation) : [];
        return ofGalaxy.Concat(ofPlan).Select(diagnostic => InSightOf(compilation, diagnostic));
    }

    private static IEnumerable<Diagnostic> Of(
        GalaxyReading reading, IReadOnlyList<SiteExport> exports, SourceModels models, CancellationToken cancellation)
    {
        var findings = reading.Galaxy is { } galaxy ? TopologyCheck.Run(galaxy) : ValueList<Finding>.Empty;
        if (reading.Problems.Count + findings.Count + exports.Count == 0 || !reading.Source.Compiles(models, cancellation))
        {
            return [];
        }

        // A galaxy with errors of its own is mended first; what then still differs from the site is said afterwards.
        var drift = reading.Problems.Count + findings.Count == 0 && reading.Galaxy is { } right
            ? SiteDiagnostics.Findings(right, exports, cancellation)
            : [];
        return reading.Problems.Select(Of)
            .Concat(findings.Select(finding => Of(finding, place => LocationOf(place, reading))))
            .Concat(drift.Select(item => Of(item.Finding, place => place is ExportPlace { Line: var line }
                ? SiteDiagnostics.LocationOf(item.Export, line, cancellation)
                : LocationOf(place, reading))));
    }

    private static Location LocationOf(Place place, GalaxyReading reading) =>
        place is DeclarationPlace { Declaration: var declaration } ? reading.LocationOf(declaration) : reading.Location;

    private static IEnumerable<Diagnostic> Of(PlanReading reading, SourceModels models, CancellationToken cancellation)
    {
        // What is wrong with the galaxy is reported there, once, and not again for each of its plans.
        var findings = (reading.Plan is { } plan ? PlanCheck.RunCancellable(plan, cancellation).Findings : ValueList<Finding>.Empty)
            .Where(finding => finding.Place is not (DeclarationPlace or GalaxyPlace) && (reading.HasVersions || finding.Place is not VersionsPlace))
            .ToArray();
        if (reading.Problems.Count + findings.Length == 0)
        {
            return [];
        }

        var compiles = reading.Compiles(models, cancellation);
        return reading.Problems
            .Where(problem => problem.Rule == RuleTable.PlanClassShape ? reading.IsParsed : compiles)
            .Select(Of)
            .Concat(Once(findings.Where(_ => compiles), reading).Select(finding => Of(finding, reading.LocationOf, reading.SourceOf(finding))));
    }

    /// <summary>What all rounds of a loop do wrong in the same way is one mistake, said of the first.</summary>
    private static IEnumerable<Finding> Once(IEnumerable<Finding> findings, PlanReading reading)
    {
        var said = new HashSet<(Rule, Location, string)>();
        return findings.Where(finding => said.Add((finding.Rule, reading.LocationOf(finding.Place), finding.Message)));
    }

    /// <summary>A place in the source of a library is none of this compilation; it is told by its file and lines.</summary>
    private static Diagnostic InSightOf(Compilation compilation, Diagnostic diagnostic)
    {
        return diagnostic.AdditionalLocations.All(IsOwn)
            ? diagnostic
            : Diagnostic.Create(
                diagnostic.Descriptor,
                diagnostic.Location,
                diagnostic.AdditionalLocations.Select(place => IsOwn(place)
                    ? place
                    : Location.Create(place.SourceTree!.FilePath, place.SourceSpan, place.GetLineSpan().Span)),
                diagnostic.Properties,
                diagnostic.GetMessage(CultureInfo.InvariantCulture));

        bool IsOwn(Location place) => place.SourceTree is not { } tree || compilation.ContainsSyntaxTree(tree);
    }

    private static Diagnostic Of(Problem problem) => Diagnostic.Create(
        Descriptors.Of(problem.Rule),
        problem.Location,
        problem.Others,
        problem.Message);

    private static Diagnostic Of(Finding finding, Func<Place, Location> locationOf, StepSource? source = null)
    {
        var others = finding.Others.Select(locationOf);
        return Diagnostic.Create(
            Descriptors.Of(finding.Rule),
            locationOf(finding.Place),
            source?.Inner is { } inner ? others.Prepend(inner) : others,
            source?.Context is { } how ? $"{how}: {finding.Message}" : finding.Message);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Analysis;

/// <summary>Reports what is wrong with the galaxies and upgrade plans of a project, while they are typed and in the build.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UpgradePlanAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (LibrarySymbols.Find(start.Compilation) is { } library)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, library), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, LibrarySymbols library)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (library.IsGalaxy(type))
        {
            var galaxy = SourceModels.Of(context.Compilation).Galaxy(library, type, context.CancellationToken);
            Report(context, galaxy);
        }

        if (PlanReader.Read(context.Compilation, library, type, context.CancellationToken) is { } plan)
        {
            Report(context, plan);
        }
    }

    private static void Report(SymbolAnalysisContext context, GalaxyReading reading)
    {
        foreach (var problem in reading.Problems)
        {
            Report(context, problem);
        }

        if (reading.Galaxy is { } galaxy)
        {
            foreach (var finding in TopologyCheck.Run(galaxy))
            {
                Report(context, finding, place => place is DeclarationPlace { Declaration: var declaration }
                    ? reading.LocationOf(declaration)
                    : reading.Location);
            }
        }
    }

    private static void Report(SymbolAnalysisContext context, PlanReading reading)
    {
        foreach (var problem in reading.Problems)
        {
            Report(context, problem);
        }

        if (reading.Plan is { } plan)
        {
            // What is wrong with the galaxy is reported there, once, and not again for each of its plans.
            foreach (var finding in PlanCheck.Run(plan).Findings.Where(finding =>
                finding.Place is not (DeclarationPlace or GalaxyPlace) && (reading.HasVersions || finding.Place is not VersionsPlace)))
            {
                Report(context, finding, reading.LocationOf, reading.SourceOf(finding));
            }
        }
    }

    private static void Report(SymbolAnalysisContext context, Problem problem) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.Of(problem.Rule),
            problem.Location,
            problem.Other is null ? [] : [problem.Other],
            problem.Message));

    private static void Report(SymbolAnalysisContext context, Finding finding, Func<Place, Location> locationOf, StepSource? source = null)
    {
        var others = finding.Others.Select(locationOf);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.Of(finding.Rule),
            locationOf(finding.Place),
            source?.Inner is { } inner ? others.Prepend(inner) : others,
            source?.Context is { } how ? $"{how}: {finding.Message}" : finding.Message));
    }
}

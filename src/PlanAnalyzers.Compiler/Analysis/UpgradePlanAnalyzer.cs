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
        var findings = reading.Galaxy is { } galaxy ? TopologyCheck.Run(galaxy) : ValueList<Finding>.Empty;
        if (reading.Problems.Count + findings.Count == 0 || !reading.Source.Compiles(context.CancellationToken))
        {
            return;
        }

        foreach (var problem in reading.Problems)
        {
            Report(context, problem);
        }

        foreach (var finding in findings)
        {
            Report(context, finding, place => place is DeclarationPlace { Declaration: var declaration }
                ? reading.LocationOf(declaration)
                : reading.Location);
        }
    }

    private static void Report(SymbolAnalysisContext context, PlanReading reading)
    {
        // What is wrong with the galaxy is reported there, once, and not again for each of its plans.
        var findings = (reading.Plan is { } plan ? PlanCheck.Run(plan).Findings : ValueList<Finding>.Empty)
            .Where(finding => finding.Place is not (DeclarationPlace or GalaxyPlace) && (reading.HasVersions || finding.Place is not VersionsPlace))
            .ToArray();
        if (reading.Problems.Count + findings.Length == 0)
        {
            return;
        }

        var compiles = reading.Compiles(context.CancellationToken);
        foreach (var problem in reading.Problems.Where(problem => problem.Rule == RuleTable.PlanClassShape ? reading.IsParsed : compiles))
        {
            Report(context, problem);
        }

        foreach (var finding in findings.Where(_ => compiles))
        {
            Report(context, finding, reading.LocationOf, reading.SourceOf(finding));
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

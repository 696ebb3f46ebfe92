using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanAnalyzers.Compiler.Reading;

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
                var limits = ReadingLimits.Of(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
                start.RegisterSymbolAction(symbol => Analyze(symbol, library, limits), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, LibrarySymbols library, ReadingLimits limits)
    {
        foreach (var diagnostic in TypeDiagnostics.Of(
            context.Compilation, library, (INamedTypeSymbol)context.Symbol, limits, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}

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
                var exports = SiteExports.In(start.Options);
                start.RegisterSymbolAction(symbol => Analyze(symbol, library, limits, exports), SymbolKind.NamedType);
                if (exports.Count > 0)
                {
                    start.RegisterAdditionalFileAction(file => Analyze(file, library));
                }
            }
        });
    }

    private static void Analyze(AdditionalFileAnalysisContext context, LibrarySymbols library)
    {
        if (SiteExports.Of(context.AdditionalFile, context.Options) is { } export
            && SiteDiagnostics.AtFile(export, context.Compilation, library, context.CancellationToken) is { } diagnostic)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private static void Analyze(SymbolAnalysisContext context, LibrarySymbols library, ReadingLimits limits, IReadOnlyList<SiteExport> exports)
    {
        foreach (var diagnostic in TypeDiagnostics.Of(
            context.Compilation, library, (INamedTypeSymbol)context.Symbol, limits, exports, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}

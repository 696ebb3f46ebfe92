using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanAnalyzers.Compiler.Reading;

namespace PlanAnalyzers.Compiler.Analysis;

/// <summary>
/// Silences hints of the SDK that are wrong on galaxies and plans: a declaration or <c>Define</c> is not unused because no C# refers to
/// it, since the plan is read from the source; and a guard against <c>null</c> is not needed where a plan was read before it runs.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisleadingHints : DiagnosticSuppressor
{
    private const string PlanIsRead = "The upgrade plan is read from this.";
    private const string NothingIsNull = "Plans are read at compile time, and what a plan hands to a method is there.";

    private static readonly SuppressionDescriptor UnusedMember = new("UPGSPR0001", "IDE0051", PlanIsRead);
    private static readonly SuppressionDescriptor UnreadMember = new("UPGSPR0002", "IDE0052", PlanIsRead);
    private static readonly SuppressionDescriptor UnusedField = new("UPGSPR0003", "CA1823", PlanIsRead);
    private static readonly SuppressionDescriptor UncheckedArgument = new("UPGSPR0004", "CA1062", NothingIsNull);

    /// <inheritdoc />
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [UnusedMember, UnreadMember, UnusedField, UncheckedArgument];

    /// <inheritdoc />
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (LibrarySymbols.Find(context.Compilation) is not { } library)
        {
            return;
        }

        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree)
            {
                var model = context.GetSemanticModel(tree);
                var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
                var isWrong = diagnostic.Id == UncheckedArgument.SuppressedDiagnosticId
                    ? IsOfAPlanMethod(model.GetSymbolInfo(node, context.CancellationToken).Symbol, library)
                    : IsRead(model.GetDeclaredSymbol(node, context.CancellationToken), library);
                if (isWrong)
                {
                    var descriptor = SupportedSuppressions.First(suppression => suppression.SuppressedDiagnosticId == diagnostic.Id);
                    context.ReportSuppression(Suppression.Create(descriptor, diagnostic));
                }
            }
        }
    }

    private static bool IsOfAPlanMethod(ISymbol? symbol, LibrarySymbols library) =>
        symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol method } && LibrarySymbols.Same(method.ReturnType, library.Plan);

    private static bool IsRead(ISymbol? member, LibrarySymbols library) => member switch
    {
        IMethodSymbol { Name: "Define" } define => LibrarySymbols.AttributeOf(define.ContainingType, library.UpgradePlanAttribute) is not null,
        IFieldSymbol field => library.IsDeclaration(field.Type) && library.IsGalaxy(field.ContainingType),
        IPropertySymbol property => library.IsDeclaration(property.Type) && library.IsGalaxy(property.ContainingType),
        _ => false,
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.Compiler.Reading;

namespace PlanAnalyzers.CodeFixes.Editing;

/// <summary>The plan that an author has before them: its class in the document, and what the reader read of it.</summary>
/// <param name="Compilation">The project.</param>
/// <param name="Library">The authoring library as the project sees it.</param>
/// <param name="Type">The plan's class.</param>
/// <param name="Syntax">The part of the class in the document.</param>
/// <param name="Reading">What was read.</param>
/// <param name="Limits">How much of a plan is read in the project.</param>
internal sealed record OpenPlan(
    Compilation Compilation, LibrarySymbols Library, INamedTypeSymbol Type, ClassDeclarationSyntax Syntax, PlanReading Reading, ReadingLimits Limits)
{
    /// <summary>The plan whose class a place is in, or none.</summary>
    public static async Task<OpenPlan?> At(Document document, TextSpan place, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || LibrarySymbols.Find(model.Compilation) is not { } library)
        {
            return null;
        }

        var limits = document.Project.ReadingLimits();
        foreach (var syntax in root.FindNode(place).AncestorsAndSelf().OfType<ClassDeclarationSyntax>())
        {
            if (model.GetDeclaredSymbol(syntax, cancellation) is { } type
                && PlanReader.Read(model.Compilation, library, type, limits, cancellation) is { } reading)
            {
                return new OpenPlan(model.Compilation, library, type, syntax, reading, limits);
            }
        }

        return null;
    }

    /// <summary>The other plans of the project, as the reader read them.</summary>
    public IEnumerable<(INamedTypeSymbol Type, PlanReading Reading)> Others(CancellationToken cancellation)
    {
        foreach (var other in ProjectTypes.Of(Compilation))
        {
            if (!LibrarySymbols.Same(other, Type) && PlanReader.Read(Compilation, Library, other, Limits, cancellation) is { } reading)
            {
                yield return (other, reading);
            }
        }
    }
}

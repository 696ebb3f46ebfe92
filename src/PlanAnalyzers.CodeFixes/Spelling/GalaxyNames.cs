using Microsoft.CodeAnalysis;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Spelling;

/// <summary>The platforms and engines that a piece of source can be about, and how it names them.</summary>
internal sealed class GalaxyNames
{
    private readonly SemanticModel model;
    private readonly INamedTypeSymbol type;
    private readonly IReadOnlyDictionary<ISymbol, Declaration> declarations;

    private GalaxyNames(SemanticModel model, GalaxyReading galaxy)
    {
        this.model = model;
        declarations = galaxy.Declarations;
        type = declarations.Keys.First().ContainingType;
    }

    /// <summary>The platforms and engines, in the order of their declaration.</summary>
    public IEnumerable<DeployTarget> Targets => declarations.Values.OfType<DeployTarget>();

    /// <summary>The names of the galaxy of the plan that a place is in; in other code those of the only galaxy of the project.</summary>
    public static async Task<GalaxyNames?> At(Document document, SyntaxNode place, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || LibrarySymbols.Find(model.Compilation) is not { } library)
        {
            return null;
        }

        var limits = ReadingLimits.Of(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions);
        var galaxy = await OpenPlan.At(document, place.Span, cancellation).ConfigureAwait(false) is { } plan
            ? plan.Reading.Galaxy
            : ProjectTypes.Of(model.Compilation).Where(library.IsGalaxy).Take(2).ToArray() is [var only]
                ? SourceModels.Of(model.Compilation).Galaxy(only, limits, cancellation)
                : null;
        return galaxy is { Declarations.Count: > 0 } ? new GalaxyNames(model, galaxy) : null;
    }

    /// <summary>How a declaration is named at a place: with its class, unless its name alone means it there.</summary>
    public string At(string name, int position) =>
        model.LookupSymbols(position, name: name) is [var found] && declarations.ContainsKey(found)
            ? name
            : $"{type.ToMinimalDisplayString(model, position)}.{name}";

    /// <summary>Whether a member is a declaration of this galaxy.</summary>
    public bool Has(ISymbol member) => declarations.ContainsKey(member);
}

using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Steps;

/// <summary>How the declarations of a galaxy are named at a place in the source: as short as C# understands it there.</summary>
internal sealed class Names(Compilation compilation, GalaxyReading galaxy, Document document, int position)
{
#pragma warning disable RS1030 // The compilation is the project's own, and no analyzer runs.
    private readonly SemanticModel? model = document.TryGetSyntaxTree(out var tree) && compilation.ContainsSyntaxTree(tree)
        ? compilation.GetSemanticModel(tree)
        : null;
#pragma warning restore RS1030

    /// <summary>The name of a platform or an engine.</summary>
    public string Of(Declaration declaration)
    {
        var member = galaxy.Declarations.Where(pair => pair.Value == declaration).Select(pair => pair.Key).FirstOrDefault(key => key.Name == declaration.Name);
        return member is null || IsMeant(member) ? declaration.Name : $"{Qualified(member.ContainingType)}.{declaration.Name}";
    }

    /// <summary>The name of the enum with the answers to the dialog of a forced deployment.</summary>
    public string OfForcedDeployment() => OfType(nameof(ForcedDeployment));

    /// <summary>The name of a type of the authoring library.</summary>
    public string OfType(string name) => compilation.GetTypeByMetadataName($"PlanAnalyzers.{name}") is { } type ? Qualified(type) : name;

    private bool IsMeant(ISymbol member) =>
        model is not null && model.LookupSymbols(position, name: member.Name) is [var only] && LibrarySymbols.Same(only, member);

    private string Qualified(INamedTypeSymbol type) =>
        model is null ? type.ToDisplayString() : type.ToMinimalDisplayString(model, position);
}

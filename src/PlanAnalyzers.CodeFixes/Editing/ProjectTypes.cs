using Microsoft.CodeAnalysis;

namespace PlanAnalyzers.CodeFixes.Editing;

/// <summary>The types that a project declares.</summary>
internal static class ProjectTypes
{
    /// <summary>All types of a compilation, those inside others too.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(Compilation compilation) => In(compilation.Assembly.GlobalNamespace);

    private static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in In(member))
            {
                yield return inner;
            }
        }
    }
}

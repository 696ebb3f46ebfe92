using Microsoft.CodeAnalysis;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>A galaxy with the places of its declarations in the source.</summary>
/// <param name="Location">The name of the class that declares it.</param>
/// <param name="Galaxy">The galaxy, or none where it cannot be read.</param>
/// <param name="Declarations">The declaration of each field, for the plans that name the field.</param>
/// <param name="Problems">What is wrong with the source.</param>
/// <param name="Source">The source that it was read from.</param>
internal sealed record GalaxyReading(
    Location Location,
    Galaxy? Galaxy,
    IReadOnlyDictionary<ISymbol, Declaration> Declarations,
    IReadOnlyList<Problem> Problems,
    ReadSource Source)
{
    private readonly Lazy<Dictionary<Declaration, Location>> locations = new(() =>
    {
        var byDeclaration = new Dictionary<Declaration, Location>();
        foreach (var pair in Declarations)
        {
            // Two fields may hold the same declaration; the first one is where it is made.
            if (!byDeclaration.ContainsKey(pair.Value))
            {
                byDeclaration.Add(pair.Value, pair.Key.Locations[0]);
            }
        }

        return byDeclaration;
    });

    /// <summary>The name of the field that declares something.</summary>
    public Location LocationOf(Declaration declaration) => locations.Value[declaration];
}

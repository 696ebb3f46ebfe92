using Microsoft.CodeAnalysis;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>A galaxy with the places of its declarations in the source.</summary>
/// <param name="Location">The name of the class that declares it.</param>
/// <param name="Galaxy">The galaxy, or none where it cannot be read.</param>
/// <param name="AsRead">The declaration of each field as it was read, for the plans that are read in the same way.</param>
/// <param name="Problems">What is wrong with the source.</param>
/// <param name="Source">The source that it was read from.</param>
internal sealed record GalaxyReading(
    Location Location,
    Galaxy? Galaxy,
    IReadOnlyDictionary<ISymbol, Declaration> AsRead,
    IReadOnlyList<Problem> Problems,
    ReadSource Source)
{
    private readonly Lazy<Dictionary<Declaration, Location>> locations = new(() =>
    {
        var byDeclaration = new Dictionary<Declaration, Location>();
        foreach (var pair in AsRead)
        {
            // Two fields may hold the same declaration; the first one is where it is made.
            if (!byDeclaration.ContainsKey(pair.Value))
            {
                byDeclaration.Add(pair.Value, pair.Key.Locations[0]);
            }
        }

        return byDeclaration;
    });

    /// <summary>The declaration of each field as the compilation has it.</summary>
    public IReadOnlyDictionary<ISymbol, Declaration> Declarations { get; init; } = AsRead;

    /// <summary>The name of the field that declares something.</summary>
    public Location LocationOf(Declaration declaration) => locations.Value[declaration];
}

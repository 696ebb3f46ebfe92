using Microsoft.CodeAnalysis;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>A galaxy with the places of its declarations in the source.</summary>
/// <param name="Location">The name of the class that declares it.</param>
/// <param name="Galaxy">The galaxy, or none where it cannot be read.</param>
/// <param name="Members">The members of the class that hold its declarations, in their order.</param>
/// <param name="Problems">What is wrong with the source.</param>
/// <param name="Source">The source that it was read from.</param>
internal sealed record GalaxyReading(
    Location Location,
    Galaxy? Galaxy,
    IReadOnlyList<GalaxyMember> Members,
    IReadOnlyList<Problem> Problems,
    SourceTrail Source)
{
    private readonly Dictionary<string, Declaration> byName = FirstOf(Members, member => member.Name, member => member.Declaration, StringComparer.Ordinal);

    // Two members may hold the same declaration; the first one is where it is made.
    private readonly Dictionary<Declaration, Location> places =
        FirstOf(Members, member => member.Declaration, member => member.Location, EqualityComparer<Declaration>.Default);

    /// <summary>The declaration that a member of the class holds, or none.</summary>
    public Declaration? DeclarationOf(string member) => byName.TryGetValue(member, out var declaration) ? declaration : null;

    /// <summary>The name of the member that declares something.</summary>
    public Location LocationOf(Declaration declaration) => places[declaration];

    /// <summary>The class in the compilation that asks; none in what is kept from one compilation to the next, which holds no symbols.</summary>
    public INamedTypeSymbol? Type { get; init; }

    /// <summary>The declarations by the members of the class as that compilation has them; what is not public in another project it does not.</summary>
    public IReadOnlyDictionary<ISymbol, Declaration> Declarations => Type is null
        ? throw new InvalidOperationException("What is kept has no symbols.")
        : byName.Where(pair => !Type.GetMembers(pair.Key).IsEmpty).ToDictionary(
            pair => Type.GetMembers(pair.Key)[0], pair => pair.Value, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);

    private static Dictionary<TKey, TValue> FirstOf<TKey, TValue>(
        IReadOnlyList<GalaxyMember> members, Func<GalaxyMember, TKey> key, Func<GalaxyMember, TValue> value, IEqualityComparer<TKey> comparer)
    {
        var first = new Dictionary<TKey, TValue>(comparer);
        foreach (var member in members)
        {
            if (!first.ContainsKey(key(member)))
            {
                first.Add(key(member), value(member));
            }
        }

        return first;
    }
}

/// <summary>A field or property that holds a declaration of a galaxy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where its name stands.</param>
/// <param name="Declaration">What it declares.</param>
internal sealed record GalaxyMember(string Name, Location Location, Declaration Declaration);

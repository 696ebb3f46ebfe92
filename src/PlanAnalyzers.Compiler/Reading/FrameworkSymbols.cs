using Microsoft.CodeAnalysis;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>The framework's types that a plan may use, as one compilation sees them. A type of the author's own is never one of them.</summary>
internal sealed class FrameworkSymbols(Compilation compilation)
{
    private readonly INamedTypeSymbol? enumerable = compilation.GetTypeByMetadataName("System.Linq.Enumerable");
    private readonly INamedTypeSymbol? memoryExtensions = compilation.GetTypeByMetadataName("System.MemoryExtensions");
    private readonly INamedTypeSymbol? math = compilation.GetTypeByMetadataName("System.Math");
    private readonly INamedTypeSymbol? array = compilation.GetTypeByMetadataName("System.Array");
    private readonly INamedTypeSymbol? list = compilation.GetTypeByMetadataName("System.Collections.Generic.List`1");
    private readonly INamedTypeSymbol? span = compilation.GetTypeByMetadataName("System.Span`1");
    private readonly INamedTypeSymbol? readOnlySpan = compilation.GetTypeByMetadataName("System.ReadOnlySpan`1");
    private readonly INamedTypeSymbol? grouping = compilation.GetTypeByMetadataName("System.Linq.IGrouping`2");
    private readonly INamedTypeSymbol? lookup = compilation.GetTypeByMetadataName("System.Linq.ILookup`2");
    private readonly INamedTypeSymbol? comparable = compilation.GetTypeByMetadataName("System.IComparable`1");
    private readonly INamedTypeSymbol? equatable = compilation.GetTypeByMetadataName("System.IEquatable`1");
    private readonly INamedTypeSymbol? index = compilation.GetTypeByMetadataName("System.Index");
    private readonly INamedTypeSymbol? dictionary = compilation.GetTypeByMetadataName("System.Collections.Generic.Dictionary`2");
    private readonly INamedTypeSymbol? argumentNull = compilation.GetTypeByMetadataName("System.ArgumentNullException");
    private readonly INamedTypeSymbol? set = compilation.GetTypeByMetadataName("System.Collections.Generic.HashSet`1");
    private readonly INamedTypeSymbol? keyValuePair = compilation.GetTypeByMetadataName("System.Collections.Generic.KeyValuePair`2");
    private readonly INamedTypeSymbol? collectionExtensions = compilation.GetTypeByMetadataName("System.Collections.Generic.CollectionExtensions");
    private readonly INamedTypeSymbol? culture = compilation.GetTypeByMetadataName("System.Globalization.CultureInfo");
    private readonly INamedTypeSymbol? comparer = compilation.GetTypeByMetadataName("System.StringComparer");

    public bool IsEnumerable(ITypeSymbol type) => Is(type, enumerable);

    public bool IsMemoryExtensions(ITypeSymbol type) => Is(type, memoryExtensions);

    public bool IsMath(ITypeSymbol type) => Is(type, math);

    public bool IsArray(ITypeSymbol type) => Is(type, array);

    public bool IsList(ITypeSymbol? type) => type is not null && Is(type, list);

    public bool IsDictionary(ITypeSymbol? type) => type is not null && Is(type, dictionary);

    /// <summary>Whether a type has the guard <c>ThrowIfNull</c>.</summary>
    public bool IsArgumentNull(ITypeSymbol type) => Is(type, argumentNull);

    public bool IsSet(ITypeSymbol? type) => type is not null && Is(type, set);

    public bool IsKeyValuePair(ITypeSymbol type) => Is(type, keyValuePair);

    public bool IsCollectionExtensions(ITypeSymbol type) => Is(type, collectionExtensions);

    public bool IsCulture(ITypeSymbol type) => Is(type, culture);

    public bool IsSpan(ITypeSymbol? type) => type is not null && (Is(type, span) || Is(type, readOnlySpan));

    public bool IsGrouping(ITypeSymbol type) => Is(type, grouping);

    public bool IsLookup(ITypeSymbol type) => Is(type, lookup);

    public bool IsIndex(ITypeSymbol type) => Is(type, index);

    public bool IsStringComparer(ITypeSymbol type) => Is(type, comparer);

    /// <summary>The interfaces of sequences that arrays and lists have.</summary>
    public bool IsSequenceInterface(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType is
        SpecialType.System_Collections_Generic_IEnumerable_T
        or SpecialType.System_Collections_Generic_IList_T
        or SpecialType.System_Collections_Generic_ICollection_T
        or SpecialType.System_Collections_Generic_IReadOnlyList_T
        or SpecialType.System_Collections_Generic_IReadOnlyCollection_T;

    /// <summary>Whether some of the methods of a type have a meaning.</summary>
    public bool Knows(ITypeSymbol type) => IsLookup(type) || IsEnumerable(type) || IsMemoryExtensions(type) || IsMath(type) || IsArray(type) || IsList(type)
        || IsDictionary(type) || IsSet(type) || IsKeyValuePair(type) || IsCollectionExtensions(type)
        || IsArgumentNull(type) || Is(type, comparable) || Is(type, equatable);

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? known) => known is not null && LibrarySymbols.Same(type.OriginalDefinition, known);
}

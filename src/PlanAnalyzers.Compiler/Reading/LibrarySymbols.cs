using Microsoft.CodeAnalysis;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>The types of the authoring library as one compilation sees them.</summary>
internal sealed class LibrarySymbols
{
    public const string GalaxyAttributeName = "PlanAnalyzers.GalaxyAttribute";
    public const string UpgradePlanAttributeName = "PlanAnalyzers.UpgradePlanAttribute";

    private LibrarySymbols(
        INamedTypeSymbol galaxyAttribute,
        INamedTypeSymbol upgradePlanAttribute,
        INamedTypeSymbol plan,
        INamedTypeSymbol platform,
        INamedTypeSymbol appEngine,
        INamedTypeSymbol server,
        FrameworkSymbols framework,
        INamedTypeSymbol? redundantPair)
    {
        Framework = framework;
        RedundantPair = redundantPair;
        GalaxyAttribute = galaxyAttribute;
        UpgradePlanAttribute = upgradePlanAttribute;
        Plan = plan;
        Platform = platform;
        AppEngine = appEngine;
        SystemManagementServer = server;
    }

    public INamedTypeSymbol GalaxyAttribute { get; }

    public INamedTypeSymbol UpgradePlanAttribute { get; }

    public INamedTypeSymbol Plan { get; }

    public INamedTypeSymbol Platform { get; }

    public INamedTypeSymbol AppEngine { get; }

    public INamedTypeSymbol SystemManagementServer { get; }

    /// <summary>The pair that <c>ForEachPair</c> hands out; none in a version of the library before it.</summary>
    public INamedTypeSymbol? RedundantPair { get; }

    public FrameworkSymbols Framework { get; }

    /// <summary>The library's types, or nothing where the compilation does not reference the library.</summary>
    public static LibrarySymbols? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName(GalaxyAttributeName) is { } galaxy
        && compilation.GetTypeByMetadataName(UpgradePlanAttributeName) is { } upgradePlan
        && compilation.GetTypeByMetadataName("PlanAnalyzers.Plan") is { } plan
        && compilation.GetTypeByMetadataName("PlanAnalyzers.Platform") is { } platform
        && compilation.GetTypeByMetadataName("PlanAnalyzers.AppEngine") is { } engine
        && compilation.GetTypeByMetadataName("PlanAnalyzers.SystemManagementServer") is { } server
            ? new LibrarySymbols(
                galaxy,
                upgradePlan,
                plan,
                platform,
                engine,
                server,
                new FrameworkSymbols(compilation),
                compilation.GetTypeByMetadataName("PlanAnalyzers.RedundantPair"))
            : null;

    /// <summary>Whether an assembly references the library, so that it may declare galaxies and fragments.</summary>
    public static bool IsUsedBy(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == "PlanAnalyzers"));

    /// <summary>Whether an assembly is that of the library.</summary>
    public bool IsItself(IAssemblySymbol assembly) => Same(assembly, Plan.ContainingAssembly);

    /// <summary>What to do where the source of an assembly is needed and not there.</summary>
    public static string HowToShare(IAssemblySymbol assembly) =>
        $"It is in {assembly.Name}, whose source is not here. Build {assembly.Name} with the package PlanAnalyzers and without "
        + "PlanAnalyzersShareSource=false, so that it shares its galaxies and fragments.";

    /// <summary>Whether a type is marked as a galaxy.</summary>
    public bool IsGalaxy(INamedTypeSymbol type) => AttributeOf(type, GalaxyAttribute) is not null;

    /// <summary>Whether fields of this type declare a part of a galaxy.</summary>
    public bool IsDeclaration(ITypeSymbol type) =>
        Same(type, Platform) || Same(type, AppEngine) || Same(type, SystemManagementServer);

    /// <summary>Whether a value of this type is a platform, an engine, or either.</summary>
    public bool IsTarget(ITypeSymbol type) => Same(type, Platform) || Same(type, AppEngine) || Same(type, Platform.BaseType);

    /// <summary>The type that a platform, an engine or a server has at run time.</summary>
    public INamedTypeSymbol? TypeOf(Value value) => value switch
    {
        PlatformValue or DeclaredValue { Declaration: Model.Platform } => Platform,
        EngineValue or DeclaredValue { Declaration: Model.AppEngine } => AppEngine,
        ServerValue or DeclaredValue { Declaration: Model.SystemManagementServer } => SystemManagementServer,
        ForeignValue { Field: IFieldSymbol field } => field.Type as INamedTypeSymbol,
        ForeignValue { Field: IPropertySymbol property } => property.Type as INamedTypeSymbol,
        _ => null,
    };

    /// <summary>The attribute of a class given its type, or nothing where it has none.</summary>
    public static AttributeData? AttributeOf(INamedTypeSymbol type, INamedTypeSymbol attribute)
    {
        foreach (var candidate in type.GetAttributes())
        {
            if (Same(candidate.AttributeClass, attribute))
            {
                return candidate;
            }
        }

        return null;
    }

    public static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}

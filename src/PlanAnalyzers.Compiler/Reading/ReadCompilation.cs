using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>
/// A compilation as it is read: in the place of each library that shares its source stands that source, compiled for this compilation. So
/// there is one world of symbols, in which what crosses from one project to another is the same on both sides.
/// </summary>
/// <remarks>
/// The source of a library is compiled against the references of who uses it, as its assembly is run with them. That also makes Roslyn see
/// the same symbols of the framework on both sides.
/// </remarks>
internal sealed class ReadCompilation
{
    private const int KeptALibrary = 4;

    /// <summary>The libraries as compiled last, by the reference: a keystroke in who uses them does not compile them again.</summary>
    private static readonly ConditionalWeakTable<object, List<CSharpCompilation>> Compiled = new();

    private readonly Compilation original;
    private readonly Dictionary<string, (MetadataReference Reference, IAssemblySymbol Assembly)> references = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CSharpCompilation?> libraries = new(StringComparer.OrdinalIgnoreCase);

    private ReadCompilation(Compilation original)
    {
        this.original = original;
        foreach (var reference in original.References)
        {
            if (original.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
            {
                references[assembly.Name] = (reference, assembly);
            }
        }

        Root = original;
        foreach (var (reference, assembly) in references.Values)
        {
            if (LibraryOf(assembly) is { } library)
            {
                Root = Root.ReplaceReference(reference, library.ToMetadataReference(reference.Properties.Aliases));
            }
        }
    }

    /// <summary>The compilation itself, with the libraries replaced.</summary>
    public Compilation Root { get; }

    /// <summary>Whether anything is replaced.</summary>
    public bool HasLibraries => Root != original;

    public static ReadCompilation Of(Compilation compilation) => new(compilation);

    /// <summary>The compilation that a file belongs to, or none.</summary>
    public Compilation? Owner(SyntaxTree tree) =>
        Root.ContainsSyntaxTree(tree) ? Root : libraries.Values.FirstOrDefault(library => library?.ContainsSyntaxTree(tree) == true);

    /// <summary>A type of a library as its source declares it; any other as it is.</summary>
    public INamedTypeSymbol? InSource(INamedTypeSymbol type) =>
        libraries.TryGetValue(type.ContainingAssembly.Name, out var library) && library is not null
            ? library.Assembly.GetTypeByMetadataName(MetadataName(type))
            : type;

    private static string MetadataName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{MetadataName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}" : type.MetadataName;

    /// <summary>The source of a library, compiled, or none where it shares none.</summary>
    private CSharpCompilation? LibraryOf(IAssemblySymbol assembly)
    {
        if (!libraries.TryGetValue(assembly.Name, out var library))
        {
            library = LibrarySymbols.IsUsedBy(assembly) && SharedSource.In(assembly) is { } source ? Compile(assembly, source) : null;
            libraries[assembly.Name] = library;
        }

        return library;
    }

    private CSharpCompilation Compile(IAssemblySymbol assembly, SharedSource source)
    {
        var needed = new Dictionary<string, MetadataReference>(StringComparer.OrdinalIgnoreCase);
        AddReferences(assembly, needed);
        MetadataReference[] all = [.. needed.OrderBy(reference => reference.Key, StringComparer.Ordinal).Select(reference => reference.Value)];

        var reference = references[assembly.Name].Reference;
        var known = Compiled.GetValue(reference is CompilationReference { Compilation: var live } ? live : reference, _ => []);
        lock (known)
        {
            if (known.FirstOrDefault(candidate => candidate.References.SequenceEqual(all)) is { } again)
            {
                return again;
            }

            var compilation = CSharpCompilation.Create(
                assembly.Name,
                source.Parse(assembly.Identity.Version),
                all,
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    checkOverflow: source.IsChecked,
                    allowUnsafe: true,
                    cryptoPublicKey: assembly.Identity.PublicKey));
            if (known.Count == KeptALibrary)
            {
                known.RemoveAt(0);
            }

            known.Add(compilation);
            return compilation;
        }
    }

    /// <summary>What a library references, and what that references; a library that shares its source is replaced there too.</summary>
    private void AddReferences(IAssemblySymbol assembly, Dictionary<string, MetadataReference> needed)
    {
        var open = new Stack<IAssemblySymbol>();
        open.Push(assembly);
        while (open.Count > 0)
        {
            foreach (var identity in open.Pop().Modules.SelectMany(module => module.ReferencedAssemblies))
            {
                if (!needed.ContainsKey(identity.Name) && references.TryGetValue(identity.Name, out var found) && !LibrarySymbols.Same(found.Assembly, assembly))
                {
                    needed.Add(identity.Name, LibraryOf(found.Assembly)?.ToMetadataReference() ?? found.Reference);
                    open.Push(found.Assembly);
                }
            }
        }
    }
}

using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>How a project sees another one: as a build does, or as an editor.</summary>
public enum SeenAs
{
    Assembly,
    Project,
}

/// <summary>A project that others reference, as generated: with the source that it shares.</summary>
internal sealed class Library
{
    private readonly byte[] image;
    private readonly Compilation compilation;
    private readonly PortableExecutableReference assembly;

    private Library(Compilation compilation)
    {
        this.compilation = compilation;
        image = Emit(compilation);
        assembly = MetadataReference.CreateFromImage(image);
    }

    /// <summary>A library of some files and other libraries.</summary>
    public static Library Of(string name, SeenAs others, Library[] references, params (string Name, string Source)[] files) =>
        new(Project(name, others, references, files).WithOptions().Generate());

    /// <summary>A library that shares nothing.</summary>
    public static Library WithoutSource(string name, params (string Name, string Source)[] files) =>
        new(Project(name, SeenAs.Assembly, [], files).Generate());

    /// <summary>A project with other libraries that it references.</summary>
    public static TestProject Project(string name, SeenAs others, Library[] references, params (string Name, string Source)[] files) =>
        TestProject.OfFiles(files).With(compilation => compilation
            .WithAssemblyName(name)
            .AddReferences(references.Select(library => library.Reference(others))));

    public MetadataReference Reference(SeenAs how) => how == SeenAs.Project ? compilation.ToMetadataReference() : assembly;

    /// <summary>Loads a project together with the libraries that it needs, and runs something with it.</summary>
    public static T Run<T>(TestProject project, Library[] libraries, Func<System.Reflection.Assembly, T> work)
    {
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        try
        {
            context.Resolving += (_, name) => libraries.SingleOrDefault(library => library.compilation.AssemblyName == name.Name) is { } wanted
                ? context.LoadFromStream(new MemoryStream(wanted.image))
                : null;
            return work(context.LoadFromStream(new MemoryStream(Emit(project.Generate()))));
        }
        finally
        {
            context.Unload();
        }
    }

    private static byte[] Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return stream.ToArray();
    }
}

namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <summary>Sources with plans, in a namespace of their own, so that many of them can be compiled as one project.</summary>
/// <param name="Name">The namespace, and what the sources are about.</param>
/// <param name="Files">The sources.</param>
internal sealed record PlanProgram(string Name, IReadOnlyList<string> Files)
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using PlanAnalyzers;

        """;

    /// <summary>The constructs of C# that each plan class is made of, where somebody counts them.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Constructs { get; init; } = new Dictionary<string, HashSet<string>>();

    /// <summary>A program of sources that begin with their types, in the namespace of its name.</summary>
    public static PlanProgram Of(string name, params IEnumerable<string> files) =>
        new(name, [.. files.Select(file => $"{Usings}namespace {name};\n{file}")]);
}

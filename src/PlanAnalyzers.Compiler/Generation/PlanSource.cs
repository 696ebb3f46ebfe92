using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Generation;

/// <summary>What the generator needs to know of a plan: values only, so that the pipeline can tell whether anything changed.</summary>
/// <param name="Class">The class to extend.</param>
/// <param name="Plan">The plan, or none where it cannot be read.</param>
/// <param name="Errors">The errors of the source, each with its id.</param>
internal sealed record PlanSource(PlanClass Class, UpgradePlan? Plan, ValueList<string> Errors)
{
    /// <summary>Reads a plan, or nothing where its class cannot have a generated part.</summary>
    public static PlanSource? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var compilation = context.SemanticModel.Compilation;
        if (context.TargetSymbol is not INamedTypeSymbol type
            || LibrarySymbols.Find(compilation) is not { } library
            || PlanReader.Read(compilation, library, type, cancellation) is not { CanBeExtended: true } reading)
        {
            return null;
        }

        var problems = reading.Problems.Concat(reading.Galaxy?.Problems ?? []).Select(problem => problem.ToString());
        var plan = reading.Problems.Count == 0 ? reading.Plan : null;
        return new PlanSource(PlanClass.Of(type), plan, problems.ToValueList());
    }
}

/// <summary>A class and what it stands in.</summary>
/// <param name="Namespace">Its namespace, or nothing for the global one.</param>
/// <param name="Outer">The classes around it, outermost first, each as <c>class Name</c>.</param>
/// <param name="Name">Its name.</param>
internal sealed record PlanClass(string? Namespace, ValueList<string> Outer, string Name)
{
    /// <summary>A name for the generated file that no other plan of the project has.</summary>
    public string FileName =>
        string.Join(".", new[] { Namespace }.Concat(Outer.Select(outer => outer.Split(' ').Last())).Concat([Name])
            .Where(part => part is not null)).Replace("@", "") + ".g.cs";

    public static PlanClass Of(INamedTypeSymbol type)
    {
        var outer = new Stack<string>();
        for (var around = type.ContainingType; around is not null; around = around.ContainingType)
        {
            var keyword = around switch
            {
                { TypeKind: TypeKind.Interface } => "interface",
                { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
                { IsRecord: true } => "record",
                { TypeKind: TypeKind.Struct } => "struct",
                _ => "class",
            };
            outer.Push($"{keyword} {around.Name}");
        }

        return new PlanClass(
            type.ContainingNamespace.IsGlobalNamespace ? null : type.ContainingNamespace.ToDisplayString(),
            outer.ToValueList(),
            type.Name);
    }
}

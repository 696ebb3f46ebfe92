using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Generation;

/// <summary>What the generator needs to know of a plan: values only, so that the pipeline can tell whether anything changed.</summary>
/// <param name="Class">The class to extend.</param>
/// <param name="Plan">The plan, or none where it cannot be read.</param>
/// <param name="Errors">The errors of the source, each with its id.</param>
internal sealed record PlanSource(PlanClass Class, UpgradePlan? Plan, ValueList<string> Errors)
{
    private static readonly Memo<PlanSource?> Known = new();

    /// <summary>The classes with an attribute, by their file.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, ClassDeclarationSyntax[]> Marked = new();

    /// <summary>The plan of each class with an attribute, or nothing where it is no plan or cannot have a generated part.</summary>
    public static ImmutableArray<PlanSource?> All(Compilation compilation, ReadingLimits limits, CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<PlanSource?>();
        foreach (var file in compilation.SyntaxTrees)
        {
            foreach (var target in Marked.GetValue(file, key => MarkedIn(key.GetRoot(cancellation))))
            {
                all.Add(Read(compilation, target, limits, cancellation));
            }
        }

        return all.ToImmutable();
    }

    private static ClassDeclarationSyntax[] MarkedIn(SyntaxNode root) =>
        [.. root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<ClassDeclarationSyntax>()
            .Where(type => type.AttributeLists.Count > 0)];

    private static PlanSource? Read(Compilation compilation, ClassDeclarationSyntax target, ReadingLimits limits, CancellationToken cancellation)
    {
        if (Known.TryGet(compilation, target.SyntaxTree, target.FullSpan, limits, out var known))
        {
            return known;
        }

        IEnumerable<SyntaxTree> files = [];
        var source = ReadAnew();
        return Known.Keep(compilation, target.SyntaxTree, target.FullSpan, limits, files, source);

        PlanSource? ReadAnew()
        {
            if (SourceModels.SymbolOf(compilation, target, cancellation) is not INamedTypeSymbol { Name.Length: > 0 } type
                || !PlanClass.StandsInNames(type)
                || SourceModels.LibraryOf(compilation) is not { } library
                || !IsItsOnlyOrFirstMark(type, library, target)
                || PlanReader.Read(compilation, library, type, limits, cancellation) is not { } reading)
            {
                return null; // Which bodies have no part in.
            }

            files = reading.Files;
            if (!reading.CanBeExtended)
            {
                return null;
            }

            var problems = reading.Problems.Concat(reading.Galaxy?.Problems ?? []).Select(problem => problem.ToString());
            var plan = reading.Problems.Count == 0 && reading.HasVersions ? reading.Plan : null;
            return new PlanSource(PlanClass.Of(type), plan, problems.ToValueList());
        }
    }

    /// <summary>
    /// While code is typed a class may be marked twice, on two parts or on a copy that is not renamed yet; one of them gets the part.
    /// </summary>
    private static bool IsItsOnlyOrFirstMark(INamedTypeSymbol type, LibrarySymbols library, SyntaxNode target) =>
        LibrarySymbols.AttributeOf(type, library.UpgradePlanAttribute)?.ApplicationSyntaxReference is { } mark
        && mark.SyntaxTree == target.SyntaxTree
        && target.Span.Contains(mark.Span);
}

/// <summary>A class and what it stands in.</summary>
/// <remarks>The name is as the symbol has it; where it is written into source it may need an @.</remarks>
/// <param name="Namespace">Its namespace, or nothing for the global one.</param>
/// <param name="Outer">The classes around it, outermost first, each as <c>class Name</c>.</param>
/// <param name="Name">Its name.</param>
internal sealed record PlanClass(string? Namespace, ValueList<string> Outer, string Name)
{
    /// <summary>
    /// A name for the generated file that no other plan of the project has. Two names of C# may differ in case alone, two names of
    /// generated files may not, so a number made of the exact name tells them apart.
    /// </summary>
    public string FileName
    {
        get
        {
            var full = string.Join(".", new[] { Namespace }.Concat(Outer).Concat([Name]).Where(part => part is not null)).Replace("@", "");
            var simple = full.Substring(full.LastIndexOf('.') + 1);
            return $"{simple}.{Hash(full):x8}.g.cs";
        }
    }

    /// <summary>Whether all that a class stands in has a name: one that is half typed has none, and nothing can be written into it.</summary>
    public static bool StandsInNames(INamedTypeSymbol type)
    {
        for (ISymbol? around = type.ContainingSymbol; around is not (null or INamespaceSymbol { IsGlobalNamespace: true }); around = around.ContainingSymbol)
        {
            if (around.Name.Length == 0)
            {
                return false;
            }
        }

        return true;
    }

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
            outer.Push($"{keyword} {Code.Identifier(around.Name)}");
        }

        return new PlanClass(
            type.ContainingNamespace.IsGlobalNamespace ? null : type.ContainingNamespace.ToDisplayString(),
            outer.ToValueList(),
            type.Name);
    }

    /// <summary>FNV-1a, which is the same on every machine and in every process.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}

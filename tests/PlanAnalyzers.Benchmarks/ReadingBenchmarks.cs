using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanAnalyzers.Compiler.Reading;

namespace PlanAnalyzers.Benchmarks;

/// <summary>Reading one plan, against the compiler's own binding of its method, which any reader needs.</summary>
public class ReadingBenchmarks
{
    private CSharpCompilation compilation = null!;
    private SyntaxTree tree = null!;

    [Params(500, 1_000, 2_000, 4_000)]
    public int Steps { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        compilation = Projects.WithSteps(Steps);
        tree = Projects.TreeOf(compilation, Projects.PlanPath(0));
        var reading = Read();
        if (reading?.Plan?.Steps.Count != Steps || reading.Problems.Count > 0)
        {
            throw new InvalidOperationException("The plan is not read as it is written.");
        }
    }

    [Benchmark(Baseline = true)]
    public object? Bind() => Fresh().GetSemanticModel(tree).GetOperation(
        tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single());

    [Benchmark]
    public object? ReadPlan() => Read();

    /// <summary>A compilation in which nothing is bound yet, as after a keystroke.</summary>
    private CSharpCompilation Fresh() => compilation.Clone();

    private PlanReading? Read()
    {
        var fresh = Fresh();
        return PlanReader.Read(fresh, LibrarySymbols.Find(fresh)!, fresh.GetTypeByMetadataName("Upgrade0")!, ReadingLimits.Default, CancellationToken.None);
    }
}

using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanAnalyzers.Compiler.Generation;

namespace PlanAnalyzers.Benchmarks;

/// <summary>What a keystroke costs the generator, in a file without plans and in a plan, against a generator that does nothing.</summary>
public class KeystrokeBenchmarks
{
    private CSharpCompilation compilation = null!;
    private GeneratorDriver ours = null!;
    private GeneratorDriver empty = null!;
    private SyntaxTree[] unrelated = [];
    private SyntaxTree[] plan = [];
    private int keystrokes;

    [Params(1, 100, 1_000)]
    public int Plans { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        compilation = Projects.WithPlans(Plans);
        ours = Driver(new UpgradePlanGenerator()).RunGenerators(compilation);
        empty = Driver(new EmptyGenerator()).RunGenerators(compilation);
        unrelated = Variants(Projects.Unrelated, "=> 1;", "=> 2;");
        plan = Variants(Projects.PlanPath(0), "P1b).CascadeDeploy(P1b)", "P2b).CascadeDeploy(P2b)");
        if (ours.GetRunResult().GeneratedTrees.Length != Plans)
        {
            throw new InvalidOperationException("Not every plan is generated.");
        }
    }

    [Benchmark(Baseline = true)]
    public void UnrelatedFileWithEmptyGenerator() => empty = empty.RunGenerators(Edited(unrelated));

    [Benchmark]
    public void UnrelatedFile() => ours = ours.RunGenerators(Edited(unrelated));

    [Benchmark]
    public void OnePlan() => ours = ours.RunGenerators(Edited(plan));

    private static CSharpGeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Projects.ParseOptions);

    private SyntaxTree[] Variants(string path, string old, string other)
    {
        var tree = Projects.TreeOf(compilation, path);
        var text = tree.ToString();
        return [tree, Projects.Parse(path, text.Replace(old, other, StringComparison.Ordinal))];
    }

    /// <summary>The project after a keystroke: another text of one file than the one before.</summary>
    private CSharpCompilation Edited(SyntaxTree[] variants) => compilation.ReplaceSyntaxTree(variants[0], variants[++keystrokes % 2]);

    private sealed class EmptyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider.Select(static (_, _) => 0), static (_, _) => { });
    }
}

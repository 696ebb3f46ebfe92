using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanAnalyzers.Compiler.Analysis;
using PlanAnalyzers.Compiler.Generation;

namespace PlanAnalyzers.Benchmarks;

/// <summary>
/// What a keystroke costs: the compiler binds the file that is edited, which it must do whoever listens, and the generator runs. It is
/// compared with a generator that does nothing, and with one that has as many outputs and nothing to do for them.
/// </summary>
public class KeystrokeBenchmarks
{
    private Typing typing = null!;
    private GeneratorDriver ours = null!;
    private GeneratorDriver empty = null!;
    private GeneratorDriver constant = null!;

    [Params(1, 100, 1_000)]
    public int Plans { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        typing = new Typing(Projects.WithPlans(Plans));
        ours = Driver(new UpgradePlanGenerator()).RunGenerators(typing.Compilation);
        empty = Driver(new EmptyGenerator()).RunGenerators(typing.Compilation);
        constant = Driver(new ConstantGenerator(Plans)).RunGenerators(typing.Compilation);
        if (ours.GetRunResult().GeneratedTrees.Length != Plans + 1)
        {
            throw new InvalidOperationException("Not every plan is generated, and the shared source.");
        }
    }

    [Benchmark(Baseline = true)]
    public void UnrelatedFileWithEmptyGenerator() => empty = typing.Type(Projects.Unrelated, empty);

    [Benchmark]
    public void UnrelatedFileWithAsManyOutputs() => constant = typing.Type(Projects.Unrelated, constant);

    [Benchmark]
    public void UnrelatedFile() => ours = typing.Type(Projects.Unrelated, ours);

    [Benchmark]
    public void OnePlan() => ours = typing.Type(Projects.PlanPath(0), ours);

    [Benchmark]
    public void SharedFragment() => ours = typing.Type(Projects.Fragments, ours);

    [Benchmark]
    public void TheGalaxy() => ours = typing.Type(Projects.Galaxy, ours);

    private static CSharpGeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Projects.ParseOptions);

    private sealed class EmptyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider.Select(static (_, _) => 0), static (_, _) => { });
    }

    private sealed class ConstantGenerator(int outputs) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider.Select(static (_, _) => 0).SelectMany((_, _) => Enumerable.Range(0, outputs)),
            static (output, number) => output.AddSource($"Upgrade{number}.{unchecked((uint)number * 2654435761u):x8}.g.cs", "// Nothing."));
    }
}

/// <summary>
/// What a keystroke in the document that is open costs the analyzer, asked as an editor asks, for that document alone. The compiler's own
/// diagnostics of the document are the floor.
/// </summary>
public class OpenDocumentBenchmarks
{
    private Typing typing = null!;

    [Params(1, 100, 1_000)]
    public int Plans { get; set; }

    [Params(Projects.Unrelated, "Plan0.cs", Projects.Fragments, Projects.Galaxy)]
    public string File { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var compilation = Projects.WithPlans(Plans);
        CSharpGeneratorDriver.Create([new UpgradePlanGenerator().AsSourceGenerator()], parseOptions: Projects.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        typing = new Typing((CSharpCompilation)generated);
    }

    [Benchmark(Baseline = true)]
    public object Compiler() => typing.Bind(typing.Next(File));

    [Benchmark]
    public Task<object> EmptyAnalyzer() => Analyze(new NoAnalyzer());

    [Benchmark]
    public Task<object> OurAnalyzer() => Analyze(new UpgradePlanAnalyzer());

    private async Task<object> Analyze(DiagnosticAnalyzer analyzer)
    {
        var next = typing.Next(File);
        typing.Bind(next);
        var host = next.Compilation.WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        return await host.GetAnalyzerSemanticDiagnosticsAsync(next.Compilation.GetSemanticModel(next.File), filterSpan: null, CancellationToken.None);
    }

#pragma warning disable RS1001 // It is not for compilers to find.
    private sealed class NoAnalyzer : DiagnosticAnalyzer
#pragma warning restore RS1001
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => new UpgradePlanAnalyzer().SupportedDiagnostics;

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType);
        }
    }
}

/// <summary>A project in which one file after the other gets another text, there and back.</summary>
internal sealed class Typing(CSharpCompilation compilation)
{
    private readonly Dictionary<string, SyntaxTree[]> variants = new(StringComparer.Ordinal)
    {
        [Projects.Unrelated] = Variants(compilation, Projects.Unrelated, "=> 1;", "=> 2;"),
        [Projects.PlanPath(0)] = Variants(compilation, Projects.PlanPath(0), "P1b).CascadeDeploy(P1b)", "P2b).CascadeDeploy(P2b)"),
        [Projects.Fragments] = Variants(compilation, Projects.Fragments, ".Upgrade(p)", ".Manual(\"Look\").Upgrade(p)"),
        [Projects.Galaxy] = Variants(compilation, Projects.Galaxy, "AOS1A", "AOS1C"),
    };

    private int keystrokes;

    public CSharpCompilation Compilation => compilation;

    /// <summary>The project after a keystroke, with the file that was edited, parsed as after any keystroke.</summary>
    public (CSharpCompilation Compilation, SyntaxTree File) Next(string path)
    {
        var before = variants[path];
        var file = before[++keystrokes % 2];
        file = Projects.Parse(path, file.ToString());
        return (compilation.ReplaceSyntaxTree(before[0], file), file);
    }

    /// <summary>What the compiler itself must do for the author to see its own errors.</summary>
    public object Bind((CSharpCompilation Compilation, SyntaxTree File) next) => next.Compilation.GetSemanticModel(next.File).GetDiagnostics();

    /// <summary>A keystroke as an author waits for it: the compiler's diagnostics of the file, and the generator.</summary>
    public GeneratorDriver Type(string path, GeneratorDriver driver)
    {
        var next = Next(path);
        Bind(next);
        return driver.RunGenerators(next.Compilation);
    }

    private static SyntaxTree[] Variants(CSharpCompilation compilation, string path, string old, string other)
    {
        var tree = Projects.TreeOf(compilation, path);
        return [tree, Projects.Parse(path, tree.ToString().Replace(old, other, StringComparison.Ordinal))];
    }
}

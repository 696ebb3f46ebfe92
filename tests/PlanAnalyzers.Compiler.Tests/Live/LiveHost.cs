using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanAnalyzers.Compiler.Analysis;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>
/// An editor in which one file of a project is typed: the other files and the generator's driver stay, so that a thousand texts cost little
/// more than binding each of them.
/// </summary>
internal sealed class LiveHost(TestProject project)
{
    private CSharpCompilation compilation = project.Compilation;
    private GeneratorDriver driver = TestProject.Driver(tracksSteps: false);

    /// <summary>What is seen of the file with another text. An exception in the generator or an analyzer fails the test.</summary>
    public async Task<Look> Type(string text)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == LiveSource.Path);
        compilation = compilation.ReplaceSyntaxTree(tree, TestProject.Parse(text, LiveSource.Path));
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var ofTheGenerator, TestContext.Current.CancellationToken);
        Assert.Empty(ofTheGenerator);

        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => failure = exception,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var probe = new Probe();
        var all = await generated.WithAnalyzers([new UpgradePlanAnalyzer(), probe], options).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.True(failure is null, failure?.ToString());
        return new Look(
            probe.Compilation!,
            [.. all.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !IsOurs(diagnostic))],
            [.. all.Where(IsOurs)],
            SourceModels.Of(compilation).Work.Plus(SourceModels.Of(probe.Compilation!).Work));
    }

    /// <summary>Tells which compilation is looked at: a copy of the one that analyzers are run on.</summary>
#pragma warning disable RS1001 // It is not for compilers to find.
    private sealed class Probe : DiagnosticAnalyzer
#pragma warning restore RS1001
    {
        public Compilation? Compilation { get; private set; }

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => new UpgradePlanAnalyzer().SupportedDiagnostics; // One without any is not run.

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSemanticModelAction(file => Compilation = file.SemanticModel.Compilation);
        }
    }

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("UPG", StringComparison.Ordinal);
}

/// <summary>What an editor shows of a text.</summary>
/// <param name="Compilation">The compilation with what is generated.</param>
/// <param name="Errors">The compiler's errors.</param>
/// <param name="Ours">Our diagnostics.</param>
/// <param name="Work">The work of reading it, that of the generator included.</param>
internal sealed record Look(Compilation Compilation, ImmutableArray<Diagnostic> Errors, ImmutableArray<Diagnostic> Ours, ReadingWork Work)
{
    public static bool IsGenerated(SyntaxTree? tree) => tree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;
}

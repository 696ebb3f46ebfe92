using System.Runtime.CompilerServices;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests.Analysis;

/// <summary>Code that is being typed is the normal case: nothing throws, and nothing of an old compilation stays.</summary>
public sealed class HalfTypedCodeTests
{
    /// <summary>A sample of the cases; every third token keeps the run short.</summary>
    public static TheoryData<string> Sources() => [.. ConformanceCases.Names.Where((_, index) => index % 5 == 0), "valid-fragment-and-loop"];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_source_cut_off_or_robbed_of_a_token_throws_nothing(string name)
    {
        var source = ConformanceCases.Read(name);
        var tokens = TestProject.Parse(source, "Plan.cs").GetRoot(TestContext.Current.CancellationToken).DescendantTokens().ToArray();
        for (var i = 0; i < tokens.Length; i += 3)
        {
            var span = tokens[i].Span;

            // TestProject fails the test where the analyzer or the generator throws.
            await TestProject.WithExecution(source[..span.Start]).AnalyzerDiagnostics();
            await TestProject.WithExecution(source.Remove(span.Start, span.Length)).AnalyzerDiagnostics();
        }
    }

    [Fact]
    public async Task An_old_compilation_can_be_collected()
    {
        var old = await Analyzed();
        for (var i = 0; i < 10 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.False(old.IsAlive, "What the reader remembers keeps the compilation alive.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> Analyzed()
    {
        var project = TestProject.WithExecution(Marked.Plant7, Plans.VendorProcedure);
        Assert.Empty(await project.AnalyzerDiagnostics());
        var compilation = project.Generate();
        Assert.NotNull(SourceModels.Of(compilation));
        return new WeakReference(compilation);
    }
}

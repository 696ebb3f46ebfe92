using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Execution;
using PlanAnalyzers.Model;
using PublicApiGenerator;

namespace PlanAnalyzers.Compiler.Tests.PublicApi;

/// <summary>What users can refer to is written down, so that a change of it is seen and meant.</summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes = ["System.Runtime.CompilerServices.CompilerGeneratedAttribute"],
    };

    [Theory]
    [InlineData(typeof(Plan))]
    [InlineData(typeof(ValidatedPlan))]
    [InlineData(typeof(PlanHost))]
    public Task Of_a_library_is_what_was_reviewed(Type one) =>
        Verifier.Verify(one.Assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n") + "\n", one.Assembly.GetName().Name!);
}

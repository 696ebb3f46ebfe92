using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Generation;

/// <summary>The shape of what is generated, as a reviewer sees it.</summary>
public sealed class GeneratorSnapshotTests
{
    [Fact]
    public Task The_vendors_procedure() => Verify(TestProject.WithExecution(Marked.Plant7, Plans.VendorProcedure));

    [Fact]
    public Task A_plan_with_errors() => Verify(TestProject.WithExecution(
        Marked.Plant7,
        Marked.PlanHead + "{ static Plan Define(Plan plan) => plan.Upgrade(P0).MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2).Upgrade(P1); }"));

    private static Task Verify(
        TestProject project, [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        Verifier.Verify(TestProject.Driver().RunGenerators(project.Compilation, TestContext.Current.CancellationToken), method: method);
}

using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Generation;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Generation;

/// <summary>What the pipeline keeps between two edits: values, and nothing of the compilation that they were read from.</summary>
public sealed class PipelineValueTests
{
    /// <summary>A plan of every kind: validated, with phases and branches, refused by a rule, not readable, and over a galaxy with errors.</summary>
    private static readonly TestProject Project = TestProject.WithExecution(
        Marked.Plant7,
        Plans.VendorProcedure,
        Plan("Parts", """
            plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
                .Phase("Standby", p => p.Upgrade(P2).CascadeDeploy(P2))
                .InParallel(a => a.Upgrade(P1).CascadeDeploy(P1), b => b.Manual("x"), c => c.Approve("shift"))
            """),
        Plan("Refused", "plan.Upgrade(P2).Upgrade(P1)"),
        Plan("Unreadable", "plan.Upgrade(System.Environment.TickCount > 0 ? P1 : P2)"),
        "using PlanAnalyzers; [Galaxy] static class Plant8 { public static readonly Platform P = Platform.RunTime(\"X\"); }",
        "using PlanAnalyzers; [UpgradePlan(typeof(Plant8), From = SystemPlatform.V2020, To = SystemPlatform.V2023)] static partial class OfPlant8 { static Plan Define(Plan plan) => plan; }",
        "using PlanAnalyzers; [UpgradePlan(typeof(Plant7))] static partial class HalfTyped { static Plan Define(Plan plan) => plan.Upgrade( }");

    [Fact]
    public void No_value_of_the_pipeline_holds_on_to_a_compilation()
    {
        var run = TestProject.Driver(options: new ProjectOptions([])).RunGenerators(Project.Compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        var values = IncrementalTests.Names.SelectMany(name => run.TrackedSteps[name]).SelectMany(step => step.Outputs).Select(output => output.Value).ToArray();
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var value in values)
        {
            Walk(value, visited);
        }

        // The walk did reach the inside, of every kind of plan.
        Assert.Contains(visited, value => value is SharedFile);
        Assert.Contains(visited, value => value is Model.Upgrade);
        Assert.Contains(visited, value => value is Model.Phase);
        Assert.Contains(visited, value => value is Model.Branch);
        Assert.Contains(visited, value => value is Model.Transition);
        var outcomes = visited.OfType<PlanOutcome>().ToDictionary(outcome => outcome.Class.Name);
        Assert.Equal(["HalfTyped", "OfPlant8", "Parts", "Plant7Upgrade", "Refused", "Unreadable"], outcomes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Parts", "Plant7Upgrade"], outcomes.Values.Where(outcome => outcome.Plan is not null).Select(outcome => outcome.Class.Name).Order(StringComparer.Ordinal));
        Assert.All(outcomes.Values.Where(outcome => outcome.Plan is null), outcome => Assert.NotEmpty(outcome.Errors));
    }

    [Fact]
    public async Task An_old_compilation_can_be_collected_while_the_driver_goes_on()
    {
        var (driver, old) = AfterAnEdit();
        for (var i = 0; i < 20 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.False(old.IsAlive, "What the generator remembers keeps the compilation alive.");
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Old) AfterAnEdit()
    {
        var first = Project.Compilation.AddSyntaxTrees(TestProject.Parse("static class Before;", "Typed.cs"));
        var driver = TestProject.Driver(tracksSteps: false).RunGenerators(first, TestContext.Current.CancellationToken);
        driver = driver.RunGenerators(
            first.ReplaceSyntaxTree(first.SyntaxTrees[^1], TestProject.Parse("static class After;", "Typed.cs")), TestContext.Current.CancellationToken);
        return (driver, new WeakReference(first));
    }

    private static void Walk(object? value, HashSet<object> visited)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !visited.Add(value))
        {
            return;
        }

        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel or IOperation or Delegate,
            $"The pipeline holds a {value.GetType()}.");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, visited);
            }
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), visited);
            }
        }
    }

    private static string Plan(string name, string steps) =>
        Marked.PlanHead.Replace("Plant7Upgrade", name, StringComparison.Ordinal) + "{ static Plan Define(Plan plan) => " + steps + "; }";
}

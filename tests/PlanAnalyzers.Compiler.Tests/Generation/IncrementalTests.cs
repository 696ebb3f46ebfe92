using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanAnalyzers.Compiler.Generation;
using PlanAnalyzers.Compiler.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace PlanAnalyzers.Compiler.Tests.Generation;

/// <summary>What runs again after an edit: the reason of each named step of the pipeline.</summary>
public sealed class IncrementalTests
{
    private const string Unrelated = "static class Unrelated { static int M() => 1; }";

    private const string Second = Marked.PlanHead + "{ static Plan Define(Plan plan) => plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)"
        + ".Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1); }";

    private static readonly string SecondPlan = Second.Replace("Plant7Upgrade", "SecondUpgrade", StringComparison.Ordinal);

    /// <summary>The names of the pipeline's steps, found by reflection so that none is forgotten.</summary>
    private static readonly string[] Names = [.. typeof(TrackingNames).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    private readonly TestProject project = TestProject.Of(Marked.Plant7, Plans.VendorProcedure, Unrelated, SecondPlan);

    [Fact]
    public void A_keystroke_in_a_file_without_plans_leaves_every_step_cached()
    {
        var run = RunAfter(compilation => Replace(compilation, "File3.cs", "=> 1", "=> 12"));

        // The compilation is new, so the plans are read again, and found to be the same; nothing behind that runs.
        AssertReasons(run, TrackingNames.ReadPlan, Unchanged, Unchanged);
        AssertReasons(run, TrackingNames.CheckPlan, Cached, Cached);
        AssertReasons(run, TrackingNames.FindExecution, Unchanged);
        AssertReasons(run, TrackingNames.DescribeOutput, Cached, Cached);
        AssertOutputs(run, Cached, Cached);
    }

    [Fact]
    public void A_comment_or_a_line_break_in_a_plan_changes_nothing()
    {
        var run = RunAfter(compilation => Replace(compilation, "File2.cs", ".Upgrade(P2)", "// typed\n\n            .Upgrade(P2)"));

        AssertReasons(run, TrackingNames.ReadPlan, Unchanged, Unchanged);
        AssertReasons(run, TrackingNames.CheckPlan, Cached, Cached);
        AssertOutputs(run, Cached, Cached);
    }

    [Fact]
    public void The_same_step_written_in_another_way_changes_nothing()
    {
        var run = RunAfter(compilation => Replace(compilation, "File2.cs", ".Upgrade(P2)", ".Upgrade(platform: Plant7.P2)"));
        AssertReasons(run, TrackingNames.ReadPlan, Unchanged, Unchanged);
        AssertOutputs(run, Cached, Cached);
    }

    [Fact]
    public void An_edited_step_regenerates_its_own_plan_only()
    {
        var run = RunAfter(compilation => Replace(compilation, "File2.cs", ".EnableCpuLoadBalancing()", ""));

        AssertReasons(run, TrackingNames.ReadPlan, Modified, Unchanged);
        AssertReasons(run, TrackingNames.CheckPlan, Modified, Cached);
        AssertReasons(run, TrackingNames.DescribeOutput, Modified, Cached);
        AssertOutputs(run, Modified, Cached);
    }

    [Fact]
    public void An_error_that_moves_with_an_edit_above_it_regenerates_nothing()
    {
        var bad = TestProject.Of(Marked.Plant7, Plans.VendorProcedure.Replace(".Reboot(P0)", "", StringComparison.Ordinal));
        var run = RunAfter(bad, compilation => Replace(compilation, "File2.cs", "[UpgradePlan", "// a line above\n[UpgradePlan"));
        AssertReasons(run, TrackingNames.ReadPlan, Unchanged);
        AssertOutputs(run, Cached);
    }

    [Fact]
    public void An_edit_of_the_galaxy_regenerates_all_its_plans()
    {
        var run = RunAfter(compilation => Replace(compilation, "File1.cs", "AOS02", "AOS03"));
        AssertReasons(run, TrackingNames.ReadPlan, Modified, Modified);
        AssertOutputs(run, Modified, Modified);
    }

    [Fact]
    public void A_plan_that_is_added_or_removed_leaves_the_others()
    {
        var added = RunAfter(compilation => compilation.AddSyntaxTrees(
            TestProject.Parse(Second.Replace("Plant7Upgrade", "ThirdUpgrade", StringComparison.Ordinal), "File5.cs")));
        AssertReasons(added, TrackingNames.ReadPlan, Unchanged, Unchanged, New);
        AssertOutputs(added, Cached, Cached, New);

        var removed = RunAfter(compilation => compilation.RemoveSyntaxTrees(TreeOf(compilation, "File4.cs")));
        AssertReasons(removed, TrackingNames.ReadPlan, Unchanged, Removed);
        AssertReasons(removed, TrackingNames.CheckPlan, Cached, Removed);
    }

    [Fact]
    public void A_reference_to_the_execution_package_is_seen()
    {
        var run = RunAfter(compilation => compilation.AddReferences(
            MetadataReference.CreateFromFile(typeof(Execution.PlanHost).Assembly.Location)));
        AssertReasons(run, TrackingNames.FindExecution, Modified);
        AssertReasons(run, TrackingNames.CheckPlan, Cached, Cached);
        AssertOutputs(run, Modified, Modified);
    }

    [Fact]
    public void A_second_run_over_a_copy_of_the_compilation_changes_nothing()
    {
        var run = RunAfter(compilation => compilation.Clone());
        Assert.All(Names.SelectMany(name => run.TrackedSteps[name]).SelectMany(step => step.Outputs), output =>
            Assert.True(output.Reason is Cached or Unchanged, output.Reason.ToString()));
        AssertOutputs(run, Cached, Cached);
    }

    [Fact]
    public void No_value_of_the_pipeline_holds_on_to_a_compilation()
    {
        var run = RunAfter(compilation => compilation);
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var value in Names.SelectMany(name => run.TrackedSteps[name]).SelectMany(step => step.Outputs).Select(output => output.Value))
        {
            Walk(value, visited);
        }

        Assert.Contains(visited, value => value is Model.Upgrade); // The walk did reach the inside.
    }

    private static void Walk(object? value, HashSet<object> visited)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !visited.Add(value))
        {
            return;
        }

        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel or IOperation,
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

    private GeneratorRunResult RunAfter(Func<CSharpCompilation, Compilation> edit) => RunAfter(project, edit);

    private static GeneratorRunResult RunAfter(TestProject project, Func<CSharpCompilation, Compilation> edit)
    {
        var driver = TestProject.Driver().RunGenerators(project.Compilation, TestContext.Current.CancellationToken);
        return driver.RunGenerators(edit(project.Compilation), TestContext.Current.CancellationToken).GetRunResult().Results.Single();
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string file, string old, string replacement)
    {
        var tree = TreeOf(compilation, file);
        var text = tree.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, TestProject.Parse(text.Replace(old, replacement, StringComparison.Ordinal), file));
    }

    private static SyntaxTree TreeOf(CSharpCompilation compilation, string file) => compilation.SyntaxTrees.Single(tree => tree.FilePath == file);

    private static void AssertReasons(GeneratorRunResult run, string name, params IncrementalStepRunReason[] expected) =>
        Assert.Equal(expected.Order(), ReasonsOf(run.TrackedSteps[name]));

    private static void AssertOutputs(GeneratorRunResult run, params IncrementalStepRunReason[] expected) =>
        Assert.Equal(expected.Order(), ReasonsOf(run.TrackedOutputSteps.SelectMany(pair => pair.Value).ToImmutableArray()));

    private static IEnumerable<IncrementalStepRunReason> ReasonsOf(ImmutableArray<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(step => step.Outputs).Select(output => output.Reason).Order();
}

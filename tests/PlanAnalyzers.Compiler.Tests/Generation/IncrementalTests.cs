using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanAnalyzers.Compiler.Generation;
using PlanAnalyzers.Compiler.Reading;
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
    internal static readonly string[] Names = [.. typeof(TrackingNames).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    private readonly TestProject project = TestProject.Of(Marked.Plant7, Plans.VendorProcedure, Unrelated, SecondPlan);

    [Fact]
    public void A_keystroke_in_a_file_without_plans_leaves_every_step_cached()
    {
        var run = RunAfter(compilation => Replace(compilation, "File3.cs", "=> 1", "=> 12"));

        // The compilation is new, so each plan is asked whether it is still the same; nothing is read, and nothing behind that runs.
        AssertReasons(run, TrackingNames.ReadPlan, Cached, Cached);
        AssertReasons(run, TrackingNames.CheckPlan, Cached, Cached);
        AssertReasons(run, TrackingNames.FindExecution, Unchanged);
        AssertReasons(run, TrackingNames.DescribeOutput, Cached, Cached);
        AssertOutputs(run, Cached, Cached);
    }

    [Fact]
    public void A_comment_or_a_line_break_in_a_plan_changes_nothing()
    {
        var run = RunAfter(compilation => Replace(compilation, "File2.cs", ".Upgrade(P2)", "// typed\n\n            .Upgrade(P2)"));

        AssertReasons(run, TrackingNames.ReadPlan, Cached, Cached);
        AssertReasons(run, TrackingNames.CheckPlan, Cached, Cached);
        AssertOutputs(run, Cached, Cached);
    }

    [Fact]
    public void The_same_step_written_in_another_way_changes_nothing()
    {
        var run = RunAfter(compilation => Replace(compilation, "File2.cs", ".Upgrade(P2)", ".Upgrade(platform: Plant7.P2)"));
        AssertReasons(run, TrackingNames.ReadPlan, Cached, Cached);
        AssertOutputs(run, Cached, Cached);
    }

    [Fact]
    public void An_edited_step_regenerates_its_own_plan_only()
    {
        var run = RunAfter(compilation => Replace(compilation, "File2.cs", ".EnableCpuLoadBalancing()", ""));

        AssertReasons(run, TrackingNames.ReadPlan, Modified, Cached);
        AssertReasons(run, TrackingNames.CheckPlan, Modified, Cached);
        AssertReasons(run, TrackingNames.DescribeOutput, Modified, Cached);
        AssertOutputs(run, Modified, Cached);
    }

    [Fact]
    public void An_error_that_moves_with_an_edit_above_it_regenerates_nothing()
    {
        var bad = TestProject.Of(Marked.Plant7, Plans.VendorProcedure.Replace(".Reboot(P0)", "", StringComparison.Ordinal));
        var run = RunAfter(bad, compilation => Replace(compilation, "File2.cs", "[UpgradePlan", "// a line above\n[UpgradePlan"));
        AssertReasons(run, TrackingNames.ReadPlan, Cached);
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
        AssertReasons(added, TrackingNames.ReadPlan, Cached, Cached, New);
        AssertOutputs(added, Cached, Cached, New);

        var removed = RunAfter(compilation => compilation.RemoveSyntaxTrees(TreeOf(compilation, "File4.cs")));
        AssertReasons(removed, TrackingNames.ReadPlan, Cached, Removed);
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

    /// <summary>A plan is generated for the galaxy as it is declared, whatever the site's export says.</summary>
    [Fact]
    public void An_export_of_the_site_that_changes_leaves_every_step_cached()
    {
        var (export, other) = (TestProject.File("Plant7.galaxy.csv", "tag_name"), TestProject.File("Plant7.galaxy.csv", "template"));
        var run = TestProject.Driver().AddAdditionalTexts([export]).RunGenerators(project.Compilation, TestContext.Current.CancellationToken)
            .ReplaceAdditionalText(export, other).RunGenerators(project.Compilation, TestContext.Current.CancellationToken)
            .GetRunResult().Results.Single();
        AssertReasons(run, TrackingNames.ReadPlan, Cached, Cached);
        AssertOutputs(run, Cached, Cached);
    }

    [Fact]
    public void The_source_that_a_library_shares_is_written_again_only_where_it_changes()
    {
        var driver = TestProject.Driver(options: new ProjectOptions([])).RunGenerators(project.Compilation, TestContext.Current.CancellationToken);
        Assert.Equal(Unchanged, ReasonAfter("File3.cs", "=> 1", "=> 12"));
        Assert.Equal(Unchanged, ReasonAfter("File2.cs", ".EnableCpuLoadBalancing()", ""));
        Assert.Equal(Modified, ReasonAfter("File1.cs", "AOS02", "AOS03"));

        IncrementalStepRunReason ReasonAfter(string file, string old, string replacement) => driver
            .RunGenerators(Replace(project.Compilation, file, old, replacement), TestContext.Current.CancellationToken)
            .GetRunResult().Results.Single().TrackedSteps[TrackingNames.ShareSource].Single().Outputs.Single().Reason;
    }

    [Fact]
    public void A_second_run_over_a_copy_of_the_compilation_changes_nothing()
    {
        var run = RunAfter(project, compilation => compilation.Clone(), new ProjectOptions([]));
        Assert.All(Names.SelectMany(name => run.TrackedSteps[name]).SelectMany(step => step.Outputs), output =>
            Assert.True(output.Reason is Cached or Unchanged, output.Reason.ToString()));
        AssertOutputs(run, Cached, Cached, Cached);
    }

    [Fact]
    public void One_step_edited_among_a_hundred_plans_regenerates_one()
    {
        var many = Many(100);
        var run = RunAfter(many, compilation => Replace(compilation, "Upgrade42.cs", ".Upgrade(P2)", ".Manual(\"x\").Upgrade(P2)"));
        AssertReasons(run, TrackingNames.ReadPlan, [Modified, .. Enumerable.Repeat(Cached, 99)]);
        AssertReasons(run, TrackingNames.CheckPlan, [Modified, .. Enumerable.Repeat(Cached, 99)]);
        AssertReasons(run, TrackingNames.DescribeOutput, [Modified, .. Enumerable.Repeat(Cached, 99)]);
        AssertOutputs(run, [Modified, .. Enumerable.Repeat(Cached, 99)]);
    }

    [Theory]
    [InlineData(".CascadeDeploy(p)", ".CascadeDeploy(p).Manual(\"x\")", 2)]
    [InlineData("static class Fragments", "// typed\nstatic class Fragments", 0)]
    [InlineData("=> plan.Reboot(p);", "=> plan.Reboot(p).Reboot(p);", 0)]
    [InlineData("P2", "P1", 0)]
    public void An_edited_fragment_of_another_file_regenerates_the_plans_that_use_it(string old, string replacement, int modified)
    {
        var shared = Many(4, """
            using PlanAnalyzers;

            static class Fragments
            {
                static Platform Unused => Plant7.P2;
                public static Plan Node(this Plan plan, Platform p) => plan.Upgrade(p).CascadeDeploy(p);
                public static Plan UsedByNone(this Plan plan, Platform p) => plan.Reboot(p);
            }
            """);
        var run = RunAfter(shared, compilation => Replace(compilation, "Fragments.cs", old, replacement));
        IncrementalStepRunReason[] Reasons(IncrementalStepRunReason same) =>
            [.. Enumerable.Repeat(Modified, modified), .. Enumerable.Repeat(same, 4 - modified)];
        AssertReasons(run, TrackingNames.ReadPlan, Reasons(Cached));
        AssertReasons(run, TrackingNames.CheckPlan, Reasons(Cached));
        AssertOutputs(run, Reasons(Cached));
    }

    [Fact]
    public void A_platform_that_is_renamed_regenerates_the_plans_of_its_galaxy_and_no_others()
    {
        var twoGalaxies = TestProject.OfFiles(
            ("Plant7.cs", Marked.Plant7),
            ("Plant8.cs", Marked.Plant7.Replace("Plant7", "Plant8", StringComparison.Ordinal)),
            ("Upgrade7.cs", Plans.VendorProcedure),
            ("Upgrade8.cs", Plans.VendorProcedure.Replace("Plant7", "Plant8", StringComparison.Ordinal)));

        // As the editor's Rename does it: in all files at once.
        var run = RunAfter(twoGalaxies, compilation =>
            Replace(Replace(compilation, "Plant7.cs", "P2", "Standby"), "Upgrade7.cs", "P2", "Standby"));
        AssertReasons(run, TrackingNames.ReadPlan, Modified, Cached);
        AssertReasons(run, TrackingNames.CheckPlan, Modified, Cached);
        AssertOutputs(run, Modified, Cached);
    }

    [Fact]
    public void Only_what_is_typed_is_read_again_and_what_is_made_of_it()
    {
        var many = Many(10, "using PlanAnalyzers; static class Fragments { public static Plan Node(this Plan plan, Platform p) => plan.Upgrade(p).CascadeDeploy(p); }");
        var driver = TestProject.Driver().RunGenerators(many.Compilation, TestContext.Current.CancellationToken);
        Assert.Equal((10, 1), Read(many.Compilation));
        Assert.Equal((1, 0), ReadAfter("Upgrade4.cs", ".Upgrade(P2)", ".Manual(\"x\").Upgrade(P2)"));
        Assert.Equal((5, 0), ReadAfter("Fragments.cs", "CascadeDeploy(p)", "CascadeDeploy(p).Reboot(p)"));
        Assert.Equal((10, 1), ReadAfter("Plant7.cs", "AOS02", "AOS03"));

        // Something new is declared, which may mean something in any of them.
        Assert.Equal((10, 1), ReadAfter("Fragments.cs", "static class", "static class Other; static class"));

        (int Plans, int Galaxies) ReadAfter(string file, string old, string replacement)
        {
            var compilation = Replace(many.Compilation, file, old, replacement);
            driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
            return Read(compilation);
        }

        static (int Plans, int Galaxies) Read(Compilation compilation) => SourceModels.Of(compilation).Work is var work ? (work.Plans, work.Galaxies) : default;
    }

    /// <summary>Many plans for one galaxy, each in a file; the first half of them use the fragment, where there is one.</summary>
    private static TestProject Many(int count, string? fragments = null) => TestProject.OfFiles(
    [
        ("Plant7.cs", Marked.Plant7),
        .. Enumerable.Range(0, count).Select(i => (
            $"Upgrade{i}.cs",
            Plans.VendorProcedure
                .Replace("Plant7Upgrade", $"Upgrade{i}", StringComparison.Ordinal)
                .Replace(".Upgrade(P1).CascadeDeploy(P1)", fragments is not null && i < count / 2 ? ".Node(P1)" : ".Upgrade(P1).CascadeDeploy(P1)", StringComparison.Ordinal))),
        .. fragments is null ? [] : new[] { ("Fragments.cs", fragments) },
    ]);

    private GeneratorRunResult RunAfter(Func<CSharpCompilation, Compilation> edit) => RunAfter(project, edit);

    private static GeneratorRunResult RunAfter(TestProject project, Func<CSharpCompilation, Compilation> edit, ProjectOptions? options = null)
    {
        var driver = TestProject.Driver(options: options).RunGenerators(project.Compilation, TestContext.Current.CancellationToken);
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

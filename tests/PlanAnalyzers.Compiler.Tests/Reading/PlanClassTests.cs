using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Reading;

/// <summary>UPG1002, UPG1005 and UPG1006: the shape of the plan's class and its galaxy.</summary>
public sealed class PlanClassTests
{
    private const string Steps = "plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1)";

    [Theory]
    [InlineData("static class {|UPG1002:Plant7Upgrade|} { static Plan Define(Plan plan) => STEPS; }")]
    [InlineData("partial class {|UPG1002:Plant7Upgrade|} { static Plan Define(Plan plan) => STEPS; }")]
    [InlineData("static partial class {|UPG1002:Plant7Upgrade|};")]
    [InlineData("static partial class {|UPG1002:Plant7Upgrade|} { static Plan Define() => null!; }")]
    [InlineData("static partial class {|UPG1002:Plant7Upgrade|} { static void Define(Plan plan) { } }")]
    [InlineData("static partial class {|UPG1002:Plant7Upgrade|}<T> { static Plan Define(Plan plan) => STEPS; }")]
    [InlineData("static partial class {|UPG1002:Plant7Upgrade|} { static Plan Define(ref Plan plan) => STEPS; }")]
    [InlineData("file static partial class {|UPG1002:Plant7Upgrade|} { static Plan Define(Plan plan) => STEPS; }")]
    [InlineData("static partial class {|UPG1002:Plant7Upgrade|} { static Plan Define(Plan plan) => STEPS; static int Validated => 1; }")]
    [InlineData("static partial class {|UPG1002:Transitions|} { static Plan Define(Plan plan) => STEPS; }")]
    public Task A_class_that_cannot_be_a_plan_is_reported_once(string declaration) => Marked.Verify(
        Marked.Plant7,
        Attribute + declaration.Replace("STEPS", Steps, StringComparison.Ordinal));

    /// <summary>Only what our own generator adds is not the author's: another one's files end in the same way.</summary>
    [Fact]
    public async Task A_name_that_another_generator_took_is_taken()
    {
        var project = TestProject.Of(Marked.Plant7, Attribute + "static partial class Plant7Upgrade { static Plan Define(Plan plan) => " + Steps + "; }")
            .With(compilation => compilation.AddSyntaxTrees(TestProject.Parse("static partial class Plant7Upgrade { static int Validated => 1; }", "Other/Names.g.cs")));
        Assert.Contains("uses the name Validated", Assert.Single(await project.AnalyzerDiagnostics()).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_mistake_in_the_steps_is_found_although_the_class_is_not_partial() => Marked.Verify(
        Marked.Plant7,
        Attribute + "static class {|UPG1002:Plant7Upgrade|} { static Plan Define(Plan plan) => plan.{|UPG4001:MigrateGalaxy()|}"
        + ".CascadeDeploy(P0).Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1); }");

    [Fact]
    public Task A_plan_inside_a_class_needs_that_class_to_be_partial_too() => Marked.Verify(
        Marked.Plant7,
        "using PlanAnalyzers; using static Plant7; static class Outer { " + AttributeOnly
        + "static partial class {|UPG1002:Plant7Upgrade|} { static Plan Define(Plan plan) => " + Steps + "; } }",
        "using PlanAnalyzers; using static Plant7; namespace N { partial record struct Outer { " + AttributeOnly
        + "static partial class Plant7Upgrade { static Plan Define(Plan plan) => " + Steps + "; } } }");

    [Theory]
    [InlineData("typeof(Other)", "static class Other;")]
    [InlineData("typeof(string)", "")]
    [InlineData("null!", "")]
    [InlineData("typeof(Other)", "[Galaxy] class Other { public static readonly Platform P = Platform.GalaxyRepository(\"X\"); }")]
    public Task A_galaxy_that_is_none_is_reported_at_the_attribute(string galaxy, string other) => Marked.Verify(
        Marked.Plant7,
        "using PlanAnalyzers; using static Plant7;\n[{|UPG1005:UpgradePlan(" + galaxy + ", From = SystemPlatform.V2020, To = SystemPlatform.V2023R2)|}]\n"
        + "static partial class Plant7Upgrade { static Plan Define(Plan plan) => plan; }\n" + other);

    [Theory]
    [InlineData("From = SystemPlatform.V2020R2SP1", "does not say to which version")]
    [InlineData("To = SystemPlatform.V2023R2SP1", "does not say from which version")]
    [InlineData("From = SystemPlatform.V2020R2SP1, To = (SystemPlatform)42", "does not say to which version")]
    public async Task A_version_that_is_left_out_is_reported_and_the_steps_are_checked_all_the_same(string version, string message)
    {
        var found = await Marked.Verify(
            Marked.Plant7,
            "using PlanAnalyzers;\nusing static Plant7;\n[{|UPG2006:UpgradePlan(typeof(Plant7), " + version + ")|}]\n"
            + "static partial class Plant7Upgrade { static Plan Define(Plan plan) => plan.Upgrade(P0).{|UPG4002:MigrateGalaxy()|}.CascadeDeploy(P0)"
            + ".Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1).EnableCpuLoadBalancing(); }");
        Assert.Contains(message, found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("To = SystemPlatform.V9999")]
    [InlineData("To = ")]
    [InlineData("To = \"2023\"")]
    public async Task A_version_that_does_not_compile_is_left_to_the_compiler(string to)
    {
        var project = TestProject.Of(
            Marked.Plant7,
            "using PlanAnalyzers;\nusing static Plant7;\n[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, " + to + ")]\n"
            + "static partial class Plant7Upgrade { static Plan Define(Plan plan) => " + Steps + "; }");
        Assert.NotEmpty(project.CompilerDiagnostics());
        Assert.Empty(await project.AnalyzerDiagnostics());
    }

    [Fact]
    public async Task A_name_that_the_generated_part_needs_is_to_be_changed()
    {
        var found = await Marked.Verify(
            Marked.Plant7,
            Attribute + "static partial class {|UPG1002:Plant7Upgrade|} { static Plan Define(Plan plan) => " + Steps + "; static int Validated => 1; }");
        Assert.EndsWith("Rename Validated.", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_of_another_galaxy_is_reported_at_each_step_that_names_it()
    {
        var found = await Marked.Verify(
            Marked.Plant7,
            """
            using PlanAnalyzers;

            [Galaxy]
            public static class Plant8
            {
                public static readonly Platform P0 = Platform.GalaxyRepository("GR08");
                public static readonly Platform P2 = Platform.RunTime("AOS82");
                public static readonly Platform P9 = Platform.RunTime("AOS89");
            }
            """,
            """
            using PlanAnalyzers;
            using static Plant7;

            [UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
            public static partial class Plant7Upgrade
            {
                static Plan Define(Plan plan) => plan
                    .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
                    .{|UPG1006:Upgrade(Plant8.P2)|}.{|UPG1006:CascadeDeploy(Plant8.P2)|}
                    .Upgrade(P1).{|UPG1006:CascadeDeploy(Plant8.P9)|};
            }
            """);

        Assert.Contains("Name Plant7.P2.", found[0].GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("at another plant", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_slip_to_another_galaxy_does_not_hide_a_mistake_of_another_kind() => Marked.Verify(
        Marked.Plant7,
        "using PlanAnalyzers; [Galaxy] static class Plant8 { public static readonly Platform P0 = Platform.GalaxyRepository(\"GR08\");"
        + " public static readonly Platform P2 = Platform.RunTime(\"AOS82\"); }",
        Marked.PlanHead + """
        {
            static Plan Define(Plan plan) => plan
                .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
                .{|UPG1006:Upgrade(Plant8.P2)|}.{|UPG4006:Upgrade(P1)|}.CascadeDeploy(P2).CascadeDeploy(P1);
        }
        """);

    private const string AttributeOnly =
        "[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]\n";

    private const string Attribute = "using PlanAnalyzers;\nusing static Plant7;\n" + AttributeOnly;
}

using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Analysis;

/// <summary>What an author writes into the plan to hide a diagnostic, and how far that reaches.</summary>
public sealed class SuppressionTests
{
    private const string NoEffect = """
        static Plan Define(Plan plan) => plan
            .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
            .Upgrade(P2).CascadeDeploy(P2)
            .{|UPG4008:CascadeDeploy(P2)|}
            .Upgrade(P1).CascadeDeploy(P1);
        """;

    private const string Attribute = "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"PlanAnalyzers.Order\", \"UPG4008:Step has no effect\")]\n";

    [Fact]
    public Task A_pragma_around_a_step_hides_what_is_said_of_that_step_only() => Marked.VerifyDefine("""
        static Plan Define(Plan plan) => plan
            .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
            .Upgrade(P2).CascadeDeploy(P2)
        #pragma warning disable UPG4008 // The first attempt is known to fail at this site.
            .CascadeDeploy(P2)
        #pragma warning restore UPG4008
            .{|UPG4008:CascadeDeploy(P2)|}
            .Upgrade(P1).CascadeDeploy(P1);
        """);

    [Fact]
    public async Task SuppressMessage_hides_a_rule_at_the_method_and_at_the_class_of_the_plan()
    {
        await Marked.VerifyDefine(NoEffect);
        await Marked.VerifyDefine(Attribute + WithoutMarks(NoEffect));
        await Marked.Verify(Marked.Plant7, Marked.PlanHead.Replace("[Up", Attribute + "[Up", StringComparison.Ordinal) + $"{{ {WithoutMarks(NoEffect)} }}");
    }

    [Fact]
    public Task SuppressMessage_for_the_assembly_names_the_plan_in_a_file_of_its_own() => Marked.Verify(
        """
        using System.Diagnostics.CodeAnalysis;

        [assembly: SuppressMessage("PlanAnalyzers.Order", "UPG4008", Scope = "type", Target = "~T:Plant7Upgrade")]
        """,
        Marked.Plant7,
        Marked.PlanHead + $"{{ {WithoutMarks(NoEffect)} }}",
        Marked.PlanHead.Replace("Plant7Upgrade", "Another", StringComparison.Ordinal) + $"{{ {NoEffect} }}");

    [Fact]
    public Task SuppressMessage_hides_a_rule_about_the_galaxy_at_the_declaration() => Marked.Verify("""
        using System.Diagnostics.CodeAnalysis;
        using PlanAnalyzers;

        [Galaxy]
        public static class Plant7
        {
            public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
            public static readonly Platform P1 = Platform.RunTime("AOS01");
            public static readonly AppEngine E1 = AppEngine.On(P1);
            [SuppressMessage("PlanAnalyzers.Topology", "UPG2002")]
            public static readonly AppEngine E1b = E1.BackupOn(P1);
            public static readonly AppEngine E2 = AppEngine.On(P1);
            public static readonly AppEngine {|UPG2002:E2b|} = E2.BackupOn(P1);
        }
        """);

    private static string WithoutMarks(string source) =>
        source.Replace("{|UPG4008:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
}

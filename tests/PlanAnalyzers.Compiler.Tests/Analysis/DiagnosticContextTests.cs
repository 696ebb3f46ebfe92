using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Analysis;

/// <summary>How the reader came to a mistake: the functions that were called, the round of the loop, and the places on the way.</summary>
public sealed class DiagnosticContextTests
{
    [Theory]
    [InlineData(
        "static Plan Define(Plan plan) { foreach (var node in new[] { P2, P1 }) { plan = Work.{|UPG1001:Node(plan, node)|}; } return plan; }",
        "In Node → Note, for P2: 'System.Guid.NewGuid()' is not known",
        "System.Guid.NewGuid()")]
    [InlineData(
        "static Plan Define(Plan plan) => plan.{|UPG1004:Forever()|};",
        "In Forever: Reading the plan stops at 'while (true)'",
        "while (true)")]
    [InlineData(
        "static Plan Define(Plan plan) => plan.{|UPG1006:Foreign()|};",
        "In Foreign: Upgrade names P9 of the galaxy Plant9",
        "Upgrade(Plant9.P9)",
        "P9")]
    [InlineData(
        "static Plan Define(Plan plan) => plan.{|UPG1003:Forgets()|}.Reboot(P0).MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1);",
        "In Forgets: The result of Upgrade(P0) is dropped",
        "Upgrade(P0)")]
    [InlineData(
        "static Plan Define(Plan plan) { var nodes = new[] { P0, P1 }; for (var i = 0; i < 9; i++) { plan = plan.Upgrade({|UPG1001:nodes[i]|}); } return plan; }",
        "For i = 2: 'nodes[i]' is not known at compile time, so the plan cannot be checked and will not run. It throws when the plan is made: there is no item 2 among 2.")]
    [InlineData(
        "static Plan Define(Plan plan) { foreach (var name in new[] { \"P1\", \"P3\" }) { plan = plan.Upgrade(Find(name)); } return plan; } static Platform Find(string name) => name == \"P1\" ? P1 : {|UPG1001:throw new System.ArgumentException($\"There is no {name}\")|};",
        "In Find, for P3: 'throw new System.ArgumentException($\"There is no {name}\")' is not known at compile time, so the plan cannot be checked and will not run. "
        + "It throws when the plan is made: There is no P3.",
        "Find(name)")]
    [InlineData(
        "static Plan Define(Plan plan) { foreach (var node in Order()) { plan = plan.Upgrade(node); } return plan; } static System.Collections.Generic.IEnumerable<Platform> Order() { {|UPG1001:yield return P0;|} }",
        "In Order: 'yield return P0;' is not known at compile time, so the plan cannot be checked and will not run. "
        + "An iterator is not read. Put the items into an array or a list, and return that.",
        "Order()")]
    [InlineData(
        "static Plan Define(Plan plan) { Platform? none = null; return plan.Upgrade({|UPG1001:none|}!); }",
        "'none' is not known at compile time, so the plan cannot be checked and will not run. It is null here. A step needs a platform or engine that the plan's galaxy declares in a field.")]
    public async Task What_cannot_be_read_is_said_with_how_the_reader_came_there(string define, string message, params string[] others)
    {
        var found = Assert.Single(
            await Marked.Verify(
                Marked.Plant7,
                Marked.PlanHead + "{\n" + define + "\n}\n",
                """
                using PlanAnalyzers;
                using static Plant7;

                [Galaxy]
                public static class Plant9
                {
                    public static readonly Platform P0 = Platform.GalaxyRepository("GR09");
                    public static readonly Platform P9 = Platform.RunTime("AOS09");
                }

                static class Work
                {
                    public static Plan Node(Plan plan, Platform node) => Note(plan.Upgrade(node));

                    public static Plan Forever(this Plan plan)
                    {
                        while (true)
                        {
                            plan = plan.Manual("Wait");
                        }
                    }

                    public static Plan Foreign(this Plan plan) => plan.Upgrade(Plant9.P9);

                    public static Plan Forgets(this Plan plan)
                    {
                        plan.Upgrade(P0);
                        return plan;
                    }

                    private static Plan Note(Plan plan) => plan.Manual(System.Guid.NewGuid().ToString());
                }
                """));
        Assert.Equal(message, found.GetMessage(null)[..message.Length]);
        Assert.Equal(others, found.AdditionalLocations.Select(Text));
    }

    [Theory]
    [InlineData("foreach (var line in new[] { \"Mixing\", \"Filling\" })", "For Filling: ")]
    [InlineData("foreach (var line in new[] { 3, 5 })", "For line = 5: ")]
    [InlineData("for (int i = 3, j = 9; i < 5 && j > 0; i++)", "For i = 4 and j = 9: ")]
    [InlineData("foreach (var (line, node) in new[] { (\"Mixing\", P1), (\"Filling\", P2) })", "For P2: ")]
    [InlineData("var i = 0; while (i++ < 2)", "")]
    public async Task A_step_in_a_loop_is_said_with_the_round_of_the_loop(string loop, string round)
    {
        var found = Assert.Single(await Marked.VerifyDefine($$"""
            static Plan Define(Plan plan)
            {
                plan = plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0);
                {{loop}}
                {
                    plan = plan.{|UPG4008:MigrateViewApps()|};
                }

                return plan.Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1);
            }
            """));
        Assert.StartsWith($"{round}MigrateViewApps() has no effect", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_every_round_of_a_loop_does_wrong_in_the_same_way_is_said_once()
    {
        var found = Assert.Single(await Marked.VerifyDefine("""
            static Plan Define(Plan plan)
            {
                plan = plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0);
                for (var i = 0; i < 50; i++)
                {
                    plan = plan.{|UPG4008:CascadeDeploy(P0)|};
                }

                return plan.Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1);
            }
            """));
        Assert.StartsWith("For i = 0: CascadeDeploy(P0) has no effect", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_quoted_of_the_source_is_quoted_without_comments_and_line_breaks()
    {
        var found = Assert.Single(await Marked.VerifyDefine("""
            static Plan Define(Plan plan) => plan.Upgrade({|UPG1001:System.Environment // the shift's computer
                .GetEnvironmentVariable(
                    /* which */ "NODE")|} == "1" ? P1 : P2);
            """));
        Assert.StartsWith("'System.Environment.GetEnvironmentVariable(\"NODE\")' is not known", found.GetMessage(null), StringComparison.Ordinal);
    }

    private static string Text(Location location) =>
        location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(location.SourceSpan);
}

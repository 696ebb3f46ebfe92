using PlanAnalyzers.CodeFixes.Tests.Harness;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Repairing;

/// <summary>UPG4011: branches that cannot run side by side are put one after the other, in the layout that their author gave them.</summary>
public sealed class ParallelTests
{
    private const string Title = "Put the branches around Upgrade(P1) one after the other";
    private const string Gr = "plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)";

    [Fact]
    public Task Branches_in_lines_become_lines() => Fixing.InDefine($"""
            static Plan Define(Plan plan) => {Gr}
                .InParallel(
                    standby => standby.Upgrade(P2).CascadeDeploy(P2), // First the one that stands by.
                    active => active.{"{|UPG4011:Upgrade(P1)|}"}.CascadeDeploy(P1)) // Then the other.
                .EnableCpuLoadBalancing();
        """).GivesDefine(Title, $"""
            static Plan Define(Plan plan) => {Gr}
                .Upgrade(P2).CascadeDeploy(P2) // First the one that stands by.
                .Upgrade(P1).CascadeDeploy(P1) // Then the other.
                .EnableCpuLoadBalancing();
        """);

    [Fact]
    public Task Chains_phases_and_comments_are_indented_like_the_chain_they_go_on() => Fixing.InDefine($$"""
            static Plan Define(Plan plan) => {{Gr}}
                .InParallel( // One after the other?
                    // The standby.
                    standby => standby // E1b
                        .Upgrade(P2)
                        // It has to run again.
                        .CascadeDeploy(P2),

                    /* The active one. */
                    active => active
                        .Phase("Active", part => part
                            .{|UPG4011:Upgrade(P1)|} // The last one.
                            .CascadeDeploy(P1))
                ); // Done.
        """).GivesDefine(Title, $$"""
            static Plan Define(Plan plan) => {{Gr}}
                // One after the other?
                // The standby.
                // E1b
                .Upgrade(P2)
                // It has to run again.
                .CascadeDeploy(P2)

                /* The active one. */
                .Phase("Active", part => part
                    .Upgrade(P1) // The last one.
                    .CascadeDeploy(P1));
                // Done.
        """);

    [Theory]
    [InlineData(
        "plan => plan.InParallel(a => a.Upgrade(P2).CascadeDeploy(P2), b => b.{|UPG4011:Upgrade(P1)|}.CascadeDeploy(P1))",
        "plan => plan.Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1)")]
    [InlineData(
        "plan => plan.InParallel((Plan a) => { return a.Upgrade(P2).CascadeDeploy(P2); }, static b => b.{|UPG4011:Upgrade(P1)|}.CascadeDeploy(P1)).Manual(\"Done\")",
        "plan => plan.Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1).Manual(\"Done\")")]
    [InlineData(
        "plan => plan.InParallel(a => a.InParallel(b => b.Upgrade(P2).CascadeDeploy(P2), c => c.{|UPG4011:Upgrade(P1)|}.CascadeDeploy(P1)), d => d.Manual(\"Look\"))",
        "plan => plan.Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1).Manual(\"Look\")")]
    public Task Branches_in_a_row_stay_in_a_row(string part, string expected) => Fixing.InDefine(
            $"    static Plan Define(Plan plan) => {Gr}.Phase(\"Pair\", {part});")
        .GivesDefine(Title, $"    static Plan Define(Plan plan) => {Gr}.Phase(\"Pair\", {expected});");

    [Fact]
    public Task In_statements_the_branches_go_on_the_plan() => Fixing.InDefine($$"""
            static Plan Define(Plan plan)
            {
                plan = {{Gr}};
                plan = plan.InParallel(
                    a => a.Upgrade(P2).CascadeDeploy(P2),
                    b => b.{|UPG4011:Upgrade(P1)|}.CascadeDeploy(P1));
                return plan;
            }
        """).GivesDefine(Title, $$"""
            static Plan Define(Plan plan)
            {
                plan = {{Gr}};
                plan = plan
                    .Upgrade(P2).CascadeDeploy(P2)
                    .Upgrade(P1).CascadeDeploy(P1);
                return plan;
            }
        """);

    [Fact]
    public Task A_fragment_is_called_around_the_steps_of_the_branch_before_it()
    {
        const string Fragment = "\n\n    static Plan Node(Plan plan, Platform node) => plan.Upgrade(node).CascadeDeploy(node);";
        return Fixing.InDefine($"    static Plan Define(Plan plan) => {Gr}.InParallel(a => a.Upgrade(P2).CascadeDeploy(P2), b => {{|UPG4011:Node(b, P1)|}});{Fragment}")
            .GivesDefine(Title, $"    static Plan Define(Plan plan) => Node({Gr}.Upgrade(P2).CascadeDeploy(P2), P1);{Fragment}");
    }

    [Theory]
    [InlineData("this ", "Node(plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0), P2).Active();")]
    [InlineData("", "Work.Active(Node(plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0), P2));")]
    public Task A_fragment_is_called_around_the_chain_or_goes_on_it(string @this, string expected) => Fixing.In(
            Marked.Plant7,
            $"""
            using PlanAnalyzers;

            public static class Work
            {"{"}
                public static Plan Node(Plan plan, Platform node) => plan.Upgrade(node).CascadeDeploy(node);
                public static Plan Active({@this}Plan plan) => Node(plan, Plant7.P1);
            {"}"}
            """,
            "using static Work;\n" + Fixing.Class($$"""
                    static Plan Define(Plan plan) => {{Gr}}
                        .{|UPG4011:InParallel(
                            standby => Node(standby, P2), // E1b
                            Work.Active)|};
                """))
        .Gives(Title, "using static Work;\n" + Fixing.Class($"""
                    static Plan Define(Plan plan) => {expected}
                        // E1b
                """));

    [Theory]
    [InlineData("System.Func<Plan, Plan> active = b => b.{|UPG4011:Upgrade(P1)|}.CascadeDeploy(P1);", "a => a.Upgrade(P2).CascadeDeploy(P2), active")]
    [InlineData("", "a => { var all = a.Upgrade(P2); return all.CascadeDeploy(P2); }, b => b.{|UPG4011:Upgrade(P1)|}.CascadeDeploy(P1)")]
    [InlineData("", "[a => a.Upgrade(P2).CascadeDeploy(P2), b => b.{|UPG4011:Upgrade(P1)|}.CascadeDeploy(P1)]")]
    public Task Branches_whose_steps_are_written_in_another_way_are_left_to_the_author(string before, string branches) => Fixing.InDefine(
            $"    static Plan Define(Plan plan)\n    {{\n        {before}\n        return {Gr}.InParallel({branches});\n    }}")
        .Offers();
}

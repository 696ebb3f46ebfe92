using PlanAnalyzers.CodeFixes.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Repairing;

/// <summary>Where an author writes all that is done at a node in one line, a fix does so too, and lines go as a whole, with what is said behind them.</summary>
public sealed class LineByLineTests
{
    private const string Gr = "plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)";

    [Fact]
    public Task Lines_change_places() => Fixing.InDefine($"""
            static Plan Define(Plan plan) => {Gr}
                .{"{|UPG4005:Upgrade(P1)|}"}.CascadeDeploy(P1)   // E1
                .Upgrade(P2).CascadeDeploy(P2);  // E1b
        """).GivesDefine("Upgrade P2 before P1", $"""
            static Plan Define(Plan plan) => {Gr}
                .Upgrade(P2).CascadeDeploy(P2)  // E1b
                .Upgrade(P1).CascadeDeploy(P1);   // E1
        """);

    [Fact]
    public Task Statements_change_places() => Fixing.InDefine($$"""
            static Plan Define(Plan plan)
            {
                plan = {{Gr}};
                plan = plan.{|UPG4005:Upgrade(P1)|}.CascadeDeploy(P1); // E1
                plan = plan.Upgrade(P2).CascadeDeploy(P2); // E1b
                return plan;
            }
        """).GivesDefine("Upgrade P2 before P1", $$"""
            static Plan Define(Plan plan)
            {
                plan = {{Gr}};
                plan = plan.Upgrade(P2).CascadeDeploy(P2); // E1b
                plan = plan.Upgrade(P1).CascadeDeploy(P1); // E1
                return plan;
            }
        """);

    [Fact]
    public Task A_node_that_was_forgotten_gets_a_line() => Fixing.InDefine("""
            static Plan {|UPG6001:Define|}(Plan plan) => plan
                .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0); // The GR
        """).GivesDefine("Add Upgrade(P2), CascadeDeploy(P2), Upgrade(P1) and CascadeDeploy(P1) after CascadeDeploy(P0)", """
            static Plan Define(Plan plan) => plan
                .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0) // The GR
                .Upgrade(P2).CascadeDeploy(P2)
                .Upgrade(P1).CascadeDeploy(P1);
        """);

    [Fact]
    public Task A_node_that_was_forgotten_gets_a_statement() => Fixing.InDefine($$"""
            static Plan {|UPG6001:Define|}(Plan plan)
            {
                plan = {{Gr}};
                return plan;
            }
        """).GivesDefine("Add Upgrade(P2), CascadeDeploy(P2), Upgrade(P1) and CascadeDeploy(P1) after CascadeDeploy(P0)", $$"""
            static Plan Define(Plan plan)
            {
                plan = {{Gr}};
                plan = plan.Upgrade(P2).CascadeDeploy(P2);
                plan = plan.Upgrade(P1).CascadeDeploy(P1);
                return plan;
            }
        """);

    [Fact]
    public Task What_a_node_lacks_goes_into_its_line() => Fixing.InDefine("""
            static Plan Define(Plan plan) => plan
                .Upgrade(P0).{|UPG4002:MigrateGalaxy()|}.CascadeDeploy(P0)
                .Upgrade(P2).CascadeDeploy(P2)
                .Upgrade(P1).CascadeDeploy(P1);
        """).GivesDefine("Add Reboot(P0) before MigrateGalaxy()", """
            static Plan Define(Plan plan) => plan
                .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
                .Upgrade(P2).CascadeDeploy(P2)
                .Upgrade(P1).CascadeDeploy(P1);
        """);

    [Fact]
    public Task Blanks_before_a_comment_stay() => Fixing.InDefine($$"""
            static Plan Define(Plan plan) => {{Gr}}
                .Upgrade(P2)        // E1b
                .{|UPG4006:Upgrade(P1)|}        // E1
                .CascadeDeploy(P1); // E1
        """).GivesDefine("Add CascadeDeploy(P2) before Upgrade(P1)", $$"""
            static Plan Define(Plan plan) => {{Gr}}
                .Upgrade(P2)        // E1b
                .CascadeDeploy(P2)
                .Upgrade(P1)        // E1
                .CascadeDeploy(P1); // E1
        """);

    [Fact]
    public async Task Where_dots_end_the_lines_a_comment_stays_with_its_step()
    {
        await Fixing.InDefine("""
                static Plan Define(Plan plan) => plan.
                    Upgrade(P0).Reboot(P0).
                    MigrateGalaxy(). // In the IDE
                    {|UPG4008:MigrateGalaxy()|}. // Again
                    CascadeDeploy(P0).
                    Upgrade(P2).CascadeDeploy(P2).
                    Upgrade(P1).CascadeDeploy(P1);
            """).GivesDefine("Remove MigrateGalaxy()", """
                static Plan Define(Plan plan) => plan.
                    Upgrade(P0).Reboot(P0).
                    MigrateGalaxy(). // In the IDE
                    // Again
                    CascadeDeploy(P0).
                    Upgrade(P2).CascadeDeploy(P2).
                    Upgrade(P1).CascadeDeploy(P1);
            """);
        await Fixing.InDefine($"""
                static Plan Define(Plan plan) => {Gr}.
                    Upgrade(P2).CascadeDeploy(P2).
                    Upgrade(P1).
                    CascadeDeploy(P1). // E1
                    {"{|UPG4008:CascadeDeploy(P1)|}"}; // Again
            """).GivesDefine("Remove CascadeDeploy(P1)", $"""
                static Plan Define(Plan plan) => {Gr}.
                    Upgrade(P2).CascadeDeploy(P2).
                    Upgrade(P1).
                    CascadeDeploy(P1); // E1 // Again
            """);
    }
}

using PlanAnalyzers.CodeFixes.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Repairing;

/// <summary>UPG4005: the halves of a pair change places, with what their author says about them.</summary>
public sealed class SwappedHalvesTests
{
    [Fact]
    public Task With_the_comments_behind_their_steps() => Fixing.InDefine("""
            static Plan Define(Plan plan) => plan
                .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
                // The pair of line 1.
                .{|UPG4005:Upgrade(P1)|} // E1
                .CascadeDeploy(P1) // E1 again
                .Upgrade(P2) // E1b
                .CascadeDeploy(P2); // E1b again
        """).GivesDefine("Upgrade P2 before P1", """
            static Plan Define(Plan plan) => plan
                .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
                .Upgrade(P2) // E1b
                .CascadeDeploy(P2) // E1b again
                // The pair of line 1.
                .Upgrade(P1) // E1
                .CascadeDeploy(P1); // E1 again
        """);

    [Fact]
    public Task Statement_by_statement() => Fixing.InDefine("""
            static Plan Define(Plan plan)
            {
                plan = plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0);
                plan = plan.{|UPG4005:Upgrade(P1)|}; // E1
                plan = plan.CascadeDeploy(P1);
                plan = plan.Upgrade(P2); // E1b
                plan = plan.CascadeDeploy(P2);
                return plan;
            }
        """).GivesDefine("Upgrade P2 before P1", """
            static Plan Define(Plan plan)
            {
                plan = plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0);
                plan = plan.Upgrade(P2); // E1b
                plan = plan.CascadeDeploy(P2);
                plan = plan.Upgrade(P1); // E1
                plan = plan.CascadeDeploy(P1);
                return plan;
            }
        """);
}

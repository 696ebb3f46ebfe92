using PlanAnalyzers.CodeFixes.Tests.Harness;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.States;

/// <summary>The comments that say what each step changes.</summary>
public sealed class StateCommentsTests
{
    private const string Write = "Write the state after each step as comments";
    private const string Remove = "Remove the state comments";
    private const string Gr = "Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)";

    /// <summary>Plans without the comments, and with them.</summary>
    public static TheoryData<string, string> Plans() => new()
    {
        {
            """
                static Plan Define(Plan plan) => plan
                    .UploadRuntimeChanges(overwriteDefaults: true)
                    .Upgrade(P0)
                    .Reboot(P0)
                    .MigrateGalaxy()
                    .CascadeDeploy(P0)
                    .Approve("shift supervisor")
                    .Upgrade(P2)
                    .CascadeDeploy(P2)
                    .Upgrade(P1)
                    .CascadeDeploy(P1)
                    .EnableCpuLoadBalancing();
            """,
            """
                static Plan Define(Plan plan) => plan
                    .UploadRuntimeChanges(overwriteDefaults: true) // → run-time changes uploaded
                    .Upgrade(P0) // → P0 Undeployed, reboot pending
                    .Reboot(P0) // → P0 rebooted
                    .MigrateGalaxy() // → galaxy migrated; P1, P2 SUP
                    .CascadeDeploy(P0) // → P0 Deployed
                    .Approve("shift supervisor")
                    .Upgrade(P2) // → P2, E1b Undeployed; E1 Active - Standby not Available
                    .CascadeDeploy(P2) // → P2 Deployed; E1 Undeployed; E1b Active - Partner not Upgraded; outage of E1/E1b
                    .Upgrade(P1) // → P1 Undeployed
                    .CascadeDeploy(P1) // → P1 Deployed; E1 Standby - Ready; E1b Active
                    .EnableCpuLoadBalancing(); // → CPU load balancing enabled
            """
        },
        {
            """
                static Plan Define(Plan plan) => plan
                    .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
                    .Upgrade(P2).CascadeDeploy(P2) // In the night.
                    .Upgrade(P1).CascadeDeploy(P1); /* Done. */
            """,
            """
                static Plan Define(Plan plan) => plan
                    .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0) // → galaxy migrated; P0 2023 R2 SP1; P1, P2 SUP
                    .Upgrade(P2).CascadeDeploy(P2) // In the night. // → P2 2023 R2 SP1; E1 Undeployed; E1b Active - Partner not Upgraded; outage of E1/E1b
                    .Upgrade(P1).CascadeDeploy(P1); /* Done. */ // → P1 2023 R2 SP1; E1 Standby - Ready; E1b Active
            """
        },
        {
            // Statements, a line of several statements, a step over several lines, blanks at the end of a line, a text of several lines.
            """"
                static Plan Define(Plan plan)
                {
                    // The Galaxy Repository comes first.
                    plan = plan.Upgrade(P0); plan = plan.Reboot(P0);
                    plan = plan.MigrateGalaxy().CascadeDeploy(
                        P0);  
                    plan = plan.Manual("""
                        Look at the clients.
                        """).Upgrade(P2);
                    var second = plan.CascadeDeploy(P2);
                    return second.Upgrade(P1).CascadeDeploy(P1);
                }
            """",
            """"
                static Plan Define(Plan plan)
                {
                    // The Galaxy Repository comes first.
                    plan = plan.Upgrade(P0); plan = plan.Reboot(P0); // → P0 Undeployed
                    plan = plan.MigrateGalaxy().CascadeDeploy(
                        P0);   // → galaxy migrated; P0 Deployed; P1, P2 SUP
                    plan = plan.Manual("""
                        Look at the clients.
                        """).Upgrade(P2); // → P2, E1b Undeployed; E1 Active - Standby not Available
                    var second = plan.CascadeDeploy(P2); // → P2 Deployed; E1 Undeployed; E1b Active - Partner not Upgraded; outage of E1/E1b
                    return second.Upgrade(P1).CascadeDeploy(P1); // → P1 2023 R2 SP1; E1 Standby - Ready; E1b Active
                }
            """"
        },
        {
            // A loop and a fragment say it where it is the same each time: not what a step does to this node or that one.
            """
                static Plan Define(Plan plan)
                {
                    plan = Repository(plan);
                    foreach (var node in new[] { P2, P1 })
                    {
                        plan = plan.Upgrade(node)
                            .CascadeDeploy(node);
                    }

                    foreach (var _ in new[] { 1 })
                        plan = plan.EnableCpuLoadBalancing();

                    return plan;
                }

                static Plan Repository(Plan plan) => plan
                    .Upgrade(P0).Reboot(P0)
                    .MigrateGalaxy()
                    .Phase("Deploy", deploy => deploy.CascadeDeploy(P0));
            """,
            """
                static Plan Define(Plan plan)
                {
                    plan = Repository(plan);
                    foreach (var node in new[] { P2, P1 })
                    {
                        plan = plan.Upgrade(node)
                            .CascadeDeploy(node);
                    }

                    foreach (var _ in new[] { 1 })
                        plan = plan.EnableCpuLoadBalancing(); // → CPU load balancing enabled

                    return plan;
                }

                static Plan Repository(Plan plan) => plan
                    .Upgrade(P0).Reboot(P0) // → P0 Undeployed
                    .MigrateGalaxy() // → galaxy migrated; P1, P2 SUP
                    .Phase("Deploy", deploy => deploy.CascadeDeploy(P0)); // → P0 Deployed
            """
        },
        {
            // What comes after a mistake nobody knows; what is missing at the end changes nothing of what is there.
            """
                static Plan Define(Plan plan) => plan
                    .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
                    .Upgrade(P2)
                    .Upgrade(P1)
                    .CascadeDeploy(P2, P1);
            """,
            """
                static Plan Define(Plan plan) => plan
                    .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0) // → galaxy migrated; P0 2023 R2 SP1; P1, P2 SUP
                    .Upgrade(P2) // → P2, E1b Undeployed; E1 Active - Standby not Available
                    .Upgrade(P1)
                    .CascadeDeploy(P2, P1);
            """
        },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Are_written_and_taken_away_again(string without, string with)
    {
        Assert.Equal(with, await Refactoring.ApplyToDefine(Write, without));
        Assert.Equal(with, await Refactoring.ApplyToDefine(Write, with));
        Assert.Equal(without, await Refactoring.ApplyToDefine(Remove, with));
    }

    [Fact]
    public async Task Those_that_are_no_longer_right_are_replaced()
    {
        var old = $"    static Plan Define(Plan plan) => plan\n        .{Gr} // → wrong\n        .Manual(\"Look.\") // → wrong too\n        // → The author's own.\n        .Upgrade(P2);";

        Assert.Equal(
            $"    static Plan Define(Plan plan) => plan\n        .{Gr} // → galaxy migrated; P0 2023 R2 SP1; P1, P2 SUP\n        .Manual(\"Look.\")\n"
            + "        // → The author's own.\n        .Upgrade(P2); // → P2, E1b Undeployed; E1 Active - Standby not Available",
            await Refactoring.ApplyToDefine(Write, old));
    }

    [Fact]
    public async Task A_fragment_of_two_plans_says_only_what_holds_for_both()
    {
        const string Other = "\n[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020, To = SystemPlatform.V2023R2)]\nstatic partial class Other\n{\n"
            + "    static Plan Define(Plan plan) => plan.Repository(); // → of the other plan\n}\n";
        const string Fragment = "\nstatic class Work\n{\n    public static Plan Repository(this Plan plan) => plan\n        .Phase(\"Save\", save => save.UploadRuntimeChanges(true))\n"
            + $"        .{Gr}; // → old\n}}\n";

        var texts = await Refactoring.Apply(
            Write, Marked.Plant7, Fixing.Class("    static Plan Define(Plan plan) => plan\n        .Repository();") + Other + Fragment);

        Assert.Equal(
            Fixing.Class("    static Plan Define(Plan plan) => plan\n        .Repository();") + Other
            + Fragment.Replace("(true))\n", "(true)) // → run-time changes uploaded\n", StringComparison.Ordinal).Replace(" // → old", "", StringComparison.Ordinal),
            texts[1]);
    }

    [Fact]
    public async Task Are_offered_on_the_class_of_a_plan_with_steps_and_nowhere_else()
    {
        var plan = Fixing.Class($"    static Plan Define(Plan plan) => plan\n        .{Gr};\n");

        Assert.Equal([Write], await CommentsAt("Define", Marked.Plant7, plan));
        Assert.Equal([Write], await CommentsAt("Reboot", Marked.Plant7, plan));
        Assert.Equal([Write], await CommentsAt("Plant7Upgrade", Marked.Plant7, plan));
        Assert.Empty(await CommentsAt("using", Marked.Plant7, plan));
        Assert.Empty(await CommentsAt("Plant7", plan, Marked.Plant7));
        Assert.Empty(await CommentsAt("Define", Marked.Plant7, Fixing.Class("    static Plan Define(Plan plan) => plan;")));
        Assert.Equal(
            [Write, Remove],
            await CommentsAt("Define", Marked.Plant7, plan.Replace(";\n", "; // → x\n", StringComparison.Ordinal)));

        static async Task<IEnumerable<string>> CommentsAt(string place, params string[] sources) =>
            (await Refactoring.OfferedAt(place, sources)).Where(title => title.Contains("comments", StringComparison.Ordinal));
    }
}

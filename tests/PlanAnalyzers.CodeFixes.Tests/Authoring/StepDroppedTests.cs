using PlanAnalyzers.CodeFixes.Tests.Harness;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Authoring;

/// <summary>UPG1003: a step whose result is dropped.</summary>
public sealed class StepDroppedTests
{
    private const string Repository = "        plan = plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2).CascadeDeploy(P2).Upgrade(P1);\n";

    [Fact]
    public Task A_dropped_step_is_assigned() => Fixing.InDefine(
            "    static Plan Define(Plan plan)\n    {\n" + Repository + "        plan.{|UPG1003:CascadeDeploy(P1)|}; // The last one.\n\n        return plan.EnableCpuLoadBalancing();\n    }")
        .GivesDefine(
            "Assign CascadeDeploy(P1) to plan",
            "    static Plan Define(Plan plan)\n    {\n" + Repository + "        plan = plan.CascadeDeploy(P1); // The last one.\n\n        return plan.EnableCpuLoadBalancing();\n    }");

    [Fact]
    public Task A_dropped_step_before_the_return_is_returned() => Fixing.InDefine(
            "    static Plan Define(Plan plan)\n    {\n" + Repository + "        plan.{|UPG1003:CascadeDeploy(P1)|};\n        return plan;\n    }")
        .GivesDefine(
            "Return CascadeDeploy(P1)",
            "    static Plan Define(Plan plan)\n    {\n" + Repository + "        return plan.CascadeDeploy(P1);\n    }");

    [Fact]
    public Task Where_a_comment_stands_before_the_return_it_stays_and_the_step_is_assigned() => Fixing.InDefine(
            "    static Plan Define(Plan plan)\n    {\n" + Repository + "        plan.{|UPG1003:CascadeDeploy(P1)|};\n        // Done.\n        return plan;\n    }")
        .Offers("Assign CascadeDeploy(P1) to plan");

    [Fact]
    public Task A_plan_that_is_not_the_one_returned_is_returned() => Fixing.InDefine(
            "    static Plan Define(Plan plan)\n    {\n" + Repository + "        var all = plan.{|UPG1003:CascadeDeploy(P1)|};\n        return plan;\n    }")
        .GivesDefine(
            "Return all",
            "    static Plan Define(Plan plan)\n    {\n" + Repository + "        var all = plan.CascadeDeploy(P1);\n        return all;\n    }");

    [Theory]
    [InlineData("_ = plan.Undeploy(P0).{|UPG1003:CascadeDeploy(P0)|};", "plan = plan.Undeploy(P0).CascadeDeploy(P0);")]
    [InlineData("if (true) plan.{|UPG1003:Manual(\"x\")|};", "if (true) plan = plan.Manual(\"x\");")]
    public Task What_is_dropped_in_other_ways_is_assigned(string dropped, string assigned) => Fixing.InDefine(
            "    static Plan Define(Plan plan)\n    {\n" + Repository + "        " + dropped + "\n        return plan.CascadeDeploy(P1);\n    }")
        .GivesDefine(
            $"Assign {(dropped[0] == '_' ? "CascadeDeploy(P0)" : "Manual(\"x\")")} to plan",
            "    static Plan Define(Plan plan)\n    {\n" + Repository + "        " + assigned + "\n        return plan.CascadeDeploy(P1);\n    }");

    [Theory]
    [InlineData("Work.{|UPG1003:Node(plan, P1)|}", "Node(plan, P1)")]
    [InlineData("plan.{|UPG1003:Node(P1)|}", "Node(P1)")]
    public Task A_dropped_fragment_is_assigned_where_it_is_called(string call, string name) => Fixing.In(
            Marked.Plant7,
            "using PlanAnalyzers;\npublic static class Work { public static Plan Node(this Plan plan, Platform node) => plan.CascadeDeploy(node); }\n",
            Calling(call + ";"))
        .Gives($"Assign {name} to plan", Calling($"plan = {call.Replace("{|UPG1003:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)};"));

    [Fact]
    public Task A_step_that_is_dropped_in_a_fragment_of_another_class_is_assigned_there() => Fixing.In(
            Marked.Plant7,
            Calling("plan = plan.{|UPG1003:Node(P1)|};"),
            "using PlanAnalyzers;\npublic static class Work { public static Plan Node(this Plan old, Platform node) { old.CascadeDeploy(node); return old; } }\n")
        .Gives(
            "Assign CascadeDeploy(node) to old",
            [
                Marked.Plant7,
                Calling("plan = plan.Node(P1);"),
                "using PlanAnalyzers;\npublic static class Work { public static Plan Node(this Plan old, Platform node) { old = old.CascadeDeploy(node); return old; } }\n",
            ]);

    [Fact]
    public Task All_dropped_steps_of_a_plan_are_assigned_together() => Fixing.In(
            Marked.Plant7,
            Fixing.Class("    static Plan Define(Plan plan)\n    {\n        plan.{|UPG1003:Upgrade(P0)|};\n        plan.Reboot(P0).MigrateGalaxy();\n        return plan;\n    }"))
        .AllGive(
            "Assign Upgrade(P0) to plan",
            Marked.Plant7,
            Fixing.Class("    static Plan Define(Plan plan)\n    {\n        plan = plan.Upgrade(P0);\n        plan = plan.Reboot(P0).MigrateGalaxy();\n        return plan;\n    }"));

    private static string Calling(string statement) => Fixing.Class(
        "    static Plan Define(Plan plan)\n    {\n" + Repository + "        " + statement + "\n        return plan.Manual(\"Done\");\n    }");
}

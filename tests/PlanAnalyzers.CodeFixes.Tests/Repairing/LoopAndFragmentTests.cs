using Microsoft.CodeAnalysis;
using PlanAnalyzers.CodeFixes.Tests.Harness;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Repairing;

/// <summary>Steps that stand in the source once and in the plan several times: a fix is offered where it is right every time.</summary>
public sealed class LoopAndFragmentTests
{
    private const string Gr = "plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)";

    [Fact]
    public async Task What_every_round_lacks_is_added_for_every_round()
    {
        await FirstFixGives(
            $"    static Plan Define(Plan plan)\n    {{\n        plan = {Gr};\n        foreach (var node in new[] {{ P2, P1 }})\n        {{\n            plan = plan.Upgrade(node);\n        }}\n\n        return plan;\n    }}",
            $"    static Plan Define(Plan plan)\n    {{\n        plan = {Gr};\n        foreach (var node in new[] {{ P2, P1 }})\n        {{\n            plan = plan.Upgrade(node);\n            plan = plan.CascadeDeploy(node);\n        }}\n\n        return plan;\n    }}");
    }

    [Fact]
    public async Task What_every_pair_lacks_is_added_for_every_pair()
    {
        await FirstFixGives(
            $"    static Plan Define(Plan plan) => {Gr}.ForEachPair((plan, pair) => plan\n        .Upgrade(pair.StandbyPlatform)\n        .CascadeDeploy(pair.StandbyPlatform)\n        .Upgrade(pair.ActivePlatform));",
            $"    static Plan Define(Plan plan) => {Gr}.ForEachPair((plan, pair) => plan\n        .Upgrade(pair.StandbyPlatform)\n        .CascadeDeploy(pair.StandbyPlatform)\n        .Upgrade(pair.ActivePlatform)\n        .CascadeDeploy(pair.ActivePlatform));");
    }

    [Fact]
    public async Task What_only_one_caller_of_a_fragment_lacks_is_added_at_the_call()
    {
        const string Fragment = "\n\n    static Plan Node(Plan plan, Platform node) => plan.Upgrade(node);";
        await FirstFixGives(
            $"    static Plan Define(Plan plan) => Node(Node({Gr}, P2).CascadeDeploy(P2), P1);{Fragment}",
            $"    static Plan Define(Plan plan) => Node(Node({Gr}, P2).CascadeDeploy(P2), P1).CascadeDeploy(P1);{Fragment}");
    }

    [Fact]
    public async Task Halves_that_are_swapped_for_every_pair_change_places_for_every_pair()
    {
        await FirstFixGives(
            $"    static Plan Define(Plan plan) => {Gr}.ForEachPair((plan, pair) => plan\n        .Upgrade(pair.ActivePlatform)\n        .CascadeDeploy(pair.ActivePlatform) // It ran.\n        .Upgrade(pair.StandbyPlatform)\n        .CascadeDeploy(pair.StandbyPlatform));",
            $"    static Plan Define(Plan plan) => {Gr}.ForEachPair((plan, pair) => plan\n        .Upgrade(pair.StandbyPlatform)\n        .CascadeDeploy(pair.StandbyPlatform)\n        .Upgrade(pair.ActivePlatform)\n        .CascadeDeploy(pair.ActivePlatform)); // It ran.");
        await FirstFixGives(
            $"    static Plan Define(Plan plan)\n    {{\n        plan = {Gr};\n        foreach (var (active, standby) in new[] {{ (P1, P2) }})\n        {{\n            plan = plan.Upgrade(active).CascadeDeploy(active); // It ran.\n            plan = plan.Upgrade(standby).CascadeDeploy(standby);\n        }}\n\n        return plan;\n    }}",
            $"    static Plan Define(Plan plan)\n    {{\n        plan = {Gr};\n        foreach (var (active, standby) in new[] {{ (P1, P2) }})\n        {{\n            plan = plan.Upgrade(standby).CascadeDeploy(standby);\n            plan = plan.Upgrade(active).CascadeDeploy(active); // It ran.\n        }}\n\n        return plan;\n    }}");
    }

    [Theory]
    [InlineData("        .ForEachPair((plan, pair) => plan\n", "pair.ActivePlatform", "pair.StandbyPlatform", "            ", ");")]
    [InlineData("        .Pair(P1, P2).Pair(P3, P4);\n\n    static Plan Pair(this Plan plan, Platform one, Platform other) => plan\n", "one", "other", "        ", ";")]
    public async Task Once_for_all_pairs(string head, string active, string standby, string blanks, string end)
    {
        var plant = Marked.Plant7.Replace(
            "    public static readonly AppEngine E1 ",
            """
                public static readonly Platform P3 = Platform.RunTime("AOS03").ConnectedTo(Sms);
                public static readonly Platform P4 = Platform.RunTime("AOS04").ConnectedTo(Sms);
                public static readonly AppEngine E3 = AppEngine.On(P3);
                public static readonly AppEngine E3b = E3.BackupOn(P4);
                public static readonly AppEngine E1 
            """,
            StringComparison.Ordinal);
        var before = $"    static Plan Define(Plan plan) => {Gr}\n{head}";
        await FirstFixGives(
            $"{before}{Node(active, " // It ran.")}\n{Node(standby, end + " // It did not.")}",
            $"{before}{Node(standby, " // It did not.")}\n{Node(active, end + " // It ran.")}",
            plant);

        string Node(string node, string rest) => $"{blanks}.Upgrade({node})\n{blanks}.CascadeDeploy({node}){rest}";
    }

    [Fact]
    public async Task What_is_swapped_in_a_fragment_changes_places_there_for_all_callers() => await FirstFixGives(
        $"    static Plan Define(Plan plan) => Pair({Gr}, P1, P2);\n\n    static Plan Pair(Plan plan, Platform active, Platform standby) =>\n        plan.Upgrade(active).CascadeDeploy(active).Upgrade(standby).CascadeDeploy(standby);",
        $"    static Plan Define(Plan plan) => Pair({Gr}, P1, P2);\n\n    static Plan Pair(Plan plan, Platform active, Platform standby) =>\n        plan.Upgrade(standby).CascadeDeploy(standby).Upgrade(active).CascadeDeploy(active);");

    [Theory]
    [InlineData(
        " => {0}\n        .ForEachPair((plan, pair) => plan\n            .Upgrade(pair.StandbyPlatform).CascadeDeploy(pair.StandbyPlatform)\n            .Upgrade(pair.ActivePlatform).CascadeDeploy(pair.ActivePlatform))",
        "\n        .Upgrade(P3)\n        .CascadeDeploy(P3)",
        ";")]
    [InlineData(
        "\n    {\n        plan = {0};\n        foreach (var node in new[] { P2, P1 })\n        {\n            plan = plan.Upgrade(node).CascadeDeploy(node);\n        }\n",
        "\n        plan = plan.Upgrade(P3).CascadeDeploy(P3);\n",
        "\n        return plan;\n    }")]
    public async Task What_a_loop_leaves_out_comes_behind_the_loop(string loop, string rest, string end)
    {
        var plant = Marked.Plant7.Replace(
            "    public static readonly AppEngine E1 ", "    public static readonly Platform P3 = Platform.RunTime(\"AOS03\");\n    public static readonly AppEngine E1 ", StringComparison.Ordinal);
        var define = $"    static Plan Define(Plan plan){loop.Replace("{0}", Gr, StringComparison.Ordinal)}";
        await FirstFixGives($"{define}{end}", $"{define}{rest}{end}", plant);
    }

    [Fact]
    public Task What_is_added_between_two_calls_is_said_to_come_before_the_step_that_needs_it() => Fixing.InDefine($$"""
            static Plan Define(Plan plan) => {{Gr}}
                .Node(P2)
                .{|UPG4006:Node(P1)|};

            static Plan Node(this Plan plan, Platform node) => plan.Manual("Call the operator").Upgrade(node);
        """).GivesDefine("Add CascadeDeploy(P2) before Upgrade(P1)", $$"""
            static Plan Define(Plan plan) => {{Gr}}
                .Node(P2)
                .CascadeDeploy(P2)
                .Node(P1);

            static Plan Node(this Plan plan, Platform node) => plan.Manual("Call the operator").Upgrade(node);
        """);

    /// <summary>The first fix of the first finding mends the whole plan in this way.</summary>
    private static async Task FirstFixGives(string define, string expected, string plant = Marked.Plant7)
    {
        var editor = Editor.Open(plant, Fixing.Class(define));
        var first = (await editor.Diagnostics()).First(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        var offers = await editor.FixesFor(first);
        Assert.True(offers.Count > 0, await editor.Annotated());
        var after = await editor.Apply(offers[0].Action);
        Assert.Equal(Fixing.Class(expected), after.Texts[1]);
        Assert.DoesNotContain(await after.Diagnostics(), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }
}

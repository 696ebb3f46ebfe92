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

    /// <summary>The first fix of the first finding mends the whole plan in this way.</summary>
    private static async Task FirstFixGives(string define, string expected)
    {
        var editor = Editor.Open(Marked.Plant7, Fixing.Class(define));
        var first = (await editor.Diagnostics()).First(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        var offers = await editor.FixesFor(first);
        Assert.True(offers.Count > 0, await editor.Annotated());
        var after = await editor.Apply(offers[0].Action);
        Assert.Equal(Fixing.Class(expected), after.Texts[1]);
        Assert.DoesNotContain(await after.Diagnostics(), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }
}

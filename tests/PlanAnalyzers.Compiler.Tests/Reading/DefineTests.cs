using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Reading;

/// <summary>What <c>Define</c> may say, and what is reported where it says something else.</summary>
public sealed class DefineTests
{
    [Theory]
    [InlineData("""
        static Plan Define(Plan plan)
        {
            plan = plan.Upgrade(P0).Reboot(P0);
            plan = plan.MigrateGalaxy();
            var withGr = plan.CascadeDeploy(target: P0);
            Platform standby = P2, active = Plant7.P1;
            const bool Overwrite = false;
            ;
            return (withGr.Upgrade((platform: standby)).CascadeDeploy((DeployTarget)standby)
                .Upgrade(Overwrite ? standby : active)).CascadeDeploy(active);
        }
        """)]
    [InlineData("""
        const bool Overwrite = true;
        static readonly bool Meant = true;
        static Plan Define(Plan start)
        {
            Plan next;
            next = start.UploadRuntimeChanges(Overwrite).Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0);
            Plan other = next = next.Upgrade(P2).CascadeDeploy(P2);
            return Meant ? other.Upgrade(P1).CascadeDeploy(P1) : other;
        }
        """)]
    [InlineData("""
        static Plan Define(Plan plan)
        {
            string unused = $"{System.DateTime.Now}";
            {
                plan = (plan.Upgrade(P0)).Reboot(P0);
            }

            { return (plan.MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1)); }
        }
        """)]
    [InlineData("""
        static Plan Define(Plan plan) => Node(Node(plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0), P2), P1);

        static Plan Node(Plan plan, Platform node)
        {
            System.ArgumentNullException.ThrowIfNull(plan);
            System.ArgumentNullException.ThrowIfNull(node, nameof(node));
            if (node is null) { throw new System.ArgumentNullException(nameof(node)); }
            return plan.Upgrade(node).CascadeDeploy(node);
        }
        """)]
    [InlineData("""
        private static partial Plan Define(Plan start);

        private static partial Plan Define(Plan plan) => plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
            .Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1);
        """)]
    public Task Chains_statements_locals_parentheses_named_arguments_and_constants_are_read(string define) =>
        Marked.VerifyDefine(define.Replace("(platform: standby)", "standby", StringComparison.Ordinal));

    [Theory]
    [InlineData("static Plan Define(Plan plan) => plan.Upgrade(Find()).Reboot(P0); static Platform Find() => {|UPG1001:System.Environment.TickCount|} > 0 ? P1 : P0;")]
    [InlineData("static Plan Define(Plan plan) => plan.Upgrade({|UPG1001:null|}!).Reboot(P0);")]
    [InlineData("static Platform mutable = P0; static Plan Define(Plan plan) => plan.Upgrade({|UPG1001:mutable|});")]
    [InlineData("static Plan Define(Plan plan) => plan.UploadRuntimeChanges({|UPG1001:System.DateTime.Now.Hour|} > 3);")]
    [InlineData("static Plan Define(Plan plan) { var node = Find(); return plan.Upgrade(node).Reboot(node); } static Platform Find() => {|UPG1001:System.Environment.TickCount|} > 0 ? P1 : P0;")]
    [InlineData("static Plan Define(Plan plan) { {|UPG1004:while (true)|} { } }")]
    [InlineData("static Plan Define(Plan plan) { {|UPG1001:throw new System.Exception();|} }")]
    [InlineData("static Plan Define(Plan plan) => plan.Upgrade({|UPG1001:Platform.RunTime(\"X\")|});")]
    [InlineData("static Plan Define(Plan plan) => {|UPG1004:Define(plan)|};")]
    [InlineData("static Plan Define(Plan plan) => {|UPG1001:null|}!;")]
    [InlineData("static Plan Define(Plan plan) { Platform? none = null; {|UPG1001:System.ArgumentNullException.ThrowIfNull(none)|}; return plan; }")]
    [InlineData("static Plan Define(Plan plan) { Plan other = null!; return {|UPG1001:other|}.Upgrade(P0); }")]
    [InlineData("static Plan Define(Plan plan) => {|UPG1001:Plan.For(null!)|}.Upgrade(P0);")]
    [InlineData("static Plan Define(Plan plan) => plan.Upgrade({|UPG1001:System.Environment.TickCount|} > 0 ? P2 : P1).Upgrade({|UPG1001:System.Environment.TickCount|} > 1 ? P2 : P1);")]
    public Task What_is_not_known_is_reported_at_that_expression_and_nothing_behind_it(string define) => Marked.VerifyDefine(define);

    [Theory]
    [InlineData("plan.{|UPG1003:Upgrade(P0)|}; return plan.Reboot(P0).MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1);")]
    [InlineData("plan.Upgrade(P0).{|UPG1003:Reboot(P0)|}; return plan.MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1);")]
    [InlineData("_ = plan.{|UPG1003:Upgrade(P0)|}; return plan;")]
    [InlineData("var next = plan.Upgrade(P0).{|UPG1003:Reboot(P0)|}; return plan;")]
    [InlineData("var a = plan.Upgrade(P0); var b = a.{|UPG1003:Reboot(P0)|}; return a;")]
    [InlineData("plan.{|UPG1003:Upgrade(P0)|}; plan.{|UPG1003:Reboot(P0)|}; return plan.MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2).{|UPG4006:Upgrade(P1)|}.CascadeDeploy(P1).CascadeDeploy(P2);")]
    public Task A_dropped_step_is_reported_at_the_last_call_that_is_dropped(string body) =>
        Marked.VerifyDefine("static Plan Define(Plan plan) { " + body + " }");

    [Theory]
    [InlineData("plan.Upgrade(P0).Reboot(P0); return plan;", "write plan = plan.Upgrade(P0).Reboot(P0), or return it.")]
    [InlineData("foreach (var node in new[] { P0 }) plan.Upgrade(node); return plan;", "write plan = plan.Upgrade(node), or return it.")]
    [InlineData("var next = plan; next.Upgrade(P0); return next;", "write next = next.Upgrade(P0), or return it.")]
    [InlineData("plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2); return plan;", "write plan = plan….Upgrade(P2), or return it.")]
    [InlineData("var next = plan.Upgrade(P0); return plan;", "use the plan that it makes, or return it.")]
    [InlineData("_ = plan.Upgrade(P0); return plan;", "use the plan that it makes, or return it.")]
    [InlineData("plan.Node(P0); return plan;", "write plan = plan.Node(P0), or return it.")]
    [InlineData("Work.Node(plan, P0); return plan;", "write plan = Work.Node(plan, P0), or return it.")]
    [InlineData("Local(plan); return plan; static Plan Local(Plan plan) => plan.Upgrade(P0);", "write plan = Local(plan), or return it.")]
    public async Task What_is_advised_for_a_dropped_step_is_the_call_as_it_is_written(string body, string advice)
    {
        var project = TestProject.Of(
            Marked.Plant7,
            Marked.PlanHead + "{ static Plan Define(Plan plan) { " + body + " } }",
            "using PlanAnalyzers; static class Work { public static Plan Node(this Plan plan, Platform node) => plan.Upgrade(node); }");
        var dropped = Assert.Single(await project.AnalyzerDiagnostics(), diagnostic => diagnostic.Id == "UPG1003");
        Assert.EndsWith(advice, dropped.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("E1.Name.StartsWith(\"E\")", "Add StringComparison.Ordinal.")]
    [InlineData("E1.Name.IndexOf(\"E\") == 0", "Add StringComparison.Ordinal.")]
    [InlineData("E1.Name.ToUpper() == \"E1\"", "Write ToUpperInvariant().")]
    public async Task What_is_advised_for_a_text_that_depends_on_the_language_is_the_same_for_all_languages(string condition, string advice)
    {
        var project = TestProject.Of(
            Marked.Plant7, Marked.PlanHead + "{ static Plan Define(Plan plan) => " + condition + " ? plan.Upgrade(P0) : plan; }");
        Assert.EndsWith(advice, Assert.Single(await project.AnalyzerDiagnostics()).GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan.Upgrade(")]
    [InlineData("plan.Upgrade(P")]
    [InlineData("plan.Upgrade()")]
    [InlineData("plan.Upgrade(P0).")]
    [InlineData("plan.Upgrade(P0).Reboo")]
    [InlineData("plan.Upgrade(P9).Reboot(P0)")]
    [InlineData("plan.Upgrade.Reboot(P0)")]
    [InlineData("plan.Upgrade(P0).Reboot")]
    [InlineData("plan.Upgrade(E1)")]
    [InlineData("")]
    public async Task What_does_not_compile_is_left_to_the_compiler(string chain)
    {
        var project = TestProject.Of(Marked.Plant7, Marked.PlanHead + "{ static Plan Define(Plan plan) => " + chain + "; }");
        Assert.NotEmpty(project.CompilerDiagnostics());
        Assert.Empty(await project.AnalyzerDiagnostics());
    }

    [Fact]
    public async Task A_chain_of_many_steps_is_read_without_exhausting_the_stack()
    {
        const int Count = 3000;
        var chain = string.Concat(Enumerable.Repeat(".Reboot(P0)", Count));
        var project = TestProject.Of(Marked.Plant7, Marked.PlanHead
            + "{ static Plan Define(Plan plan) => plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)" + chain
            + ".Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1); }");
        Assert.Empty(await project.AnalyzerDiagnostics());
    }
}

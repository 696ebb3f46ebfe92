using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Tests.Generation;

/// <summary>What is generated is compiled and run, and must say the same as the model and as the author's own code.</summary>
public sealed class GeneratedCodeTests
{
    public static TheoryData<string> ValidPlans() =>
    [
        Plans.VendorProcedure,
        Marked.PlanHead + """
            {
                static Plan Define(Plan plan)
                {
                    plan = plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0);
                    var first = P1;
                    plan = plan.Upgrade(first).ConfigureSms(first).CascadeDeploy(first).CascadeDeploy(E1);
                    return plan.Manual("Look \"here\"\n").Upgrade(P2).CascadeDeploy(P2).Approve(role: "Shift").Reboot(P1).Reboot(P0).ForceFailover(E1b);
                }
            }
            """,
    ];

    [Theory]
    [MemberData(nameof(ValidPlans))]
    public void The_steps_that_were_read_are_the_steps_that_Define_builds(string plan)
    {
        var type = TestProject.Of(Marked.Plant7, plan).Load().GetType("Plant7Upgrade", throwOnError: true)!;
        var validated = Validated(type);
        var define = type.GetMethod("Define", BindingFlags.NonPublic | BindingFlags.Static)!;

        var built = ((Plan)define.Invoke(null, [Plan.For(validated.Galaxy)])!).Steps;

        Assert.Equal(built, validated.Plan.Steps);
        validated.Verify(built);
    }

    /// <summary>The compiler refuses a project whose texts have more than 16 MB in all (CS8103).</summary>
    [Fact]
    public void The_texts_of_a_thousand_plans_fit_into_an_assembly()
    {
        const int Pairs = 8;
        var declarations = string.Concat(Enumerable.Range(1, Pairs).Select(pair => $"""
            public static readonly Platform P{pair}a = Platform.RunTime("AOS{pair}A").ConnectedTo(Sms);
            public static readonly Platform P{pair}b = Platform.RunTime("AOS{pair}B").ConnectedTo(Sms);
            public static readonly AppEngine E{pair} = AppEngine.On(P{pair}a).Historized();
            public static readonly AppEngine E{pair}b = E{pair}.BackupOn(P{pair}b);

            """));
        var steps = string.Concat(Enumerable.Range(1, Pairs).Select(pair =>
            $".Upgrade(P{pair}b).CascadeDeploy(P{pair}b).Upgrade(P{pair}a).CascadeDeploy(P{pair}a)"));
        var type = TestProject.Of($$"""
            using PlanAnalyzers;
            using static Plant;
            [Galaxy]
            public static class Plant
            {
                public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");
                public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
                {{declarations}}
            }
            [UpgradePlan(typeof(Plant), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
            public static partial class Upgrade
            {
                static Plan Define(Plan plan) => plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0){{steps}};
            }
            """).Load().GetType("Upgrade", throwOnError: true)!;
        Assert.Equal(4 + (4 * Pairs), Validated(type).Transitions.Count);

        var text = (string)type.GetNestedType("__Compiled", BindingFlags.NonPublic)!.GetField("Text", BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;
        Assert.InRange(1_000 * sizeof(char) * text.Length, 1, 0xFFFFFF);
    }

    [Fact]
    public void Every_kind_of_step_is_a_method_of_Plan_that_the_reader_understands()
    {
        var kinds = typeof(Step).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Step)) && !type.IsAbstract).Select(type => type.Name);
        var methods = typeof(Plan).GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method => method.ReturnType == typeof(Plan) && !method.GetParameters().Any(TakesFunctions)).ToArray();
        Assert.Equal(kinds.Order(StringComparer.Ordinal), methods.Select(method => method.Name).Order(StringComparer.Ordinal));

        var calls = methods.Select(method => $".{method.Name}({string.Join(", ", method.GetParameters().Select(ArgumentFor))})").ToArray();
        var compilation = TestProject.Of(Marked.Plant7, Marked.PlanHead + "{ static Plan Define(Plan plan) => plan" + string.Concat(calls) + "; }").Compilation;
        var reading = PlanReader.Read(
            compilation,
            LibrarySymbols.Find(compilation)!,
            compilation.GetTypeByMetadataName("Plant7Upgrade")!,
            ReadingLimits.Default,
            TestContext.Current.CancellationToken);

        Assert.Equal(calls, reading!.Plan!.Steps.Select(step => $".{step}".Replace("(overwriteDefaults: ", "(", StringComparison.Ordinal)));

        // Phase, ForEachPair and InParallel add no step of their own.
        static bool TakesFunctions(ParameterInfo parameter) =>
            typeof(Delegate).IsAssignableFrom(parameter.ParameterType.GetElementType() ?? parameter.ParameterType);

        static string ArgumentFor(ParameterInfo parameter) =>
            parameter.ParameterType == typeof(bool) ? "true" : parameter.ParameterType == typeof(string) ? "\"text\""
            : parameter.ParameterType == typeof(AppEngine) ? "E1"
            : parameter.ParameterType == typeof(ForcedDeployment) ? "ForcedDeployment.Continue"
            : "P1";
    }

    [Theory]
    [MemberData(nameof(ValidPlans))]
    public void The_transitions_that_were_written_down_are_those_of_the_model(string plan)
    {
        var type = TestProject.Of(Marked.Plant7, plan).Load().GetType("Plant7Upgrade", throwOnError: true)!;
        var validated = Validated(type);
        var again = ValidatedPlan.Of(PlanCheck.Run(validated.Plan));

        Assert.Equal(again.Transitions, validated.Transitions);
        Assert.Equal(again.Fingerprint, validated.Fingerprint);
        Assert.Equal(again.Fingerprint, type.GetField("Fingerprint")!.GetRawConstantValue());

        var named = type.GetNestedType("Transitions")!.GetFields();
        Assert.Equal(Enumerable.Range(0, validated.Transitions.Count), named.Select(step => (int)step.GetRawConstantValue()!));
        Assert.All(named, (step, place) => Assert.Contains(validated.Transitions[place].Step.Kind, step.Name, StringComparison.Ordinal));

        var machine = (PlanStateMachine)type.GetMethod("CreateStateMachine")!.Invoke(null, [])!;
        while (!machine.IsFinished)
        {
            machine.Fire(machine.Next[0].Step);
        }

        Assert.Equal(validated.End, machine.Current);
    }

    [Fact]
    public async Task A_plan_with_errors_compiles_and_refuses_with_them_even_where_they_are_suppressed()
    {
        var plan = "#pragma warning disable UPG4006, UPG4002\n" + Marked.PlanHead
            + "{ static Plan Define(Plan plan) => plan.Upgrade(P0).MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2).Upgrade(P1).CascadeDeploy(P2).CascadeDeploy(P1); }";
        var project = TestProject.WithExecution(Marked.Plant7, plan);
        Assert.Empty(await project.AnalyzerDiagnostics());
        Assert.Empty(project.CompilerDiagnostics());

        var type = project.Load().GetType("Plant7Upgrade", throwOnError: true)!;
        var refused = Assert.IsType<PlanRefusedException>(
            Assert.Throws<TargetInvocationException>(() => Validated(type)).InnerException);
        Assert.Equal(["UPG4002", "UPG4006"], refused.Reasons.Select(reason => reason[..7]));
        Assert.IsType<PlanRefusedException>(
            Assert.Throws<TargetInvocationException>(() => type.GetMethod("CreateStateMachine")!.Invoke(null, [])).InnerException);
        Assert.NotEqual(0, await (Task<int>)type.GetMethod("RunAsync")!.Invoke(null, [Array.Empty<string>()])!);
    }

    [Theory]
    [InlineData("static partial class P { static Plan Define(Plan plan) => plan.Upgrade(); }", "does not compile")]
    [InlineData("static partial class P;", "UPG1002")]
    [InlineData("static partial class P { static Plan Define(Plan plan) { plan.Upgrade(P0); return plan; } }", "UPG1003")]
    public void A_plan_that_cannot_be_read_has_the_members_of_a_plan_all_the_same(string declaration, string reason)
    {
        var project = TestProject.WithExecution(
            Marked.Plant7,
            Marked.PlanHead.Replace("public static partial class Plant7Upgrade", "", StringComparison.Ordinal) + declaration,
            "static class User { static object M() => new object[] { P.Fingerprint, P.Validated, P.CreateStateMachine(), P.RunAsync([]) }; }");

        var generated = Assert.Single(project.Generate().SyntaxTrees.Skip(3));

        Assert.DoesNotContain(
            project.CompilerDiagnostics(),
            diagnostic => diagnostic.Location.SourceTree!.FilePath is not "File2.cs");
        Assert.Contains(reason, generated.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_and_texts_of_the_author_do_not_break_what_is_generated()
    {
        var type = TestProject.Of("""
            using PlanAnalyzers;
            namespace Plants.@namespace;

            class Upgrade;
            class Transition;
            class Galaxy;
            class PlanModel;

            [Galaxy]
            static class @class
            {
                public static readonly SystemManagementServer @event = SystemManagementServer.On("S\"MS\u2028\n*/ <x>");
                public static readonly Platform Plan = Platform.GalaxyRepository("</summary>\r\n#error");
                public static readonly Platform Build = Platform.RunTime("{0}\0").ConnectedTo(@event), @string = Platform.RunTime("").ConnectedTo(@event);
                public static readonly Platform Declared = Platform.RunTime("D").ConnectedTo(@event);
                public static readonly AppEngine Galaxy = AppEngine.On(Build), Validated = Galaxy.BackupOn(@string), Errors = AppEngine.On(Declared);
            }

            partial interface IOuter
            {
                [UpgradePlan(typeof(@class), From = SystemPlatform.V2020, To = SystemPlatform.V2023R2SP1)]
                static partial class @new
                {
                    static Plan Define(Plan plan) => plan.Upgrade(@class.Plan).Reboot(@class.Plan).MigrateGalaxy().CascadeDeploy(@class.Plan)
                        .Upgrade(@class.@string).CascadeDeploy(@class.@string).Upgrade(@class.Build).CascadeDeploy(@class.Build)
                        .Upgrade(@class.Declared).CascadeDeploy(@class.Declared);
                }
            }
            """).Load().GetType("Plants.namespace.IOuter+new", throwOnError: true)!;

        Assert.Equal("S\"MS\u2028\n*/ <x>", Validated(type).Galaxy.Servers[0].Node);
        Assert.Equal(["Plan", "Build", "string", "Declared"], Validated(type).Galaxy.Platforms.Select(platform => platform.Name));
    }

    [Fact]
    public void Plans_whose_names_differ_in_case_alone_each_have_their_part()
    {
        var other = Plans.VendorProcedure.Replace("Plant7Upgrade", "PLANT7UPGRADE", StringComparison.Ordinal);
        var assembly = TestProject.Of(Marked.Plant7, Plans.VendorProcedure, other).Load();
        Assert.NotEqual(Validated(assembly.GetType("Plant7Upgrade")!).Fingerprint, Validated(assembly.GetType("PLANT7UPGRADE")!).Fingerprint);
    }

    [Fact]
    public void A_plan_that_is_marked_twice_while_it_is_typed_still_has_one_part()
    {
        var second = Marked.PlanHead + ";";
        Assert.Equal(4, TestProject.Of(Marked.Plant7, Plans.VendorProcedure, second).Generate().SyntaxTrees.Count());
        Assert.Equal(4, TestProject.Of(Marked.Plant7, Plans.VendorProcedure, Plans.VendorProcedure).Generate().SyntaxTrees.Count());
    }

    [Fact]
    public void What_is_generated_is_plain_CSharp_7_3()
    {
        var project = TestProject.Of(Marked.Plant7, Plans.VendorProcedure);
        var generated = project.Generate().SyntaxTrees.Last();
        var old = CSharpSyntaxTree.ParseText(
            generated.GetText(TestContext.Current.CancellationToken),
            new CSharpParseOptions(LanguageVersion.CSharp7_3),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.DoesNotContain(
            old.GetDiagnostics(TestContext.Current.CancellationToken),
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain("#nullable", old.ToString(), StringComparison.Ordinal);
    }

    private static ValidatedPlan Validated(Type type) => (ValidatedPlan)type.GetProperty("Validated")!.GetValue(null)!;
}

using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Reading;

/// <summary>UPG1004 and how a project sets its limits.</summary>
public sealed class LimitsTests
{
    private const string Loop = "static Plan Define(Plan plan) { for (var i = 0; i < 30; i++) { plan = plan.Manual(\"Wait\"); } return plan; }";

    private const string Recursion =
        "static Plan Define(Plan plan) => Wait(plan, 30); static Plan Wait(Plan plan, int n) => n == 0 ? plan : Wait(plan.Manual(\"Wait\"), n - 1);";

    [Theory]
    [InlineData(Loop, "build_property.PlanAnalyzersMaxSteps", "plananalyzers.max_steps", "the plan has more than 20 steps", "PlanAnalyzersMaxSteps")]
    [InlineData(Loop, "build_property.PlanAnalyzersMaxIterations", "plananalyzers.max_iterations", "more than 20 times", "PlanAnalyzersMaxIterations")]
    [InlineData(Recursion, "build_property.PlanAnalyzersMaxCallDepth", "plananalyzers.max_call_depth", "more than 20 deep", "PlanAnalyzersMaxCallDepth")]
    public async Task A_limit_can_be_set_and_the_message_names_the_property(string define, string property, string key, string how, string name)
    {
        foreach (var options in new (string, string)[][]
        {
            [(property, "20")],
            [(key, "20")],
            [(property, "20"), (key, "1000")],
        })
        {
            var message = await ExceededIn(define, options);
            Assert.Contains(how, message, StringComparison.Ordinal);
            Assert.EndsWith($"raise the property {name} of the project.", message, StringComparison.Ordinal);
        }

        Assert.Null(await ExceededIn(define, (property, "100")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("many")]
    [InlineData("1e3")]
    [InlineData("99999999999")]
    public async Task What_is_no_positive_number_leaves_the_default(string value) =>
        Assert.Null(await ExceededIn(Loop, ("build_property.PlanAnalyzersMaxSteps", value), ("plananalyzers.max_steps", value)));

    [Fact]
    public void The_generator_keeps_to_the_same_limits()
    {
        var project = Project(Loop);
        Assert.DoesNotContain("UPG1004", Generated(project), StringComparison.Ordinal);
        Assert.Contains("UPG1004", Generated(project.WithOptions(("plananalyzers.max_steps", "20"))), StringComparison.Ordinal);
    }

    private static TestProject Project(string define) => TestProject.Of(Marked.Plant7, Marked.PlanHead + "{ " + define + " }");

    private static async Task<string?> ExceededIn(string define, params (string Key, string Value)[] options) =>
        (await Project(define).WithOptions(options).AnalyzerDiagnostics()).SingleOrDefault(diagnostic => diagnostic.Id == "UPG1004")?.GetMessage(null);

    private static string Generated(TestProject project) =>
        string.Concat(project.Generate().SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)));
}

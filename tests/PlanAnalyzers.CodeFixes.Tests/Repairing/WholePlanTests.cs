using PlanAnalyzers.CodeFixes.Tests.Harness;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Repairing;

/// <summary>A plan that is not there yet is written, and one with several mistakes is repaired.</summary>
public sealed class WholePlanTests
{
    private const string Caret = "Define";

    [Theory]
    [InlineData("    ", " => plan", ";", "        ")]
    [InlineData("    ", "\n    {\n        return plan", ";\n    }", "            ")]
    [InlineData("\t", "\n\t{\n\t\treturn plan", ";\n\t}", "\t\t\t")]
    [InlineData("  ", " => plan", ";", "    ")]
    public async Task A_plan_without_steps_is_written(string indent, string before, string after, string blanks)
    {
        string[] lines =
        [
            ".Phase(\"Galaxy Repository\", part => part",
            "    .Manual(\"Check in all objects and back up the galaxy\")",
            "    .UploadRuntimeChanges(overwriteDefaults: true)",
            "    .Upgrade(P0)",
            "    .Reboot(P0)",
            "    .MigrateGalaxy()",
            "    .MigrateViewApps()",
            "    .CascadeDeploy(P0))",
            ".Phase(\"Pair E1/E1b\", part => part",
            "    .Upgrade(P2)",
            "    .CascadeDeploy(P2)",
            "    .Upgrade(P1)",
            "    .CascadeDeploy(P1))",
        ];
        var written = await Apply("Write the upgrade plan of Plant7", $"{indent}static Plan Define(Plan plan){before}{after}");
        var expected = string.Concat(lines.Select(line => $"\n{blanks}{line.Replace("    ", indent, StringComparison.Ordinal)}"));
        Assert.Equal(Fixing.Class($"{indent}static Plan Define(Plan plan){before}{expected}{after}"), written);
    }

    [Fact]
    public async Task Several_mistakes_are_mended_and_the_rest_stays_as_it_was() => Assert.Equal(
        Fixing.Class("""
                static Plan Define(Plan plan) => plan
                    .Phase("Head", head => head
                        .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)) // The GR.
                    .Manual("Call the shift") // They want to know.
                    .Upgrade(P2)
                    .CascadeDeploy(P2)
                    .Upgrade(P1)
                    .CascadeDeploy(P1);
            """),
        await Apply("Repair the whole plan", """
                static Plan Define(Plan plan) => plan
                    .Phase("Head", head => head
                        .Upgrade(P0).MigrateGalaxy().CascadeDeploy(P0)) // The GR.
                    .Manual("Call the shift") // They want to know.
                    .Upgrade(P2)
                    .Upgrade(P1)
                    .CascadeDeploy(P2)
                    .CascadeDeploy(P1)
                    .CascadeDeploy(P1);
            """));

    [Fact]
    public async Task Branches_that_cannot_run_side_by_side_are_put_one_after_the_other() => Assert.Equal(
        Fixing.Class("""
                static Plan Define(Plan plan) => plan
                    .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
                    // Both nodes.
                    .Upgrade(P2) // E1b
                    .CascadeDeploy(P2)
                    .Upgrade(P1)
                    .CascadeDeploy(P1);
            """),
        await Apply("Repair the whole plan", """
                static Plan Define(Plan plan) => plan
                    .Upgrade(P0).Reboot(P0).CascadeDeploy(P0)
                    .InParallel( // Both nodes.
                        standby => standby
                            .Upgrade(P2) // E1b
                            .CascadeDeploy(P2),
                        active => active
                            .Upgrade(P1));
            """));

    [Fact]
    public async Task Nothing_is_offered_for_a_plan_without_fault() => Assert.DoesNotContain(
        await Refactoring.OfferedAt(Caret, Marked.Plant7, Plans.VendorProcedure), title => !title.Contains("comments", StringComparison.Ordinal));

    private static async Task<string> Apply(string title, string define)
    {
        string[] sources = [Marked.Plant7, Fixing.Class(define)];
        var editor = Editor.Open(sources);
        var caret = new Microsoft.CodeAnalysis.Text.TextSpan(sources[1].IndexOf(Caret, StringComparison.Ordinal), 0);
        var action = (await editor.RefactoringsAt(1, caret)).SingleOrDefault(offer => offer.Title == title);
        Assert.True(action is not null, await editor.Annotated());
        return (await editor.Apply(action)).Texts[1];
    }
}

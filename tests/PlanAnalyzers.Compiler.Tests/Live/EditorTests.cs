using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>The squiggles of the document that is open, when only that document is looked at.</summary>
public sealed class EditorTests : IDisposable
{
    private const string Head = Marked.PlanHead;

    private readonly EditorHost editor = new();

    public void Dispose() => editor.Dispose();

    [Fact]
    public async Task A_rule_is_seen_in_the_document_of_the_plan_though_the_galaxy_is_in_another()
    {
        var project = editor.Add("Plant", [], ("Plant7.cs", Marked.Plant7), ("Upgrade.cs", Plan(".Upgrade(P2).Upgrade(P1).CascadeDeploy(P1).CascadeDeploy(P2)")));

        Assert.Equal(["UPG4006 'Upgrade(P1)'"], await editor.Squiggles(project, "Upgrade.cs"));
        Assert.Empty(await editor.Squiggles(project, "Plant7.cs"));
    }

    [Fact]
    public async Task A_squiggle_comes_and_goes_with_what_is_typed_and_there_is_none_while_a_step_is_half_typed()
    {
        var project = editor.Add("Plant", [], ("Plant7.cs", Marked.Plant7), ("Upgrade.cs", Plan(".Upgrade(P2)")));
        Assert.Equal(["UPG6001 'Define'", "UPG6002 'Upgrade(P2)'"], await editor.Squiggles(project, "Upgrade.cs"));

        foreach (var half in new[] { ".Upgrade(P2).", ".Upgrade(P2).Cas", ".Upgrade(P2).CascadeDeploy(", ".Upgrade(P2).CascadeDeploy(P" })
        {
            editor.Type(project, "Upgrade.cs", Plan(half));
            Assert.Empty(await editor.Squiggles(project, "Upgrade.cs"));
        }

        editor.Type(project, "Upgrade.cs", Plan(".Upgrade(P2).CascadeDeploy(P2)"));
        Assert.Equal(["UPG6001 'Define'"], await editor.Squiggles(project, "Upgrade.cs"));

        editor.Type(project, "Upgrade.cs", Plan(".Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1)"));
        Assert.Empty(await editor.Squiggles(project, "Upgrade.cs"));
    }

    [Fact]
    public async Task A_mistake_of_the_galaxy_is_seen_in_its_own_document_and_in_the_part_that_makes_it()
    {
        var project = editor.Add(
            "Plant",
            [],
            ("Plant7.cs", Marked.Plant7.Replace("static class", "static partial class", StringComparison.Ordinal)),
            ("More.cs", "using PlanAnalyzers; static partial class Plant7 { public static readonly SystemManagementServer Sms2 = SystemManagementServer.On(\"SMS02\"); }"),
            ("Upgrade.cs", Plan("")));

        Assert.Equal(["UPG2005 'Sms2'"], await editor.Squiggles(project, "More.cs"));
        Assert.Empty(await editor.Squiggles(project, "Plant7.cs"));
        Assert.Empty(await editor.Squiggles(project, "Upgrade.cs"));
    }

    [Fact]
    public async Task A_plan_class_in_two_documents_has_its_squiggles_in_each()
    {
        var project = editor.Add(
            "Plant",
            [],
            ("Plant7.cs", Marked.Plant7),
            ("Head.cs", (Head + "{ static Platform Late() => Where(System.Environment.TickCount); }").Replace("To = SystemPlatform.V2023R2SP1", "To = SystemPlatform.V2020", StringComparison.Ordinal)),
            ("Define.cs", """
                using PlanAnalyzers;
                using static Plant7;

                static partial class Plant7Upgrade
                {
                    static Plan Define(Plan plan) => plan.Upgrade(P2).Upgrade(Late());
                    static Platform Where(int ticks) => P1;
                }
                """));
        Assert.Equal(["UPG1001 'System.Environment.TickCount'"], await editor.Squiggles(project, "Head.cs"));
        Assert.Empty(await editor.Squiggles(project, "Define.cs"));

        editor.Type(project, "Head.cs", Head.Replace("To = SystemPlatform.V2023R2SP1", "To = SystemPlatform.V2020", StringComparison.Ordinal) + "{ static Platform Late() => P1; }");
        Assert.Equal(["UPG2006 'UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2020)'"], await editor.Squiggles(project, "Head.cs"));
        Assert.Equal(
            ["UPG4001 'Upgrade(P2)'", "UPG4006 'Upgrade(Late())'", "UPG6002 'Upgrade(Late())'"],
            await editor.Squiggles(project, "Define.cs"));
    }

    [Fact]
    public async Task A_mistake_in_a_fragment_of_another_class_is_seen_at_the_call_in_Define()
    {
        var project = editor.Add(
            "Plant",
            [],
            ("Plant7.cs", Marked.Plant7),
            ("Fragments.cs", """
                using PlanAnalyzers;
                using static Plant7;

                static class Fragments
                {
                    static readonly Platform Unknown = System.Environment.TickCount > 0 ? P1 : P2;
                    public static Plan Late(this Plan plan) => plan.Upgrade(Unknown);
                    public static Plan Dropped(this Plan plan)
                    {
                        plan.Upgrade(P1);
                        return plan;
                    }

                    public static Plan Endless(this Plan plan) => plan.Endless();
                    public static Plan Both(this Plan plan) => plan.Upgrade(P2).Upgrade(P1);
                }
                """),
            ("Upgrade.cs", Plan(".Late().Dropped().Endless()")));
        Assert.Equal(["UPG1001 'Late()'", "UPG1003 'Dropped()'", "UPG1004 'Endless()'"], await editor.Squiggles(project, "Upgrade.cs"));
        Assert.Empty(await editor.Squiggles(project, "Fragments.cs"));

        editor.Type(project, "Upgrade.cs", Plan(".Both().CascadeDeploy(P1).CascadeDeploy(P2)"));
        Assert.Equal(["UPG4006 'Both()'"], await editor.Squiggles(project, "Upgrade.cs"));
    }

    [Fact]
    public async Task A_galaxy_and_fragments_of_a_referenced_project_are_seen_as_far_as_a_build_sees_them()
    {
        var plant = editor.Add(
            "Plant",
            [],
            ("Plant7.cs", Marked.Plant7),
            ("Fragments.cs", """
                using PlanAnalyzers;

                public static class Fragments
                {
                    public static readonly string Title = "title";
                    public static Plan Node(this Plan plan, Platform platform) => plan.Upgrade(platform).CascadeDeploy(platform);
                    public record Line(Platform First, Platform Second);
                }
                """));
        var upgrades = editor.Add(
            "Upgrades",
            [plant],
            ("Upgrade.cs", Plan(".Node(P2).Node(P1)")),
            ("Galaxy.cs", Marked.Plant7.Replace("Plant7", "Plant8", StringComparison.Ordinal)),
            ("Own.cs", Plan(".Node(P2).Manual(Fragments.Title).Upgrade(new Fragments.Line(P1, P2).First)").Replace("Plant7", "Plant8", StringComparison.Ordinal)),
            ("Foreign.cs", Plan(".Upgrade(Plant7.P2)").Replace("Plant7", "Plant8", StringComparison.Ordinal).Replace("Plant8.P2", "Plant7.P2", StringComparison.Ordinal)
                .Replace("Plant8Upgrade", "ForeignUpgrade", StringComparison.Ordinal)));
        foreach (var file in new[] { "Upgrade.cs", "Galaxy.cs", "Own.cs", "Foreign.cs" })
        {
            Assert.Equal(await editor.BuildDiagnostics(upgrades, file), await editor.Squiggles(upgrades, file));
        }
    }

    [Fact]
    public async Task Only_what_is_on_the_screen_may_be_asked_for()
    {
        var source = Plan(".Upgrade(P2).Upgrade(P1).CascadeDeploy(P1).CascadeDeploy(P2)");
        var project = editor.Add("Plant", [], ("Plant7.cs", Marked.Plant7), ("Upgrade.cs", source));
        var step = source.IndexOf("Upgrade(P1)", StringComparison.Ordinal);

        Assert.Equal(["UPG4006 'Upgrade(P1)'"], await editor.Squiggles(project, "Upgrade.cs", new TextSpan(step, 3)));
    }

    private static string Plan(string steps) =>
        Head + "{\n    static Plan Define(Plan plan) => plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)" + steps + ";\n}\n";
}

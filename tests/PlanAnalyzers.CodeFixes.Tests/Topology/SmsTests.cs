using PlanAnalyzers.CodeFixes.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Topology;

/// <summary>UPG3001 to UPG3003: nodes are connected to the System Management Server where they are declared, and one is declared where there is none.</summary>
public sealed class SmsTests
{
    private const string Head = "using PlanAnalyzers;\nusing static Plant7;\n\n";
    private const string Platforms = """
            public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
            public static readonly Platform P1 = Platform.RunTime("AOS01");
            public static readonly Platform P2 = Platform.RunTime("AOS02");
        """;

    private const string Engines = """
            public static readonly AppEngine E1 = AppEngine.On(P1).Historized();
            public static readonly AppEngine E1b = E1.BackupOn(P2);
        """;

    private const string Gr = "plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)";

    private const string Plan = $$"""
            static Plan Define(Plan plan) => {{Gr}}
                .Upgrade(P2)
                .{|UPG3001:CascadeDeploy(P2)|}
                .Upgrade(P1)
                .CascadeDeploy(P1);
        """;

    private const string Declare = "Declare the System Management Server Sms on GR01";

    /// <summary>In one file, with the galaxy in another, and with the platform in another part of the galaxy's class.</summary>
    [Theory]
    [InlineData("---", "", "readonly Platform P2 = Platform.RunTime(\"AOS02\");", "readonly Platform P2 = Platform.RunTime(\"AOS02\").ConnectedTo(Sms);")]
    [InlineData("", "", "Platform P2 { get; } = Platform.RunTime(\"AOS02\"); // There", "Platform P2 { get; } = Platform.RunTime(\"AOS02\").ConnectedTo(Sms); // There")]
    [InlineData(
        "---",
        "}\n---using PlanAnalyzers;\n\npublic static partial class Plant7\n{\n",
        "readonly Platform P2 = Platform\n        .RunTime(\"AOS02\"); // There",
        "readonly Platform P2 = Platform\n        .RunTime(\"AOS02\") // There\n        .ConnectedTo(Sms);")]
    public async Task A_platform_is_connected_where_it_is_declared(string betweenClasses, string betweenParts, string declaration, string connected)
    {
        string[] Files(string p2, string define) => $$"""
            {{Head}}[Galaxy]
            public static partial class Plant7
            {
                public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");
                public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
                public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms);
            {{betweenParts}}    // The node of E1b.
                public static {{p2}}
            {{Engines}}
            }
            {{(betweenClasses.Length > 0 ? betweenClasses + Head : "")}}{{Class(define)}}
            """.Split("---");
        await Fixing.In(Files(declaration, Plan)).Gives("Connect P2 to Sms", Files(connected, Clean(Plan)));
    }

    [Fact]
    public Task A_server_is_declared_like_the_platforms_and_they_are_connected() => Fixing.In(Galaxy(Platforms), Head + Class(Plan)).Gives(
        $"{Declare}, and connect P1 and P2 to it",
        [
            Galaxy("""
                    public static readonly SystemManagementServer Sms = SystemManagementServer.On("GR01");

                    public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
                    public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms);
                    public static readonly Platform P2 = Platform.RunTime("AOS02").ConnectedTo(Sms);
                """),
            Head + Class(Clean(Plan)),
        ]);

    [Fact]
    public Task A_server_is_declared_and_all_nodes_that_the_plan_deploys_without_are_pointed_at_it() => Fixing.In(Galaxy(Platforms), Head + Class(Plan)).Gives(
        $"{Declare}, and add ConfigureSms(P2) and ConfigureSms(P1)",
        [
            Galaxy($"    public static readonly SystemManagementServer Sms = SystemManagementServer.On(\"GR01\");\n\n{Platforms}"),
            Head + Class($"""
                    static Plan Define(Plan plan) => {Gr}
                        .Upgrade(P2)
                        .ConfigureSms(P2)
                        .CascadeDeploy(P2)
                        .Upgrade(P1)
                        .ConfigureSms(P1)
                        .CascadeDeploy(P1);
                """),
        ]);

    [Fact]
    public Task Where_steps_name_a_server_that_is_missing_it_is_declared() => Fixing.In(
            Galaxy("    // The repository.\n" + Platforms), Head + Class(Plan
                .Replace(".{|UPG3001:CascadeDeploy(P2)|}", ".{|UPG3003:ConfigureSms(P2)|}.CascadeDeploy(P2)", StringComparison.Ordinal)
                .Replace(".CascadeDeploy(P1)", ".ConfigureSms(P1).CascadeDeploy(P1)", StringComparison.Ordinal)))
        .Gives(
            Declare,
            [
                Galaxy($"    public static readonly SystemManagementServer Sms = SystemManagementServer.On(\"GR01\");\n\n    // The repository.\n{Platforms}"),
                Head + Class(Plan
                    .Replace(".{|UPG3001:CascadeDeploy(P2)|}", ".ConfigureSms(P2).CascadeDeploy(P2)", StringComparison.Ordinal)
                    .Replace(".CascadeDeploy(P1)", ".ConfigureSms(P1).CascadeDeploy(P1)", StringComparison.Ordinal)),
            ]);

    /// <summary>The other plan deploys the nodes too, so that a step of this one is not enough.</summary>
    [Fact]
    public async Task A_server_that_two_plans_lack_is_declared_for_both()
    {
        var other = "\n" + Class(Plan).Replace("Plant7Upgrade", "Night", StringComparison.Ordinal);
        var fixing = Fixing.In(Galaxy(Platforms), Head + Class(Plan) + Clean(other));
        await fixing.Offers($"{Declare}, and connect P1 and P2 to it");
        await fixing.AllGive(
            $"{Declare}, and connect P1 and P2 to it",
            Galaxy("    public static readonly SystemManagementServer Sms = SystemManagementServer.On(\"GR01\");\n\n"
                + Platforms.Replace("1\");\n    public static readonly Platform P2", "1\").ConnectedTo(Sms);\n    public static readonly Platform P2", StringComparison.Ordinal)
                    .Replace("AOS02\")", "AOS02\").ConnectedTo(Sms)", StringComparison.Ordinal)),
            Head + Class(Clean(Plan)) + Clean(other));
    }

    [Theory]
    [InlineData(
        "internal static PlanAnalyzers.Platform P0 { get; } = PlanAnalyzers.Platform.GalaxyRepository(\"GR01\");",
        "internal static SystemManagementServer Sms { get; } = SystemManagementServer.On(\"GR01\");\n    ")]
    [InlineData(
        "public const string Sms = \"taken\"; public static readonly Platform P0 = Platform.GalaxyRepository(\"GR01\");",
        null)]
    public async Task A_declaration_has_the_authors_style_or_is_left_to_the_author(string first, string? declared)
    {
        string Tight(string declarations) => $"{Head}[Galaxy]\npublic static class Plant7\n{{\n    {declarations}\n{Platforms[(Platforms.IndexOf('\n', StringComparison.Ordinal) + 1)..]}\n{Engines}\n}}\n";
        var fixing = Fixing.In(Tight(first), Head + Class(Plan));
        if (declared is null)
        {
            await fixing.Offers();
        }
        else
        {
            await fixing.Gives(
                $"{Declare}, and add ConfigureSms(P2) and ConfigureSms(P1)",
                [Tight(declared + first), Head + Class(Clean(Plan)
                    .Replace(".CascadeDeploy(P2)", ".ConfigureSms(P2)\n        .CascadeDeploy(P2)", StringComparison.Ordinal)
                    .Replace(".CascadeDeploy(P1)", ".ConfigureSms(P1)\n        .CascadeDeploy(P1)", StringComparison.Ordinal))]);
        }
    }

    private static string Galaxy(string platforms) => $"{Head}[Galaxy]\npublic static class Plant7\n{{\n{platforms}\n\n{Engines}\n}}\n";

    private static string Class(string define) =>
        "[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]\npublic static partial class Plant7Upgrade\n{\n"
        + define + "\n}\n";

    private static string Clean(string source) => Compiler.Tests.Harness.Marked.Split([source]).Sources[0];
}

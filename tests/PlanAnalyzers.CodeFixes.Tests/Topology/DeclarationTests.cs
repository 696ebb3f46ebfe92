using PlanAnalyzers.CodeFixes.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Topology;

/// <summary>UPG2001 to UPG2007: what is declared twice, at the wrong place or the wrong way round.</summary>
public sealed class DeclarationTests
{
    private const string Head = "using PlanAnalyzers;\n\n";
    private const string Part = "}\n---using PlanAnalyzers;\n\npublic static partial class Plant7\n{\n";

    [Theory]
    [InlineData("")]
    [InlineData(Part)]
    public Task A_second_repository_becomes_a_run_time_platform(string between)
    {
        string[] Galaxy(string p1) => $$"""
            {{Head}}[Galaxy]
            public static partial class Plant7
            {
                public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
            {{between}}    public static readonly Platform {{p1}}("AOS01"); // By the door
            }
            """.Split("---");
        return Fixing.In(Galaxy("{|UPG2001:P1|} = Platform\n        // A copy of the line above.\n        .GalaxyRepository"))
            .Gives("Declare P1 as a run-time platform", Galaxy("P1 = Platform\n        // A copy of the line above.\n        .RunTime"));
    }

    [Fact]
    public Task All_further_repositories_become_run_time_platforms() => Fixing.In($$"""
            {{Head}}[Galaxy]
            public static class Plant7
            {
                public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
                public static readonly Platform {|UPG2001:P1|} = Platform.GalaxyRepository("AOS01");
                public static Platform P2 { get; } = Platform.GalaxyRepository("AOS02");
            }
            """).AllGive("Declare P1 as a run-time platform", $$"""
            {{Head}}[Galaxy]
            public static class Plant7
            {
                public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
                public static readonly Platform P1 = Platform.RunTime("AOS01");
                public static Platform P2 { get; } = Platform.RunTime("AOS02");
            }
            """);

    [Theory]
    [InlineData("E1", "")]
    [InlineData("E1b", "")]
    [InlineData("E1", Part)]
    [InlineData("E1b", Part)]
    public async Task Of_two_active_engines_either_is_the_one_that_stands_by(string standby, string between)
    {
        string[] Galaxy(string e1, string e1b) => $$"""
            {{Head}}[Galaxy]
            public static partial class Plant7
            {
                public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
                public static readonly Platform P1 = Platform.RunTime("AOS01");
                public static readonly Platform P2 = Platform.RunTime("AOS02");
                public static readonly AppEngine E1 = AppEngine.On(P1){{e1}}; // Line 1
            {{between}}    public static readonly AppEngine {{e1b}};
            }
            """.Split("---");
        var (active, other) = (".ActiveAtStart().Historized()", "E1b = E1.BackupOn(P2)");
        var fixing = Fixing.In(Galaxy(active, "{|UPG2007:E1b|} = E1.BackupOn(P2).ActiveAtStart()"));
        await fixing.Offers("Declare E1b as the engine that stands by", "Declare E1 as the engine that stands by");
        await fixing.Gives(
            $"Declare {standby} as the engine that stands by",
            standby == "E1" ? Galaxy(".Historized()", other + ".ActiveAtStart()") : Galaxy(active, other));
    }

    [Theory]
    [InlineData("From = SystemPlatform.V2023R2, To = SystemPlatform.V2020R2", "From = SystemPlatform.V2020R2, To = SystemPlatform.V2023R2", "SystemPlatform.")]
    [InlineData("To = V2020R2 /* old */, From = V2023R2", "To = V2023R2 /* old */, From = V2020R2", "")]
    public Task Versions_that_were_written_the_wrong_way_round_change_places(string wrong, string right, string prefix)
    {
        string[] Sources(string versions) =>
        [
            Compiler.Tests.Harness.Marked.Plant7,
            $$"""
            using PlanAnalyzers;
            using static PlanAnalyzers.SystemPlatform;
            using static Plant7;

            {{versions}} // Next summer
            public static partial class Plant7Upgrade
            {
                static Plan Define(Plan plan) => plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
                    .Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1);
            }
            """,
        ];
        return Fixing.In(Sources($"[{{|UPG2006:UpgradePlan(typeof(Plant7), {wrong})|}}]"))
            .Gives($"Swap the versions: From = {prefix}V2020R2, To = {prefix}V2023R2", Sources($"[UpgradePlan(typeof(Plant7), {right})]"));
    }

    [Fact]
    public Task Versions_that_are_the_same_are_left_to_the_author() => Fixing.In(
            Compiler.Tests.Harness.Marked.Plant7,
            "using PlanAnalyzers;\n[{|UPG2006:UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2, To = SystemPlatform.V2020R2)|}]\n"
            + "public static partial class Plant7Upgrade { static Plan Define(Plan plan) => plan; }\n")
        .Offers();

    [Theory]
    [InlineData("", "{|UPG2002:E1b|} = E1.BackupOn(P1 /* or P2? */).Historized()", "Put E1b on P2", "E1b = E1.BackupOn(P2 /* or P2? */).Historized()")]
    [InlineData("", "{|UPG2003:E1b|} = E0.BackupOn(P2).Historized() /* Why? */", "Declare E1b as an engine of its own on P2", "E1b = AppEngine.On(P2).Historized() /* Why? */")]
    [InlineData("public static readonly Platform P3 = Platform.RunTime(\"AOS03\");", "{|UPG2002:E1b|} = E1.BackupOn(P1)", null, null)]
    public async Task A_backup_goes_where_it_can_be_one(string further, string backup, string? title, string? mended)
    {
        string Galaxy(string e1b) => $$"""
            {{Head}}[Galaxy]
            public static class Plant7
            {
                public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
                public static Platform P1 { get; } = Platform.RunTime("AOS01");
                public static readonly Platform P2 = Platform.RunTime("AOS02"); {{further}}
                public static readonly AppEngine E0 = AppEngine.On(P1), E0b = E0.BackupOn(P2), E1 = AppEngine.On(P1), {{e1b}};
            }
            """;
        await (title is null ? Fixing.In(Galaxy(backup)).Offers() : Fixing.In(Galaxy(backup)).Gives(title, Galaxy(mended!)));
    }

    [Fact]
    public Task What_uses_a_second_server_uses_the_first_and_comments_stay() => Fixing.In(
        $$"""
        {{Head}}[Galaxy]
        public static partial class Plant7
        {
            public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");
            // New this year.
            /// <summary>Line 2.</summary>
            public static readonly SystemManagementServer {|UPG2005:Sms2|} = SystemManagementServer.On("SMS02");

            public static readonly Platform P0 = Platform.GalaxyRepository("GR01").ConnectedTo(Sms);
            public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms2); // Line 2
        }
        """,
        "using PlanAnalyzers;\npublic static partial class Plant7 { public static readonly Platform P2 = Platform.RunTime(\"AOS02\").ConnectedTo(Plant7.Sms2); }\n")
        .Gives(
            "Use Sms instead of Sms2",
            [
                $$"""
                {{Head}}[Galaxy]
                public static partial class Plant7
                {
                    public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");
                    // New this year.

                    public static readonly Platform P0 = Platform.GalaxyRepository("GR01").ConnectedTo(Sms);
                    public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms); // Line 2
                }
                """,
                "using PlanAnalyzers;\npublic static partial class Plant7 { public static readonly Platform P2 = Platform.RunTime(\"AOS02\").ConnectedTo(Plant7.Sms); }\n",
            ]);
}

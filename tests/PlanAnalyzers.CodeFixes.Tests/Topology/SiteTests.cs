using PlanAnalyzers.CodeFixes.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Topology;

/// <summary>UPG8002 to UPG8009: the galaxy becomes that of the site's export.</summary>
public sealed class SiteTests
{
    private const string Header = "tag_name,template,hosted_by,node,partner,active\n";
    private const string Platforms = Header + "P0,$WinPlatform,,GR01,,\nP1,$WinPlatform,,AOS01,,\nP2,$WinPlatform,,AOS02,,\n";
    private const string Pair = "E1,$AppEngine,P1,,E1b,1\nE1b,$AppEngine,P2,,E1,0\n";

    [Fact]
    public Task A_platform_is_declared_like_the_last_declaration_and_its_engines_are_told_then() => Fixing
        .In(Galaxy("{|UPG8002:Plant7|}", "E1b = E1.BackupOn(P2); // By the door"))
        .WithSite(Platforms + "Line 3,$WinPlatform,,AOS03,,\n" + Pair + "E3,$AppEngine,Line 3,,,\n")
        .Gives("Declare Line_3 in Plant7", Galaxy("Plant7", "E1b = E1.BackupOn(P2); // By the door\n    public static readonly Platform Line_3 = Platform.RunTime(\"AOS03\");"));

    [Theory]
    [InlineData("E2,$AppEngine,P1,,,\n", "E2 = AppEngine.On(P1)")]
    [InlineData("E2,$AppEngine,P1,,E0,1\n", "E2 = E0.BackupOn(P1).ActiveAtStart()")]
    public Task An_engine_is_declared_with_its_partner(string row, string expected)
    {
        string Source(string p1, string added) => Galaxy("Plant7", "E0 = AppEngine.On(P2);" + added).Replace("P1 =", p1 + " =", StringComparison.Ordinal);
        return Fixing.In(Source("{|UPG8004:P1|}", ""))
            .WithSite(Platforms + "E1,$AppEngine,P1,,,\nE0,$AppEngine,P2,,,\n" + row)
            .Gives("Declare E2 in Plant7", Source("P1", $"\n    public static readonly AppEngine {expected};"));
    }

    [Fact]
    public Task An_engine_is_put_where_the_site_has_it() => Fixing
        .In(Galaxy("Plant7", "{|UPG8006:E1b|} = E1.BackupOn(P2).Historized(); // By the door"))
        .WithSite(Platforms + Pair.Replace("E1b,$AppEngine,P2", "E1b,$AppEngine,P0", StringComparison.Ordinal))
        .Gives("Declare E1b as the site has it", Galaxy("Plant7", "E1b = E1.BackupOn(P0).Historized(); // By the door"));

    [Fact]
    public Task A_platform_is_put_on_its_computer() => Fixing
        .In(Galaxy("Plant7", "E1b = E1.BackupOn(P2);").Replace("P1 =", "{|UPG8006:P1|} =", StringComparison.Ordinal))
        .WithSite(Platforms.Replace("AOS01", "AOS07", StringComparison.Ordinal) + Pair)
        .Gives("Declare P1 as the site has it", Galaxy("Plant7", "E1b = E1.BackupOn(P2);").Replace("AOS01", "AOS07", StringComparison.Ordinal));

    [Theory]
    [InlineData("E1b = E1.BackupOn(P2)", "UPG8007", "E1,$AppEngine,P1,,,\nE1b,$AppEngine,P2,,,\nE2,$AppEngine,P0,,E3,\nE3,$AppEngine,P2,,E2,\n", "E1b = AppEngine.On(P2)")]
    [InlineData("E1b = AppEngine.On(P2)", "UPG8007", Pair, "E1b = E1.BackupOn(P2)")]
    [InlineData("E1b = E1.BackupOn(P2)", "UPG8009", "E1,$AppEngine,P1,,E1b,0\nE1b,$AppEngine,P2,,E1,1\n", "E1b = E1.BackupOn(P2).ActiveAtStart()")]
    [InlineData("E1b = E1.BackupOn(P2).ActiveAtStart()", "UPG8009", Pair, "E1b = E1.BackupOn(P2)")]
    public Task Redundancy_becomes_that_of_the_site(string declared, string rule, string engines, string expected) => Fixing
        .In(Galaxy("Plant7", declared.Replace("E1b =", $"{{|{rule}:E1b|}} =", StringComparison.Ordinal) + ";"))
        .WithSite(Platforms + engines)
        .Gives("Declare E1b as the site has it", Galaxy("Plant7", expected + ";"));

    [Fact]
    public Task Properties_stay_properties() => Fixing
        .In(Properties("{|UPG8002:Plant7|}", ""))
        .WithSite(Header + "P0,$WinPlatform,,GR01,,\nP1,$WinPlatform,,AOS01,,\n")
        .Gives("Declare P1 in Plant7", Properties("Plant7", "\n    public static PlanAnalyzers.Platform P1 { get; } = PlanAnalyzers.Platform.RunTime(\"AOS01\");"));

    private static string Properties(string name, string added) => $$"""
        [PlanAnalyzers.Galaxy]
        public static class {{name}}
        {
            public static PlanAnalyzers.Platform P0 { get; } = PlanAnalyzers.Platform.GalaxyRepository("GR01");{{added}}
        }
        """;

    private static string Galaxy(string name, string last) => $$"""
        using PlanAnalyzers;

        [Galaxy]
        public static class {{name}}
        {
            public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
            public static readonly Platform P1 = Platform.RunTime("AOS01");
            public static readonly Platform P2 = Platform.RunTime("AOS02");

            public static readonly AppEngine E1 = AppEngine.On(P1);
            public static readonly AppEngine {{last}}
        }
        """;
}

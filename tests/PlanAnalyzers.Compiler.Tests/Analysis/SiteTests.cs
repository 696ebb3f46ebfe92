using System.Text;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Analysis;

/// <summary>UPG8xxx: how an export of a site comes into a project, and what is said of one that is broken. What differs is told by DriftTests of the tool.</summary>
public sealed class SiteTests
{
    private const string Header = "tag_name;template;hosted_by\n";
    private const string Site = Header + "GR01;$WinPlatform;\nAOS01;$WinPlatform;\nAOS02;$WinPlatform;\nAOS03;$WinPlatform;\nE1;$AppEngine;AOS01\nE1b;$AppEngine;AOS02\n";

    [Theory]
    [InlineData("exports/site.txt", "Plant7")]
    [InlineData("C:\\exports\\site.csv", " Plants.Plant7 ")]
    [InlineData("exports/Plant7.galaxy.csv", null)]
    [InlineData("C:\\exports\\PLANT7.GALAXY.CSV", "Plant7")]
    public async Task An_export_names_its_galaxy_by_metadata_or_by_its_own_name_and_is_shown_beside_the_declaration(string path, string? galaxy)
    {
        var source = Marked.Plant7.Replace("[Galaxy]", "namespace Plants;\n\n[Galaxy]", StringComparison.Ordinal);
        var found = await TestProject.Of(source).WithFiles((path, galaxy, Site)).AnalyzerDiagnostics();

        var diagnostic = Assert.Single(found);
        Assert.Equal("UPG8002", diagnostic.Id);
        Assert.Equal("Plant7", diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Contains($"AOS03 ({path.Split('/', '\\')[^1]}, line 5)", diagnostic.GetMessage(null), StringComparison.Ordinal);
        var line = Assert.Single(diagnostic.AdditionalLocations).GetLineSpan();
        Assert.Equal((path, 4), (line.Path, line.StartLinePosition.Line));
    }

    [Fact]
    public async Task Other_files_are_no_exports()
    {
        var project = TestProject.Of(Marked.Plant7).WithFiles(("site.csv", null, Site), (".galaxy.csv", null, Site), ("stylecop.json", "", "{}"));
        Assert.Empty(await project.AnalyzerDiagnostics());
    }

    [Fact]
    public async Task An_export_of_a_galaxy_that_is_not_declared_is_reported_at_the_file()
    {
        var project = TestProject.Of(Marked.Plant7, Marked.PlanHead + "{ static Plan Define(Plan plan) => plan; }");
        var found = await project.WithFiles(("site.csv", "Plant8", Site), ("Plant7Upgrade.galaxy.csv", null, "")).AnalyzerDiagnostics();
        Assert.Equal(
            ["Plant7Upgrade.galaxy.csv", "site.csv"],
            found.Where(diagnostic => diagnostic.Id == "UPG8001").Select(diagnostic => diagnostic.Location.GetLineSpan().Path).Order(StringComparer.Ordinal));
    }

    /// <summary>Exports that are broken, hostile or of another form; what is said of each is one diagnostic at the galaxy.</summary>
    public static TheoryData<string, string, string> Broken() => new()
    {
        { "a.csv", "", "a.csv(1,1): The export is empty." },
        { "a.csv", "a,b\n", "a.csv(1,1): The first line does not name tag_name" },
        { "a.csv", Header + "GR01;$WinPlatform;\n\"E1;$AppEngine;GR01\n", "a.csv(3,1): A quote is opened here and never closed." },
        { "a.csv", Header + "GR01;$WinPlatform;\nE1;$AppEngine;E1\n", "a.csv(3,15): The engine E1 is hosted by itself." },
        { "a.csv", "\0\0\0", "a.csv(1,1): This is no text" },
        { "a.csv", Header + new string('x', 10_000_000), "a.csv(2,1): A value in the row that begins here is longer" },
        { "a.csv", new StringBuilder(10_000_000).Insert(0, "x;", 5_000_000).ToString(), "a.csv(1,100000): The first line is longer" },
        { "a.csv", Header + string.Concat(Enumerable.Range(0, 5001).Select(i => $"P{i};$WinPlatform;\n")), "a.csv(5002,1): There are more than 5000 platforms and engines" },
        { "a.json", "[]", "a.json: JSON is read by 'dotnet plan import' alone" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_export_is_one_diagnostic_with_line_and_column(string name, string text, string expected)
    {
        var found = Assert.Single(await TestProject.Of(Marked.Plant7).WithFiles((name, "Plant7", text)).AnalyzerDiagnostics());
        Assert.Equal("UPG8001", found.Id);
        Assert.StartsWith("Plant7 is not compared with its site by " + expected, found.GetMessage(null), StringComparison.Ordinal);
    }

    /// <summary>A galaxy that is half-typed, not readable or wrong says that alone.</summary>
    [Theory]
    [InlineData("GalaxyRepository(\"GR01\")", "GalaxyRepository(\"GR01\"", "")]
    [InlineData("GalaxyRepository(\"GR01\")", "RunTime(\"GR01\")", "UPG2001")]
    public async Task A_galaxy_with_mistakes_of_its_own_is_mended_first(string code, string mistake, string expected)
    {
        var project = TestProject.Of(Marked.Plant7.Replace(code, mistake, StringComparison.Ordinal)).WithFiles(("site.csv", "Plant7", Site));
        Assert.Equal(expected, string.Join(' ', (await project.AnalyzerDiagnostics()).Select(diagnostic => diagnostic.Id)));
    }
}

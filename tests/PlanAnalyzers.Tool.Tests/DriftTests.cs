using FsCheck;
using FsCheck.Fluent;
using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Model;
using PlanAnalyzers.Model.Tests;
using PlanAnalyzers.Sites;

namespace PlanAnalyzers.Tool.Tests;

/// <summary>UPG8002 to UPG8009: a galaxy beside an export of its site, as that is or with one thing changed.</summary>
public sealed class DriftTests
{
    private static readonly string[] WithoutNodes = [.. Exports.Everything.Except(["node"])];

    private static readonly Galaxy Plant = Galaxies.Make(4, [(1, 2, false), (3, 4, true)], [1], [true, true, true, true, true]);

    [Fact]
    public void A_galaxy_does_not_differ_from_its_own_export_however_little_that_says() => Prop.ForAll(Galaxies.Any.ToArbitrary(), galaxy =>
    {
        Assert.Empty(Drift(galaxy, Exports.Csv(galaxy, Exports.Everything)));
        Assert.Empty(Drift(galaxy, Exports.Csv(galaxy, WithoutNodes)));
        Assert.Empty(Drift(galaxy, Exports.Csv(galaxy, ["tag_name", "template", "hosted_by"])));
    }).Check();

    /// <summary>What is imported of an export does not differ from it, and keeps to its names where C# does not allow the tag names.</summary>
    [Fact]
    public async Task What_was_imported_does_not_differ_from_the_export()
    {
        const string Site = """
            tag_name,template,hosted_by,galaxy_repository
            GR 1,$WinPlatform,,1
            Line 1-A,$WinPlatform,,0
            Line 1_A,$WinPlatform,,0
            class,$AppEngine,Line 1-A,
            class_Backup,$AppEngine,Line 1_A,

            """;
        var imported = await Tool.Import(Site, "--class", "Plant7", "--sms", "SMS01");
        Assert.Empty(await TestProject.Of(imported.Output).WithFiles(("site.csv", "Plant7", Site)).AnalyzerDiagnostics());
        var other = Site.Replace("class_Backup,$AppEngine,Line 1_A", "class_Backup,$AppEngine,GR 1", StringComparison.Ordinal);
        var moved = Assert.Single(await TestProject.Of(imported.Output).WithFiles(("site.csv", "Plant7", other)).AnalyzerDiagnostics());
        Assert.Contains("class_Backup is on Line_1_A_2 here and on GR_1 in the site", moved.GetMessage(null), StringComparison.Ordinal);
    }

    /// <summary>
    /// The plant: P0 is the GR; E0/E1b on P1/P2 with E0 active; E2/E3b on P3/P4 with E3b active; E4 alone on P1. Each row: the beginning of a row of its
    /// export, the values of columns that are changed in it (none: the row goes; '+': a row is added), and what is said.
    /// </summary>
    [Theory]
    [InlineData("P2", "software_upgrade_needed=1", "UPG8008: P2 is in software upgrade pending")]
    [InlineData("P2", "deployed=0", "UPG8008: P2 is undeployed in the site")]
    [InlineData("E1b", "deployed=0", "UPG8008: E1b is undeployed in the site")]
    [InlineData("E4", "", "UPG8005: E4 on P1 is not in site.csv")]
    [InlineData("E4", "hosted_by=P3", "UPG8006: E4 is on P1 here and on P3 in the site")]
    [InlineData("E4", "tag_name=Renamed", "")]
    [InlineData("E0", "hosted_by=P2", "UPG8006: E0 is on P1 here and on P2 in the site")]
    [InlineData("P2", "node=NODE9", "UPG8006: P2 is on the node NODE2 here and on NODE9 in the site")]
    [InlineData("P2", "tag_name=P9;node=NODE9", "UPG8002: The site has the platform P9 | UPG8003: P2 on the node NODE2 is not in site.csv")]
    [InlineData("P9", "+template=$WinPlatform", "UPG8002: The site has the platform P9")]
    [InlineData("E9", "+template=$AppEngine;hosted_by=P3", "UPG8004: The site has the engine E9 on P3")]
    [InlineData("E0", "partner=;redundancy_role=;active=", "UPG8007: E1b is the backup of E0 here, and in the site it has no partner")]
    [InlineData("E0", "active=0", "UPG8009: E1b is the active engine of E0/E1b in the site")]
    [InlineData("E2", "active=1", "UPG8009: E2 is the active engine of E2/E3b in the site")]
    [InlineData("P0", "galaxy_repository=0", "")]
    public void One_change_of_the_site_is_one_difference(string name, string changes, string expected)
    {
        var rows = Exports.Rows(Plant).Select(row => row.ToDictionary(StringComparer.Ordinal)).ToList();
        if (changes.StartsWith('+'))
        {
            rows.Add(new(StringComparer.Ordinal) { ["tag_name"] = name });
        }

        var changed = rows.Single(row => row["tag_name"] == name);
        foreach (var change in changes.TrimStart('+').Split(';', StringSplitOptions.RemoveEmptyEntries).Select(change => change.Split('=')))
        {
            changed[change[0]] = change[1];
        }

        foreach (var hosted in rows.Where(row => row.GetValueOrDefault("hosted_by") == name))
        {
            hosted["hosted_by"] = changed["tag_name"];
        }

        if (changes.Length == 0)
        {
            rows.Remove(changed);
        }

        if (name is "E0" or "E2" && changed.TryGetValue("active", out var active) && changes.Contains("active", StringComparison.Ordinal))
        {
            // Partners say the same of each other.
            var partner = rows.Single(row => row["tag_name"] == (name == "E0" ? "E1b" : "E3b"));
            partner["active"] = active switch { "1" => "0", "0" => "1", _ => "" };
            partner["partner"] = changed["partner"].Length > 0 ? name : "";
            partner["redundancy_role"] = changed["redundancy_role"].Length > 0 ? "backup" : "";
        }

        var text = string.Join(",", Exports.Everything) + "\n"
            + string.Concat(rows.Select(row => string.Join(",", Exports.Everything.Select(column => row.GetValueOrDefault(column, ""))) + "\n"));
        var found = Drift(Plant, text);
        var wanted = expected.Split(" | ", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(
            found.Count == wanted.Length && found.Zip(wanted).All(pair => pair.First.StartsWith(pair.Second, StringComparison.Ordinal)), string.Join('\n', found));
    }

    /// <summary>Two engines that are declared alone and are partners in the site; the backup is told by the role, the objects, or the order.</summary>
    [Theory]
    [InlineData("backup", "", "E0 is alone here and the backup of E1 in the site")]
    [InlineData("primary", "", "E1 is alone here and the backup of E0 in the site")]
    [InlineData("", "0", "E0 is alone here and the backup of E1 in the site")]
    [InlineData("", "", "E1 is alone here and the backup of E0 in the site")]
    public void A_pair_that_is_not_declared_is_told_once(string role, string objects, string expected)
    {
        var galaxy = Galaxies.Make(2, [], [1, 2], [true, true, true]);
        var text = "tag_name,template,hosted_by,partner,redundancy_role,hosted_objects\nNODE0,$WinPlatform,,,,\nNODE1,$WinPlatform,,,,\nNODE2,$WinPlatform,,,,\n"
            + $"E0,$AppEngine,NODE1,E1,{role},{objects}\nE1,$AppEngine,NODE2,E0,,{(objects.Length > 0 ? "7" : "")}\n";
        Assert.StartsWith("UPG8007: " + expected, Assert.Single(Drift(galaxy, text)), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Drift(Galaxy galaxy, string export)
    {
        var reading = CsvExport.Read(new StringReader(export), TestContext.Current.CancellationToken);
        Assert.Empty(reading.Problems);
        return [.. DriftCheck.Run(galaxy, reading.Site!, "site.csv").Select(finding => finding.ToString())];
    }
}

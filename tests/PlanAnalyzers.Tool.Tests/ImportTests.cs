using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Tool.Tests;

/// <summary>What becomes of an export that does not say everything, or says what no plan begins with.</summary>
public sealed class ImportTests
{
    private const string Site = """
        tag_name,template,hosted_by
        GR01,$WinPlatform,
        AOS01,$WinPlatform,
        AOS02,$WinPlatform,
        Mixer,$AppEngine,AOS01
        Mixer_Backup,$AppEngine,AOS02
        Line 1,$Area,Mixer

        """;

    [Fact]
    public async Task Without_System_Management_Server_the_build_says_so_and_nothing_else()
    {
        var outcome = await Tool.Import(Site, "--class", "Plant7");
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Contains("Import again with --sms NODE.", outcome.Error, StringComparison.Ordinal);
        var project = TestProject.Of(outcome.Output);
        Assert.Empty(project.CompilerDiagnostics());
        Assert.Equal(["UPG3001", "UPG3001"], (await project.AnalyzerDiagnostics()).Select(diagnostic => diagnostic.Id));

        await (await Tool.Import(Site, "--class", "Plant7", "--sms", "SMS01")).Validated();
        await (await Tool.Import(Site, "--class", "Plant7", "--from", "2017", "--to", "2023", "--sms", "SMS01")).Validated();
    }

    [Fact]
    public async Task What_the_export_does_not_say_is_guessed_and_marked()
    {
        var outcome = await Tool.Import(Site, "--sms", "SMS01");
        foreach (var line in new[]
        {
            """GR01 = Platform.GalaxyRepository("GR01"); // guessed: Galaxy Repository, by its name; guessed: computer's name""",
            """AOS01 = Platform.RunTime("AOS01"); // guessed: computer's name""",
            "Mixer = AppEngine.On(AOS01); // guessed: active; guessed: not historized",
            "Mixer_Backup = Mixer.BackupOn(AOS02); // guessed: backup of Mixer, by its name",
            "[UpgradePlan(typeof(site), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP2)] // guessed: From; guessed: To",
        })
        {
            Assert.Contains(line, outcome.Output, StringComparison.Ordinal);
        }

        Assert.Contains("9 guesses", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("// The export does not say everything. 9 guesses are marked", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_tell_no_partners_where_that_is_said()
    {
        var outcome = await Tool.Import(Site, "--partner-rule", "none");
        Assert.Contains("0 redundant pairs", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Mixer_Backup = AppEngine.On(AOS02);", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("partner", "Mixer_Backup", "", "Mixer_Backup = Mixer.BackupOn(AOS02); // guessed: backup and not primary, by its name")]
    [InlineData("hosted_objects", "0", "7", "Mixer = Mixer_Backup.BackupOn(AOS01);")]
    [InlineData("active", "0", "1", "Mixer_Backup = Mixer.BackupOn(AOS02).ActiveAtStart();")]
    [InlineData("historized", "true", "FALSE", "Mixer = AppEngine.On(AOS01).Historized();")]
    [InlineData("redundancy_role", "backup", "primary", "Mixer = Mixer_Backup.BackupOn(AOS01);")]
    public async Task What_a_column_says_is_taken(string column, string mixer, string backup, string expected)
    {
        var partners = column is "hosted_objects" or "redundancy_role" ? ",partner" : "";
        var text = Site.Replace("hosted_by", $"hosted_by,{column}{partners}", StringComparison.Ordinal)
            .Replace("Platform,", $"Platform,,{(partners.Length > 0 ? "," : "")}", StringComparison.Ordinal)
            .Replace("Engine,AOS01", $"Engine,AOS01,{mixer}{(partners.Length > 0 ? ",Mixer_Backup" : "")}", StringComparison.Ordinal)
            .Replace("Engine,AOS02", $"Engine,AOS02,{backup}{(partners.Length > 0 ? ",Mixer" : "")}", StringComparison.Ordinal)
            .Replace("Area,Mixer", $"Area,Mixer,{(partners.Length > 0 ? "," : "")}", StringComparison.Ordinal);
        var outcome = await Tool.Import(text, "--sms", "SMS01");
        Assert.True(outcome.Output.Contains(expected, StringComparison.Ordinal), outcome.Output + outcome.Error);
        await outcome.Validated();
    }

    [Fact]
    public async Task Names_that_are_no_names_in_CSharp_become_some_and_text_of_the_site_stays_text()
    {
        string[] names =
        [
            "class", "Plan", "part", "Platform", "Sms", "Define", "RunAsync", "Plant7", "Equals", "1AOS", "A B", "A-B", "a_b", "Behälter", "Behälter",
            "_", "-", "日本", "\U0001F600", "P*/ //", "\u202Eevil", "\u001B[31mred", "[bold]x[/]", "\"quoted\"", "{0}", "tab\tin", "Transitions",
        ];
        var rows = string.Concat(names.Select((name, i) =>
            $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\";$WinPlatform;;0;\"NODE{i} {name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"));
        var outcome = await Tool.Import(
            "tag_name;template;hosted_by;deployed;node\nGR01;$WinPlatform;;1;GR01\n" + rows.Replace("\"Behälter\";$WinPlatform;;0;\"NODE14", "\"Beha\u0308lter\";$WinPlatform;;0;\"NODE14", StringComparison.Ordinal),
            "--class", "Plant7", "--from", "2017", "--to", "2023");
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        var galaxy = await outcome.Validated();
        Assert.Equal(names.Length + 1, galaxy.Platforms.Select(platform => platform.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains(galaxy.Platforms, platform => platform is { Name: "red", Node: "NODE21 \u001B[31mred" } or { Name: "_31mred", Node: "NODE21 \u001B[31mred" });
        Assert.DoesNotContain(outcome.Output + outcome.Error, letter => letter is '\u001B' or '\u202E' or '\t');
    }

    [Fact]
    public async Task What_is_undeployed_or_was_begun_to_be_upgraded_is_said_in_the_code_and_on_the_console()
    {
        var text = Site.Replace("hosted_by", "hosted_by,deployed,software_upgrade_needed", StringComparison.Ordinal)
            .Replace("AOS02,$WinPlatform,", "AOS02,$WinPlatform,,1,1", StringComparison.Ordinal)
            .Replace("Platform,\n", "Platform,,1,0\n", StringComparison.Ordinal)
            .Replace("Engine,AOS01", "Engine,AOS01,0,0", StringComparison.Ordinal)
            .Replace("Engine,AOS02", "Engine,AOS02,NULL,NULL", StringComparison.Ordinal)
            .Replace("Area,Mixer", "Area,Mixer,0,0", StringComparison.Ordinal);
        var outcome = await Tool.Import(text, "--sms", "SMS01");
        Assert.Contains("// export: in software upgrade pending", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Mixer = AppEngine.On(AOS01); // export: undeployed", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("but the export shows AOS02 in software upgrade pending, Mixer undeployed.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_galaxy_that_no_plan_can_be_made_for_is_written_with_the_reason()
    {
        var outcome = await Tool.Import(Site.Replace("Mixer_Backup,$AppEngine,AOS02", "Mixer_Backup,$AppEngine,AOS01", StringComparison.Ordinal));
        Assert.Equal(ExitCode.NoPlan, outcome.ExitCode);
        Assert.Contains("error: UPG2002: Mixer_Backup is on AOS01 like its primary Mixer", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("// UPG2002: ", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("UpgradePlan(", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Galaxy_Repository_is_asked_for_where_nothing_tells_it()
    {
        var text = Site.Replace("GR01", "Server", StringComparison.Ordinal);
        var refused = await Tool.Import(text);
        Assert.Equal((ExitCode.ExportRefused, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("--galaxy-repository TAG", refused.Error, StringComparison.Ordinal);
        Assert.Contains("The platforms are Server, AOS01, AOS02.", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Tool.Import(text, "--galaxy-repository", "server")).ExitCode);
        Assert.Equal(ExitCode.ExportRefused, (await Tool.Import(text, "--galaxy-repository", "Nobody")).ExitCode);
    }

    [Fact]
    public async Task A_file_is_not_overwritten_unless_that_is_said()
    {
        using var folder = new Execution.Tests.TemporaryFolder();
        var (export, file) = (folder.File("site.csv"), folder.File("Plant7.cs"));
        await File.WriteAllTextAsync(export, Site, TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Done, (await Tool.Run("import", export, "--output", file)).ExitCode);
        var written = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.CannotWrite, (await Tool.Run("import", export, "--output", file, "--class", "Other")).ExitCode);
        Assert.Equal(written, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.Done, (await Tool.Run("import", export, "--output", file, "--class", "Other", "--force")).ExitCode);
        Assert.Contains("class OtherUpgrade", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(ExitCode.CannotWrite, (await Tool.Run("import", export, "--output", folder.File("no/such.cs"))).ExitCode);
        Assert.Equal(ExitCode.ExportRefused, (await Tool.Run("import", folder.File("none.csv"))).ExitCode);
        Assert.Equal(ExitCode.ExportRefused, (await Tool.Run("import", folder.Path)).ExitCode);
    }

    [Theory]
    [InlineData("--class", "1x")]
    [InlineData("--class", "class")]
    [InlineData("--namespace", "A..B")]
    [InlineData("--from", "2021")]
    [InlineData("--partner-rule", "_Backup")]
    [InlineData("--partner-rule", "{primary}")]
    [InlineData("--format", "xml")]
    [InlineData("--from", "2023R2", "--to", "2023 R2")]
    [InlineData("--force")]
    [InlineData("more")]
    public async Task Wrong_arguments_are_told(params string[] arguments)
    {
        var outcome = await Tool.Import(Site, arguments);
        Assert.Equal((ExitCode.WrongArguments, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("error: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("'dotnet plan import --help' shows what can be given.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_has_every_option_examples_and_the_exit_codes()
    {
        var help = (await Tool.Run("import", "--help")).Output;
        foreach (var option in new[] { "--output", "--force", "--format", "--class", "--namespace", "--from", "--to", "--sms", "--galaxy-repository", "--partner-rule" })
        {
            Assert.Contains(option, help, StringComparison.Ordinal);
        }

        Assert.Contains("dotnet plan import <EXPORT> [options]", help, StringComparison.Ordinal);
        Assert.Contains("dotnet plan import site.csv --from 2020R2SP1", help, StringComparison.Ordinal);
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Contains(code.Text(), help, StringComparison.Ordinal));
    }
}

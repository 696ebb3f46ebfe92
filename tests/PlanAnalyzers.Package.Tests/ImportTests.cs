using System.Text;

namespace PlanAnalyzers.Package.Tests;

/// <summary>From a site's export to a plan that runs, with nothing but the packages.</summary>
public sealed class ImportTests(Packages packages)
{
    private const int Pairs = 60;

    [Fact]
    public async Task A_plant_with_sixty_pairs_is_imported_built_and_simulated()
    {
        var folder = await packages.NewProject(
            "Imported", "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>", ["PlanAnalyzers.Execution"],
            ("Program.cs", "return await Plant7Upgrade.RunAsync(args);\n"),
            ("site.csv", Export()));
        await Run("new", "tool-manifest");
        await Run("tool", "install", "PlanAnalyzers.Tool", "--version", Packages.Version, "--configfile", packages.OnlyOurs);
        Assert.Contains("gobject", await Run("plan", "query"), StringComparison.Ordinal);
        Assert.Contains(
            "60 × backup",
            await Run("plan", "import", "site.csv", "--from", "2020R2SP1", "--to", "2023R2SP1", "--sms", "SMS01", "--output", "Plant7.cs"),
            StringComparison.Ordinal);

        Assert.Contains("0 Warning(s)", await Run("build"), StringComparison.Ordinal);
        Assert.Matches($@"Failovers +{Pairs}\b", await Run("run", "--no-build", "--", "simulate"));

        // The plant changes, and the compiler says so.
        await File.WriteAllTextAsync(Path.Combine(folder, "site.csv"), Export() + Row("AOS61", "$WinPlatform", "NULL", 0), Encoding.Unicode, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Directory.Build.targets"),
            "<Project><ItemGroup><AdditionalFiles Include=\"site.csv\" PlanAnalyzersGalaxy=\"Plant7\" /></ItemGroup></Project>",
            TestContext.Current.CancellationToken);
        var changed = await Run("build");
        Assert.Contains("warning UPG8002: The site has the platform AOS61 (site.csv, line 243)", changed, StringComparison.Ordinal);
        Assert.DoesNotContain("UPG8001", changed, StringComparison.Ordinal);

        async Task<string> Run(params string[] arguments)
        {
            var (exitCode, output) = await Dotnet.RunAs(arguments[0] is "tool" or "plan" ? Path.Combine(packages.Folder, "home") : null, folder, arguments);
            Assert.True(exitCode == 0, output);
            return output;
        }
    }

    /// <summary>An export as the shipped query gives it, in the form of a German Excel.</summary>
    private static string Export() =>
        "galaxy;repository_node;tag_name;template;hosted_by;deployed;software_upgrade_needed;hosted_objects;historized\r\n"
        + Row("GR01", "$WinPlatform", "NULL", 0)
        + string.Concat(Enumerable.Range(1, Pairs).Select(i =>
            Row($"AOS{i}A", "$WinPlatform", "NULL", 0) + Row($"AOS{i}B", "$WinPlatform", "NULL", 0)
            + Row($"Engine{i}", "$AppEngine", $"AOS{i}A", 100) + Row($"Engine{i}_Backup", "$AppEngine", $"AOS{i}B", 0)));

    private static string Row(string name, string template, string host, int objects) =>
        $"Plant7;GR01;{name};{template};{host};1;0;{objects};{Math.Sign(objects)}\r\n";
}

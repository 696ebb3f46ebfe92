using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace PlanAnalyzers.Package.Tests;

/// <summary>What somebody gets who has nothing but the packages and types <c>dotnet new upgrade-plan</c>.</summary>
public sealed class TemplateTests(Packages packages)
{
    private string Hive => Path.Combine(packages.Folder, "hive");

    [Fact]
    public async Task A_new_project_runs_at_once_and_so_does_its_pipeline()
    {
        var empty = Directory.CreateDirectory(Path.Combine(packages.Folder, "new")).FullName;
        await Run(empty, "new", "install", Path.Combine(packages.Feed, $"PlanAnalyzers.Templates.{Packages.Version}.nupkg"), "--debug:custom-hive", Hive);
        await Run(empty, "new", "upgrade-plan", "-n", "MyPlant", "--debug:custom-hive", Hive, "--no-update-check");
        var folder = Path.Combine(empty, "MyPlant");
        var workflow = Workflow(Path.Combine(folder, ".github", "workflows", "plan.yml"));

        Assert.Contains(" 0 Warning(s)", await Run(folder, "build", "-p:PlanAnalyzersPreset=strict"), StringComparison.Ordinal);
        Assert.Matches(@"E1b is Active, E1 is Standby - Ready\s*$", await Run(folder, "run", "--no-build"));
        foreach (var command in workflow.Commands)
        {
            Assert.StartsWith("dotnet ", command, StringComparison.Ordinal);
            await Run(folder, command.Split(' ')[1..]);
        }

        Assert.Equal(["plan.sarif", "plan.html", "runbook.md"], workflow.Artifacts);
        Assert.All(workflow.Artifacts, file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
        using var log = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "plan.sarif"), TestContext.Current.CancellationToken));
        Assert.Empty(log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());

        // Names that are none in C#, and versions of which the newer one has no load balancing yet.
        await Run(empty, "new", "upgrade-plan", "-n", "plant-7.upgrade", "--galaxy", "7th plant", "--from", "2017U3", "--to", "2023", "--debug:custom-hive", Hive, "--no-update-check");
        var other = Path.Combine(empty, "plant-7.upgrade");
        Assert.Contains("2017 Update 3 -> 2023", await Run(other, "run"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(other, "_7th_plantUpgrade.cs")));
    }

    private static (string[] Commands, string[] Artifacts) Workflow(string file)
    {
        using var text = File.OpenText(file);
        var yaml = new YamlStream();
        yaml.Load(text);
        var steps = yaml.Documents.Single().RootNode["jobs"].AllNodes.OfType<YamlMappingNode>().ToArray();
        var artifacts = steps.Single(step => Value(step, "uses")?.StartsWith("actions/upload-artifact@", StringComparison.Ordinal) == true)["with"]["path"];
        return (
            [.. steps.Select(step => Value(step, "run")).OfType<string>().SelectMany(Lines)],
            [.. Lines(artifacts.ToString())]);
    }

    private static string? Value(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? (value as YamlScalarNode)?.Value : null;

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static async Task<string> Run(string folder, params string[] arguments)
    {
        var (exitCode, output) = await Dotnet.Run(folder, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{output}");
        return output;
    }
}

using System.Text.Json;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Package.Tests;

/// <summary>The conformance cases, each a project that references the package, built in one go by the compiler of the SDK.</summary>
public sealed class PackageConformanceTests(Packages packages)
{
    [Fact]
    public async Task Every_case_gets_exactly_the_diagnostics_that_it_expects()
    {
        var names = ConformanceCases.Names.ToArray();
        foreach (var name in names)
        {
            await packages.NewProject(
                name,
                "<TargetFramework>net10.0</TargetFramework><ErrorLog>log.sarif,version=2.1</ErrorLog>",
                ["PlanAnalyzers"],
                ("Case.cs", ConformanceCases.Read(name)));
        }

        // A build that fails is what most of the cases are about, so one must not stop the others.
        await File.WriteAllTextAsync(Path.Combine(packages.Folder, "cases.proj"), $"""
            <Project>
              <ItemGroup>
                {string.Concat(names.Select(name => $"<Case Include=\"projects/{name}/{name}.csproj\" />"))}
              </ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(Case)" Targets="Restore" BuildInParallel="true" Properties="Step=Restore" /></Target>
              <Target Name="Build"><MSBuild Projects="@(Case)" Targets="Build" BuildInParallel="true" ContinueOnError="true" /></Target>
            </Project>
            """, TestContext.Current.CancellationToken);
        var (restored, restore) = await Dotnet.Run(packages.Folder, "msbuild", "cases.proj", "-t:Restore", "-m");
        Assert.True(restored == 0, restore);
        var (_, output) = await Dotnet.Run(packages.Folder, "msbuild", "cases.proj", "-t:Build", "-m");

        Assert.DoesNotContain("AD0001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8785", output, StringComparison.Ordinal);
        var wrong = new List<string>();
        foreach (var name in names)
        {
            var expected = ConformanceCases.Marks(ConformanceCases.Read(name)).Order().ToArray();
            var log = Path.Combine(packages.Folder, "projects", name, "log.sarif");
            var actual = File.Exists(log) ? (await Logged(log)).Distinct().Order().ToArray() : [(0, "not built")];
            if (!expected.SequenceEqual(actual))
            {
                wrong.Add($"{name}: expected {string.Join(", ", expected)}, got {string.Join(", ", actual)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong) + "\n" + output);
    }

    /// <summary>Every warning and error of the compilation, the compiler's own too.</summary>
    private static async Task<IEnumerable<(int Line, string Id)>> Logged(string path)
    {
        using var log = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        return
        [
            .. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Where(result => result.GetProperty("level").GetString() is "warning" or "error" && !result.TryGetProperty("suppressions", out _))
                .Select(result => (
                    result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32(),
                    result.GetProperty("ruleId").GetString()!)),
        ];
    }
}

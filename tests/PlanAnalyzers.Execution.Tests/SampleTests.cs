using System.Reflection;
using CliWrap;
using CliWrap.Buffered;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>Whatever project is in the folder of the samples, but for the one that is there to fail: it was built, and here it runs.</summary>
public sealed class SampleTests
{
    private static readonly string Configuration =
        typeof(SampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Configuration").Value!;

    public static TheoryData<string> Projects => [.. Directory
        .GetFiles(Repository.PathOf("samples"), "*.csproj", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.PathOf("samples"), path).Replace('\\', '/'))
        .Where(path => !path.StartsWith("BrokenPlans/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task Is_built_and_runs(string project)
    {
        var output = Repository.PathOf("samples", Path.GetDirectoryName(project)!, "bin", Configuration, "net10.0");
        var program = Path.Combine(output, Path.GetFileNameWithoutExtension(project) + ".dll");
        Assert.True(File.Exists(program), $"{program} is not there. Add the sample to the solution.");
        if (!File.Exists(Path.ChangeExtension(program, ".runtimeconfig.json")))
        {
            return; // A library, which the other samples of its folder use.
        }

        if (!File.Exists(Path.Combine(output, "PlanAnalyzers.Execution.dll")))
        {
            await Run(program); // It embeds a plan, and does with it what it likes.
            return;
        }

        Assert.Contains("Steps at a glance", await Run(program, "show"), StringComparison.Ordinal);
        Assert.Contains(
            "Every step was done, and after each the galaxy was in the state that the plan promises.",
            await Run(program, "simulate"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_samples_names_each()
    {
        var list = await File.ReadAllTextAsync(Repository.PathOf("samples", "README.md"), TestContext.Current.CancellationToken);
        Assert.All(
            Directory.GetDirectories(Repository.PathOf("samples")).Select(folder => Path.GetFileName(folder)),
            sample => Assert.Contains($"[{sample}]({sample})", list, StringComparison.Ordinal));
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var result = await Cli.Wrap(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
            .WithArguments([program, .. arguments])
            .WithWorkingDirectory(folder.Path)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{result.StandardOutput}{result.StandardError}");
        return result.StandardOutput;
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Package.Tests;

/// <summary>A plan as one file, for a machine that has neither internet nor .NET.</summary>
public sealed class SingleFileTests(Packages packages)
{
    [Fact]
    public async Task A_published_plan_is_one_file_that_runs_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64, "The file is made for linux-x64.");
        var folder = await packages.NewProject(
            "Single",
            "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><InvariantGlobalization>true</InvariantGlobalization>",
            ["PlanAnalyzers.Execution"],
            ("Program.cs", "return await Plant7Upgrade.RunAsync(args);\n"),
            ("Plan.cs", ConformanceCases.Read("valid-seed-procedure")));
        var (published, publish) = await Dotnet.Run(folder, "publish", "-r", "linux-x64", "--self-contained", "-p:PublishSingleFile=true", "-o", "published");
        Assert.True(published == 0, publish);

        var alone = Directory.CreateDirectory(Path.Combine(packages.Folder, "alone")).FullName;
        File.Move(Path.Combine(folder, "published", "Single"), Path.Combine(alone, "plan"));
        Directory.Delete(folder, recursive: true);

        Assert.Contains("Active - Partner not Upgraded", await Run(alone, "show"), StringComparison.Ordinal);
        await Run(alone, "run", "--driver", "simulator", "--journal", "day.journal");
        Assert.Contains("The journal is whole", await Run(alone, "status", "--verify", "--journal", "day.journal"), StringComparison.Ordinal);
        Assert.Contains("Nothing is left to do.", await Run(alone, "locate", "--driver", "simulator", "--journal", "day.journal"), StringComparison.Ordinal);
    }

    /// <summary>Runs it as an account that has nothing: no .NET, no path, and an empty home.</summary>
    private static async Task<string> Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, "plan"), arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["HOME"] = folder;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await output + await error);
        return await output;
    }
}

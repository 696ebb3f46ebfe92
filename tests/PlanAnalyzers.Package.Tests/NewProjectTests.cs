using System.Text.Json;
using System.Text.RegularExpressions;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Package.Tests;

/// <summary>What a user sees who makes a new project and references the packages.</summary>
public sealed partial class NewProjectTests(Packages packages)
{
    private const string Executable = "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>";

    private static readonly (string Name, string Text) Program = ("Program.cs", "return await Plant7Upgrade.RunAsync(args);\n");

    [Fact]
    public async Task A_good_plan_builds_and_runs()
    {
        var folder = await packages.NewProject(
            "Good", Executable, ["PlanAnalyzers.Execution"], Program, ("Plan.cs", ConformanceCases.Read("valid-seed-procedure")));

        var (built, build) = await Dotnet.Run(folder, "build");
        Assert.True(built == 0, build);
        Assert.Contains(" 0 Warning(s)", build, StringComparison.Ordinal);

        var (shown, show) = await Dotnet.Run(folder, "run", "--no-build");
        Assert.True(shown == 0, show);
        Assert.Contains("Active - Partner not Upgraded", show, StringComparison.Ordinal);
        Assert.Matches(@"E1b is Active, E1 is Standby - Ready\s*$", show);

        var (simulated, simulation) = await Dotnet.Run(folder, "run", "--no-build", "--", "simulate");
        Assert.True(simulated == 0, simulation);
        Assert.Matches(@"Failovers\s+1\b", simulation);
    }

    [Fact]
    public async Task The_project_that_the_README_shows_runs()
    {
        var readme = await File.ReadAllTextAsync(Repository.PathOf("README.md"), TestContext.Current.CancellationToken);
        var blocks = CodeBlock().Matches(readme).ToLookup(match => match.Groups["language"].Value, match => match.Groups["code"].Value);
        var (program, plan) = (blocks["csharp"].First(), blocks["csharp"].Last());
        var folder = await packages.NewProject("Readme", "", [], ("Readme.csproj", Assert.Single(blocks["xml"])), ("Plan.cs", plan), ("Program.cs", program));

        var (exitCode, output) = await Dotnet.Run(folder, "run");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Active - Partner not Upgraded", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_plan_fails_the_build_with_id_file_and_line_and_writes_them_as_SARIF()
    {
        var source = ConformanceCases.Read("order-both-partners-down");
        var (line, id) = ConformanceCases.Marks(source).Single();
        var folder = await packages.NewProject("Bad", Executable, ["PlanAnalyzers.Execution"], Program, ("Plan.cs", source));

        var (exitCode, output) = await Dotnet.Run(folder, "build", "-p:ErrorLog=plan.sarif");

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"Plan.cs({line},", output, StringComparison.Ordinal);
        Assert.Contains($": error {id}: Upgrade(P1) undeploys E1 while E1b is not there to take over", output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);

        using var log = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "plan.sarif"), TestContext.Current.CancellationToken));
        var result = Assert.Single(log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray(), item => item.GetProperty("ruleId").GetString() == id);
        var location = result.GetProperty("locations")[0].GetProperty("resultFile");
        Assert.EndsWith("Plan.cs", location.GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal(line, location.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public async Task A_plan_whose_errors_are_suppressed_builds_and_refuses_to_run()
    {
        var folder = await packages.NewProject(
            "Suppressed",
            Executable + "<NoWarn>$(NoWarn);UPG4006</NoWarn>",
            ["PlanAnalyzers.Execution"],
            Program,
            ("Plan.cs", ConformanceCases.Read("order-both-partners-down")));

        var (built, build) = await Dotnet.Run(folder, "build");
        Assert.True(built == 0, build);

        var (exitCode, output) = await Dotnet.Run(folder, "run", "--no-build", "--", "simulate");
        Assert.Equal(3, exitCode);
        Assert.Contains("UPG4006", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_for_netstandard_can_hold_a_plan()
    {
        // C# 7.3, without the execution package: the plan is embedded in another program.
        var source = ConformanceCases.Read("valid-minimal");
        var folder = await packages.NewProject(
            "Embedded",
            "<TargetFramework>netstandard2.0</TargetFramework><Nullable>disable</Nullable>",
            ["PlanAnalyzers"],
            ("Plan.cs", source),
            ("Use.cs", "public static class Use { public static bool Done() => Plant7Upgrade.CreateStateMachine().IsFinished; }\n"));

        var (exitCode, output) = await Dotnet.Run(folder, "build");
        Assert.True(exitCode == 0, output);
        Assert.Contains(" 0 Warning(s)", output, StringComparison.Ordinal);
    }

    [GeneratedRegex("^```(?<language>csharp|xml)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeBlock();
}

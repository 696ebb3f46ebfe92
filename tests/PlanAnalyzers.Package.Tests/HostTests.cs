using System.Text.RegularExpressions;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Package.Tests;

/// <summary>
/// Builds in which nobody looks at plans are told so. An older compiler and a project that takes no analyzers are played by projects that
/// consist of what the targets of the package look at.
/// </summary>
public sealed partial class HostTests(Packages packages)
{
    private const string Checked = "<Analyzer Include=\"PlanAnalyzers.Compiler.dll\" />";
    private const string Plan = "<Compile Include=\"plan.cs\" />";

    [Fact]
    public async Task A_compiler_below_the_floor_is_named()
    {
        string[] versions = ["roslyn3.11", "roslyn4.8", "roslyn4.13", "roslyn4.14", "roslyn5.0", "roslyn10.1", ""];
        var said = await Said(
            "buildTransitive", "PlanAnalyzersCheckCompiler", [.. versions.Select(version => ($"<CompilerApiVersion>{version}</CompilerApiVersion>", ""))]);
        Assert.Equal(
            new[] { "roslyn3.11", "roslyn4.8", "roslyn4.13", "" }.Select(version =>
                $"warning UPGCFG0003: The plans of this project are not checked: its compiler ('{version}') is older than 4.14"),
            said.Select(warning => warning[warning.IndexOf("warning", StringComparison.Ordinal)..warning.IndexOf(" and cannot", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_plan_without_analyzers_is_named_and_a_project_without_plans_is_left_alone() => Assert.Contains(
        "plan.cs : warning UPGCFG0004: The plan in this file is not checked",
        Assert.Single(await Said("buildTransitive", "PlanAnalyzersCheckAnalyzers", [("", Checked + Plan), ("", Plan), ("", "<Compile Include=\"other.cs;gone.cs\" />")])),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_packages_config_is_told_of() => Assert.Contains(
        "warning UPGCFG0004: The plans of this project are not checked: it references PlanAnalyzers in a packages.config",
        Assert.Single(await Said("build", "PlanAnalyzersCheckReference", [("", "")])),
        StringComparison.Ordinal);

    /// <summary>The warnings of a target of the package in projects with these properties and items, one after the other.</summary>
    private async Task<IEnumerable<string>> Said(string folder, string target, (string Properties, string Items)[] projects)
    {
        var here = Directory.CreateDirectory(Path.Combine(packages.Folder, "hosts", target)).FullName;
        await File.WriteAllTextAsync(Path.Combine(here, "plan.cs"), ConformanceCases.Read("valid-minimal"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(here, "other.cs"), "class Other { PlanAnalyzers.Plan? plan; }", TestContext.Current.CancellationToken);
        foreach (var (index, (properties, items)) in projects.Index())
        {
            await File.WriteAllTextAsync(Path.Combine(here, $"{index}.proj"), $"""
                <Project>
                  <PropertyGroup><Language>C#</Language>{properties}</PropertyGroup>
                  <ItemGroup>{items}</ItemGroup>
                  <Import Project="{Repository.PathOf("src", "PlanAnalyzers", folder, "PlanAnalyzers.targets")}" />
                </Project>
                """, TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(
            Path.Combine(here, "all.proj"),
            $"<Project><Target Name=\"All\">{string.Concat(projects.Index().Select(project => $"<MSBuild Projects=\"{project.Index}.proj\" Targets=\"{target}\" />"))}</Target></Project>",
            TestContext.Current.CancellationToken);
        var (exitCode, output) = await Dotnet.Run(here, "msbuild", "all.proj", "-nologo");
        Assert.True(exitCode == 0, output);
        return Warning().Matches(output).Select(warning => warning.Value.Trim());
    }

    [GeneratedRegex("^.*warning.*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Warning();
}

using System.IO.Compression;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Package.Tests;

/// <summary>Exactly what a user gets.</summary>
public sealed class PackageContentTests(Packages packages)
{
    [Fact]
    public void The_library_package_holds_library_model_analyzer_fixes_presets_and_documentation()
    {
        var pages = Directory.GetFiles(Repository.PathOf("docs"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));
        Assert.Equal(
            [
                "LICENSE",
                "README.md",
                "analyzers/dotnet/cs/PlanAnalyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/PlanAnalyzers.Compiler.dll",
                "analyzers/dotnet/cs/PlanAnalyzers.Model.dll",
                "buildTransitive/PlanAnalyzers.targets",
                "buildTransitive/config/default.globalconfig",
                "buildTransitive/config/strict.globalconfig",
                .. pages.Order(StringComparer.Ordinal),
                "lib/netstandard2.0/PlanAnalyzers.Model.dll",
                "lib/netstandard2.0/PlanAnalyzers.Model.xml",
                "lib/netstandard2.0/PlanAnalyzers.dll",
                "lib/netstandard2.0/PlanAnalyzers.xml",
            ],
            Content("PlanAnalyzers"));
    }

    [Fact]
    public void The_execution_package_holds_the_run_time_and_depends_on_the_library_with_its_analyzers()
    {
        Assert.Equal(
            [
                "LICENSE",
                "README.md",
                "buildTransitive/PlanAnalyzers.Execution.props",
                "lib/net10.0/PlanAnalyzers.Execution.dll",
                "lib/net10.0/PlanAnalyzers.Execution.xml",
            ],
            Content("PlanAnalyzers.Execution"));
        Assert.Contains(
            $"<dependency id=\"PlanAnalyzers\" version=\"{Packages.Version}\" include=\"All\" />",
            Manifest("PlanAnalyzers.Execution"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_package_holds_a_tool_with_all_that_it_needs_but_the_framework() => Assert.Equal(
        [
            "LICENSE",
            "README.md",
            .. new[]
            {
                "CsvHelper.dll", "DotnetToolSettings.xml", "PlanAnalyzers.Model.dll", "PlanAnalyzers.Model.pdb", "PlanAnalyzers.Sites.dll", "PlanAnalyzers.Sites.pdb",
                "PlanAnalyzers.Tool.deps.json", "PlanAnalyzers.Tool.dll", "PlanAnalyzers.Tool.pdb", "PlanAnalyzers.Tool.runtimeconfig.json", "System.CommandLine.dll",
            }.Select(file => "tools/net10.0/any/" + file),
        ],
        Content("PlanAnalyzers.Tool"));

    private static bool IsOfThePackageFormat(string name) =>
        name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal)
        || name.EndsWith(".nuspec", StringComparison.Ordinal) || name == "[Content_Types].xml";

    private IEnumerable<string> Content(string package)
    {
        using var archive = ZipFile.OpenRead(PathOf(package));
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name => !IsOfThePackageFormat(name)).Order(StringComparer.Ordinal)];
    }

    private string Manifest(string package)
    {
        using var archive = ZipFile.OpenRead(PathOf(package));
        using var reader = new StreamReader(archive.GetEntry(package + ".nuspec")!.Open());
        return reader.ReadToEnd();
    }

    private string PathOf(string package) => Path.Combine(packages.Feed, $"{package}.{Packages.Version}.nupkg");
}

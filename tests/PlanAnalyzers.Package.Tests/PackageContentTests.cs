using System.IO.Compression;
using System.Reflection.PortableExecutable;
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
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/CsvHelper.dll",
                "analyzers/dotnet/cs/Microsoft.Bcl.AsyncInterfaces.dll",
                "analyzers/dotnet/cs/Microsoft.Bcl.HashCode.dll",
                "analyzers/dotnet/cs/PlanAnalyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/PlanAnalyzers.Compiler.dll",
                "analyzers/dotnet/cs/PlanAnalyzers.Model.dll",
                "analyzers/dotnet/cs/PlanAnalyzers.Sites.dll",
                "build/PlanAnalyzers.targets",
                "buildTransitive/PlanAnalyzers.targets",
                "buildTransitive/config/default.globalconfig",
                "buildTransitive/config/strict.globalconfig",
                .. pages.Order(StringComparer.Ordinal),
                "icon.png",
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
                "icon.png",
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
            "THIRD-PARTY-NOTICES.txt",
            "icon.png",
            .. new[]
            {
                "CsvHelper.dll", "DotnetToolSettings.xml", "PlanAnalyzers.Model.dll", "PlanAnalyzers.Model.pdb", "PlanAnalyzers.Sites.dll", "PlanAnalyzers.Sites.pdb",
                "PlanAnalyzers.Tool.deps.json", "PlanAnalyzers.Tool.dll", "PlanAnalyzers.Tool.pdb", "PlanAnalyzers.Tool.runtimeconfig.json", "System.CommandLine.dll",
            }.Select(file => "tools/net10.0/any/" + file),
        ],
        Content("PlanAnalyzers.Tool"));

    [Fact]
    public void The_template_package_holds_the_files_of_the_template_those_with_a_dot_too() => Assert.Equal(
        [
            "LICENSE",
            "README.md",
            .. new[]
            {
                ".editorconfig", ".github/workflows/plan.yml", ".gitignore", ".template.config/dotnetcli.host.json", ".template.config/template.json",
                "Plant1.cs", "Plant1Upgrade.cs", "Program.cs", "README.md", "UpgradePlan1.csproj",
            }.Select(file => "content/upgrade-plan/" + file),
            "icon.png",
        ],
        Content("PlanAnalyzers.Templates"));

    [Fact]
    public void The_symbols_of_every_assembly_are_in_the_packages_for_symbol_servers()
    {
        Assert.Equal(
            [
                "lib/netstandard2.0/PlanAnalyzers.CodeFixes.pdb",
                "lib/netstandard2.0/PlanAnalyzers.Compiler.pdb",
                "lib/netstandard2.0/PlanAnalyzers.Model.pdb",
                "lib/netstandard2.0/PlanAnalyzers.Sites.pdb",
                "lib/netstandard2.0/PlanAnalyzers.pdb",
            ],
            Content("PlanAnalyzers", "snupkg"));
        Assert.Equal(["lib/net10.0/PlanAnalyzers.Execution.pdb"], Content("PlanAnalyzers.Execution", "snupkg"));
    }

    [Theory]
    [InlineData("PlanAnalyzers")]
    [InlineData("PlanAnalyzers.Execution")]
    [InlineData("PlanAnalyzers.Templates")]
    [InlineData("PlanAnalyzers.Tool")]
    public void A_gallery_gets_what_it_shows(string package)
    {
        var manifest = Manifest(package);
        Assert.Contains("<license type=\"expression\">MIT</license>", manifest, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", manifest, StringComparison.Ordinal);
        Assert.Contains("<icon>icon.png</icon>", manifest, StringComparison.Ordinal);
        Assert.Contains("<repository type=\"git\"", manifest, StringComparison.Ordinal);
    }

    /// <summary>A reproducible build leaves a mark in each assembly, and without it a hash instead of a time means nothing.</summary>
    [Theory]
    [InlineData("PlanAnalyzers", 6)]
    [InlineData("PlanAnalyzers.Execution", 1)]
    [InlineData("PlanAnalyzers.Tool", 3)]
    public void Every_assembly_is_made_reproducibly(string package, int assemblies)
    {
        using var archive = ZipFile.OpenRead(PathOf(package));
        var entries = archive.Entries.Where(entry => entry.Name.StartsWith("PlanAnalyzers", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal)).ToArray();
        Assert.Equal(assemblies, entries.Length);
        Assert.All(entries, entry =>
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
            {
                stream.CopyTo(content);
            }

            content.Position = 0;
            using var assembly = new PEReader(content);
            Assert.Contains(assembly.ReadDebugDirectory(), item => item.Type == DebugDirectoryEntryType.Reproducible);
        });
    }

    private static bool IsOfThePackageFormat(string name) =>
        name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal)
        || name.EndsWith(".nuspec", StringComparison.Ordinal) || name == "[Content_Types].xml";

    private IEnumerable<string> Content(string package, string extension = "nupkg")
    {
        using var archive = ZipFile.OpenRead(PathOf(package, extension));
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name => !IsOfThePackageFormat(name)).Order(StringComparer.Ordinal)];
    }

    private string Manifest(string package)
    {
        using var archive = ZipFile.OpenRead(PathOf(package));
        using var reader = new StreamReader(archive.GetEntry(package + ".nuspec")!.Open());
        return reader.ReadToEnd();
    }

    private string PathOf(string package, string extension = "nupkg") => Path.Combine(packages.Feed, $"{package}.{Packages.Version}.{extension}");
}

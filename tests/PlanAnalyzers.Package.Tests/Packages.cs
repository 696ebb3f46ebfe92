using System.Reflection;
using PlanAnalyzers.Package.Tests;
using PlanAnalyzers.Tests.Shared;

[assembly: AssemblyFixture(typeof(Packages))]

namespace PlanAnalyzers.Package.Tests;

/// <summary>Our packages, made once, and a place outside of the repository for projects that reference them.</summary>
public sealed class Packages : IAsyncLifetime
{
    /// <summary>A new folder outside of the repository; it is deleted at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("plananalyzers-").FullName;

    /// <summary>Where the packages are.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>A configuration of NuGet for what needs our packages and no others.</summary>
    public string OnlyOurs => Path.Combine(Folder, "only-ours.config");

    public static string Version => Metadata("PackageVersion");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        foreach (var project in new[] { "PlanAnalyzers", "PlanAnalyzers.Execution", "PlanAnalyzers.Templates", "PlanAnalyzers.Tool" })
        {
            var (exitCode, output) = await Dotnet.Run(
                Repository.PathOf("src", project),
                "pack", "--no-build", "--configuration", Metadata("Configuration"), "--output", Feed);
            Assert.True(exitCode == 0, output);
        }

        // An empty package cache of its own, so that no package of ours from an earlier run is used. What others made comes from the
        // user's cache where it is there, and else from the sources that the user has configured.
        await File.WriteAllTextAsync(Path.Combine(Folder, "nuget.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="cache" />
              </config>
              <fallbackPackageFolders>
                <add key="user" value="{Metadata("PackagesFolder")}" />
              </fallbackPackageFolders>
              <packageSources>
                <add key="here" value="feed" />
              </packageSources>
            </configuration>
            """);

        await File.WriteAllTextAsync(OnlyOurs, """
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="cache" />
              </config>
              <packageSources>
                <clear />
                <add key="here" value="feed" />
              </packageSources>
            </configuration>
            """);

        // Nothing of this repository's build may reach the projects, wherever the temporary folder is.
        foreach (var stop in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            await File.WriteAllTextAsync(Path.Combine(Folder, stop), "<Project />");
        }

        await File.WriteAllTextAsync(Path.Combine(Folder, ".editorconfig"), "root = true\n");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return default;
    }

    /// <summary>A new project in a folder of its own, with the packages that it references.</summary>
    /// <returns>The folder.</returns>
    public async Task<string> NewProject(string name, string properties, string[] packages, params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "projects", name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(packages.Select(package => $"<PackageReference Include=\"{package}\" Version=\"{Version}\" />"))}
              </ItemGroup>
            </Project>
            """);
        foreach (var (file, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file), text);
        }

        return folder;
    }

    private static string Metadata(string key) =>
        typeof(Packages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}

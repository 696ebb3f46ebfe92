namespace PlanAnalyzers.Package.Tests;

/// <summary>Projects of a user that are built in one go, since each start of dotnet costs seconds.</summary>
internal static class ProjectGroup
{
    /// <summary>Builds projects that were made before. A build that fails is what many of them are about, so one does not stop the others.</summary>
    /// <returns>What the builds wrote.</returns>
    public static async Task<string> Build(Packages packages, string group, IEnumerable<string> names)
    {
        var file = group + ".proj";
        await File.WriteAllTextAsync(Path.Combine(packages.Folder, file), $"""
            <Project>
              <ItemGroup>
                {string.Concat(names.Select(name => $"<Case Include=\"projects/{name}/{name}.csproj\" />"))}
              </ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(Case)" Targets="Restore" BuildInParallel="true" Properties="Step=Restore" /></Target>
              <Target Name="Build"><MSBuild Projects="@(Case)" Targets="Build" BuildInParallel="true" ContinueOnError="true" /></Target>
            </Project>
            """, TestContext.Current.CancellationToken);
        var (restored, restore) = await Dotnet.Run(packages.Folder, "msbuild", file, "-t:Restore", "-m");
        Assert.True(restored == 0, restore);
        var (_, output) = await Dotnet.Run(packages.Folder, "msbuild", file, "-t:Build", "-m");

        Assert.DoesNotContain("AD0001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8785", output, StringComparison.Ordinal);
        return output;
    }
}

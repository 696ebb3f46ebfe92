using System.Text.Json;

namespace PlanAnalyzers.Package.Tests;

/// <summary>What the compiler said of a project, as the file says that it was told to write with <see cref="Property"/>.</summary>
internal static class CompilerLog
{
    /// <summary>The project's property that has the file written.</summary>
    public const string Property = "<ErrorLog>log.sarif,version=2.1</ErrorLog>";

    /// <summary>Every result of the compilation, the compiler's own too; <see langword="null"/> where it was not compiled.</summary>
    /// <param name="packages">Where the project was made.</param>
    /// <param name="name">Its name.</param>
    public static async Task<(int Line, string Id, string Level, bool Suppressed)[]?> Read(Packages packages, string name)
    {
        var path = Path.Combine(packages.Folder, "projects", name, "log.sarif");
        if (!File.Exists(path))
        {
            return null;
        }

        using var log = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        return
        [
            .. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result => (
                result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32(),
                result.GetProperty("ruleId").GetString()!,
                result.GetProperty("level").GetString()!,
                result.TryGetProperty("suppressions", out _))),
        ];
    }
}

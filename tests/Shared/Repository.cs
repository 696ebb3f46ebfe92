using System.Reflection;

namespace PlanAnalyzers.Tests.Shared;

/// <summary>Where this repository's files are; the project files say it, since a deterministic build maps the paths of the sources.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "RepositoryRoot").Value!);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}

using System.Text.RegularExpressions;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Package.Tests;

/// <summary>The fixes as a real client applies them: <c>dotnet format</c>, on a project that references the packages.</summary>
public sealed partial class FormatTests(Packages packages)
{
    /// <summary>What the file says cannot be mended without its author.</summary>
    private static readonly string[] OnlyTheAuthorKnows = ["NotKnownAtCompileTime.cs", "OneNodeTwice.cs"];

    [Fact]
    public async Task The_broken_plans_are_mended_and_then_build()
    {
        var files = Directory.GetFiles(Repository.PathOf("samples", "BrokenPlans"), "*.cs")
            .Select(path => (Name: Path.GetFileName(path), Text: File.ReadAllText(path)))
            .Where(file => !OnlyTheAuthorKnows.Contains(file.Name))
            .ToArray();
        var folder = await packages.NewProject("Mended", "<TargetFramework>net10.0</TargetFramework>", ["PlanAnalyzers"], files);
        var (before, broken) = await Dotnet.Run(folder, "build");
        Assert.NotEqual(0, before);
        Assert.True(Ids(broken).Distinct().Count() >= 15, broken);

        var (formatted, format) = await Dotnet.Run(folder, "format", "analyzers", "--severity", "warn", "--no-restore", "--verbosity", "diagnostic");
        Assert.True(formatted == 0, format);

        var (after, output) = await Dotnet.Run(folder, "build", "--no-incremental");
        Assert.True(after == 0 && !Ids(output).Any(), $"{output}\n{format}");

        var (verified, nothing) = await Dotnet.Run(folder, "format", "analyzers", "--severity", "warn", "--no-restore", "--verify-no-changes");
        Assert.True(verified == 0, nothing);
    }

    private static IEnumerable<string> Ids(string output) => Diagnostic().Matches(output).Select(match => match.Value);

    [GeneratedRegex("(error|warning) UPG[0-9]{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Diagnostic();
}

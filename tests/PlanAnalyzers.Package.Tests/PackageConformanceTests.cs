using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Package.Tests;

/// <summary>The conformance cases, each a project that references the package, built in one go by the compiler of the SDK.</summary>
public sealed class PackageConformanceTests(Packages packages)
{
    [Fact]
    public async Task Every_case_gets_exactly_the_diagnostics_that_it_expects()
    {
        var names = ConformanceCases.Names.ToArray();
        foreach (var name in names)
        {
            await packages.NewProject(
                name,
                "<TargetFramework>net10.0</TargetFramework>" + CompilerLog.Property,
                ["PlanAnalyzers"],
                ("Case.cs", ConformanceCases.Read(name)));
        }

        var output = await ProjectGroup.Build(packages, "cases", names);

        var wrong = new List<string>();
        foreach (var name in names)
        {
            var expected = ConformanceCases.Marks(ConformanceCases.Read(name)).Order().ToArray();
            var actual = await CompilerLog.Read(packages, name) is { } log
                ? log.Where(result => result.Level is "warning" or "error" && !result.Suppressed)
                    .Select(result => (result.Line, result.Id)).Distinct().Order().ToArray()
                : [(0, "not built")];
            if (!expected.SequenceEqual(actual))
            {
                wrong.Add($"{name}: expected {string.Join(", ", expected)}, got {string.Join(", ", actual)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong) + "\n" + output);
    }
}

using System.Text.RegularExpressions;
using PlanAnalyzers.Compiler.Analysis;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests.Analysis;

/// <summary>The hints of other analyzers that are silenced. What they do in a build is tested with the packages.</summary>
public sealed partial class MisleadingHintsTests
{
    [Fact]
    public void The_documentation_lists_each_with_what_it_silences()
    {
        var documented = Row().Matches(File.ReadAllText(Repository.PathOf("docs", "configuration.md")))
            .Select(row => (row.Groups["id"].Value, row.Groups["silenced"].Value));

        Assert.Equal(
            new MisleadingHints().SupportedSuppressions.Select(suppression => (suppression.Id, suppression.SuppressedDiagnosticId)),
            documented);
    }

    [GeneratedRegex(@"^\| `(?<id>UPGSPR\d{4})` \| `(?<silenced>\w+)`", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}

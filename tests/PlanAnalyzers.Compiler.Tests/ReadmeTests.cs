using System.Text.RegularExpressions;
using System.Xml.Linq;
using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Model;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests;

/// <summary>What the README shows is what a user gets.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = Repository.PathOf("README.md");

    [Fact]
    public void The_list_of_rules_is_that_of_the_rule_table() => GeneratedText.BlockIs(
        Readme,
        "\n| Rule | Severity | |\n|---|---|---|\n" + string.Concat(RuleTable.All.Select(rule =>
            $"| [{rule.Id}](docs/rules/{rule.Id}.md) | {rule.Severity} | {rule.Title} |\n")) + "\n");

    [Fact]
    public async Task The_plan_and_the_program_compile_without_a_diagnostic()
    {
        var blocks = CodeBlock().Matches(GeneratedText.Read(Readme)).Select(match => match.Groups["code"].Value).ToArray();
        var (plan, program) = (Assert.Single(blocks, block => block.Contains("[Galaxy]", StringComparison.Ordinal)), Assert.Single(blocks, block => block.Contains("RunAsync", StringComparison.Ordinal)));
        await Marked.Verify(plan, $"static class Program {{ static async System.Threading.Tasks.Task<int> Main2(string[] args) {{ {program} }} }}");
    }

    [Fact]
    public async Task The_picture_shows_the_message_that_the_editor_shows()
    {
        var picture = XDocument.Load(Repository.PathOf("docs", "images", "squiggle.svg")).Descendants().Where(element => element.Name.LocalName == "text").ToArray();
        var lines = picture.Where(line => line.Attribute("class") is null).Select(line => line.Value).ToArray();
        var code = string.Concat(lines.Where(line => line.StartsWith("static", StringComparison.Ordinal) || line.StartsWith('.')));
        var shown = string.Join(' ', picture.Where(line => (string?)line.Attribute("class") == "message").Select(line => line.Value));

        var found = await TestProject.Of(Marked.Plant7, Marked.PlanHead + $"{{ {code}.CascadeDeploy(P1); }}").AnalyzerDiagnostics();

        var diagnostic = Assert.Single(found);
        Assert.Equal(shown, diagnostic.GetMessage(null));
        Assert.Contains(lines, line => line.Contains(diagnostic.Id, StringComparison.Ordinal) && line.Contains(diagnostic.Descriptor.Title.ToString(null), StringComparison.Ordinal));
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeBlock();
}

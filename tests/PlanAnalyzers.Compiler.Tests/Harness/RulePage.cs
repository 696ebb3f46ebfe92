using System.Text.RegularExpressions;
using PlanAnalyzers.Model;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>The page of a rule under <c>docs/rules</c>.</summary>
internal sealed partial class RulePage
{
    private const string ReadingChosen = "Reading chosen";

    private static readonly string[] Required =
        ["When it fires", "Why", "Wrong plan", "Right plan", "How to fix", ReadingChosen, "Known limits", "Configuration"];

    private readonly (string Title, string Text)[] sections;

    private RulePage(string id)
    {
        Path = PathOf(id);
        Assert.True(File.Exists(Path), $"Write {Path}; {GeneratedText.UpdateVariable}=1 fills in its header only.");
        sections =
        [
            .. GeneratedText.Read(Path).Split("\n## ").Skip(1)
                .Select(section => section.Split('\n', 2))
                .Select(parts => (parts[0], parts[^1].Trim())),
        ];
    }

    public static string Folder => Repository.PathOf("docs", "rules");

    public string Path { get; }

    /// <summary>The page of a rule, which must exist.</summary>
    public static RulePage Of(string id) => new(id);

    public static string PathOf(string id) => System.IO.Path.Combine(Folder, id + ".md");

    /// <summary>The text of a section.</summary>
    public string this[string section] => sections.Single(candidate => candidate.Title == section).Text;

    /// <summary>The complete C# file in a section.</summary>
    public string Code(string section) => CodeBlock().Match(this[section]).Groups["code"].Value;

    /// <summary>Requires all sections in their order, none of them empty; only the reading chosen may be left out.</summary>
    public void HasItsSections()
    {
        var titles = sections.Select(section => section.Title).ToArray();
        Assert.Equal(titles.Contains(ReadingChosen) ? Required : Required.Where(title => title != ReadingChosen), titles);
        Assert.All(sections, section => Assert.True(section.Text.Length > 0, $"{Path}: '{section.Title}' is empty."));
        Assert.All(["Wrong plan", "Right plan"], section => Assert.Single(CodeBlock().Matches(this[section])));
    }

    /// <summary>What stands between the markers of a rule's page.</summary>
    public static string Header(Rule rule) =>
        $"""

        | Severity | Category | Evidence |
        |---|---|---|
        | {rule.Severity} | `PlanAnalyzers.{rule.Category}` | {rule.Evidence ?? "none: a rule about writing C#"} |

        {rule.Why}


        """.ReplaceLineEndings("\n");

    [GeneratedRegex(
        "^```csharp\n(?<code>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeBlock();
}

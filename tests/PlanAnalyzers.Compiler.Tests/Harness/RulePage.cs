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

    /// <summary>What an export is called on the pages, which says by its name whose it is.</summary>
    public const string ExportName = "Plant7.galaxy.csv";

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

    /// <summary>The project of a section: the C# file, and beside it the export of the galaxy's site where one is shown.</summary>
    public TestProject Project(string section, string head = "") =>
        Export(section) is { } export ? TestProject.Of(head + Code(section)).WithFiles((ExportName, null, export)) : TestProject.Of(head + Code(section));

    /// <summary>The export of the galaxy's site in a section, if there is one.</summary>
    public string? Export(string section) => ExportBlock().Match(this[section]) is { Success: true } match ? match.Groups["export"].Value : null;

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

    [GeneratedRegex(
        "^```csv\n(?<export>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExportBlock();
}

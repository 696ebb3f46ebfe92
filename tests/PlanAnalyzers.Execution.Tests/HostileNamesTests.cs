using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>Names come from a site's data and must not turn into markup, syntax or commands to the terminal.</summary>
public partial class HostileNamesTests
{
    private static readonly string[][] Commands =
    [
        [],
        ["show", "--changes"],
        ["simulate"],
        ["simulate", "--fail", "8"],
        ["export", "--format", "markdown"],
        ["export", "--format", "mermaid"],
        ["export", "--format", "json"],
        ["--help"],
        ["--version"],
    ];

    [Fact]
    public async Task Plain_output_has_no_control_characters_and_no_line_more()
    {
        foreach (var command in Commands)
        {
            var (hostile, harmless) = (await Executable.RunAsync(Plans.VendorWithHostileNodes, command), await Executable.RunAsync(Plans.Vendor, command));

            Assert.Equal(harmless.ExitCode, hostile.ExitCode);
            Assert.Equal(Kinds(harmless), Kinds(hostile));
            Assert.DoesNotContain(hostile.Out, IsControl);
            Assert.DoesNotContain(hostile.Error, IsControl);
        }
    }

    [Fact]
    public async Task Plain_reports_show_the_names_as_they_are()
    {
        foreach (var command in Commands.Take(4))
        {
            Assert.Contains(SafeText.Of("AOS02" + Plans.Hostile), (await Executable.RunAsync(Plans.VendorWithHostileNodes, command)).Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rich_reports_show_the_names_as_they_are_and_colour_nothing_with_them()
    {
        foreach (var command in Commands.Take(4))
        {
            var (hostile, harmless) = (await Executable.RunRichAsync(Plans.VendorWithHostileNodes, command), await Executable.RunRichAsync(Plans.Vendor, command));

            Assert.Equal(harmless.ExitCode, hostile.ExitCode);
            Assert.Contains('\u001b', hostile.Out);
            Assert.Equal(Styles().Matches(harmless.Out).Select(style => style.Value).Distinct().Order(), Styles().Matches(hostile.Out).Select(style => style.Value).Distinct().Order());
            var text = Styles().Replace(hostile.Out, "");
            Assert.DoesNotContain(text, IsControl);
            Assert.Contains(SafeText.Of("AOS02" + Plans.Hostile), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Markdown_has_the_names_as_text_and_no_markup_of_theirs()
    {
        var markdown = MarkdownRunbook.Of(Plans.VendorWithHostileNodes);

        Assert.Contains(SafeText.Of("AOS02" + Plans.Hostile), MarkdownEscapes().Replace(markdown, "${mark}"), StringComparison.Ordinal);

        // What is left when the escaped characters are gone is only markup that the runbook means.
        var meant = MarkdownEscapes().Replace(markdown, "").Replace("- [ ] ", "", StringComparison.Ordinal);
        Assert.DoesNotContain(meant, character => "[]<>`~$@&!".Contains(character, StringComparison.Ordinal));
        Assert.All(meant.Split('\n'), line => Assert.True(line.Count(character => character == '|') is 0 or 3, line));
        Assert.All(meant.Split('\n'), line => Assert.True(line.LastIndexOf('#') <= 1 && line.Split("**").Length is 1 or 3, line));
    }

    [Fact]
    public void Mermaid_has_the_names_as_text_and_no_syntax_of_theirs()
    {
        foreach (var line in MermaidDiagram.Of(Plans.VendorWithHostileNodes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            Assert.Matches(MermaidLine(), line);
        }

        var text = MermaidEntities().Replace(
            MermaidDiagram.Of(Plans.VendorWithHostileNodes),
            entity => ((char)int.Parse(entity.Groups["number"].Value, CultureInfo.InvariantCulture)).ToString());
        Assert.Contains(SafeText.Of("AOS02" + Plans.Hostile), text, StringComparison.Ordinal);
    }

    /// <summary>What each line is; what stands in it may differ.</summary>
    private static IEnumerable<string> Kinds(Executable executable) =>
        executable.Out.Split('\n')
            .Select(line => LineStart().Match(line).Value)
            .Select(start => start.All(character => character is '-' or '=') ? "rule" : start);

    private static bool IsControl(char character) =>
        character != '\n'
        && char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex(@"^\s*\S{0,3}", RegexOptions.NonBacktracking)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"\u001b\[[0-9;]*m", RegexOptions.NonBacktracking)]
    private static partial Regex Styles();

    [GeneratedRegex(@"\\(?<mark>[!-/:-@[-`{-~])", RegexOptions.NonBacktracking)]
    private static partial Regex MarkdownEscapes();

    [GeneratedRegex("#(?<number>[0-9]+);", RegexOptions.NonBacktracking)]
    private static partial Regex MermaidEntities();

    [GeneratedRegex(
        "^    (?:classDef [a-z]+ [a-z0-9:#,]+|[a-z0-9]+\\[\"(?:[A-Za-z0-9 ,:()/]|#[0-9]+;|<br/>)+\"\\]:::[a-z]+"
        + "|[a-z0-9]+ --> (?:\\|\"(?:[A-Za-z0-9 ,:()/]|#[0-9]+;|<br/>)+\"\\| )?[a-z0-9]+)$",
        RegexOptions.NonBacktracking)]
    private static partial Regex MermaidLine();
}

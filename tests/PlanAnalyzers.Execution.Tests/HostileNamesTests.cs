using System.Globalization;
using System.Text.RegularExpressions;
using PlanAnalyzers.Model;

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
        ["export", "--format", "html"],
        ["export", "--format", "json"],
        ["--help"],
        ["--version"],
    ];

    /// <summary>Plans with hostile names of the site's nodes, and with hostile titles, works and roles of the plan's author.</summary>
    public static TheoryData<string> Hostiles => ["VendorWithHostileNodes", "ParallelWithHostileTitles"];

    [Theory]
    [MemberData(nameof(Hostiles))]
    public async Task Plain_output_has_no_control_characters_and_no_line_more(string name)
    {
        foreach (var command in Commands)
        {
            var (hostile, harmless) = (await Executable.RunAsync(Plans.Get(name), command), await Executable.RunAsync(HarmlessFor(name), command));

            Assert.Equal(harmless.ExitCode, hostile.ExitCode);
            Assert.Equal(Kinds(harmless), Kinds(hostile));
            Assert.DoesNotContain(hostile.Out, IsControl);
            Assert.DoesNotContain(hostile.Error, IsControl);
        }
    }

    /// <summary>Beyond the first 65,536 characters there are invisible ones too, which could hide a text in another.</summary>
    [Fact]
    public void What_cannot_be_seen_is_written_as_its_number()
    {
        Assert.Equal("P1\\U000E0041x", SafeText.Of("P1\U000E0041x"));
        Assert.Equal("\\uDC41P1\\uD83D", SafeText.Of("\udc41P1\ud83d"));
        Assert.Equal("Pump \U0001F600 Ä 水", SafeText.Of("Pump \U0001F600 Ä 水"));
    }

    [Theory]
    [MemberData(nameof(Hostiles))]
    public async Task Plain_reports_show_the_names_as_they_are(string name)
    {
        foreach (var command in Commands.Take(4))
        {
            var shown = (await Executable.RunAsync(Plans.Get(name), command)).Out;
            Assert.All(TextsOf(name, command), text => Assert.Contains(SafeText.Of(text + Plans.Hostile), shown, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Hostiles))]
    public async Task Rich_reports_show_the_names_as_they_are_and_colour_nothing_with_them(string name)
    {
        foreach (var command in Commands.Take(4))
        {
            var (hostile, harmless) = (await Executable.RunRichAsync(Plans.Get(name), command), await Executable.RunRichAsync(HarmlessFor(name), command));

            Assert.Equal(harmless.ExitCode, hostile.ExitCode);
            Assert.Contains('\u001b', hostile.Out);
            Assert.Equal(Styles().Matches(harmless.Out).Select(style => style.Value).Distinct().Order(), Styles().Matches(hostile.Out).Select(style => style.Value).Distinct().Order());
            var text = Styles().Replace(hostile.Out, "");
            Assert.DoesNotContain(text, IsControl);
            Assert.All(TextsOf(name, command), one => Assert.Contains(SafeText.Of(one + Plans.Hostile), text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Hostiles))]
    public async Task Runs_show_names_and_the_operators_words_as_they_are(string name)
    {
        using var folder = new TemporaryFolder();
        var journal = folder.File("run.journal");
        string[][] commands =
        [
            ["run", "--driver", "simulator", "--fault", "8=false-failure", "--operator", "Ada" + Plans.Hostile],
            ["resume", "--done", "8", "--reason", "seen" + Plans.Hostile],
            ["status", "--verify"],
        ];
        foreach (var command in commands)
        {
            string[] args = [.. command, "--journal", journal];
            var executable = command[0] == "run" ? await Executable.RunRichAsync(Plans.Get(name), args) : await Executable.RunAsync(Plans.Get(name), args);
            var text = Styles().Replace(executable.Out, "");
            Assert.Equal(command[0] == "run" ? ExitCode.RunFailed : ExitCode.Done, executable.ExitCode);
            Assert.DoesNotContain(text, IsControl);
            if (command[0] != "resume")
            {
                Assert.All(TextsOf(name, "simulate"), one => Assert.Contains(SafeText.Of(one + Plans.Hostile), text, StringComparison.Ordinal));
                Assert.Contains(SafeText.Of("Ada" + Plans.Hostile), text, StringComparison.Ordinal);
            }
        }

        Assert.Contains(
            SafeText.Of("as the operator says: seen" + Plans.Hostile),
            (await Executable.RunAsync(Plans.Get(name), "status", "--journal", journal)).Out,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostiles))]
    public void Markdown_has_the_names_as_text_and_no_markup_of_theirs(string name)
    {
        var markdown = MarkdownRunbook.Of(Plans.Get(name));

        var text = MarkdownEscapes().Replace(markdown, "${mark}");
        Assert.All(TextsOf(name), one => Assert.Contains(SafeText.Of(one + Plans.Hostile), text, StringComparison.Ordinal));

        // What is left when the escaped characters are gone is only markup that the runbook means.
        var meant = MarkdownEscapes().Replace(markdown, "").Replace("- [ ] ", "", StringComparison.Ordinal);
        Assert.DoesNotContain(meant, character => "[]<>`~$@&!".Contains(character, StringComparison.Ordinal));
        Assert.All(meant.Split('\n'), line => Assert.True(line.Count(character => character == '|') is 0 or 3, line));
        Assert.All(meant.Split('\n'), line => Assert.True(!HeadingMark().Replace(line, "").Contains('#', StringComparison.Ordinal) && line.Split("**").Length is 1 or 3, line));
    }

    [Theory]
    [MemberData(nameof(Hostiles))]
    public void Mermaid_has_the_names_as_text_and_no_syntax_of_theirs(string name)
    {
        foreach (var line in MermaidDiagram.Of(Plans.Get(name)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            Assert.Matches(MermaidLine(), line);
        }

        var text = MermaidEntities().Replace(
            MermaidDiagram.Of(Plans.Get(name)),
            entity => ((char)int.Parse(entity.Groups["number"].Value, CultureInfo.InvariantCulture)).ToString());
        Assert.All(TextsOf(name), one => Assert.Contains(SafeText.Of(one + Plans.Hostile), text, StringComparison.Ordinal));
    }

    private static ValidatedPlan HarmlessFor(string name) => name == "VendorWithHostileNodes" ? Plans.Vendor : Plans.Parallel;

    /// <summary>What stands before the hostile part of a text; a simulation does not name phases.</summary>
    private static string[] TextsOf(string name, params string[] command) =>
        name == "VendorWithHostileNodes" ? ["AOS02"]
        : command.Contains("simulate") ? ["Look at the line", "shift lead"]
        : ["Look at the line", "shift lead", "Galaxy Repository", "Line A", "At last", "Balance"];

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

    [GeneratedRegex("^#{1,6} ", RegexOptions.NonBacktracking)]
    private static partial Regex HeadingMark();

    [GeneratedRegex("#(?<number>[0-9]+);", RegexOptions.NonBacktracking)]
    private static partial Regex MermaidEntities();

    [GeneratedRegex(
        "^(?:    )+(?:classDef [a-z]+ [a-z0-9:#,]+|end|subgraph [a-z0-9]+\\[\"(?:[A-Za-z0-9 ,:()/]|#[0-9]+;)+\"\\]|[a-z0-9]+\\[\"(?:[A-Za-z0-9 ,:()/]|#[0-9]+;|<br/>)+\"\\]:::[a-z]+"
        + "|[a-z0-9]+ --> (?:\\|\"(?:[A-Za-z0-9 ,:()/]|#[0-9]+;|<br/>)+\"\\| )?[a-z0-9]+)$",
        RegexOptions.NonBacktracking)]
    private static partial Regex MermaidLine();
}

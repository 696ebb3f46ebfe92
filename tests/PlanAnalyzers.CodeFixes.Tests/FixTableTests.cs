using System.Text;
using PlanAnalyzers.CodeFixes.Tests.Harness;
using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Model;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.CodeFixes.Tests;

/// <summary>Every rule has a fix, or a reason why it has none; the table of the documentation is what is offered for the wrong plan of each rule's page.</summary>
public sealed class FixTableTests
{
    /// <summary>What only the author knows, where nothing is offered for the wrong plan of the page.</summary>
    private static readonly Dictionary<string, string> WithoutFix = new(StringComparer.Ordinal)
    {
        ["UPG1001"] = "what the value is meant to be (of a field of the galaxy that can change: Declare P1 static readonly)",
        ["UPG1004"] = "what the loop or the recursion was meant to do",
        ["UPG2001"] = "which node has the galaxy database (of a second one: Declare P1 as a run-time platform)",
        ["UPG2008"] = "which node the platform is on",
        ["UPG8001"] = "what the export is to say, which the site makes",
        ["UPG8003"] = "whether the platform was removed or the export is old; steps and engines name it",
        ["UPG8005"] = "whether the engine was removed or the export is old; steps may name it",
        ["UPG8008"] = "how far the upgrade is that was begun; the plant is mended and not the plan",
        ["UPG2009"] = "whether the vendor's notes allow it, or which version is to come in between",
    };

    [Fact]
    public async Task Table_is_what_is_offered()
    {
        var wrong = new List<string>();
        var table = new StringBuilder("\n| Rule | What is offered for the wrong plan of its page |\n|---|---|\n");
        foreach (var rule in RuleTable.All)
        {
            var titles = await TitlesFor(rule.Id);
            if (titles.Count > 0 == WithoutFix.TryGetValue(rule.Id, out var unknown))
            {
                wrong.Add($"{rule.Id}, for which are offered: {string.Join(", ", titles)}");
            }

            table.Append($"| [{rule.Id}](rules/{rule.Id}.md) {rule.Title} | {(unknown is null ? string.Join("<br>", titles) : $"nothing: only the author knows {unknown}")} |\n");
        }

        Assert.True(wrong.Count == 0, $"These need a fix for the wrong plan of their page, or a reason why they have none, and not both:\n{string.Join('\n', wrong)}");
        GeneratedText.BlockIs(Repository.PathOf("docs", "editing.md"), table.Append('\n').ToString());
    }

    /// <summary>What is offered for the first diagnostic of a rule that has a fix.</summary>
    private static async Task<IReadOnlyList<string>> TitlesFor(string id)
    {
        var editor = Editor.OpenWith(RulePage.Of(id).Export("Wrong plan"), RulePage.Of(id).Code("Wrong plan"));
        foreach (var diagnostic in (await editor.Diagnostics()).Where(diagnostic => diagnostic.Id == id))
        {
            if (await editor.FixesFor(diagnostic) is { Count: > 0 } offers)
            {
                Assert.All(offers, offer => TitleStyle.Check(offer.Action.Title, editor.Texts));
                return [.. offers.Select(offer => offer.Action.Title)];
            }
        }

        return [];
    }
}

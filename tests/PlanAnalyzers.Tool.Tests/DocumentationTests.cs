using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Sites;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Tool.Tests;

/// <summary>docs/importing.md says what the tool does.</summary>
public sealed class DocumentationTests
{
    private static readonly string Page = Repository.PathOf("docs", "importing.md");

    [Fact]
    public void The_columns_and_the_query_are_those_of_the_tool() => GeneratedText.BlockIs(
        Page,
        "\n## All columns\n\n| Column | Needed | What stands in it |\n|---|---|---|\n"
        + string.Concat(ExportColumn.All.Select(column => $"| `{column.Name}` | {(column.IsRequired ? "yes" : "")} | {column.Meaning} |\n"))
        + $"\n## The query itself\n\n```sql\n{QueryCommand.Text.ReplaceLineEndings("\n")}```\n\n");

    [Fact]
    public void The_exit_codes_are_those_of_the_tool() => Assert.All(
        Enum.GetValues<ExitCode>(),
        code => Assert.Contains($"\n| {(int)code} | {code.Text()} |\n", GeneratedText.Read(Page), StringComparison.Ordinal));

    [Fact]
    public async Task The_example_in_json_is_read()
    {
        var json = GeneratedText.Read(Page).Split("```json\n")[1].Split("```")[0];
        var outcome = await Tool.Import("site.json", System.Text.Encoding.UTF8.GetBytes(json), "--sms", "SMS01");
        Assert.Contains("E1 = AppEngine.On(AOS01).Historized();", outcome.Output, StringComparison.Ordinal);
    }
}

using System.Text.Json;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests;

/// <summary>The project template offers the versions that there are.</summary>
public sealed class TemplateVersionTests
{
    [Theory]
    [InlineData("from", 0, 1)]
    [InlineData("to", 1, 0)]
    public void Every_version_can_be_chosen_that_can_be_left_or_reached(string parameter, int tooOld, int tooNew)
    {
        using var template = JsonDocument.Parse(File.ReadAllText(
            Repository.PathOf("src", "PlanAnalyzers.Templates", "upgrade-plan", ".template.config", "template.json")));
        var symbol = template.RootElement.GetProperty("symbols").GetProperty(parameter);
        var choices = symbol.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("choice").GetString());

        Assert.Equal(Enum.GetNames<SystemPlatform>().Skip(tooOld).SkipLast(tooNew).Select(name => name[1..]), choices);
        Assert.Contains(symbol.GetProperty("defaultValue").GetString(), choices);
    }
}

using System.Text.Json;
using PlanAnalyzers.Model;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Execution.Tests;

public class ExportTests
{
    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public async Task Json_comes_back_as_it_went_and_says_what_the_model_says(string name)
    {
        var plan = Plans.Get(name);
        var json = (await Executable.RunAsync(plan, "export", "--format", "json")).Out;
        var read = JsonSerializer.Deserialize(json, PlanJsonContext.Default.JsonPlan)!;

        Assert.Equal(json, JsonSerializer.Serialize(read, PlanJsonContext.Default.JsonPlan) + "\n");
        Assert.Equal((2, plan.Fingerprint, plan.Plan.From, plan.Plan.To), (read.SchemaVersion, read.Fingerprint, read.From, read.To));
        Assert.Equal(plan.Galaxy.Platforms.Select(platform => (platform.Name, platform.Node)), read.Galaxy.Platforms.Select(platform => (platform.Name, platform.Node)));
        Assert.Equal(plan.Plan.Steps.Select(step => (step.Kind, step.ToString())), read.Steps.Select(step => (step.Kind, step.Text)));
        AssertState(plan.Start, read.Start);
        AssertState(plan.End, read.End);
        foreach (var (transition, step) in plan.Transitions.Zip(read.Steps))
        {
            AssertState(transition.Before, step.Before);
            AssertState(transition.After, step.After);
            Assert.Equal(transition.Effects.Select(effect => effect.ToString()), step.Effects.Select(effect => effect.Text));
        }
    }

    [Fact]
    public async Task Json_has_the_documented_names()
    {
        using var json = JsonDocument.Parse((await Executable.RunAsync(Plans.Vendor, "export", "--format", "json")).Out);
        var takeover = json.RootElement.GetProperty("steps")[7];

        Assert.Equal(2, json.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("V2023R2SP1", json.RootElement.GetProperty("to").GetString());
        Assert.Equal("CascadeDeploy(P2)", takeover.GetProperty("text").GetString());
        Assert.Equal("Old", takeover.GetProperty("before").GetProperty("engines")[0].GetProperty("objects").GetString());
        Assert.Equal("ActivePartnerNotUpgraded", takeover.GetProperty("after").GetProperty("engines")[1].GetProperty("redundancy").GetString());
        Assert.Equal(
            ["PartnerStopped", "ObjectsExtracted", "Failover", "CheckpointLost", "Outage"],
            takeover.GetProperty("effects").EnumerateArray().Select(effect => effect.GetProperty("kind").GetString()));
        Assert.Equal("Takeover", takeover.GetProperty("effects")[4].GetProperty("cause").GetString());

        var documentation = await File.ReadAllTextAsync(Repository.PathOf("docs", "executables.md"), TestContext.Current.CancellationToken);
        Assert.All(MemberNames(json.RootElement).Distinct(), member => Assert.Contains($"`{member}`", documentation, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void Runbook_has_a_section_a_step_with_everything_that_changes_to_tick_off(string name)
    {
        var plan = Plans.Get(name);
        var sections = MarkdownRunbook.Of(plan).Split("\n## ").Skip(1).ToArray();

        Assert.Equal(plan.Transitions.Count + 2, sections.Length);
        for (var i = 0; i < plan.Transitions.Count; i++)
        {
            var section = sections[i + 1];
            Assert.StartsWith($"Step {i + 1} of {plan.Transitions.Count}: ", section, StringComparison.Ordinal);
            foreach (var engine in plan.Transitions[i].Changes.OfType<EngineChange>().Select(change => change.Engine))
            {
                Assert.Contains($"- [ ] **{engine.Name}** ", section, StringComparison.Ordinal);
            }

            foreach (var effect in plan.Transitions[i].Effects)
            {
                Assert.Contains(MarkdownText.Of(effect.ToString()), section, StringComparison.Ordinal);
            }
        }

        Assert.All(plan.Galaxy.Pairs, pair => Assert.Contains($"{StateText.RolesIn(plan.End, pair)}\n", sections[^1], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void Diagram_is_one_chain_through_all_steps(string name)
    {
        var plan = Plans.Get(name);
        var arrows = MermaidDiagram.Of(plan).Split('\n').Where(line => line.Contains(" --> ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')).ToArray();

        Assert.Equal(
            Enumerable.Range(1, plan.Transitions.Count).Select(number => $"step{number}").Prepend("start").Append("finish"),
            arrows.Select(words => words[0]).Append(arrows[^1][^1]));
        Assert.All(arrows.Zip(arrows.Skip(1)), pair => Assert.Equal(pair.First[^1], pair.Second[0]));
    }

    [Theory]
    [InlineData("markdown")]
    [InlineData("mermaid")]
    [InlineData("json")]
    public async Task File_gets_what_standard_output_gets_and_nothing_is_overwritten_unasked(string format)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("out.txt");
        var text = (await Executable.RunAsync(Plans.Mixed, "export", "--format", format)).Out;
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, (await Executable.RunAsync(Plans.Mixed, "export", "--format", format, "--output", file)).ExitCode);
        Assert.Equal(text, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        var refused = await Executable.RunAsync(Plans.Mixed, "export", "--format", format, "-o", file);
        Assert.Equal(ExitCode.CannotWrite, refused.ExitCode);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        Assert.Equal(ExitCode.Done, (await Executable.RunAsync(Plans.Mixed, "export", "--format", format, "-o", file, "--force")).ExitCode);
        Assert.Equal(text, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([file], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_path_that_cannot_be_written_is_said_so_and_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        string[] paths =
        [
            "", " ", folder.Path, folder.File("no/such/folder/plan.json"), folder.File("plan\0.json"), folder.File(new string('x', 300)),
            .. OperatingSystem.IsWindows() ? (string[])["NUL"] : ["/dev/null", "/proc/plan.json"],
        ];
        foreach (var path in paths)
        {
            var failed = await Executable.RunAsync(Plans.Vendor, "export", "--format", "json", "--force", "--output", path);

            Assert.Equal(ExitCode.CannotWrite, failed.ExitCode);
            Assert.StartsWith("error: ", failed.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", failed.Error, StringComparison.Ordinal);
            Assert.DoesNotContain('\0', failed.Error);
            Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
        }
    }

    private static void AssertState(GalaxyState state, JsonState read)
    {
        Assert.Equal(state.Database.Migrated, read.Database.Migrated);
        Assert.Equal(
            state.Galaxy.Platforms.Select(platform => (platform.Name, state[platform].Software, state[platform].Deployed, state[platform].RebootPending, state.IsSoftwareUpgradePending(platform))),
            read.Platforms.Select(platform => (platform.Name, platform.Software, platform.Deployed, platform.RebootPending, platform.SoftwareUpgradePending)));
        Assert.Equal(
            state.Galaxy.Engines.Select(engine => (engine.Name, state[engine].Deployed, state[engine].Redundancy, state[engine].Objects)),
            read.Engines.Select(engine => (engine.Name, engine.Deployed, engine.Redundancy, engine.Objects)));
        Assert.Equal(
            state.Galaxy.Pairs.Select(pair => (pair.Primary.Name, state.StatusOf(pair), state.ActiveOf(pair)?.Name, state.HasBackup(pair))),
            read.Pairs.Select(pair => (pair.Primary, pair.Status, pair.Active, pair.HasBackup)));
    }

    private static IEnumerable<string> MemberNames(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => MemberNames(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(MemberNames),
        _ => [],
    };
}

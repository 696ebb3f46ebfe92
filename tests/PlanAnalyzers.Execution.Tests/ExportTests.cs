using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlanAnalyzers.Model;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Execution.Tests;

public partial class ExportTests
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
            if (step.Branch is null)
            {
                AssertState(transition.Before, step.Before!);
                AssertState(transition.After, step.After!);
            }
            else
            {
                Assert.Null(step.Before ?? step.After);
            }

            Assert.Equal(transition.Changes.OfType<PlatformChange>().Select(change => change.Platform.Name), step.Changes.Platforms.Select(platform => platform.Name).Except(Pending(transition)));
            Assert.Equal(transition.Changes.OfType<EngineChange>().Select(change => (change.Engine.Name, change.After.Objects)), step.Changes.Engines.Select(engine => (engine.Name, engine.Objects)));
            Assert.Equal(transition.Effects.Select(effect => effect.ToString()), step.Effects.Select(effect => effect.Text));
        }

        // Platforms whose own state is as before, and that the migration has put into software upgrade pending.
        static IEnumerable<string> Pending(Transition transition) => transition.Step is MigrateGalaxy
            ? transition.After.Galaxy.Platforms.Where(transition.After.IsSoftwareUpgradePending).Select(platform => platform.Name)
            : [];
    }

    [Fact]
    public async Task Json_has_the_tree_of_phases_and_branches_with_the_states_around_branches()
    {
        var plan = Plans.Parallel;
        var read = JsonSerializer.Deserialize((await Executable.RunAsync(plan, "export", "--format", "json")).Out, PlanJsonContext.Default.JsonPlan)!;

        Assert.Equal(
            "1 Galaxy Repository(2 3 4 5 6) [1A: Line A(7 8 9 10) | 1B: 11 12 Line B(13 14 15 16) | 1C: 17 [2A: 18 19 | 2B: 20] 21] At last(Balance(22))",
            string.Join(' ', read.Parts.Select(Text)));
        var groups = read.Parts.SelectMany(Groups).ToArray();
        Assert.Equal(2, groups.Length);
        AssertState(plan.Transitions[5].After, groups[0].Before!);
        AssertState(plan.Transitions[20].After, groups[0].After!);
        Assert.Null(groups[1].Before ?? groups[1].After);
        Assert.Equal((null, "1B", "2A", "1C"), (read.Steps[5].Branch, read.Steps[12].Branch, read.Steps[18].Branch, read.Steps[20].Branch));
        Assert.Equal(["Line B"], read.Steps[12].Phases);
        Assert.Equal(["At last", "Balance"], read.Steps[21].Phases);

        static string Text(JsonPart part) => part.Kind switch
        {
            JsonPartKind.Step => part.Step!.Value.ToString(CultureInfo.InvariantCulture),
            JsonPartKind.Phase => $"{part.Title}({string.Join(' ', part.Parts!.Select(Text))})",
            _ => $"[{string.Join(" | ", part.Branches!.Select(branch => $"{branch.Label}: {string.Join(' ', branch.Parts.Select(Text))}"))}]",
        };

        static IEnumerable<JsonPart> Groups(JsonPart part) =>
            (part.Parts ?? [.. part.Branches?.SelectMany(branch => branch.Parts) ?? []])
                .SelectMany(Groups)
                .Prepend(part)
                .Where(inner => inner.Kind == JsonPartKind.InParallel);
    }

    [Fact]
    public void Json_of_deeply_nested_phases_is_written()
    {
        var plan = Plans.Vendor.Plan;
        var nested = plan.Steps.Parts;
        for (var i = 0; i < 200; i++)
        {
            nested = ValueList.Of<PlanPart>(new Phase("deeper", nested));
        }

        Assert.Contains("deeper", JsonDocumentOfPlan.Of(ValidatedPlan.Of(PlanCheck.Run(plan with { Steps = new PlanSteps(nested) }))), StringComparison.Ordinal);
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
        using var parallel = JsonDocument.Parse((await Executable.RunAsync(Plans.Parallel, "export", "--format", "json")).Out);
        Assert.All(Enum.GetNames<OutageCause>(), cause => Assert.Contains($"`{cause}`", documentation, StringComparison.Ordinal));
        Assert.All(
            typeof(Effect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Effect))),
            effect => Assert.Contains($"`{effect.Name}`", documentation, StringComparison.Ordinal));
        Assert.All(MemberNames(json.RootElement).Concat(MemberNames(parallel.RootElement)).Distinct(), member => Assert.Contains($"`{member}`", documentation, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void Runbook_has_a_section_a_step_with_everything_that_changes_to_tick_off(string name)
    {
        var plan = Plans.Get(name);
        var outline = PlanOutline.Of(plan);
        var sections = Heading().Split(MarkdownRunbook.Of(plan)).Skip(1).ToArray();
        var steps = sections.Where(section => section.StartsWith("Step ", StringComparison.Ordinal)).ToArray();

        Assert.Equal(plan.Transitions.Count, steps.Length);
        Assert.StartsWith("After the last step", sections[^1], StringComparison.Ordinal);
        for (var i = 0; i < plan.Transitions.Count; i++)
        {
            var section = steps[i];
            var branch = outline.Steps[i].Branch is { } label ? $", branch {label}" : "";
            Assert.StartsWith($"Step {i + 1} of {plan.Transitions.Count}{branch}: ", section, StringComparison.Ordinal);
            Assert.Contains(MarkdownText.Of(plan.Transitions[i].Step.Detail(plan.Plan) ?? ""), section, StringComparison.Ordinal);
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

    [Fact]
    public void Runbook_has_headings_for_phases_and_branches_and_a_place_where_branches_meet()
    {
        var runbook = MarkdownRunbook.Of(Plans.Parallel);
        var headings = runbook.Split('\n').Where(line => line.StartsWith('#') && !line.Contains(" of 22", StringComparison.Ordinal));

        Assert.Equal(
            [
                "# Runbook: TwinUpgrade",
                "## Before the first step",
                "## Phase: Galaxy Repository (steps 2 to 6)",
                "## Side by side: branches 1A to 1C (steps 7 to 21)",
                "### Branch 1A (steps 7 to 10)",
                "#### Phase: Line A (steps 7 to 10)",
                "### Branch 1B (steps 11 to 16)",
                "#### Phase: Line B (steps 13 to 16)",
                "### Branch 1C (steps 17 to 21)",
                "#### Side by side: branches 2A and 2B (steps 18 to 20)",
                "##### Branch 2A (steps 18 to 19)",
                "##### Branch 2B (step 20)",
                "##### After branches 2A and 2B",
                "### After branches 1A to 1C",
                "## Phase: At last (step 22)",
                "### Phase: At last \\> Balance (step 22)",
                "## After the last step",
            ],
            headings);
        Assert.Contains("###### Step 18 of 22, branch 2A: Upgrade P5 (node AOS05)\n", runbook, StringComparison.Ordinal);
        Assert.Equal(2, runbook.Split("may run side by side").Length - 1);

        // Beside other branches nobody can see that all else is as before; where they meet, somebody can.
        foreach (var section in Heading().Split(runbook))
        {
            Assert.Equal(
                section.Contains(", branch ", StringComparison.Ordinal) || section.StartsWith("After branches 2A", StringComparison.Ordinal),
                section.Contains("as before, but for what other branches do", StringComparison.Ordinal));
        }

        Assert.Contains("- [ ] **S** (engine on P5): 2023 R2 SP1", Heading().Split(runbook).Single(section => section.StartsWith("After branches 1A", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Plans.Sequential), MemberType = typeof(Plans))]
    public void Diagram_is_one_chain_through_all_steps(string name)
    {
        var plan = Plans.Get(name);
        var arrows = Arrows(plan);

        Assert.Equal(
            Enumerable.Range(1, plan.Transitions.Count).Select(number => $"step{number}").Prepend("start").Append("finish"),
            arrows.Select(arrow => arrow.From).Append(arrows[^1].To));
        Assert.All(arrows.Zip(arrows.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void Diagram_parts_where_branches_begin_and_meets_where_they_end()
    {
        var arrows = Arrows(Plans.Parallel).Select(arrow => $"{arrow.From} {arrow.To}").ToArray();
        string[] chains =
        [
            "start step1 step2 step3 step4 step5 step6 fork1",
            "fork1 step7 step8 step9 step10 join1",
            "fork1 step11 step12 step13 step14 step15 step16 join1",
            "fork1 step17 fork2",
            "fork2 step18 step19 join2",
            "fork2 step20 join2",
            "join2 step21 join1",
            "join1 step22 finish",
        ];
        Assert.Equal(
            chains.Select(chain => chain.Split(' ')).SelectMany(chain => chain.Zip(chain.Skip(1), (from, to) => $"{from} {to}")).Order(StringComparer.Ordinal),
            arrows.Order(StringComparer.Ordinal));

        // Every box stands in the frame of its phase, and every frame is closed.
        var lines = MermaidDiagram.Of(Plans.Parallel).Split('\n');
        var frame = Array.FindIndex(lines, line => line.Contains("\"Phase: Line B\"", StringComparison.Ordinal));
        Assert.Equal(["step13", "step14", "step15", "step16", "end"], lines[(frame + 1)..(frame + 6)].Select(line => line.Trim().Split('[')[0]));
        Assert.Equal(lines.Count(line => line.Contains("subgraph ", StringComparison.Ordinal)), lines.Count(line => line.Trim() == "end"));
    }

    [Fact]
    public void Phases_and_branches_without_steps_are_written_all_the_same()
    {
        var plan = Plans.Vendor.Plan;
        PlanPart[] parts = [new Phase("Nothing", ValueList<PlanPart>.Empty), .. plan.Steps.Parts, new InParallel(ValueList<Branch>.Empty), new InParallel(ValueList.Of(new Branch(ValueList<PlanPart>.Empty)))];
        var empty = ValidatedPlan.Of(PlanCheck.Run(plan with { Steps = parts.ToPlanSteps() }));

        Assert.Contains("## Phase: Nothing (no steps)\n", MarkdownRunbook.Of(empty), StringComparison.Ordinal);
        Assert.Contains("### Branch 2A (no steps)\n", MarkdownRunbook.Of(empty), StringComparison.Ordinal);
        Assert.Contains("\"2A\"", JsonDocumentOfPlan.Of(empty), StringComparison.Ordinal);
        Assert.Equal(
            [("step11", "fork1"), ("fork1", "join1"), ("join1", "fork2"), ("fork2", "join2"), ("join2", "finish")],
            Arrows(empty).Skip(11));
    }

    [Theory]
    [InlineData("markdown")]
    [InlineData("mermaid")]
    [InlineData("html")]
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

    private static (string From, string To)[] Arrows(ValidatedPlan plan) =>
        MermaidDiagram.Of(plan).Split('\n')
            .Where(line => line.Contains(" --> ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(' '))
            .Select(words => (words[0], words[^1]))
            .ToArray();

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

    [GeneratedRegex("\n##+ ", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();
}

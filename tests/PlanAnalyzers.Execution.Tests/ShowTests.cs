using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

public class ShowTests
{
    [Fact]
    public async Task Vendor_procedure_reads_as_on_the_vendors_page()
    {
        var shown = await Executable.RunAsync(Plans.Vendor, "show", "--all");

        Assert.Equal(ExitCode.Done, shown.ExitCode);
        Assert.Equal(
            [
                "Deployed Active",
                "Deployed Active - Standby not Available",
                "Undeployed",
                "Deployed Standby - Ready",
            ],
            Course(shown, "E1 "));
        Assert.Equal(
            [
                "Deployed Standby - Ready",
                "Undeployed",
                "Deployed Active - Partner not Upgraded",
                "Deployed Active",
            ],
            Course(shown, "E1b "));
        Assert.Equal(["Pair Deployed", "Partial Deployed", "Pair Deployed"], Course(shown, "E1/E1b ", columns: 1));
        Assert.Equal("E1/E1b: E1b is Active, E1 is Standby - Ready", shown.Lines[^2].TrimStart('-', ' '));
    }

    [Theory]
    [MemberData(nameof(Plans.Sequential), MemberType = typeof(Plans))]
    public async Task Software_upgrade_pending_is_shown_where_it_is(string name)
    {
        var plan = Plans.Get(name);
        var expected = plan.Transitions.Select(transition => transition.After).Prepend(plan.Start)
            .Sum(state => plan.Galaxy.Platforms.Count(state.IsSoftwareUpgradePending));

        var shown = await Executable.RunAsync(plan, "--all");

        Assert.Equal(expected, shown.Lines.Count(line => line.Contains("Software Upgrade Pending (SUP)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_compiler_warned_of_is_said_again_on_the_day()
    {
        var vendor = Plans.Vendor.Plan;
        Step[] steps = [new UploadRuntimeChanges(OverwriteDefaults: false), .. vendor.Steps.Where(step => step is not UploadRuntimeChanges)];
        var plan = ValidatedPlan.Of(PlanCheck.Run(vendor with { Steps = steps.ToPlanSteps() }));

        foreach (var arguments in new string[][] { ["show"], ["export", "--format", "markdown"] })
        {
            var warned = await Executable.RunAsync(plan, arguments);
            Assert.Equal(ExitCode.Done, warned.ExitCode);
            Assert.Contains(warned.Lines, line => line.Contains("Step 1: UPG7001: The upload overwrites", StringComparison.Ordinal));
            var quiet = await Executable.RunAsync(Plans.Vendor, arguments);
            Assert.DoesNotContain(quiet.Lines, line => line.Contains("Warnings", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void Two_states_read_alike_only_where_they_are_equal(string name)
    {
        var plan = Plans.Get(name);
        var text = new StateText(plan.Plan);
        var states = plan.Transitions.Select(transition => transition.After).Prepend(plan.Start).ToArray();
        foreach (var one in states)
        {
            foreach (var other in states)
            {
                Assert.Equal(one.Equals(other), text.Rows(one).SequenceEqual(text.Rows(other)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void Changes_shown_one_after_the_other_lead_to_the_end(string name)
    {
        var plan = Plans.Get(name);
        var text = new StateText(plan.Plan);
        var rows = text.Rows(plan.Start).ToArray();
        foreach (var transition in plan.Transitions)
        {
            var after = text.RowsAfter(transition);
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] = after[i].HasChanged ? after[i].Row : rows[i];
            }
        }

        Assert.Equal(text.Rows(plan.End), rows);
    }

    [Fact]
    public async Task Small_galaxies_are_shown_whole_and_large_ones_by_their_changes()
    {
        Assert.Equal((await Executable.RunAsync(Plans.Vendor, "--all")).Out, (await Executable.RunAsync(Plans.Vendor)).Out);
        Assert.Equal((await Executable.RunAsync(Plans.Large, "show", "--changes")).Out, (await Executable.RunAsync(Plans.Large)).Out);
        Assert.NotEqual((await Executable.RunAsync(Plans.Large, "--all")).Out, (await Executable.RunAsync(Plans.Large)).Out);
    }

    [Fact]
    public async Task Phases_and_branches_are_headings_and_states_in_branches_only_what_a_step_changed()
    {
        var shown = await Executable.RunAsync(Plans.Parallel, "show", "--all");
        var sections = Sections(shown).SkipWhile(section => !section.Title.StartsWith("Step 6 ", StringComparison.Ordinal)).ToArray();

        Assert.Equal(
            [
                "Step 6 of 22: Cascade deploy P0",
                "Side by side: branches 1A to 1C (steps 7 to 21)",
                "Branch 1A (steps 7 to 10)",
                "Phase: Line A (steps 7 to 10)",
                "Step 7 of 22, branch 1A: Upgrade P2 (node AOS02)",
            ],
            sections.Take(5).Select(section => section.Title));
        Assert.Equal(
            [
                "Step 17 of 22, branch 1C: Look at the line",
                "Side by side: branches 2A and 2B (steps 18 to 20)",
                "Branch 2A (steps 18 to 19)",
                "Step 18 of 22, branch 2A: Upgrade P5 (node AOS05)",
                "Step 19 of 22, branch 2A: Cascade deploy P5",
                "Branch 2B (step 20)",
                "Step 20 of 22, branch 2B: Approval by shift lead",
                "Step 21 of 22, branch 1C: Look at the line",
                "After branches 1A to 1C",
                "Phase: At last (step 22)",
                "Phase: At last > Balance (step 22)",
                "Step 22 of 22: Enable CPU load balancing",
                "At the end",
            ],
            sections.TakeLast(13).Select(section => section.Title));

        // All of the state has a row for P0, which no branch touches; a step in a branch says nothing of it.
        string[] untouched = ["P0 ", "Twin "];
        foreach (var (title, lines) in sections)
        {
            var isWhole = lines.Any(line => untouched.Any(name => line.TrimStart('*', ' ').StartsWith(name, StringComparison.Ordinal)));
            Assert.Equal(title is "After branches 1A to 1C" || title.StartsWith("Step 6 ", StringComparison.Ordinal) || title.StartsWith("Step 22 ", StringComparison.Ordinal), isWhole);
        }

        Assert.Contains(sections.Single(section => section.Title == "After branches 1A to 1C").Lines, line => line.StartsWith("*  S ", StringComparison.Ordinal));
        Assert.DoesNotContain(Sections(await Executable.RunAsync(Plans.Parallel, "show", "--changes")), section => section.Title.StartsWith("After", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Glance_is_indented_by_phases_and_branches()
    {
        var glance = Sections(await Executable.RunAsync(Plans.Parallel)).Single(section => section.Title == "Steps at a glance").Lines;

        Assert.Contains("Side by side: branches 1A to 1C (steps 7 to 21)", glance);
        Assert.Contains("1     Upload run-time changes to the Galaxy Repository       defaults overwritten", glance);
        Assert.Contains("8           Cascade deploy P2                                failover A -> Ab, outage of A/Ab", glance);
        Assert.Equal("14    Select P2 and Eb together and cascade deploy them  Eb skipped", (await Executable.RunAsync(Plans.Restarts)).Lines.First(line => line.StartsWith("14 ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0, "1A")]
    [InlineData(25, "1Z")]
    [InlineData(26, "1AA")]
    [InlineData(701, "1ZZ")]
    [InlineData(702, "1AAA")]
    public void Labels_of_branches_go_on_after_Z(int index, string label)
    {
        var branches = Enumerable.Range(0, index + 1).Select(_ => new Branch(ValueList.Of<PlanPart>(new Approve("shift lead"))));
        PlanPart[] parts = [.. Plans.Vendor.Plan.Steps.Parts, new InParallel(branches.ToValueList())];
        var plan = ValidatedPlan.Of(PlanCheck.Run(Plans.Vendor.Plan with { Steps = parts.ToPlanSteps() }));

        Assert.Equal(label, PlanOutline.Of(plan).Steps[^1].Branch);
    }

    /// <summary>The headings of a report, each with the lines below it.</summary>
    private static IReadOnlyList<(string Title, string[] Lines)> Sections(Executable shown)
    {
        var underlines = Enumerable.Range(0, shown.Lines.Count)
            .Where(i => shown.Lines[i].Length > 2 && shown.Lines[i].All(character => character is '-' or '='))
            .Append(shown.Lines.Count + 1)
            .ToArray();
        return underlines.Zip(underlines.Skip(1), (from, to) => (shown.Lines[from - 1], shown.Lines.Take(to - 1).Skip(from + 1).ToArray())).ToArray();
    }

    /// <summary>The values that the last columns of a row have one after the other.</summary>
    private static IEnumerable<string> Course(Executable shown, string name, int columns = 2)
    {
        var last = "";
        foreach (var line in shown.Lines.Select(line => line.TrimStart('*', ' ')).Where(line => line.StartsWith(name, StringComparison.Ordinal)))
        {
            var cells = line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Skip(2)
                .Where(cell => !cell.StartsWith("20", StringComparison.Ordinal));
            var value = string.Join(' ', cells.Take(columns));
            if (value != last)
            {
                yield return last = value;
            }
        }
    }
}

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
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
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

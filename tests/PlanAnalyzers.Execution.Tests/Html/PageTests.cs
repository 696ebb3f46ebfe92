using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck.Fluent;
using PlanAnalyzers.Model;
using PlanAnalyzers.Model.Tests;

namespace PlanAnalyzers.Execution.Tests.Html;

/// <summary>The page as a browser reads it.</summary>
public class PageTests
{
    private const int RandomPlans = 60;

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void Every_cell_of_every_lane_shows_the_state_of_the_model(string name) => AssertLanes(Plans.Get(name));

    [Fact]
    public void Every_cell_shows_the_state_of_the_model_for_galaxies_of_any_shape()
    {
        var plans = Gen.Sample(Galaxies.Any, RandomPlans, 10)
            .Select(Galaxies.Connected)
            .Select(galaxy => PlanCheck.Run(Galaxies.Procedure(galaxy, Galaxies.FewestFailovers(galaxy, [.. galaxy.Platforms.Skip(1)]))))
            .Where(plan => plan.IsValid)
            .ToArray();

        Assert.True(plans.Length > RandomPlans / 2, $"{plans.Length}");
        Assert.All(plans, plan => AssertLanes(ValidatedPlan.Of(plan)));
    }

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void Each_step_has_what_happens_and_each_change(string name)
    {
        var plan = Plans.Get(name);
        var page = Parse(PlanPage.Of(plan));
        var text = new StateText(plan.Plan);
        for (var i = 0; i < plan.Transitions.Count; i++)
        {
            var (transition, article) = (plan.Transitions[i], page.QuerySelector($"#step-{i + 1}")!);

            Assert.Equal(
                StepText.Happenings(transition).Select(words => SafeText.Of(words.Text)).DefaultIfEmpty(StepText.NothingHappens),
                article.QuerySelectorAll(".happenings li").Select(item => item.TextContent));
            var changed = text.RowsAfter(transition).Where(row => row.HasChanged).Select(row => row.Row).ToArray();
            Assert.Equal(changed, text.ChangesIn(transition).Select(row => row.After));
            Assert.Equal(changed.Select(row => row.Name), article.QuerySelectorAll("td.changed").Select(cell => cell.ParentElement!.QuerySelector("b")!.TextContent));
            Assert.Equal(changed.Select(row => row.State), article.QuerySelectorAll("td.changed").Select(cell => cell.TextContent));
        }
    }

    [Fact]
    public void Failovers_outages_and_times_without_backup_are_drawn_and_counted()
    {
        var page = Parse(PlanPage.Of(Plans.Vendor));

        Assert.Equal(["1", "1", "2 h 30 min", "11"], page.QuerySelectorAll(".figure .number").Select(number => number.TextContent));
        Assert.Equal("Step 8: Failover: E1b takes over from E1", Assert.Single(page.QuerySelectorAll("i.arrow")).GetAttribute("title"));
        Assert.Equal("E1/E1b", Assert.Single(page.QuerySelectorAll("i.outage")).Closest("tr")!.GetAttribute("data-lane"));
        var alone = Assert.Single(page.QuerySelectorAll(".lanes .bar.alone"));
        Assert.Equal(("no backup", "7", "4"), (alone.TextContent, alone.ParentElement!.GetAttribute("data-from"), alone.ParentElement.GetAttribute("colspan")));
    }

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void Each_failover_and_each_outage_has_its_mark(string name)
    {
        var plan = Plans.Get(name);
        var page = Parse(PlanPage.Of(plan));
        var whole = page.QuerySelector(".scroll")!;

        Assert.Equal(plan.Failovers, whole.QuerySelectorAll("i.arrow").Length);
        Assert.Equal(plan.Outages, whole.QuerySelectorAll("i.outage").Length);
    }

    [Theory]
    [InlineData("VendorWithHostileNodes", "AOS02")]
    [InlineData("ParallelWithHostileTitles", "Look at the line")]
    public void Hostile_texts_are_texts(string name, string begin)
    {
        var plan = Plans.Get(name);
        var harmless = name == "VendorWithHostileNodes" ? Plans.Vendor : Plans.Parallel;
        var (page, other) = (Parse(PlanPage.Of(plan)), Parse(PlanPage.Of(harmless)));

        Assert.Equal(Shape(other), Shape(page));
        Assert.Contains(SafeText.Of(begin + Plans.Hostile), page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(PageResource.Script.Text, Assert.Single(page.QuerySelectorAll("script")).TextContent);
        Assert.DoesNotContain(PlanPage.Of(plan), character => char.IsControl(character) && character != '\n');
    }

    [Fact]
    public void The_page_names_nothing_outside_of_itself()
    {
        var page = Parse(PlanPage.Of(Plans.Parallel));

        Assert.Empty(page.QuerySelectorAll("[src], link, iframe, object, embed, form, base"));
        Assert.All(page.QuerySelectorAll("[href]"), link => Assert.StartsWith("#", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("a[href]"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.DoesNotContain("url(", PageResource.Style.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", PageResource.Style.Text, StringComparison.Ordinal);
        Assert.Contains(PageResource.Script.Hash, page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_plan_is_printed_in_several_charts_with_every_change_in_one_of_them()
    {
        var page = Parse(PlanPage.Of(Plans.Large));
        var sheets = page.QuerySelectorAll("table.sheet");

        Assert.True(sheets.Length > 1);
        Assert.Equal(Enumerable.Range(1, Plans.Large.Transitions.Count).Select(number => $"{number}"), sheets.SelectMany(sheet => sheet.QuerySelectorAll("th[data-step]")).Select(head => head.GetAttribute("data-step")!));
        foreach (var cell in page.QuerySelectorAll(".scroll td"))
        {
            if (cell.GetAttribute("data-from") == "0" || cell.QuerySelector(".bar.sup") is not null)
            {
                continue; // How it begins, and what a migration does to all that are old: where nothing else happens this is one sentence.
            }

            Assert.Contains(
                sheets.SelectMany(sheet => sheet.QuerySelectorAll("td")),
                other => other.GetAttribute("data-from") == cell.GetAttribute("data-from") && other.GetAttribute("title") == cell.GetAttribute("title"));
        }
    }

    [Fact]
    public void Of_a_plan_with_many_steps_each_is_printed_in_a_line()
    {
        var plan = Plans.MakeLarge(pairs: 10);
        var page = Parse(PlanPage.Of(plan));
        var lines = page.QuerySelectorAll(".glance.on-paper tbody tr:not(.part)");

        Assert.True(page.QuerySelector(".details")!.ClassList.Contains("on-screen"));
        Assert.Equal(
            plan.Transitions.Select((transition, index) => ($"{index + 1}", transition.Step.Instruction, StepText.InShort(transition).Text)),
            lines.Select(line => (line.Children[0].TextContent, line.Children[2].TextContent, line.Children[3].TextContent)));
        Assert.Empty(Parse(PlanPage.Of(Plans.Large)).QuerySelectorAll(".glance"));
        Assert.All(page.QuerySelectorAll("table.sheet"), sheet => Assert.InRange(sheet.QuerySelectorAll("tbody").Length, 1, 6));
    }

    [Theory]
    [InlineData(25, 50)]
    [InlineData(50, 100)]
    public void Twice_the_galaxy_is_twice_the_page(int pairs, int more) =>
        Assert.InRange(PlanPage.Of(Plans.MakeLarge(more)).Length, 1, 2.2 * PlanPage.Of(Plans.MakeLarge(pairs)).Length);

    private static void AssertLanes(ValidatedPlan plan)
    {
        var whole = Parse(PlanPage.Of(plan)).QuerySelector(".scroll table")!;
        var course = AssumedCourse.Of(plan);
        foreach (var row in whole.QuerySelectorAll("tbody tr"))
        {
            var cells = row.QuerySelectorAll("td")
                .SelectMany(cell => Enumerable.Repeat(cell, int.Parse(cell.GetAttribute("colspan") ?? "1")))
                .Select(cell => (Classes: cell.QuerySelector(".bar")!.ClassList.Except(["bar"]).ToHashSet(), Title: cell.GetAttribute("title")!))
                .ToArray();
            Assert.Equal(plan.Transitions.Count + 1, cells.Length);
            var name = row.GetAttribute("data-lane")!;
            for (var column = 0; column < cells.Length; column++)
            {
                var state = column == 0 ? plan.Start : plan.Transitions[column - 1].After;
                Assert.Equal(Expected(plan, course, state, row.ClassName!, name, column).ToHashSet(), cells[column].Classes);
            }
        }
    }

    private static string[] Expected(ValidatedPlan plan, AssumedCourse course, GalaxyState state, string kind, string name, int column)
    {
        switch (kind)
        {
            case "galaxy":
                return [state.Database.Migrated ? "new" : "old"];
            case "platform":
                var platform = plan.Galaxy.Platforms.Single(one => one.Name == name);
                return
                [
                    state[platform] switch
                    {
                        { Deployed: false } => "gone",
                        { Running: false } => "down",
                        { Software: Software.New } => "new",
                        _ => state.Database.Migrated ? "sup" : "old",
                    },
                ];
            case "engine":
                var engine = plan.Galaxy.Engines.Single(one => one.Name == name);
                var of = state[engine];
                return !of.Deployed ? ["gone"]
                    : !state[engine.Platform].Running ? ["down"]
                    : of.Redundancy == RedundancyStatus.StandbyReady ? ["standby", state[engine.Platform].Software == Software.New ? "new" : "old"]
                    : of.Objects is null ? ["out"]
                    : ["active", of.Objects == Software.New ? "new" : "old"];
            default:
                var pair = plan.Galaxy.Pairs.Single(one => one.ToString() == name);
                var active = new[] { pair.Primary, pair.Backup }.Where(state.RunsObjects).ToArray();
                var before = column == 0 ? state : plan.Transitions[column - 1].Before;
                var isOver = course.WithoutBackup[name].Any(time => time.FromStep <= column && time.ToStep >= column);
                Assert.True(isOver || (state.HasBackup(pair) && before.HasBackup(pair)) || !state.HasBackup(pair));
                return active.Length == 0 ? ["out", "alone"]
                    : !state.HasBackup(pair) || isOver ? ["served", "alone"]
                    : ["served", state[active[0]].Objects == Software.New ? "new" : "old"];
        }
    }

    /// <summary>The elements with the names of their attributes, in order: what texts must not change.</summary>
    private static IEnumerable<string> Shape(IDocument page) =>
        page.All.Select(element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}");

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}

using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <content>The lanes over the steps.</content>
internal sealed partial class PlanPage
{
    /// <summary>How many steps fit across a sheet of paper. A longer plan is printed in several charts.</summary>
    private const int StepsOfASheet = 14;

    /// <summary>Beyond so many steps the columns get narrow on a screen.</summary>
    private const int FewSteps = 16;

    private static readonly (string Look, string Sample, string Meaning)[] Legend =
    [
        (LaneLooks.Old, "", "old software"),
        (LaneLooks.Pending, "SUP", "software upgrade pending"),
        (LaneLooks.New, "", "new software"),
        (LaneLooks.Undeployed, "", "undeployed"),
        (LaneLooks.ShutDown, "", "shut down"),
        ($"{LaneLooks.Active} {LaneLooks.New}", "Active", "engine runs the objects"),
        ($"{LaneLooks.Standby} {LaneLooks.New}", "Standby", "engine is ready to take over"),
        ($"{LaneLooks.Served} {LaneLooks.NoBackup}", "", "no backup during the step"),
        ($"{LaneLooks.Served} {LaneLooks.Out}", "", "objects out of service"),
    ];

    private void Chart()
    {
        var chart = LaneChart.Of(plan, course);
        html.Open("section", ("class", "chart"), ("aria-labelledby", "lanes")).Element("h2", "The galaxy, step by step", ("id", "lanes"));
        Explain();
        var fitsASheet = chart.Columns - 1 <= StepsOfASheet;
        html.Open("div", ("class", fitsASheet ? "scroll" : "scroll on-screen"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Lanes over the steps")).Break();
        Lanes(chart.Groups, 0, chart.Columns, chart.Columns - 1 > FewSteps ? "lanes many" : "lanes");
        html.Close().Break();
        if (!fitsASheet)
        {
            Sheets(chart);
        }

        html.Close().Break();
    }

    /// <summary>The chart in pieces that fit on paper; each has the lanes in which something happens there.</summary>
    private void Sheets(LaneChart chart)
    {
        var busy = Enumerable.Range(0, 1 + ((chart.Columns - 1) / StepsOfASheet)).Select(_ => new List<LaneGroup>()).ToArray();
        foreach (var group in chart.Groups)
        {
            foreach (var sheet in group.Lanes.SelectMany(BusySheets).Distinct())
            {
                busy[sheet].Add(group); // All its lanes: a failover is drawn between them, and what stands beside a change explains it.
            }
        }

        for (var sheet = 0; sheet < busy.Length; sheet++)
        {
            var (first, end) = (sheet * StepsOfASheet, Math.Min(chart.Columns, (sheet + 1) * StepsOfASheet));
            html.Open("div", ("class", "on-paper")).Element("h3", $"Steps {Number(Math.Max(1, first))} to {Number(end - 1)}").Break();
            Lanes(busy[sheet], first, end, "lanes sheet");
            html.Element("p", "Platforms that are not shown are as before during these steps. All that are old are in SUP from the migration of the galaxy on.",
                ("class", "quiet"));
            html.Close().Break();
        }
    }

    /// <summary>The sheets on which something happens in a lane. How it begins is nothing that happens, and a migration puts all that are old in SUP.</summary>
    private static IEnumerable<int> BusySheets(Lane lane) => lane.Segments.SelectMany(segment =>
        lane.Kind == LaneKind.Pair && segment.Look.Class.Contains(LaneLooks.NoBackup, StringComparison.Ordinal)
            ? Enumerable.Range(segment.First / StepsOfASheet, 1 + ((segment.End - 1) / StepsOfASheet) - (segment.First / StepsOfASheet))
        : segment.First > 0 && segment.Look.Class != LaneLooks.Pending ? [segment.First / StepsOfASheet]
        : Enumerable.Empty<int>());

    private void Explain()
    {
        html.Open("div", ("class", "legend")).Open("ul");
        foreach (var (look, sample, meaning) in Legend)
        {
            html.Open("li").Element("span", sample, ("class", $"bar {look}"), ("aria-hidden", "true")).Text(meaning).Close();
        }

        html.Open("li").Element("span", "", ("class", "key arrow"), ("aria-hidden", "true")).Text("failover").Close();
        html.Open("li").Element("span", "✕", ("class", "key outage"), ("aria-hidden", "true")).Text("outage").Close();
        html.Close();
        html.Open("p", ("class", "quiet")).Text(
            "A column shows the galaxy when its step is done; the lane of a pair shows the whole step at its worst."
            + (outline.HasBranches ? " Branches run side by side; here they are drawn one after the other." : ""));
        html.Element("span", " Click a step to see the state before and after it and why it is allowed.", ("class", "on-screen")).Close();
        html.Close().Break();
    }

    /// <summary>Lanes from one column to another.</summary>
    private void Lanes(IEnumerable<LaneGroup> groups, int first, int end, string look)
    {
        html.Open("table", ("class", look), ("style", $"--columns:{Number(end - first)}")).Break().Open("colgroup").Open("col", ("class", "names"));
        for (var column = first; column < end; column++)
        {
            html.Open("col");
        }

        html.Close().Open("thead").Break();
        Parts(first, end);
        html.Open("tr", ("class", "steps")).Element("th", "", ("class", "corner"));
        for (var column = first; column < end; column++)
        {
            StepHead(column);
        }

        html.Close().Close().Break();
        foreach (var group in groups)
        {
            html.Open("tbody").Break();
            foreach (var lane in group.Lanes)
            {
                WriteLane(lane, group, first, end, hasTargets: look != "lanes sheet");
            }

            html.Close().Break();
        }

        html.Close();
    }

    /// <summary>A row for the phases and branches that steps stand in, where there are any.</summary>
    private void Parts(int first, int end)
    {
        if (outline.Steps.All(step => step.Branch is null && step.Phases.Count == 0))
        {
            return;
        }

        html.Open("tr", ("class", "parts")).Element("th", "", ("class", "corner"));
        for (var column = first; column < end;)
        {
            var (title, next) = (PartOf(column), column + 1);
            while (next < end && PartOf(next) == title)
            {
                next++;
            }

            html.Open("th", ("colspan", Number(next - column)), ("class", title.Length > 0 ? "part" : null), ("title", title))
                .Element("span", title).Close();
            column = next;
        }

        html.Close().Break();
    }

    private string PartOf(int column)
    {
        if (column == 0)
        {
            return "";
        }

        var step = outline.Steps[column - 1];
        return string.Join(" · ", new[] { step.Branch is null ? "" : $"branch {step.Branch}", string.Join(" > ", step.Phases) }.Where(part => part.Length > 0));
    }

    private void StepHead(int column)
    {
        if (column == 0)
        {
            html.Open("th", ("scope", "col"), ("class", "start")).Element("span", "Start").Close();
            return;
        }

        var (transition, number) = (plan.Transitions[column - 1], Number(column));
        var standing = run?[column];
        html.Open("th", ("scope", "col"), ("class", standing is null ? null : $"is-{NameOf(standing.Value)}"), ("data-step", number));
        html.Open("a", ("href", $"#step-{number}"), ("title", TitleOf(column, transition)));
        html.Element("b", number).Element("span", transition.Step.Instruction, ("class", "instruction"));
        html.Element("span", standing is { } of ? StandingText(of) : Clock(course[column].Start), ("class", "clock"));
        html.Close().Close();
    }

    private string TitleOf(int column, Transition transition)
    {
        var inShort = StepText.InShort(transition).Text;
        return $"Step {Number(column)}: {transition.Step.Instruction}{(inShort.Length > 0 ? $" ({inShort})" : "")}";
    }

    private void WriteLane(Lane lane, LaneGroup group, int first, int end, bool hasTargets)
    {
        var kind = lane.Kind.ToString().ToLowerInvariant();
        html.Open("tr", ("class", kind), ("data-lane", hasTargets ? lane.Name : null));
        html.Open("th", ("scope", "row"), ("title", $"{lane.Name} ({lane.Remark})")).Element("b", lane.Name).Text(" ").Element("span", lane.Remark).Close();
        foreach (var segment in lane.Segments.Where(segment => segment.First < end && segment.End > first))
        {
            var (from, to) = (Math.Max(segment.First, first), Math.Min(segment.End, end));
            html.Open("td", ("colspan", to - from > 1 ? Number(to - from) : null), ("title", segment.Look.Title), ("data-from", Number(from)))
                .Open("div", ("class", $"bar {segment.Look.Class}")).Element("span", segment.Look.Label).Close();
            Marks(lane, group, from, to);
            html.Close();
        }

        html.Close().Break();
    }

    private void Marks(Lane lane, LaneGroup group, int from, int to)
    {
        if (lane.Kind is LaneKind.Pair or LaneKind.Engine)
        {
            foreach (var (step, outage) in outages[lane.Name].Where(of => of.Step >= from && of.Step < to))
            {
                html.Element("i", "✕", ("class", "outage"), ("style", Place(step + 0.3, from, to)), ("title", outage.ToString()));
            }
        }

        if (lane.Kind == LaneKind.Engine)
        {
            foreach (var arrow in group.Arrows[lane.Name].Where(arrow => arrow.Step >= from && arrow.Step < to))
            {
                var (start, stop) = (group.RowOf(arrow.Effect.From), group.RowOf(arrow.Effect.To));
                html.Element(
                    "i",
                    "",
                    ("class", start < stop ? "arrow down-arrow" : "arrow up-arrow"),
                    ("style", $"{Place(arrow.Step + 0.2, from, to)};--rows:{Number(Math.Abs(stop - start))}"),
                    ("title", $"Step {Number(arrow.Step)}: {arrow.Effect}"));
            }
        }
    }

    /// <summary>The middle of a column within the columns of a segment.</summary>
    private static string Place(double column, int from, int to) =>
        string.Create(CultureInfo.InvariantCulture, $"left:{100 * (column - from + 0.5) / (to - from):0.###}%");
}

using System.Globalization;

namespace PlanAnalyzers.Execution;

/// <content>How far a run is.</content>
internal sealed partial class PlanPage
{
    private void Run(RunProgress of)
    {
        var (first, last) = of.Ends;
        var tone = of.IsFinished ? "good" : of.Halt is null ? "going" : "alarm";
        html.Open("section", ("class", $"run {tone}"), ("role", "status"), ("data-refresh", LoadsItselfAnew ? Number(RefreshSeconds) : null),
            ("data-written", written?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        html.Element("h2", Verdict(of));
        html.Element("progress", "", ("max", Number(Math.Max(1, plan.Transitions.Count))), ("value", Number(of.Done)), ("aria-label", "Steps done"));
        if (of.Halt is { } halt)
        {
            html.Element("p", halt.Text ?? "", ("class", "why"));
            Differences(halt.Differences ?? []);
            html.Open("p").Text("The journal keeps everything. ").Element("code", "resume").Text(" goes on from here, and says what the operator can do.").Close();
        }

        if (of.Accepted.Count > 0)
        {
            html.Element("p", "The operator has accepted that the galaxy differs from the plan:");
            Differences(of.Accepted);
        }

        html.Element("p", "", ("class", "stale"), ("hidden", ""));
        html.Open("p", ("class", "quiet")).Text(
            $"Driver {of.Driver}, operator {last.Operator}, begun {StatusReport.Time(first)}, last entry {StatusReport.Time(last)}"
            + (written is { } time ? $", page written {time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}" : "")
            + ", all in UTC."
            + (of.GoesOn && !isKept ? " The page shows the run as it was then, and is not kept up to date." : ""));
        html.Close().Close().Break();
    }

    private string Verdict(RunProgress of) =>
        of.IsFinished ? "Finished: every step was done, and after each the galaxy was in the state that the plan promises"
        : of.Halt is null ? $"{Done(of)}{(of.Current is { } step ? $"; now step {Number(step)}, {plan.Plan.Steps[step - 1].Instruction}" : "")}"
        : $"Stopped, {Done(of)}";

    private string Done(RunProgress of) => $"{Number(of.Done)} of {Number(plan.Transitions.Count)} steps done";

    private void Differences(IEnumerable<Difference> differences)
    {
        var all = differences.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        html.Open("table", ("class", "rows")).Open("thead").Open("tr");
        foreach (var column in new[] { "What is seen of", "", "As the plan promises", "As it was seen" })
        {
            html.Element("th", column, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (var difference in all)
        {
            html.Open("tr").Element("th", difference.Subject, ("scope", "row")).Element("td", ManualDriver.AspectText(difference.Aspect))
                .Element("td", difference.Promised).Element("td", difference.Observed, ("class", "alarm")).Close().Break();
        }

        html.Close().Close();
    }

    private void Record(RunProgress of, int step)
    {
        var entries = of.EntriesOf(step).ToArray();
        if (entries.Length == 0)
        {
            return;
        }

        html.Element("h4", "In this run, with times in UTC").Open("table", ("class", "rows record")).Open("tbody").Break();
        foreach (var (entry, kind, record) in entries)
        {
            var what = StatusReport.What(plan, kind, record, entry.Step);
            html.Open("tr").Element("td", StatusReport.Time(entry)).Element("td", entry.Operator).Element("td", what.Text, ("class", ToneOf(what))).Close().Break();
        }

        html.Close().Close();
    }

    private static string NameOf(StepStanding standing) => standing.ToString().ToLowerInvariant();

    private static string StandingText(StepStanding standing) => standing switch
    {
        StepStanding.Done => "✓ done",
        StepStanding.UnderWay => "▶ under way",
        StepStanding.Stopped => "✕ stopped",
        StepStanding.Next => "next",
        _ => "to do",
    };
}

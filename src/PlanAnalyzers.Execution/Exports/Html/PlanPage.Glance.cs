namespace PlanAnalyzers.Execution;

/// <content>The steps of a long plan in a line each, for paper: all details of hundreds of steps would be a pile that nobody carries.</content>
internal sealed partial class PlanPage
{
    /// <summary>The most steps whose details are printed.</summary>
    private const int MostDetailed = 40;

    private bool IsLong => plan.Transitions.Count > MostDetailed;

    private void Glance()
    {
        if (!IsLong)
        {
            return;
        }

        html.Open("section", ("class", "glance on-paper")).Element("h2", "The steps, in a line each");
        html.Open("p", ("class", "quiet")).Text("The state before and after each step, and why it is allowed, is on the screen. On paper it is in the runbook: ")
            .Element("code", "export --format markdown").Text(".").Close();
        html.Open("table", ("class", "rows")).Open("thead").Open("tr");
        foreach (var column in new[] { "Step", run is null ? "Clock" : "How far", "What to do", "What happens", run is null ? "Done by, at" : "When and by whom" })
        {
            html.Element("th", column, ("scope", "col"));
        }

        html.Close().Close().Open("tbody").Break();
        var part = "";
        foreach (var step in outline.Steps)
        {
            if (PartOf(step.Number) is var now && now != part)
            {
                part = now;
                html.Open("tr", ("class", "part")).Element("th", part, ("colspan", "5")).Close().Break();
            }

            GlanceAt(step);
        }

        html.Close().Close().Close().Break();
    }

    private void GlanceAt(OutlineStep step)
    {
        var words = StepText.InShort(step.Transition);
        html.Open("tr").Element("th", Number(step.Number), ("scope", "row"));
        html.Element("td", run is null ? Clock(course[step.Number].Start) : StandingText(run[step.Number]));
        html.Element("td", step.Transition.Step.Instruction).Element("td", words.Text, ("class", ToneOf(words)));
        var last = run?.EntriesOf(step.Number).LastOrDefault(of => of.Kind == RecordKind.Confirmed).Entry;
        html.Element("td", last is null ? "" : $"{StatusReport.Time(last)} {last.Operator}", ("class", "sign")).Close().Break();
    }
}

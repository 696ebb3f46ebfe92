using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <content>Each step: what is done, what happens, the state before and after, and why it is allowed.</content>
internal sealed partial class PlanPage
{
    private void Steps()
    {
        var grounds = new StepGrounds(plan);
        html.Open("section", ("class", IsLong ? "details on-screen" : "details"), ("aria-labelledby", "details")).Open("div", ("class", "bar-of-steps"));
        html.Element("h2", "The steps", ("id", "details")).Open("p", ("class", "tools"), ("hidden", ""));
        html.Element("button", "← Step before", ("type", "button"), ("id", "previous")).Element("button", "Next step →", ("type", "button"), ("id", "next"));
        html.Element("button", "Show all steps", ("type", "button"), ("id", "all"), ("aria-pressed", "false")).Close().Close().Break();
        foreach (var step in outline.Steps)
        {
            Step(step, grounds.Of(step.Number - 1));
        }

        html.Close().Break();
    }

    private void Step(OutlineStep step, ValueList<StepGround> grounds)
    {
        var (number, transition) = (Number(step.Number), step.Transition);
        html.Open("article", ("id", $"step-{number}"), ("class", "step"), ("tabindex", "-1"), ("data-lane", LaneOf(transition.Step)));
        html.Element("h3", PlanReport.Title(step, plan));
        if (run is not null)
        {
            html.Element("p", StandingText(run[step.Number]), ("class", $"standing is-{NameOf(run[step.Number])}"));
            Record(run, step.Number);
        }

        if (step.Phases.Count > 0)
        {
            html.Element("p", $"Phase: {string.Join(" > ", step.Phases)}", ("class", "quiet"));
        }

        html.Open("div", ("class", "columns")).Open("div");
        if (transition.Step.Detail(plan.Plan) is { } detail)
        {
            html.Element("p", detail);
        }

        Happenings(transition);
        Grounds(step, grounds);
        html.Close().Open("div");
        BeforeAndAfter(step);
        html.Close().Close();
        html.Close().Break();
    }

    private static string? LaneOf(Step step) => step.Targets.Count > 0 ? step.Targets[0].Name : null;

    private void Happenings(Transition transition)
    {
        html.Element("h4", "What happens").Open("ul", ("class", "happenings"));
        foreach (var words in StepText.Happenings(transition).DefaultIfEmpty(new Words(StepText.NothingHappens, Tone.Quiet)))
        {
            html.Element("li", words.Text, ("class", ToneOf(words)));
        }

        html.Close();
    }

    private void Grounds(OutlineStep step, ValueList<StepGround> grounds)
    {
        html.Element("h4", "Why it is allowed").Open("ul", ("class", "grounds"));
        foreach (var ground in grounds)
        {
            var met = outline.Steps[ground.MetBy];
            html.Open("li").Text("Since step ");
            StepLink(met.Number).Text($", {met.Transition.Step.Instruction}: ").Element("b", ground.Rule.Id)
                .Text($" no longer {(ground.Rule.Severity == RuleSeverity.Error ? "bars it" : "warns of it")} ({ground.Rule.Title}).");
            html.Element("span", $"Before that step: {ground.Otherwise}", ("class", "otherwise")).Close();
        }

        if (grounds.Count == 0)
        {
            html.Element("li", "No earlier step has to be done for it.");
        }

        foreach (var (engine, partner) in DeploymentGuard.Partners(plan.Galaxy, step.Transition))
        {
            html.Open("li").Text("Seen on the day, or the step is not begun: ").Element("b", "UPG5004")
                .Text($" {partner.Name} and its node {partner.Platform.Node} answer, and {partner.Name} is ready to sync with {engine.Name}.").Close();
        }

        html.Close();
    }

    private void BeforeAndAfter(OutlineStep step)
    {
        var transition = step.Transition;
        var changed = states.ChangesIn(transition);
        html.Element("h4", "State before and after").Open("table", ("class", "rows state")).Open("thead").Open("tr");
        html.Element("th", "", ("scope", "col")).Element("th", "Before", ("scope", "col")).Element("th", "After", ("scope", "col"));
        html.Close().Close().Open("tbody").Break();
        foreach (var (before, after) in changed)
        {
            html.Open("tr").Open("th", ("scope", "row")).Element("b", after.Name).Text(" ").Element("span", after.What).Close();
            html.Element("td", before.State).Element("td", after.State, ("class", "changed")).Close().Break();
        }

        html.Close().Close();
        var others = states.Count - changed.Count;
        var isKnown = step.Branch is null; // Beside other branches there is no moment at which the whole state is known.
        if (others == 0)
        {
            return;
        }

        var remark = changed.Count == 0 ? "Everything is as before" : $"Everything else is as before ({Number(others)})";
        if (!isKnown || plan.Galaxy.Platforms.Count > StateListing.SmallGalaxy)
        {
            html.Element("p", remark + (isKnown ? "." : ", but for what other branches do."), ("class", "quiet"));
            return;
        }

        html.Open("details").Element("summary", remark).Open("table", ("class", "rows state")).Open("tbody").Break();
        foreach (var row in states.RowsAfter(transition).Where(row => !row.HasChanged).Select(row => row.Row))
        {
            html.Open("tr").Open("th", ("scope", "row")).Element("b", row.Name).Text(" ").Element("span", row.What).Close()
                .Element("td", row.State).Close().Break();
        }

        html.Close().Close().Close();
    }
}

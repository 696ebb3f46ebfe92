using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>
/// The plan as one page that needs nothing else: what matters at the top, then lanes over the steps, then each step with the state before and
/// after it and why it is allowed. With a run it shows how far that is.
/// </summary>
internal sealed partial class PlanPage
{
    /// <summary>A file with this name for its maker is a page of ours, which a run may replace.</summary>
    public const string Generator = "PlanAnalyzers upgrade plan";

    /// <summary>How often a page of a run that goes on loads itself anew.</summary>
    public const int RefreshSeconds = 5;

    /// <summary>The most objects that a figure at the top names.</summary>
    private const int MostNamed = 3;

    private readonly HtmlWriter html = new();
    private readonly ValidatedPlan plan;
    private readonly RunProgress? run;
    private readonly DateTimeOffset? written;
    private readonly bool isKept;
    private readonly PlanOutline outline;
    private readonly AssumedCourse course;
    private readonly StateText states;
    private readonly ILookup<string, (int Step, Outage Outage)> outages;

    private PlanPage(ValidatedPlan plan, RunProgress? run, DateTimeOffset? written, bool isKept)
    {
        this.plan = plan;
        this.run = run;
        this.written = written;
        this.isKept = isKept;
        outline = PlanOutline.Of(plan);
        course = AssumedCourse.Of(plan);
        states = new StateText(plan.Plan);
        outages = plan.Transitions
            .SelectMany((transition, index) => transition.Effects.OfType<Outage>().Select(outage => (Step: index + 1, Outage: outage)))
            .ToLookup(of => of.Outage.Objects, StringComparer.Ordinal);
    }

    public static string Of(ValidatedPlan plan) => new PlanPage(plan, run: null, written: null, isKept: false).Write();

    /// <summary>The page of a run.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="run">How far it is.</param>
    /// <param name="written">The time now.</param>
    /// <param name="isKept">Whether the page is written anew as long as the run goes on: then it loads itself anew, and says so when it is old.</param>
    public static string Of(ValidatedPlan plan, RunProgress run, DateTimeOffset written, bool isKept) => new PlanPage(plan, run, written, isKept).Write();

    private bool LoadsItselfAnew => isKept && run is { GoesOn: true };

    private string Write()
    {
        html.Open("html", ("lang", "en")).Break();
        Head();
        html.Open("body", ("data-current", run?.Current is { } current ? Number(current) : null)).Break();
        html.Open("header", ("class", "page"));
        Title();
        html.Close().Break();
        if (run is not null)
        {
            Run(run);
        }

        Warnings();
        Figures();
        Chart();
        Glance();
        Steps();
        Times();
        html.Resource("script", PageResource.Script).Break();
        return html.Close().Close().Break().ToString();
    }

    private void Head()
    {
        html.Open("head").Break();
        html.Open("meta", ("charset", "utf-8")).Break();
        html.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content",
            $"default-src 'none'; style-src 'unsafe-inline'; script-src {PageResource.Script.Hash}; base-uri 'none'; form-action 'none'")).Break();
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Break();
        html.Open("meta", ("name", "generator"), ("content", Generator)).Break();
        html.Open("meta", ("name", "color-scheme"), ("content", "light dark")).Break();
        if (LoadsItselfAnew)
        {
            html.Open("noscript").Open("meta", ("http-equiv", "refresh"), ("content", Number(RefreshSeconds))).Close().Break();
        }

        html.Element("title", run is null ? $"Upgrade plan {plan.Plan.Name}" : $"{Done(run)}: {plan.Plan.Name}").Break();
        html.Resource("style", PageResource.Style).Break().Close().Break();
    }

    private void Title()
    {
        html.Element("p", run is null ? "Upgrade plan" : "Run of the upgrade plan", ("class", "kicker"));
        html.Element("h1", plan.Plan.Name);
        html.Open("p", ("class", "versions"));
        html.Text("Galaxy ").Element("b", plan.Galaxy.Name).Text(" from ")
            .Element("span", plan.Plan.From.Text(), ("class", "chip old")).Text(" to ").Element("span", plan.Plan.To.Text(), ("class", "chip new"));
        html.Close();
        html.Open("p", ("class", "print-id")).Text("Fingerprint ").Element("code", Head(plan)["Fingerprint"], ("title", plan.Fingerprint)).Close();
    }

    private void Warnings()
    {
        if (PlanHead.Warnings(plan) is { Count: > 0 } warnings)
        {
            html.Open("section", ("class", "warnings")).Element("h2", "Warnings").Open("ul");
            foreach (var warning in warnings)
            {
                html.Element("li", warning.Text);
            }

            html.Close().Close().Break();
        }
    }

    private void Figures()
    {
        var withoutBackup = course.WithoutBackup.SelectMany(of => of).ToArray();
        var failovers = plan.Transitions
            .SelectMany((transition, index) => transition.Effects.OfType<Failover>()
                .Select(effect => (Step: index + 1, Text: $"{effect.From.Name} → {effect.To.Name}")))
            .ToArray();
        html.Open("section", ("class", "figures"), ("aria-label", "What matters")).Break();
        Figure(Number(failovers.Length), failovers.Length == 1 ? "failover" : "failovers", failovers.Length > 0 ? "caution" : "good", failovers);
        Figure(
            Number(course.Outages.Count),
            course.Outages.Count == 1 ? "outage" : "outages",
            course.Outages.Count > 0 ? "alarm" : "good",
            [.. course.Outages.Select(time => (time.FromStep, $"{time.Objects}: {Length(time)}"))],
            Longest(course.Outages));
        Figure(
            withoutBackup.Length == 1 ? Length(withoutBackup[0]) : Number(withoutBackup.Length),
            withoutBackup.Length == 1 ? "without backup" : "times without backup",
            withoutBackup.Length > 0 ? "caution" : "good",
            [.. withoutBackup.Select(time => (time.FromStep, withoutBackup.Length == 1 ? time.Objects : $"{time.Objects}: {Length(time)}"))],
            Longest(withoutBackup));
        Figure(Number(plan.Transitions.Count), plan.Transitions.Count == 1 ? "step" : "steps", "", [], $"{PlantTime.Length(course.Length)}, by assumed times");
        html.Close().Break();
    }

    private void Figure(string figure, string what, string tone, (int Step, string Text)[] items, string remark = "")
    {
        html.Open("div", ("class", $"figure {tone}")).Element("p", figure, ("class", "number")).Element("p", what, ("class", "what")).Open("ul");
        foreach (var (step, text) in items.Take(MostNamed))
        {
            html.Open("li").Text(text).Text(" ").Element("a", $"step {Number(step)}", ("href", $"#step-{Number(step)}")).Close();
        }

        if (items.Length > MostNamed)
        {
            html.Open("li").Element("a", $"and {Number(items.Length - MostNamed)} more", ("href", "#times")).Close();
        }

        if (remark.Length > 0)
        {
            html.Element("li", remark);
        }

        html.Close().Close().Break();
    }

    private void Times()
    {
        html.Open("section", ("id", "times")).Break();
        Times("Outages: objects out of service", course.Outages, "Reason");
        Times("Without backup: nothing takes over if the active engine stops", [.. course.WithoutBackup.SelectMany(of => of).OrderBy(time => time.From)], "Since");
        html.Element("h2", "At the end").Open("ul");
        foreach (var words in PlanHead.End(plan))
        {
            html.Element("li", words.Text, ("class", ToneOf(words)));
        }

        html.Close();
        html.Open("p", ("class", "quiet")).Text("All times are assumptions and not measurements; ").Element("code", "simulate --help")
            .Text(" says which, and how to give those of your site. A step is taken at its worst: what it takes away is gone from its beginning.").Close();
        html.Open("p", ("class", "quiet")).Text("Fingerprint of the plan: ").Element("code", plan.Fingerprint).Close();
        html.Close().Break();
    }

    private void Times(string title, IReadOnlyList<Interruption> times, string reason)
    {
        if (times.Count == 0)
        {
            return;
        }

        html.Element("h2", title).Open("table", ("class", "rows")).Open("thead").Open("tr");
        foreach (var column in new[] { "Objects of", "From step", "To step", "Clock", "Length", reason })
        {
            html.Element("th", column, ("scope", "col"));
        }

        html.Close().Close().Open("tbody").Break();
        foreach (var time in times)
        {
            html.Open("tr").Element("th", time.Objects, ("scope", "row"));
            StepCell(time.FromStep);
            StepCell(time.ToStep);
            html.Element("td", $"{Clock(time.From)}–{(time.GoesOn ? "…" : Clock(time.To))}").Element("td", Length(time)).Element("td", time.Why).Close().Break();
        }

        html.Close().Close().Break();

        void StepCell(int? step)
        {
            html.Open("td");
            _ = step is { } number ? StepLink(number) : html.Text("goes on");
            html.Close();
        }
    }

    private HtmlWriter StepLink(int number) => html.Element("a", Number(number), ("href", $"#step-{Number(number)}"), ("title", plan.Plan.Steps[number - 1].Instruction));

    private static string Longest(IReadOnlyList<Interruption> times) =>
        times.Count > 1 ? $"The longest: {PlantTime.Length(times.Max(time => time.Length))}" : "";

    private static string Length(Interruption time) => PlantTime.Length(time.Length) + (time.GoesOn ? ", going on" : "");

    private static string Clock(TimeSpan time) => PlantTime.Clock(time, AssumedDurations.Default.HaveSeconds);

    private static Dictionary<string, string> Head(ValidatedPlan plan) =>
        PlanHead.Of(plan).ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal);

    private static string? ToneOf(Words words) => words.Tone == Tone.Plain ? null : words.Tone.ToString().ToLowerInvariant();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

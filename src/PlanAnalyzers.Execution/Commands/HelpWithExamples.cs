using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary><c>--help</c>: the usual help, then examples and the exit codes.</summary>
internal sealed class HelpWithExamples(ValidatedPlan plan, int width) : SynchronousCommandLineAction
{
    private readonly HelpAction usual = new() { MaxWidth = width };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        SafeText.WriteLine(output, "Examples:");
        foreach (var (arguments, meaning) in Examples(parseResult.CommandResult.Command))
        {
            SafeText.WriteLine(output, $"  {RootCommand.ExecutableName} {arguments}".TrimEnd());
            SafeText.WriteLine(output, $"      {meaning}");
        }

        SafeText.WriteLine(output, "");
        SafeText.WriteLine(output, "Exit codes:");
        foreach (var code in Enum.GetValues<ExitCode>())
        {
            SafeText.WriteLine(output, string.Create(CultureInfo.InvariantCulture, $"  {(int)code,3}  {code.Text()}"));
        }

        return (int)ExitCode.Done;
    }

    /// <summary>A step whose failure is worth a look: the first that interrupts something.</summary>
    private string TellingStep
    {
        get
        {
            var before = plan.Transitions.TakeWhile(transition => !transition.Effects.Any(effect => effect is Failover or Outage)).Count();
            return Math.Min(before + 1, plan.Transitions.Count).ToString(CultureInfo.InvariantCulture);
        }
    }

    private (string Arguments, string Meaning)[] Examples(Command command) => command.Name switch
    {
        "show" =>
        [
            ("show", "the steps and the state after each"),
            ("show --changes", "the same, but after each step only what it changed"),
        ],
        "simulate" =>
        [
            ("simulate", "run all steps; see the failovers, the outages and the times without backup"),
            ("simulate --duration Upgrade=45 --duration CascadeDeploy=20 --takeover 0.5", "the same with the times of your site"),
            ($"simulate --fail {TellingStep}", "see where the galaxy stands if that step fails"),
            ("simulate --pace 10", "watch it: ten minutes of the plant in a second"),
        ],
        "run" =>
        [
            ("run --driver simulator", "rehearse the plan with a journal; nothing in the plant is touched"),
            ("run --driver manual --operator \"A. Lovelace\"", "carry the plan out by hand; the program says what to do where, and asks what is seen"),
            ("run --driver manual --html run.html", "the same, with a page for onlookers that shows how far the run is"),
            ("run --driver script --script site.json", "carry it out with the commands that site.json names"),
            ($"run --driver simulator --journal rehearsal.journal --fault {TellingStep}=fails", "see what a run says when that step fails"),
        ],
        "resume" =>
        [
            ("resume", "go on after a crash, a stop or a failure; the galaxy is looked at first"),
            ("resume --accept --reason \"P3 is down for repair\"", "go on although the galaxy differs from the plan"),
            ($"resume --done {TellingStep} --reason \"seen on the node\"", "go on after a step of which nothing shows whether it was done"),
        ],
        "status" =>
        [
            ("status", "see where the run stands, and everything that was done"),
            ("status --verify", "see too whether the journal was changed afterwards"),
            ("status --html run.html", "write a page that shows how far the run is, for the report"),
        ],
        "locate" =>
        [
            ("locate --driver manual", "answer what is seen, and learn after which step the galaxy is, or what somebody changed"),
            ("locate --driver script --script site.json", "let the commands of site.json look"),
            ("locate --template > seen.json", "get a file to fill in with what is seen"),
            ("locate --seen seen.json", "learn where the galaxy is by that file"),
            ($"locate --driver manual --journal {plan.Plan.Name}.journal", "learn too whether that is where the journal says the run stands"),
        ],
        "export" =>
        [
            ("export --format markdown --output runbook.md", "a runbook to print and to tick off"),
            ("export --format mermaid > plan.mmd", "a diagram, for wikis and code hosts that draw Mermaid"),
            ("export --format html --output plan.html", "a page to look at in a browser and to print"),
            ("export --format json --output plan.json --force", "everything, for programs; overwrites plan.json"),
        ],
        _ =>
        [
            ("", "show the plan"),
            ("simulate", "run it against a simulated galaxy"),
            ("run --driver simulator", "rehearse the day, with a journal"),
            ("export --format markdown --output runbook.md", "write the runbook"),
        ],
    };
}

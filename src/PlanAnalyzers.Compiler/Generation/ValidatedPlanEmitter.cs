using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Generation;

/// <summary>Writes the members of a plan without errors: its transitions, its state machine and its way to run.</summary>
internal static class ValidatedPlanEmitter
{
    public static void Write(SourceWriter code, CheckedPlan plan, bool canRun)
    {
        var validated = ValidatedPlan.Of(plan);
        WriteSurface(code, validated, canRun);
        code.Line();
        WriteTransitions(code, validated);
        code.Line();
        WriteCompiled(code, validated);
    }

    private static void WriteSurface(SourceWriter code, ValidatedPlan plan, bool canRun)
    {
        code.Doc("summary", "SHA-256 over the galaxy, the versions, the steps and their transitions: a plan that does anything else has another.");
        code.Line($"public const string Fingerprint = {Code.Literal(plan.Fingerprint)};").Line();

        code.Doc(
            "summary",
            $"The plan as it was validated: {plan.Galaxy.Name} from {plan.Plan.From.Text()} to {plan.Plan.To.Text()} "
            + $"in {Count(plan.Transitions.Count, "step")}, with {Count(plan.Failovers, "failover")} and {Count(plan.Outages, "outage")}.");
        code.Line($"public static {Code.Model}ValidatedPlan Validated => __Compiled.Plan.Value;").Line();

        code.Doc("summary", "A state machine that stands before the first step, for programs that carry the plan out themselves.");
        code.Line($"public static {Code.Model}PlanStateMachine CreateStateMachine() => new {Code.Model}PlanStateMachine(Validated);");

        if (canRun)
        {
            code.Line().Doc("summary", "Runs the plan as a program: \"--help\" says what it can do.");
            code.Line("/// <param name=\"args\">The program's arguments.</param>");
            code.Line("/// <returns>The exit code.</returns>");
            code.Line("public static global::System.Threading.Tasks.Task<int> RunAsync(string[] args) =>");
            code.Indented(() => code
                .Line("global::PlanAnalyzers.Execution.PlanHost.RunAsync(")
                .Indented(() => code
                    .Line("() => Validated,")
                    .Line("() => Define(global::PlanAnalyzers.Plan.For(Validated.Galaxy)).Steps,")
                    .Line("args);")));
        }
    }

    private static void WriteTransitions(SourceWriter code, ValidatedPlan plan)
    {
        var count = plan.Transitions.Count;
        var text = new StateText(plan.Plan);
        code.Doc(
            "summary",
            "What each step does to the galaxy: the state before, what happens, the state after. Its number is its place among the transitions "
            + "of Validated and the steps of a state machine.");
        code.Block("public static class Transitions", () =>
        {
            for (var i = 0; i < count; i++)
            {
                var transition = plan.Transitions[i];
                if (i > 0)
                {
                    code.Line();
                }

                code.Doc("summary", $"Step {i + 1} of {count}: {transition.Step.Instruction}.");
                if (Remarks(text, transition).ToArray() is { Length: > 0 } remarks)
                {
                    code.Doc("remarks", remarks);
                }

                // A constant, since the compiler takes a hundred times longer for a property that looks the transition up.
                code.Line($"public const int {NameOf(plan, i)} = {i};");
            }
        });
    }

    /// <summary>What the step changes, in the vendor's words, so that a reviewer can hold it against the procedure.</summary>
    private static IEnumerable<string> Remarks(StateText text, Transition transition)
    {
        foreach (var change in transition.Changes)
        {
            var (before, after) = change switch
            {
                PlatformChange { Platform: var platform } => (text.RowOf(transition.Before, platform), text.RowOf(transition.After, platform)),
                EngineChange { Engine: var engine } => (text.RowOf(transition.Before, engine), text.RowOf(transition.After, engine)),
                _ => (text.RowOf(transition.Before.Database), text.RowOf(transition.After.Database)),
            };
            yield return $"{before.Name}: {before.State} → {after.State}";
        }

        foreach (var effect in transition.Effects)
        {
            yield return $"{effect}.";
        }
    }

    private static void WriteCompiled(SourceWriter code, ValidatedPlan plan)
    {
        code.Line("// What the compiler validated, written down. Nothing of it is worked out again when the plan runs.");
        code.Block("private static class __Compiled", () =>
        {
            code.Line($"internal static readonly global::System.Lazy<{Code.Model}ValidatedPlan> Plan =");
            code.Indented(() => code.Line(
                $"new global::System.Lazy<{Code.Model}ValidatedPlan>(() => {Code.Model}ValidatedPlanText.Read(Text, Fingerprint));")).Line();
            // Not indented: all texts of an assembly together may have 8 million letters, and a thousand plans are to fit.
            code.Line("private const string Text = @\"");
            foreach (var line in ValidatedPlanText.Write(plan))
            {
                code.Verbatim(line.Replace("\"", "\"\""));
            }

            code.Verbatim("\";");
        });
    }

    private static string NameOf(ValidatedPlan plan, int index)
    {
        var step = plan.Transitions[index].Step;
        var number = PlanEmitter.Padded(index + 1, plan.Transitions.Count);
        return $"Step{number}{step.Kind}{string.Concat(step.Targets.Select(target => target.Name))}";
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}

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
        code.Doc("summary", "What each step does to the galaxy: the state before, what happens, the state after.");
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

                code.Line($"public static {Code.Model}Transition {NameOf(plan, i)} => Validated.Transitions[{i}];");
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
            WriteGalaxy(code, plan.Galaxy);
            code.Line();
            code.Line($"internal static readonly global::System.Lazy<{Code.Model}ValidatedPlan> Plan =");
            code.Indented(() => code.Line($"new global::System.Lazy<{Code.Model}ValidatedPlan>(Build);")).Line();
            code.Block($"private static {Code.Model}ValidatedPlan Build()", () =>
            {
                code.Line($"var plan = new {Code.Model}ValidatedPlanBuilder(");
                code.Indented(() => code
                    .Line($"{Code.Literal(plan.Plan.Name)}, Galaxy, {Code.Version(plan.Plan.From)}, {Code.Version(plan.Plan.To)});"));
                WriteParts(code, plan, plan.Plan.Steps.Parts, 0);
                code.Line($"return plan.Build({Code.Literal(plan.Fingerprint)});");
            });
            for (var i = 0; i < plan.Transitions.Count; i++)
            {
                code.Line();
                WriteStep(code, NameOf(plan, i), plan.Transitions[i]);
            }
        });
    }

    private static void WriteParts(SourceWriter code, ValidatedPlan plan, IEnumerable<PlanPart> parts, int first)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case Phase phase:
                    WriteGroup($"plan.Phase({Code.Literal(phase.Title)});", () => WriteParts(code, plan, phase.Parts, first));
                    break;
                case InParallel group:
                    WriteGroup("plan.InParallel();", () => WriteBranches(code, plan, group, first));
                    break;
                default:
                    code.Line($"{NameOf(plan, first)}(plan);");
                    break;
            }

            first += PlanSteps.CountOf(part);
        }

        void WriteGroup(string begin, Action group) => code.Line(begin).Indented(group).Line("plan.End();");
    }

    private static void WriteBranches(SourceWriter code, ValidatedPlan plan, InParallel group, int first)
    {
        foreach (var branch in group.Branches)
        {
            var start = first;
            code.Line("plan.Branch();").Indented(() => WriteParts(code, plan, branch.Parts, start)).Line("plan.End();");
            first += PlanSteps.CountOf(branch);
        }
    }

    private static void WriteGalaxy(SourceWriter code, Galaxy galaxy)
    {
        code.Block("private static class __Declared", () =>
        {
            WriteFields(galaxy.Servers, server => Code.Of(server));
            WriteFields(galaxy.Platforms, platform => Code.Of(platform));
            WriteFields(galaxy.Engines, engine => Code.Of(engine));
        });
        code.Line();
        code.Line($"private static readonly {Code.Model}Galaxy Galaxy = new {Code.Model}Galaxy(");
        code.Indented(() => code
            .Line($"{Code.Literal(galaxy.Name)},")
            .Line($"{ListOf("SystemManagementServer", galaxy.Servers)},")
            .Line($"{ListOf("Platform", galaxy.Platforms)},")
            .Line($"{ListOf("AppEngine", galaxy.Engines)});"));

        void WriteFields<T>(ValueList<T> declarations, Func<T, string> value)
            where T : Declaration
        {
            foreach (var declaration in declarations)
            {
                var name = Code.Identifier(declaration.Name);
                code.Line($"internal static readonly {Code.Model}{typeof(T).Name} {name} = {value(declaration)};");
            }
        }
    }

    private static string ListOf(string type, IEnumerable<Declaration> declarations) =>
        $"{Code.Model}ValueList.Of<{Code.Model}{type}>({string.Join(", ", declarations.Select(Code.Name))})";

    private static void WriteStep(SourceWriter code, string name, Transition transition)
    {
        code.Block($"private static void {name}({Code.Model}ValidatedPlanBuilder plan)", () =>
        {
            code.Line($"plan.Step({Code.Of(transition.Step)});");
            foreach (var change in transition.Changes)
            {
                code.Line(change switch
                {
                    PlatformChange { Platform: var platform, After: var after } => $"plan.Becomes({Code.Name(platform)}, {Code.Of(after)});",
                    EngineChange { Engine: var engine, After: var after } => $"plan.Becomes({Code.Name(engine)}, {Code.Of(after)});",
                    DatabaseChange { After: var after } => $"plan.Becomes({Code.Of(after)});",
                    _ => "",
                });
            }

            foreach (var effect in transition.Effects)
            {
                code.Line($"plan.Happens({Code.Of(effect)});");
            }
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

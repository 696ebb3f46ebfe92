namespace PlanAnalyzers.Compiler.Generation;

/// <summary>Writes the members of a plan with errors: they are there, so that nothing else fails to compile, and they all refuse.</summary>
internal static class RefusedPlanEmitter
{
    public static void Write(SourceWriter code, PlanOutcome outcome, bool canRun)
    {
        code.Doc("summary", "None: the plan has errors.");
        code.Line("public const string Fingerprint = \"\";").Line();

        code.Doc("summary", ["This plan has errors and cannot be carried out.", .. outcome.Errors]);
        code.Line($"/// <exception cref=\"{Code.Model}PlanRefusedException\">Always.</exception>");
        code.Line($"public static {Code.Model}ValidatedPlan Validated =>");
        code.Indented(() => code.Line(
            $"throw new {Code.Model}PlanRefusedException({Code.Literal(outcome.Class.Name)}, __Errors);")).Line();

        code.Doc("summary", "Refuses: the plan has errors.");
        code.Line($"public static {Code.Model}PlanStateMachine CreateStateMachine() => new {Code.Model}PlanStateMachine(Validated);").Line();

        if (canRun)
        {
            code.Doc("summary", "Refuses: prints the errors and returns the exit code of a refused plan.");
            code.Line("public static global::System.Threading.Tasks.Task<int> RunAsync(string[] args) =>");
            code.Indented(() => code.Line(
                $"global::PlanAnalyzers.Execution.PlanHost.Refuse({Code.Literal(outcome.Class.Name)}, __Errors, args);")).Line();
        }

        code.Line("private static readonly string[] __Errors =");
        code.Line("{");
        code.Indented(() =>
        {
            foreach (var error in outcome.Errors)
            {
                code.Line($"{Code.Literal(error)},");
            }
        });
        code.Line("};");
    }
}

using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A driver whose hands and eyes are commands of the site: a file says which one does what.</summary>
internal sealed class ScriptDriver(DriverSetup setup) : IDriver
{
    public const string Name = "script";

    private readonly ValidatedPlan plan = setup.Plan;
    private readonly TimeProvider time = setup.Terminal.Time;
    private readonly ScriptMap map = ScriptMap.Read(setup.Script, setup.Plan.Plan);

    public async Task<StepReport> CarryOutAsync(StepOrder order, CancellationToken cancellation)
    {
        try
        {
            var answer = await AskAsync(
                map.Of(order.Transition.Step),
                Request(ScriptQuestion.Step) with { Step = Of(order) },
                async (command, request) => Done(
                    await ScriptProcess.AskAsync(command, request, ScriptMessageContext.Default.ScriptStepAnswer, time, cancellation)),
                cancellation);
            return new StepReport(StepEnding.Done, ScriptException.ShortText(answer.Text));
        }
        catch (ScriptException exception)
        {
            return new StepReport(exception.HasAnswered ? StepEnding.Failed : StepEnding.NoAnswer, exception.Message);
        }

        static ScriptStepAnswer Done(ScriptStepAnswer answer) =>
            answer.Ending == StepEnding.Done ? answer : throw new ScriptException(answer.Text, answer.Ending == StepEnding.Failed);
    }

    public async Task<Observation> ObserveAsync(ObservationRequest request, CancellationToken cancellation)
    {
        var seen = (await AskAsync(
            map.Observe,
            Request(ScriptQuestion.Observe) with { Reason = request.Reason, Moving = request.Moving },
            (command, question) => ScriptProcess.AskAsync(command, question, ScriptMessageContext.Default.ScriptObservation, time, cancellation),
            cancellation)).Seen;
        if (seen.FirstOrDefault(of => of.Value.Values.Any(value => value?.Length > ScriptException.LongestText)) is { Key: not null } wordy)
        {
            throw new ScriptException($"what is said of {wordy.Key} is longer than {ScriptException.LongestText} characters", hasAnswered: false);
        }

        var known = VisibleState.Of(plan.Plan, plan.Start).Select(fact => fact.Subject).ToHashSet(StringComparer.Ordinal);
        return seen.Keys.FirstOrDefault(subject => !known.Contains(subject)) is { } unknown
            ? throw new ScriptException($"it is said how '{unknown}' is, which is no name of this plan", hasAnswered: false)
            : Observation.Of(seen);
    }

    public async Task<StepTrace> TraceAsync(StepOrder order, CancellationToken cancellation) => map.Trace is not { } trace
        ? StepTrace.Unknown
        : (await AskAsync(
            trace,
            Request(ScriptQuestion.Trace) with { Step = Of(order) },
            (command, question) => ScriptProcess.AskAsync(command, question, ScriptMessageContext.Default.ScriptTraceAnswer, time, cancellation),
            cancellation)).Trace;

    public void Dispose()
    {
    }

    /// <summary>Asks as often as the file allows, which it does only for what may be done twice.</summary>
    private async Task<T> AskAsync<T>(
        ScriptCommand command, ScriptRequest request, Func<ScriptCommand, ScriptRequest, Task<T>> ask, CancellationToken cancellation)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await ask(command, request);
            }
            catch (ScriptException) when (tries < command.Retries)
            {
                await Task.Delay(TimeSpan.FromSeconds(command.WaitSeconds), time, cancellation);
            }
        }
    }

    private ScriptRequest Request(ScriptQuestion question) => new(
        ScriptRequest.CurrentVersion,
        question,
        plan.Plan.Name,
        plan.Fingerprint,
        plan.Plan.From.Text(),
        plan.Plan.To.Text(),
        JsonDocumentOfPlan.Of(plan.Galaxy),
        Step: null,
        Reason: null,
        Moving: null);

    private ScriptStep Of(StepOrder order)
    {
        var (step, transition) = (order.Transition.Step, order.Transition);
        var after = new Observation(VisibleState.Of(plan.Plan, transition.After));
        return new ScriptStep(
            order.Number,
            order.Attempt,
            step.Kind,
            step.ToString(),
            step.Instruction,
            step.Detail(plan.Plan),
            [.. step.Targets.Select(target => target.Name)],
            [.. step.Targets.Select(NodeOf).DefaultIfEmpty(plan.Galaxy.GalaxyRepository.Node)],
            order.Branch,
            after.NewsSince(new Observation(VisibleState.Of(plan.Plan, transition.Before))));
    }

    private static string NodeOf(DeployTarget target) => target is AppEngine engine ? engine.Platform.Node : ((Platform)target).Node;
}

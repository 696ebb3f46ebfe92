using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A driver whose hands and eyes are the operator's: it says what to do and where, and asks item by item what is seen then.</summary>
internal sealed class ManualDriver(DriverSetup setup) : IDriver
{
    public const string Name = "manual";

    private readonly ValidatedPlan plan = setup.Plan;
    private readonly StateText text = new(setup.Plan.Plan);
    private readonly OperatorDialog dialog = new(setup.Terminal);

    /// <summary>What was seen to be otherwise than promised, with what was promised then: it is so until somebody looks again.</summary>
    private readonly Dictionary<(string Subject, Aspect Aspect), (string Promised, string Seen)> deviations = [];

    /// <summary>One thing is asked at a time, however many branches there are.</summary>
    private readonly SemaphoreSlim turn = new(1);
    private bool hasLookedAtAll;

    public Task<StepReport> CarryOutAsync(StepOrder order, CancellationToken cancellation) => InTurnAsync(() =>
    {
        var transition = order.Transition;
        dialog.Say("");
        dialog.Say(new Words($"To do now: step {order.Number}{(order.Branch is null ? "" : $", branch {order.Branch}")}: {transition.Step.Instruction}", Tone.Strong));
        if (transition.Step.Detail(plan.Plan) is { } detail)
        {
            dialog.Say($"  {detail}");
        }

        foreach (var words in StepText.Happenings(transition).DefaultIfEmpty(StepText.NothingHappens))
        {
            dialog.Say("  What will happen: ", words);
        }

        return Ending();
    });

    public Task<Observation> ObserveAsync(ObservationRequest request, CancellationToken cancellation) => InTurnAsync(() =>
    {
        dialog.Say("");
        dialog.Say(new Words($"To be seen {request.Reason}:", Tone.Strong));
        if (!hasLookedAtAll)
        {
            dialog.Say("Look at each of these. y where it is just as the line says; n where anything of it is otherwise, and you are asked what it is.");
        }

        foreach (var step in request.InDoubt)
        {
            LookForTraces(step, request.Promised);
        }

        var inDoubt = request.InDoubt.SelectMany(step => Subjects.TouchedBy(plan.Galaxy, step.Transition.Step)).ToHashSet(StringComparer.Ordinal);
        var touched = request.After is { } done ? Subjects.TouchedBy(plan.Galaxy, done.Transition.Step) : new HashSet<string>(StringComparer.Ordinal);
        foreach (var (subject, row) in Rows(request, touched).Where(item => !request.Moving.Contains(item.Subject) && !inDoubt.Contains(item.Subject)))
        {
            if (dialog.IsSo($"  {row}."))
            {
                Forget(subject);
            }
            else
            {
                LookCloser(subject, request.Promised);
            }
        }

        foreach (var (engine, partner) in request.Before.SelectMany(step => DeploymentGuard.Partners(plan.Galaxy, step.Transition)))
        {
            var isReady = dialog.IsSo($"  Before {engine.Name} is deployed: its partner {partner.Name} and the node {partner.Platform.Node} answer, and {partner.Name} is ready to sync.");
            Note(partner.Name, Aspect.Reachability, VisibleState.Reachable, isReady ? VisibleState.Reachable : VisibleState.NotReachable);
        }

        AskForTheRest(request, inDoubt);
        hasLookedAtAll = true;
        return new Observation(VisibleState.Of(plan.Plan, request.Promised)
            .Where(fact => !request.Moving.Contains(fact.Subject))
            .Select(AsSeen)
            .Concat(Unexpected(request)));
    });

    public Task<StepTrace> TraceAsync(StepOrder order, CancellationToken cancellation) => InTurnAsync(() =>
    {
        dialog.Say("");
        dialog.Say(new Words(
            $"Step {order.Number}, {order.Transition.Step.Instruction}, was begun earlier, and nobody wrote down how it ended.", Tone.Caution));
        while (true)
        {
            switch (dialog.Ask("Go and look. u = it is still under way, d = it was done, n = it was not done, ? = nobody knows").ToUpperInvariant())
            {
                case "U":
                    return StepTrace.UnderWay;
                case "D":
                    return StepTrace.Done;
                case "N":
                    return StepTrace.NotDone;
                case "?":
                    return StepTrace.Unknown;
            }
        }
    });

    public void Dispose() => turn.Dispose();

    /// <summary>Asks how a step ended. Nothing that could mean that it failed counts as done.</summary>
    private StepReport Ending()
    {
        while (true)
        {
            var answer = dialog.Ask("When it is over, type your initials, and a remark behind them if there is one; type 'failed' and why if it failed");
            var words = answer.Split(' ', 2);
            if (words[0].StartsWith("fail", StringComparison.OrdinalIgnoreCase))
            {
                return new StepReport(StepEnding.Failed, words is [_, var why] ? why : "the operator says so");
            }

            if (!OperatorDialog.IsYesOrNo(words[0].TrimEnd(',', '.', ';', ':', '!')))
            {
                return new StepReport(StepEnding.Done, answer);
            }

            dialog.Say(new Words("  Was it done? Then type your initials, such as AL. If it was not, type 'failed' and why.", Tone.Caution));
        }
    }

    private async Task<T> InTurnAsync<T>(Func<T> talk)
    {
        await turn.WaitAsync();
        try
        {
            return setup.Terminal.Floor.Hold(talk);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What is asked one by one: everything at the first look, and then what a step has touched.</summary>
    private IEnumerable<(string Subject, StateRow Row)> Rows(ObservationRequest request, IReadOnlySet<string> touched)
    {
        var state = request.Promised;
        return plan.Galaxy.Platforms
            .SelectMany(platform => plan.Galaxy.EnginesOn(platform)
                .Select(engine => (Subject: engine.Name, Row: text.RowOf(state, engine)))
                .Prepend((Subject: platform.Name, Row: text.RowOf(state, platform))))
            .Append((Subject: plan.Galaxy.Name, Row: text.RowOf(state.Database)))
            .Where(item => hasLookedAtAll ? touched.Contains(item.Subject) && HasChanged(request, item.Subject) : true);
    }

    private bool HasChanged(ObservationRequest request, string subject) =>
        request.After is { } step && step.Transition.Changes.Any(change => change switch
        {
            PlatformChange of => of.Platform.Name == subject,
            EngineChange of => of.Engine.Name == subject,
            _ => subject == plan.Galaxy.Name,
        });

    private void AskForTheRest(ObservationRequest request, HashSet<string> inDoubt)
    {
        if (!hasLookedAtAll || dialog.IsSo("  Everything else is as it was at the last look."))
        {
            return;
        }

        while (dialog.AskOnce("  What is otherwise? Type the name of the platform, the engine or the galaxy, or nothing if that is all") is { Length: > 0 } name)
        {
            if (VisibleState.Of(plan.Plan, request.Promised).Any(fact => fact.Subject == name) && !inDoubt.Contains(name))
            {
                LookCloser(name, request.Promised);
            }
            else
            {
                dialog.Say(new Words($"  {name} is no name of this plan.", Tone.Caution));
            }
        }
    }

    /// <summary>Asks for everything of a platform, an engine or the galaxy.</summary>
    private void LookCloser(string subject, GalaxyState promised)
    {
        foreach (var fact in VisibleState.Of(plan.Plan, promised).Where(fact => fact.Subject == subject))
        {
            Note(subject, fact.Aspect, fact.Value, dialog.Choose($"    {subject}, {AspectText(fact.Aspect)}:", [fact.Value, .. VisibleState.Others(plan.Plan, fact)]));
        }
    }

    /// <summary>Of a step in doubt: asks for what tells the state before it from the state after it.</summary>
    private void LookForTraces(StepOrder step, GalaxyState before)
    {
        var after = VisibleState.Of(plan.Plan, step.Transition.After).ToDictionary(fact => (fact.Subject, fact.Aspect), fact => fact.Value);
        foreach (var fact in VisibleState.Of(plan.Plan, before))
        {
            var other = after.GetValueOrDefault((fact.Subject, fact.Aspect));
            if (other is not null && other != fact.Value)
            {
                Note(fact.Subject, fact.Aspect, fact.Value, dialog.Choose($"  {fact.Subject}, {AspectText(fact.Aspect)}:", [fact.Value, other]));
            }
        }
    }

    private void Note(string subject, Aspect aspect, string promised, string seen)
    {
        if (seen == promised)
        {
            deviations.Remove((subject, aspect));
        }
        else
        {
            deviations[(subject, aspect)] = (promised, seen);
        }
    }

    private void Forget(string subject)
    {
        foreach (var key in deviations.Keys.Where(key => key.Subject == subject).ToArray())
        {
            deviations.Remove(key);
        }
    }

    private Fact AsSeen(Fact fact) =>
        deviations.TryGetValue((fact.Subject, fact.Aspect), out var deviation) && deviation.Promised == fact.Value ? fact with { Value = deviation.Seen } : fact;

    /// <summary>What nobody would look for in the promised state, but in the one after a step in doubt.</summary>
    private IEnumerable<Fact> Unexpected(ObservationRequest request)
    {
        var promised = VisibleState.Of(plan.Plan, request.Promised).Select(fact => (fact.Subject, fact.Aspect)).ToHashSet();
        return request.InDoubt
            .SelectMany(step => VisibleState.Of(plan.Plan, step.Transition.After).Where(fact => !promised.Contains((fact.Subject, fact.Aspect))))
            .Where(fact => deviations.Keys.Any(key => key.Subject == fact.Subject))
            .DistinctBy(fact => (fact.Subject, fact.Aspect));
    }

    internal static string AspectText(Aspect aspect) => aspect switch
    {
        Aspect.Sms => "SMS",
        Aspect.RuntimeChanges => "run-time changes",
        Aspect.ViewApps => "ViewApps",
        Aspect.LoadBalancing => "load balancing",
        _ => aspect.ToString().ToLowerInvariant(),
    };
}

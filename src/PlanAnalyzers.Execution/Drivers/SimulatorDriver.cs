using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A driver for rehearsals: the model as a galaxy, and faults where they are wanted.</summary>
/// <remarks>What the galaxy went through is kept in a file beside the journal, so that a run can be stopped, killed and gone on with.</remarks>
internal sealed class SimulatorDriver : IDriver
{
    public const string Name = "simulator";

    private readonly DriverSetup setup;
    private readonly Pacing pacing;
    private readonly SimulatedGalaxy galaxy;
    private readonly string memory;
    private readonly HashSet<int> done = [];
    private readonly HashSet<int> changed = [];
    private readonly HashSet<string> away = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public SimulatorDriver(DriverSetup setup)
    {
        this.setup = setup;
        pacing = new Pacing(setup.MinutesPerSecond, setup.Terminal.Time);
        galaxy = new SimulatedGalaxy(setup.Plan.Start);
        memory = setup.Journal + ".simulated";
        if (setup.IsNew)
        {
            File.WriteAllText(memory, "");
        }
        else if (File.Exists(memory))
        {
            foreach (var line in File.ReadLines(memory))
            {
                Recall(line.Split(' '));
            }
        }
    }

    public async Task<StepReport> CarryOutAsync(StepOrder order, CancellationToken cancellation)
    {
        var fault = FaultAt(order.Number);
        if (fault == InjectedFault.Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }

        if (!await pacing.WaitAsync(AssumedDurations.Default.Of(order.Transition), cancellation))
        {
            throw new OperationCanceledException(cancellation);
        }

        if (fault == InjectedFault.Fails)
        {
            return new StepReport(StepEnding.Failed, "failure injected with --fault");
        }

        lock (gate)
        {
            Take(order.Number);
            Remember($"step {order.Number.ToString(CultureInfo.InvariantCulture)}");
            if (fault == InjectedFault.NodeAway)
            {
                away.UnionWith(NodesOf(order.Transition.Step));
            }
        }

        return fault == InjectedFault.FalseFailure ? new StepReport(StepEnding.Failed, "false failure injected with --fault") : new StepReport(StepEnding.Done);
    }

    public Task<Observation> ObserveAsync(ObservationRequest request, CancellationToken cancellation)
    {
        lock (gate)
        {
            foreach (var step in request.Before.Where(step => FaultAt(step.Number) == InjectedFault.Changed && changed.Add(step.Number)))
            {
                ChangeBesides(step);
            }

            var state = galaxy.Observe();
            var silent = request.Before.Where(step => FaultAt(step.Number) == InjectedFault.PartnerAway)
                .SelectMany(step => PartnersOf(step.Transition.Step))
                .Where(state.IsRunning)
                .Select(engine => engine.Name)
                .ToHashSet(StringComparer.Ordinal);
            return Task.FromResult(new Observation(VisibleState.Of(setup.Plan.Plan, state).Select(fact => Seen(fact, silent)).OfType<Fact>()));
        }
    }

    public Task<StepTrace> TraceAsync(StepOrder order, CancellationToken cancellation) =>
        Task.FromResult(done.Contains(order.Number) ? StepTrace.Done : StepTrace.NotDone);

    public void Dispose()
    {
    }

    private InjectedFault? FaultAt(int number) => setup.Faults.TryGetValue(number, out var fault) ? fault : null;

    private Fact? Seen(Fact fact, HashSet<string> silent)
    {
        var host = setup.Plan.Galaxy.Engines.FirstOrDefault(engine => engine.Name == fact.Subject)?.Platform.Name;
        if (host is not null && away.Contains(host))
        {
            return null;
        }

        if (!away.Contains(fact.Subject) && !silent.Contains(fact.Subject))
        {
            return fact;
        }

        return fact.Aspect switch
        {
            Aspect.Reachability => fact with { Value = VisibleState.NotReachable },
            Aspect.Deployment when host is not null => fact, // The database knows what is deployed.
            _ => null,
        };
    }

    /// <summary>Somebody else shuts down the last platform that runs and that the step does not touch.</summary>
    private void ChangeBesides(StepOrder order)
    {
        var touched = Subjects.TouchedBy(setup.Plan.Galaxy, order.Transition.Step);
        var running = setup.Plan.Galaxy.Platforms.Where(platform => galaxy.Observe()[platform].Running).ToArray();
        if ((running.LastOrDefault(platform => !touched.Contains(platform.Name)) ?? running.LastOrDefault()) is { } platform)
        {
            galaxy.Finish(order.Number, new ShutDown(platform));
            Remember($"shut {platform.Index.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private IEnumerable<string> NodesOf(Step step) => step.Targets
        .Select(target => target is AppEngine engine ? engine.Platform.Name : target.Name)
        .DefaultIfEmpty(setup.Plan.Galaxy.GalaxyRepository.Name);

    private IEnumerable<AppEngine> PartnersOf(Step step) => step.Targets
        .SelectMany(target => target is Platform platform ? setup.Plan.Galaxy.EnginesOn(platform) : ValueList.Of((AppEngine)target))
        .Select(setup.Plan.Galaxy.PartnerOf)
        .OfType<AppEngine>();

    private void Take(int number)
    {
        galaxy.Finish(number, setup.Plan.Plan.Steps[number - 1]);
        done.Add(number);
    }

    private void Remember(string line) => File.AppendAllText(memory, line + "\n");

    private void Recall(string[] words)
    {
        if (words is ["step", var step])
        {
            Take(int.Parse(step, CultureInfo.InvariantCulture));
        }
        else if (words is ["shut", var platform])
        {
            galaxy.Finish(0, new ShutDown(setup.Plan.Galaxy.Platforms[int.Parse(platform, CultureInfo.InvariantCulture)]));
        }
    }
}

using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>A plant in memory, with its own memory of what was asked of it; tests make it misbehave.</summary>
internal sealed class Plant(ValidatedPlan plan)
{
    private readonly Lock gate = new();
    private readonly List<string> asked = [];
    private GalaxyState state = plan.Start;

    /// <summary>What happens instead of a step; nothing where the step is to be done.</summary>
    public Func<StepOrder, Task<StepReport?>> InsteadOf { get; set; } = _ => Task.FromResult<StepReport?>(null);

    /// <summary>What is seen instead of a fact.</summary>
    public Func<Fact, Fact?> SeenAs { get; set; } = fact => fact;

    /// <summary>What a look for traces finds.</summary>
    public Func<StepOrder, StepTrace> Trace { get; set; } = _ => StepTrace.Unknown;

    /// <summary>What was asked, in order: "do 7", "look", "trace 7".</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (gate)
            {
                return [.. asked];
            }
        }
    }

    /// <summary>The steps that were done, in order.</summary>
    public List<int> Done { get; } = [];

    public DriverKind Kind => new("plant", "a plant of a test", _ => new Driver(this));

    /// <summary>Does a step without being asked.</summary>
    public void Do(int number)
    {
        lock (gate)
        {
            state = UpgradeProcedure.Apply(state, plan.Plan.Steps[number - 1]).After;
            Done.Add(number);
        }
    }

    private void Note(string question)
    {
        lock (gate)
        {
            asked.Add(question);
        }
    }

    private sealed class Driver(Plant plant) : IDriver
    {
        public async Task<StepReport> CarryOutAsync(StepOrder order, CancellationToken cancellation)
        {
            plant.Note($"do {order.Number}");
            if (await plant.InsteadOf(order) is { } report)
            {
                return report;
            }

            plant.Do(order.Number);
            return new StepReport(StepEnding.Done);
        }

        public Task<Observation> ObserveAsync(ObservationRequest request, CancellationToken cancellation)
        {
            plant.Note("look");
            lock (plant.gate)
            {
                return Task.FromResult(new Observation(VisibleState.Of(plant.Plan, plant.state).Select(plant.SeenAs).OfType<Fact>()));
            }
        }

        public Task<StepTrace> TraceAsync(StepOrder order, CancellationToken cancellation)
        {
            plant.Note($"trace {order.Number}");
            return Task.FromResult(plant.Trace(order));
        }

        public void Dispose()
        {
        }
    }

    private UpgradePlan Plan => plan.Plan;
}

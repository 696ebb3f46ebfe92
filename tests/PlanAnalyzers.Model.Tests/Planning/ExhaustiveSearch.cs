namespace PlanAnalyzers.Model.Tests.Planning;

/// <summary>
/// The lowest cost of all plans of a galaxy: every step that the rules accept, in every state, cheapest first. It knows what
/// <see cref="UpgradeProcedure"/> and the rules know, and nothing of orders and groups of platforms.
/// </summary>
internal sealed class ExhaustiveSearch(Galaxy galaxy)
{
    private readonly Step[] steps =
    [
        new MigrateGalaxy(),
        .. galaxy.Platforms.SelectMany(platform => new Step[] { new Upgrade(platform), new Reboot(platform), new ShutDown(platform), new Start(platform) }),
        .. galaxy.Engines.Select(engine => new ForceFailover(engine)),
        .. galaxy.Platforms.Concat<DeployTarget>(galaxy.Engines).SelectMany(target => new Step[]
        {
            new CascadeDeploy(target), new Deploy(target, ForcedDeployment.Continue), new Undeploy(target),
        }),
    ];

    private readonly Dictionary<GalaxyState, PlanCost> best = [];
    private readonly PriorityQueue<GalaxyState, PlanCost> open = new();

    /// <summary>How many states were looked at.</summary>
    public int States { get; private set; }

    /// <summary>Looks until a state is reached in which the upgrade is done.</summary>
    public PlanCost Run()
    {
        Reach(GalaxyState.AtStart(galaxy), default);
        while (open.TryDequeue(out var state, out var cost))
        {
            if (cost > best[state])
            {
                continue;
            }

            States++;
            if (IsDone(state))
            {
                return cost;
            }

            foreach (var step in steps)
            {
                var transition = UpgradeProcedure.Apply(state, step);
                var further = PlanCost.Of([transition]);
                var total = new PlanCost(cost.Failovers + further.Failovers, cost.StepsWithoutBackup + further.StepsWithoutBackup);
                if (IsBetter(transition.After, total) && IsAccepted(state, step))
                {
                    Reach(transition.After, total);
                }
            }
        }

        throw new InvalidOperationException("No plan leads to the end.");
    }

    private bool IsBetter(GalaxyState state, PlanCost cost) => !best.TryGetValue(state, out var known) || cost < known;

    private void Reach(GalaxyState state, PlanCost cost)
    {
        best[state] = cost;
        open.Enqueue(state, cost);
    }

    private bool IsAccepted(GalaxyState state, Step step)
    {
        var plan = new UpgradePlan("Plan", galaxy, SystemPlatform.V2020R2SP1, SystemPlatform.V2023R2SP1, new[] { step }.ToPlanSteps());
        var walk = new PlanWalk(plan) { State = new TransitionBuilder(state) };
        return StepChecks.Needs.All(need => need(walk) is null)
            && !StepChecks.Hazards.SelectMany(hazard => hazard(walk)).Any(violation => violation.Rule.Severity == RuleSeverity.Error);
    }

    private bool IsDone(GalaxyState state) =>
        galaxy.Platforms.All(platform => state[platform] is { Software: Software.New, Deployed: true, Running: true })
        && galaxy.Engines.All(engine => state[engine].Deployed)
        && galaxy.Pairs.All(state.HasBackup);
}

namespace PlanAnalyzers.Model;

/// <summary>States of a galaxy as text: the one place that says how a state reads, in reports, exports and generated comments.</summary>
/// <param name="plan">The plan, which knows the two versions.</param>
public sealed class StateText(UpgradePlan plan)
{
    private const string SoftwareUpgradePending = "Software Upgrade Pending (SUP)";

    private readonly Galaxy galaxy = plan.Galaxy;
    private readonly Lazy<Dictionary<RedundantPair, int>> placesOfPairs = new(
        () => plan.Galaxy.Pairs.Select((pair, place) => (pair, place)).ToDictionary(of => of.pair, of => of.place));

    /// <summary>How many rows a state has.</summary>
    public int Count => galaxy.Platforms.Count + galaxy.Engines.Count + galaxy.Pairs.Count + 1;

    /// <summary>The whole state: the platforms, each with its engines below it, the pairs, and the galaxy itself.</summary>
    public IReadOnlyList<StateRow> Rows(GalaxyState state)
    {
        var rows = new List<StateRow>(Count);
        foreach (var platform in galaxy.Platforms)
        {
            rows.Add(RowOf(state, platform));
            rows.AddRange(galaxy.EnginesOn(platform).Select(engine => RowOf(state, engine)));
        }

        rows.AddRange(galaxy.Pairs.Select(pair => RowOf(state, pair)));
        rows.Add(RowOf(state.Database));
        return rows;
    }

    /// <summary>The state after a step, each row with whether the step changed it.</summary>
    public IReadOnlyList<ChangedRow> RowsAfter(Transition transition) => RowsAfter(transition.Before, transition.After);

    /// <summary>The state after several steps, each row with whether it has changed since the state before them.</summary>
    public IReadOnlyList<ChangedRow> RowsAfter(GalaxyState stateBefore, GalaxyState stateAfter) =>
        Rows(stateBefore)
            .Zip(Rows(stateAfter), (before, after) => new ChangedRow(after, before != after))
            .ToArray();

    /// <summary>The rows that a step changes, before and after it, in their order. It costs what the step changes, and not what the galaxy has.</summary>
    public IReadOnlyList<(StateRow Before, StateRow After)> ChangesIn(Transition transition)
    {
        var (before, after) = (transition.Before, transition.After);
        var rows = transition.Changes.OfType<DatabaseChange>().Any()
            ? Rows(before).Zip(Rows(after), (one, other) => (Before: one, After: other)) // A migration puts all that are old in software upgrade pending.
            : RowsOf(transition.Changes).Select(row => (Before: row(before), After: row(after)));
        return rows.Where(row => row.Before != row.After).ToArray();
    }

    private IEnumerable<Func<GalaxyState, StateRow>> RowsOf(IEnumerable<StateChange> changes)
    {
        var platforms = new HashSet<int>();
        foreach (var change in changes)
        {
            platforms.Add(change is PlatformChange ofPlatform ? ofPlatform.Platform.Index : ((EngineChange)change).Engine.Platform.Index);
        }

        var ordered = platforms.OrderBy(index => index).Select(index => galaxy.Platforms[index]).ToArray();
        var pairs = ordered.SelectMany(galaxy.EnginesOn).Select(galaxy.PairOf).OfType<RedundantPair>().Distinct().OrderBy(pair => placesOfPairs.Value[pair]);
        return ordered
            .SelectMany(platform => galaxy.EnginesOn(platform)
                .Select<AppEngine, Func<GalaxyState, StateRow>>(engine => state => RowOf(state, engine))
                .Prepend(state => RowOf(state, platform)))
            .Concat(pairs.Select<RedundantPair, Func<GalaxyState, StateRow>>(pair => state => RowOf(state, pair)));
    }

    /// <summary>Who of a pair is what: <c>E1b is Active, E1 is Standby - Ready</c>.</summary>
    public static string RolesIn(GalaxyState state, RedundantPair pair)
    {
        var first = state.ActiveOf(pair) ?? pair.Primary;
        return $"{Role(first)}, {Role(pair.PartnerOf(first))}";

        string Role(AppEngine engine) => $"{engine.Name} is {StatusOf(state, engine)}";
    }

    /// <summary>The redundancy status of an engine, or what it is where it has none.</summary>
    public static string StatusOf(GalaxyState state, AppEngine engine) =>
        state[engine].Redundancy != RedundancyStatus.None ? state[engine].Redundancy.Text()
            : !state[engine].Deployed ? "Undeployed"
            : state.IsRunning(engine) ? "Deployed"
            : "Shut down";

    /// <summary>The state of a platform.</summary>
    public StateRow RowOf(GalaxyState state, Platform platform)
    {
        var of = state[platform];
        return new StateRow(
            platform.Name,
            $"{(platform.IsGalaxyRepository ? "GR node" : "node")} {platform.Node}",
            plan.VersionOf(of.Software).Text(),
            Deployment(of.Deployed),
            Join(
                of.Deployed == of.Running ? null : of.Running ? "running" : "shut down",
                state.IsSoftwareUpgradePending(platform) ? SoftwareUpgradePending : null,
                of.RebootPending ? "reboot pending" : null,
                of.SmsConfigured ? "SMS configured" : null));
    }

    /// <summary>The state of an engine.</summary>
    public StateRow RowOf(GalaxyState state, AppEngine engine)
    {
        var of = state[engine];
        var role = galaxy.PairOf(engine) is not { } pair ? "engine" : pair.Backup.Index == engine.Index ? "backup" : "primary";
        return new StateRow(
            engine.Name,
            $"{role} on {engine.Platform.Name}",
            of.Objects is { } objects ? plan.VersionOf(objects).Text() : "",
            Deployment(of.Deployed),
            Status());

        string Status()
        {
            var isOut = (galaxy.PairOf(engine) is null || of.Redundancy.IsActive()) && !state.RunsObjects(engine);
            return Join(
                of.Deployed && !state.IsRunning(engine) ? "shut down" : null,
                of.Redundancy != RedundancyStatus.None ? of.Redundancy.Text() : null,
                isOut ? "objects out of service" : galaxy.PairOf(engine) is null ? "objects run" : null);
        }
    }

    /// <summary>The state of a pair.</summary>
    public StateRow RowOf(GalaxyState state, RedundantPair pair)
    {
        var active = state.ActiveOf(pair);
        var objects = active is null ? null : state[active].Objects;
        return new StateRow(
            pair.ToString(),
            "pair",
            objects is { } software ? plan.VersionOf(software).Text() : "",
            state.StatusOf(pair).Text(),
            Join(
                active is null || objects is null ? "objects out of service" : $"objects run on {active.Name}",
                state.HasBackup(pair) ? null : "no backup"));
    }

    /// <summary>The state of what exists once in a galaxy.</summary>
    public StateRow RowOf(DatabaseState of) => new(
        galaxy.Name,
        "galaxy",
        plan.VersionOf(of.Migrated ? Software.New : Software.Old).Text(),
        "",
        Join(
            of.Migrated ? "galaxy migrated" : "galaxy not migrated",
            of.ViewAppsMigrated ? "ViewApps migrated" : "ViewApps not migrated",
            of.RuntimeChangesUploaded ? "run-time changes uploaded" : null,
            of.CpuLoadBalancing ? "CPU load balancing enabled" : null));

    private static string Deployment(bool deployed) => deployed ? "Deployed" : "Undeployed";

    private static string Join(params string?[] parts) => string.Join(", ", parts.Where(part => part is not null));
}

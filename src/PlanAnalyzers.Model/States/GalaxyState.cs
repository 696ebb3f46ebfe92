namespace PlanAnalyzers.Model;

/// <summary>The state of a galaxy at one moment: a value, never changed.</summary>
public sealed class GalaxyState : IEquatable<GalaxyState>
{
    internal GalaxyState(Galaxy galaxy, SharedList<PlatformState> platforms, SharedList<EngineState> engines, DatabaseState database)
    {
        Galaxy = galaxy;
        Platforms = platforms;
        Engines = engines;
        Database = database;
    }

    /// <summary>The galaxy whose state this is.</summary>
    public Galaxy Galaxy { get; }

    /// <summary>The state of what exists once in a galaxy.</summary>
    public DatabaseState Database { get; }

    /// <summary>The state of each platform, by its index.</summary>
    internal SharedList<PlatformState> Platforms { get; }

    /// <summary>The state of each engine, by its index.</summary>
    internal SharedList<EngineState> Engines { get; }

    /// <summary>The state of one platform.</summary>
    public PlatformState this[Platform platform] => Platforms[platform.Index];

    /// <summary>The state of one engine.</summary>
    public EngineState this[AppEngine engine] => Engines[engine.Index];

    /// <summary>
    /// The state in which the vendor's procedure starts: everything old, deployed and running; of each pair one engine active
    /// and the other standing by.
    /// </summary>
    public static GalaxyState AtStart(Galaxy galaxy)
    {
        var platformStates = new PlatformState[galaxy.Platforms.Count];
        foreach (var platform in galaxy.Platforms)
        {
            platformStates[platform.Index] = new PlatformState(
                Software.Old, Deployed: true, Running: true, RebootPending: false, SmsConfigured: platform.Sms is not null);
        }

        var engineStates = new EngineState[galaxy.Engines.Count];
        foreach (var engine in galaxy.Engines)
        {
            engineStates[engine.Index] = galaxy.PairOf(engine) is not { } pair
                ? new EngineState(Deployed: true, RedundancyStatus.None, Software.Old)
                : pair.ActiveAtStart.Index == engine.Index
                    ? new EngineState(Deployed: true, RedundancyStatus.Active, Software.Old)
                    : new EngineState(Deployed: true, RedundancyStatus.StandbyReady, Objects: null);
        }

        return new GalaxyState(galaxy, SharedList<PlatformState>.Of(platformStates), SharedList<EngineState>.Of(engineStates), default);
    }

    /// <summary>Whether a platform is in software upgrade pending (SUP): the galaxy is migrated and the platform still old.</summary>
    public bool IsSoftwareUpgradePending(Platform platform) => this[platform].IsPending(Database);

    /// <summary>The deployment status of a pair.</summary>
    public PairStatus StatusOf(RedundantPair pair) => (this[pair.Primary].Deployed, this[pair.Backup].Deployed) switch
    {
        (true, true) => PairStatus.PairDeployed,
        (false, false) => PairStatus.PairUndeployed,
        _ => PairStatus.PartialDeployed,
    };

    /// <summary>Whether an engine runs: it is deployed, and so does its platform.</summary>
    public bool IsRunning(AppEngine engine) => this[engine].RunsOn(this[engine.Platform]);

    /// <summary>Whether an engine runs the hosted objects.</summary>
    public bool RunsObjects(AppEngine engine) => this[engine].RunsObjectsOn(this[engine.Platform]);

    /// <summary>The active engine of a pair, or none.</summary>
    public AppEngine? ActiveOf(RedundantPair pair) =>
        this[pair.Primary].Redundancy.IsActive() ? pair.Primary : this[pair.Backup].Redundancy.IsActive() ? pair.Backup : null;

    /// <summary>Whether one engine of a pair runs the objects and the other is ready to take over.</summary>
    public bool HasBackup(RedundantPair pair) =>
        this[pair.Primary].Redundancy == RedundancyStatus.StandbyReady
        || this[pair.Backup].Redundancy == RedundancyStatus.StandbyReady;

    /// <inheritdoc />
    public bool Equals(GalaxyState? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Database == other.Database
            && Platforms.Equals(other.Platforms)
            && Engines.Equals(other.Engines)
            && Galaxy.Equals(other.Galaxy));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as GalaxyState);

    /// <inheritdoc />
    public override int GetHashCode() =>
        unchecked((((Database.GetHashCode() * 31) + Platforms.GetHashCode()) * 31) + Engines.GetHashCode());

    /// <summary>
    /// This state with what a branch changed that began in <paramref name="start"/>: the end of branches that ran side by side. None of them
    /// changes what exists once in a galaxy.
    /// </summary>
    internal GalaxyState WithChanges(GalaxyState start, GalaxyState end)
    {
        var changed = new TransitionBuilder(this);
        foreach (var index in start.Platforms.Differences(end.Platforms))
        {
            changed[Galaxy.Platforms[index]] = end.Platforms[index];
        }

        foreach (var index in start.Engines.Differences(end.Engines))
        {
            changed[Galaxy.Engines[index]] = end.Engines[index];
        }

        return changed.State();
    }
}

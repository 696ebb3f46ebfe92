namespace PlanAnalyzers.Model;

/// <summary>What can be asked of the state of a galaxy, whether it is a value or goes on with the steps of a plan.</summary>
public abstract class ReadableState
{
    private protected ReadableState(Galaxy galaxy, DatabaseState database)
    {
        Galaxy = galaxy;
        Database = database;
    }

    /// <summary>The galaxy whose state this is.</summary>
    public Galaxy Galaxy { get; }

    /// <summary>The state of what exists once in a galaxy.</summary>
    public DatabaseState Database { get; private protected set; }

    /// <summary>The state of one platform.</summary>
    public PlatformState this[Platform platform] => Of(platform);

    /// <summary>The state of one engine.</summary>
    public EngineState this[AppEngine engine] => Of(engine);

    /// <summary>Whether a platform is in software upgrade pending (SUP): the galaxy is migrated and the platform still old.</summary>
    public bool IsSoftwareUpgradePending(Platform platform) => Of(platform).IsPending(Database);

    /// <summary>The deployment status of a pair.</summary>
    public PairStatus StatusOf(RedundantPair pair) => (Of(pair.Primary).Deployed, Of(pair.Backup).Deployed) switch
    {
        (true, true) => PairStatus.PairDeployed,
        (false, false) => PairStatus.PairUndeployed,
        _ => PairStatus.PartialDeployed,
    };

    /// <summary>Whether an engine runs: it is deployed, and so does its platform.</summary>
    public bool IsRunning(AppEngine engine) => Of(engine).RunsOn(Of(engine.Platform));

    /// <summary>Whether an engine runs the hosted objects.</summary>
    public bool RunsObjects(AppEngine engine) => Of(engine).RunsObjectsOn(Of(engine.Platform));

    /// <summary>The active engine of a pair, or none.</summary>
    public AppEngine? ActiveOf(RedundantPair pair) =>
        Of(pair.Primary).Redundancy.IsActive() ? pair.Primary : Of(pair.Backup).Redundancy.IsActive() ? pair.Backup : null;

    /// <summary>Whether one engine of a pair runs the objects and the other is ready to take over.</summary>
    public bool HasBackup(RedundantPair pair) =>
        Of(pair.Primary).Redundancy == RedundancyStatus.StandbyReady
        || Of(pair.Backup).Redundancy == RedundancyStatus.StandbyReady;

    private protected abstract PlatformState Of(Platform platform);

    private protected abstract EngineState Of(AppEngine engine);
}

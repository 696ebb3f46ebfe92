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
    public PlatformState this[Platform platform] => PlatformAt(platform.Index);

    /// <summary>The state of one engine.</summary>
    public EngineState this[AppEngine engine] => EngineAt(engine.Index);

    /// <summary>Whether a platform is in software upgrade pending (SUP): the galaxy is migrated and the platform still old.</summary>
    public bool IsSoftwareUpgradePending(Platform platform) => PlatformAt(platform.Index).IsPending(Database);

    /// <summary>The deployment status of a pair.</summary>
    public PairStatus StatusOf(RedundantPair pair) => (EngineAt(pair.Primary.Index).Deployed, EngineAt(pair.Backup.Index).Deployed) switch
    {
        (true, true) => PairStatus.PairDeployed,
        (false, false) => PairStatus.PairUndeployed,
        _ => PairStatus.PartialDeployed,
    };

    /// <summary>Whether an engine runs: it is deployed, and so does its platform.</summary>
    public bool IsRunning(AppEngine engine) => EngineAt(engine.Index).RunsOn(PlatformAt(engine.Platform.Index));

    /// <summary>Whether an engine runs the hosted objects.</summary>
    public bool RunsObjects(AppEngine engine) => EngineAt(engine.Index).RunsObjectsOn(PlatformAt(engine.Platform.Index));

    /// <summary>The active engine of a pair, or none.</summary>
    public AppEngine? ActiveOf(RedundantPair pair) =>
        EngineAt(pair.Primary.Index).Redundancy.IsActive() ? pair.Primary : EngineAt(pair.Backup.Index).Redundancy.IsActive() ? pair.Backup : null;

    /// <summary>Whether one engine of a pair runs the objects and the other is ready to take over.</summary>
    public bool HasBackup(RedundantPair pair) =>
        EngineAt(pair.Primary.Index).Redundancy == RedundancyStatus.StandbyReady
        || EngineAt(pair.Backup.Index).Redundancy == RedundancyStatus.StandbyReady;

    /// <summary>The state of the platform with an index.</summary>
    internal abstract PlatformState PlatformAt(int index);

    /// <summary>The state of the engine with an index.</summary>
    internal abstract EngineState EngineAt(int index);
}

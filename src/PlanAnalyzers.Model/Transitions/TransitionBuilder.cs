namespace PlanAnalyzers.Model;

/// <summary>A transition while a procedure works it out: the state as changed so far, and what happened.</summary>
internal sealed class TransitionBuilder(GalaxyState before)
{
    private readonly List<Effect> effects = [];
    private PlatformState[]? platforms;
    private EngineState[]? engines;

    public Galaxy Galaxy => before.Galaxy;

    public DatabaseState Database { get; set; } = before.Database;

    public PlatformState this[Platform platform]
    {
        get => platforms is null ? before[platform] : platforms[platform.Index];
        set => (platforms ??= before.CopyPlatforms())[platform.Index] = value;
    }

    public EngineState this[AppEngine engine]
    {
        get => engines is null ? before[engine] : engines[engine.Index];
        set => (engines ??= before.CopyEngines())[engine.Index] = value;
    }

    public bool IsRunning(AppEngine engine) => this[engine].RunsOn(this[engine.Platform]);

    public bool RunsObjects(AppEngine engine) => this[engine].RunsObjectsOn(this[engine.Platform]);

    public bool IsSoftwareUpgradePending(Platform platform) => this[platform].IsPending(Database);

    public void Apply(StateChange change)
    {
        switch (change)
        {
            case PlatformChange platform:
                this[platform.Platform] = platform.After;
                break;
            case EngineChange engine:
                this[engine.Engine] = engine.After;
                break;
            case DatabaseChange database:
                Database = database.After;
                break;
        }
    }

    public void Happens(Effect effect) => effects.Add(effect);

    public Transition Finish(Step step)
    {
        var changes = Changes().ToValueList();
        var after = changes.Count == 0
            ? before
            : new GalaxyState(Galaxy, platforms ?? before.CopyPlatforms(), engines ?? before.CopyEngines(), Database);
        return new Transition(step, before, after, changes, effects.ToValueList());
    }

    private IEnumerable<StateChange> Changes()
    {
        foreach (var platform in Galaxy.Platforms)
        {
            if (this[platform] != before[platform])
            {
                yield return new PlatformChange(platform, before[platform], this[platform]);
            }
        }

        foreach (var engine in Galaxy.Engines)
        {
            if (this[engine] != before[engine])
            {
                yield return new EngineChange(engine, before[engine], this[engine]);
            }
        }

        if (Database != before.Database)
        {
            yield return new DatabaseChange(before.Database, Database);
        }
    }
}

namespace PlanAnalyzers.Model;

/// <summary>A transition while a procedure works it out: the state as changed so far, and what happened.</summary>
internal sealed class TransitionBuilder(GalaxyState before)
{
    private readonly List<Effect> effects = [];
    private readonly SharedList<PlatformState>.Editor platforms = new(before.Platforms);
    private readonly SharedList<EngineState>.Editor engines = new(before.Engines);

    public Galaxy Galaxy => before.Galaxy;

    public DatabaseState Database { get; set; } = before.Database;

    public PlatformState this[Platform platform]
    {
        get => platforms[platform.Index];
        set => platforms[platform.Index] = value;
    }

    public EngineState this[AppEngine engine]
    {
        get => engines[engine.Index];
        set => engines[engine.Index] = value;
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

    /// <summary>The state as changed; the one before where nothing is. Nothing can be changed after that.</summary>
    public GalaxyState State()
    {
        var after = new GalaxyState(Galaxy, platforms.Finish(), engines.Finish(), Database);
        return after.Equals(before) ? before : after;
    }

    public Transition Finish(Step step)
    {
        var after = State();
        return new Transition(step, before, after, Changes(after).ToValueList(), effects.ToValueList());
    }

    private IEnumerable<StateChange> Changes(GalaxyState after)
    {
        foreach (var index in before.Platforms.Differences(after.Platforms))
        {
            yield return new PlatformChange(Galaxy.Platforms[index], before.Platforms[index], after.Platforms[index]);
        }

        foreach (var index in before.Engines.Differences(after.Engines))
        {
            yield return new EngineChange(Galaxy.Engines[index], before.Engines[index], after.Engines[index]);
        }

        if (after.Database != before.Database)
        {
            yield return new DatabaseChange(before.Database, after.Database);
        }
    }
}

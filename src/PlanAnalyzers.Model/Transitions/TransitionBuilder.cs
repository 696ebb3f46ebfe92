namespace PlanAnalyzers.Model;

/// <summary>Makes one transition after the other: the state as changed so far, which shares with the state before what is as it was.</summary>
internal sealed class TransitionBuilder(GalaxyState before) : ChangingState(before)
{
    private readonly SharedList<PlatformState>.Editor platforms = new(before.Platforms);
    private readonly SharedList<EngineState>.Editor engines = new(before.Engines);
    private GalaxyState before = before;

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

    /// <summary>The transition that a step makes with all that was changed and happened. The next one begins in the state after it.</summary>
    public Transition Finish(Step step)
    {
        EndStep();
        var after = HasChanged ? new GalaxyState(Galaxy, platforms.Finish(), engines.Finish(), Database) : before;
        var transition = new Transition(step, before, after, Changes(), Effects.ToValueList());
        before = after;
        BeginStep();
        return transition;
    }

    private protected override PlatformState Of(Platform platform) => platforms[platform.Index];

    private protected override EngineState Of(AppEngine engine) => engines[engine.Index];

    private protected override void Put(Platform platform, PlatformState state) => platforms[platform.Index] = state;

    private protected override void Put(AppEngine engine, EngineState state) => engines[engine.Index] = state;

    private ValueList<StateChange> Changes()
    {
        ChangedPlatforms.Sort(static (one, other) => one.Platform.Index.CompareTo(other.Platform.Index));
        ChangedEngines.Sort(static (one, other) => one.Engine.Index.CompareTo(other.Engine.Index));
        var changes = new List<StateChange>(ChangedPlatforms.Count + ChangedEngines.Count + 1);
        foreach (var (platform, stateBefore) in ChangedPlatforms)
        {
            changes.Add(new PlatformChange(platform, stateBefore, this[platform]));
        }

        foreach (var (engine, stateBefore) in ChangedEngines)
        {
            changes.Add(new EngineChange(engine, stateBefore, this[engine]));
        }

        if (HasDatabaseChanged)
        {
            changes.Add(new DatabaseChange(DatabaseBefore, Database));
        }

        return changes.ToValueList();
    }
}

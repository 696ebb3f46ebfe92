namespace PlanAnalyzers.Model;

/// <summary>Makes one transition after the other: the state as changed so far, which shares with the state before what is as it was.</summary>
internal sealed class TransitionBuilder(GalaxyState before) : ChangingState(before.Galaxy, before.Database)
{
    private readonly SharedList<PlatformState>.Editor platforms = new(before.Platforms);
    private readonly SharedList<EngineState>.Editor engines = new(before.Engines);
    private readonly List<StateChange> changes = [];
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
        FindChanges();
        var after = changes.Count > 0 ? new GalaxyState(Galaxy, platforms.Finish(), engines.Finish(), Database) : before;
        var transition = new Transition(step, before, after, changes.ToValueList(), Effects.ToValueList());
        before = after;
        BeginStep();
        return transition;
    }

    private protected override PlatformState Of(Platform platform) => platforms[platform.Index];

    private protected override EngineState Of(AppEngine engine) => engines[engine.Index];

    private protected override void Put(Platform platform, PlatformState state) => platforms[platform.Index] = state;

    private protected override void Put(AppEngine engine, EngineState state) => engines[engine.Index] = state;

    /// <summary>What differs from the state before: platforms and engines in the order of their declarations, then the galaxy.</summary>
    private void FindChanges()
    {
        changes.Clear();
        TouchedPlatforms.Sort();
        TouchedEngines.Sort();
        for (var i = 0; i < TouchedPlatforms.Count; i++)
        {
            var platform = Galaxy.Platforms[TouchedPlatforms.IndexAt(i)];
            if (TouchedPlatforms.BeforeAt(i) is var stateBefore && stateBefore != Of(platform))
            {
                changes.Add(new PlatformChange(platform, stateBefore, Of(platform)));
            }
        }

        for (var i = 0; i < TouchedEngines.Count; i++)
        {
            var engine = Galaxy.Engines[TouchedEngines.IndexAt(i)];
            if (TouchedEngines.BeforeAt(i) is var stateBefore && stateBefore != Of(engine))
            {
                changes.Add(new EngineChange(engine, stateBefore, Of(engine)));
            }
        }

        if (HasDatabaseChanged)
        {
            changes.Add(new DatabaseChange(DatabaseBefore, Database));
        }
    }
}

namespace PlanAnalyzers.Model;

/// <summary>Makes one transition after the other.</summary>
internal sealed class TransitionBuilder(GalaxyState before)
    : ChangingState(before.Galaxy, before.PlatformsNow(), before.EnginesNow(), before.Database)
{
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
    public Transition Finish(Step step) => Finish(step, Happenings.ToEffects(Galaxy));

    /// <summary>The same where it is known from elsewhere what happened.</summary>
    public Transition Finish(Step step, ValueList<Effect> effects)
    {
        FindChanges();
        var after = changes.Count > 0 ? before.With(changes) : before;
        var transition = new Transition(step, before, after, changes.ToValueList(), effects);
        before = after;
        BeginStep();
        return transition;
    }

    /// <summary>What differs from the state before: platforms and engines in the order of their declarations, then the galaxy.</summary>
    private void FindChanges()
    {
        changes.Clear();
        TouchedPlatforms.Sort();
        TouchedEngines.Sort();
        for (var i = 0; i < TouchedPlatforms.Count; i++)
        {
            var (index, stateBefore) = TouchedPlatforms[i];
            var platform = Galaxy.Platforms[index];
            if (stateBefore != this[platform])
            {
                changes.Add(new PlatformChange(platform, stateBefore, this[platform]));
            }
        }

        for (var i = 0; i < TouchedEngines.Count; i++)
        {
            var (index, stateBefore) = TouchedEngines[i];
            var engine = Galaxy.Engines[index];
            if (stateBefore != this[engine])
            {
                changes.Add(new EngineChange(engine, stateBefore, this[engine]));
            }
        }

        if (HasDatabaseChanged)
        {
            changes.Add(new DatabaseChange(before.Database, Database));
        }
    }
}

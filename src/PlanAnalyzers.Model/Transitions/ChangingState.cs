namespace PlanAnalyzers.Model;

/// <summary>The state of a galaxy while steps change it, with what the last step changed and what happened in it.</summary>
/// <remarks>A step touches little, so what it touched is looked up one by one.</remarks>
internal abstract class ChangingState : ReadableState
{
    private readonly List<(Platform Platform, PlatformState Before)> platforms = [];
    private readonly List<(AppEngine Engine, EngineState Before)> engines = [];
    private readonly List<Effect> effects = [];
    private DatabaseState databaseBefore;

    private protected ChangingState(GalaxyState start)
        : base(start.Galaxy, start.Database) => databaseBefore = start.Database;

    public new DatabaseState Database
    {
        get => base.Database;
        set => base.Database = value;
    }

    public new PlatformState this[Platform platform]
    {
        get => Of(platform);
        set
        {
            if (!IsTouched(platform))
            {
                platforms.Add((platform, Of(platform)));
            }

            Put(platform, value);
        }
    }

    public new EngineState this[AppEngine engine]
    {
        get => Of(engine);
        set
        {
            if (!IsTouched(engine))
            {
                engines.Add((engine, Of(engine)));
            }

            Put(engine, value);
        }
    }

    /// <summary>The platforms that the step changed, each with its state before; once the step is over.</summary>
    public List<(Platform Platform, PlatformState Before)> ChangedPlatforms => platforms;

    /// <summary>The engines that the step changed, each with its state before; once the step is over.</summary>
    public List<(AppEngine Engine, EngineState Before)> ChangedEngines => engines;

    /// <summary>What happened in the step, in order.</summary>
    public List<Effect> Effects => effects;

    /// <summary>Whether the step changed anything; once it is over.</summary>
    public bool HasChanged => platforms.Count > 0 || engines.Count > 0 || HasDatabaseChanged;

    public void Happens(Effect effect) => effects.Add(effect);

    private protected DatabaseState DatabaseBefore => databaseBefore;

    private protected bool HasDatabaseChanged => Database != databaseBefore;

    private protected abstract void Put(Platform platform, PlatformState state);

    private protected abstract void Put(AppEngine engine, EngineState state);

    private protected void BeginStep()
    {
        platforms.Clear();
        engines.Clear();
        effects.Clear();
        databaseBefore = Database;
    }

    /// <summary>What the step touched and left as it was is no change.</summary>
    private protected void EndStep()
    {
        for (var i = platforms.Count - 1; i >= 0; i--)
        {
            if (platforms[i].Before == Of(platforms[i].Platform))
            {
                platforms.RemoveAt(i);
            }
        }

        for (var i = engines.Count - 1; i >= 0; i--)
        {
            if (engines[i].Before == Of(engines[i].Engine))
            {
                engines.RemoveAt(i);
            }
        }
    }

    private bool IsTouched(Platform platform)
    {
        foreach (var touched in platforms)
        {
            if (touched.Platform.Index == platform.Index)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTouched(AppEngine engine)
    {
        foreach (var touched in engines)
        {
            if (touched.Engine.Index == engine.Index)
            {
                return true;
            }
        }

        return false;
    }
}

namespace PlanAnalyzers.Model;

/// <summary>The state of a galaxy while steps change it, with what the last step changed and what happened in it.</summary>
internal abstract class ChangingState : ReadableState
{
    private readonly TouchedStates<PlatformState> platforms = new();
    private readonly TouchedStates<EngineState> engines = new();
    private readonly List<Effect> effects = [];
    private DatabaseState databaseBefore;

    private protected ChangingState(Galaxy galaxy, DatabaseState database)
        : base(galaxy, database) => databaseBefore = database;

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
            if (!platforms.Has(platform.Index))
            {
                platforms.Add(platform.Index, Of(platform));
            }

            Put(platform, value);
        }
    }

    public new EngineState this[AppEngine engine]
    {
        get => Of(engine);
        set
        {
            if (!engines.Has(engine.Index))
            {
                engines.Add(engine.Index, Of(engine));
            }

            Put(engine, value);
        }
    }

    /// <summary>The platforms that the step changed, or left as they were after all.</summary>
    public TouchedStates<PlatformState> TouchedPlatforms => platforms;

    /// <summary>The engines that the step changed, or left as they were after all.</summary>
    public TouchedStates<EngineState> TouchedEngines => engines;

    /// <summary>What happened in the step, in order.</summary>
    public List<Effect> Effects => effects;

    /// <summary>Whether the step changed anything.</summary>
    public bool HasChanged => HasAnEngineChanged() || HasAPlatformChanged() || HasDatabaseChanged;

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

    private bool HasAPlatformChanged()
    {
        for (var i = 0; i < platforms.Count; i++)
        {
            if (platforms.BeforeAt(i) != Of(Galaxy.Platforms[platforms.IndexAt(i)]))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasAnEngineChanged()
    {
        for (var i = 0; i < engines.Count; i++)
        {
            if (engines.BeforeAt(i) != Of(Galaxy.Engines[engines.IndexAt(i)]))
            {
                return true;
            }
        }

        return false;
    }
}

namespace PlanAnalyzers.Model;

/// <summary>The state of a galaxy while steps change it, with what the last step changed and what happened in it.</summary>
internal abstract class ChangingState : ReadableState
{
    private readonly PlatformState[] platforms;
    private readonly EngineState[] engines;

    /// <summary>Begins with the states in two arrays, by their indexes, which it changes from now on.</summary>
    private protected ChangingState(Galaxy galaxy, PlatformState[] platforms, EngineState[] engines, DatabaseState database)
        : base(galaxy, database)
    {
        this.platforms = platforms;
        this.engines = engines;
    }

    public new DatabaseState Database
    {
        get => base.Database;
        set
        {
            HasDatabaseChanged |= value != base.Database;
            base.Database = value;
        }
    }

    public new PlatformState this[Platform platform]
    {
        get => platforms[platform.Index];
        set
        {
            if (!TouchedPlatforms.Has(platform.Index))
            {
                TouchedPlatforms.Add(platform.Index, platforms[platform.Index]);
            }

            platforms[platform.Index] = value;
        }
    }

    public new EngineState this[AppEngine engine]
    {
        get => engines[engine.Index];
        set
        {
            if (!TouchedEngines.Has(engine.Index))
            {
                TouchedEngines.Add(engine.Index, engines[engine.Index]);
            }

            engines[engine.Index] = value;
        }
    }

    /// <summary>The platforms that the step changed, or left as they were after all.</summary>
    public TouchedStates<PlatformState> TouchedPlatforms { get; } = new();

    /// <summary>The engines that the step changed, or left as they were after all.</summary>
    public TouchedStates<EngineState> TouchedEngines { get; } = new();

    /// <summary>What happened in the step.</summary>
    public Happenings Happenings { get; } = new();

    /// <summary>Whether the step changed what exists once in a galaxy.</summary>
    public bool HasDatabaseChanged { get; private set; }

    internal sealed override PlatformState PlatformAt(int index) => platforms[index];

    internal sealed override EngineState EngineAt(int index) => engines[index];

    private protected void BeginStep()
    {
        TouchedPlatforms.Clear();
        TouchedEngines.Clear();
        Happenings.Clear();
        HasDatabaseChanged = false;
    }
}

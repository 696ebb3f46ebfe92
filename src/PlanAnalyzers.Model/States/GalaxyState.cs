namespace PlanAnalyzers.Model;

/// <summary>The state of a galaxy at one moment: a value, never changed.</summary>
public sealed class GalaxyState : ReadableState, IEquatable<GalaxyState>
{
    internal GalaxyState(Galaxy galaxy, SharedList<PlatformState> platforms, SharedList<EngineState> engines, DatabaseState database)
        : base(galaxy, database)
    {
        Platforms = platforms;
        Engines = engines;
    }

    /// <summary>The state of what exists once in a galaxy, at the start.</summary>
    internal static DatabaseState DatabaseAtStart => default;

    /// <summary>The state of each platform, by its index.</summary>
    internal SharedList<PlatformState> Platforms { get; }

    /// <summary>The state of each engine, by its index.</summary>
    internal SharedList<EngineState> Engines { get; }

    /// <summary>
    /// The state in which the vendor's procedure starts: everything old, deployed and running; of each pair one engine active
    /// and the other standing by.
    /// </summary>
    public static GalaxyState AtStart(Galaxy galaxy) => new(
        galaxy,
        SharedList<PlatformState>.Of(PlatformsAtStart(galaxy)),
        SharedList<EngineState>.Of(EnginesAtStart(galaxy)),
        DatabaseAtStart);

    /// <inheritdoc />
    public bool Equals(GalaxyState? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Database == other.Database
            && Platforms.Equals(other.Platforms)
            && Engines.Equals(other.Engines)
            && Galaxy.Equals(other.Galaxy));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as GalaxyState);

    /// <inheritdoc />
    public override int GetHashCode() =>
        unchecked((((Database.GetHashCode() * 31) + Platforms.GetHashCode()) * 31) + Engines.GetHashCode());

    /// <summary>
    /// This state with what a branch changed that began in <paramref name="start"/>: the end of branches that ran side by side. None of them
    /// changes what exists once in a galaxy.
    /// </summary>
    internal GalaxyState WithChanges(GalaxyState start, GalaxyState end) => new(
        Galaxy,
        Platforms.WithDifferences(start.Platforms, end.Platforms),
        Engines.WithDifferences(start.Engines, end.Engines),
        Database);

    /// <summary>The states of the platforms at the start, by their indexes.</summary>
    internal static PlatformState[] PlatformsAtStart(Galaxy galaxy)
    {
        var states = new PlatformState[galaxy.Platforms.Count];
        foreach (var platform in galaxy.Platforms)
        {
            states[platform.Index] = new PlatformState(
                Software.Old, Deployed: true, Running: true, RebootPending: false, SmsConfigured: platform.Sms is not null);
        }

        return states;
    }

    /// <summary>The states of the engines at the start, by their indexes.</summary>
    internal static EngineState[] EnginesAtStart(Galaxy galaxy)
    {
        var states = new EngineState[galaxy.Engines.Count];
        foreach (var engine in galaxy.Engines)
        {
            states[engine.Index] = galaxy.PairOf(engine) is not { } pair
                ? new EngineState(Deployed: true, RedundancyStatus.None, Software.Old)
                : pair.ActiveAtStart.Index == engine.Index
                    ? new EngineState(Deployed: true, RedundancyStatus.Active, Software.Old)
                    : new EngineState(Deployed: true, RedundancyStatus.StandbyReady, Objects: null);
        }

        return states;
    }

    private protected override PlatformState Of(Platform platform) => Platforms[platform.Index];

    private protected override EngineState Of(AppEngine engine) => Engines[engine.Index];
}

namespace PlanAnalyzers.Model;

/// <summary>The state of a galaxy at one moment: a value, never changed.</summary>
public sealed class GalaxyState : ReadableState, IEquatable<GalaxyState>
{
    private readonly StateHistory history;
    private readonly int moment;

    private GalaxyState(Galaxy galaxy, StateHistory history, int moment, DatabaseState database)
        : base(galaxy, database)
    {
        this.history = history;
        this.moment = moment;
    }

    /// <summary>The state of what exists once in a galaxy, at the start.</summary>
    internal static DatabaseState DatabaseAtStart => default;

    /// <summary>
    /// The state in which the vendor's procedure starts: everything old, deployed and running; of each pair one engine active
    /// and the other standing by.
    /// </summary>
    public static GalaxyState AtStart(Galaxy galaxy) =>
        new(galaxy, new StateHistory(PlatformsAtStart(galaxy), EnginesAtStart(galaxy)), 0, DatabaseAtStart);

    /// <inheritdoc />
    public bool Equals(GalaxyState? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Database == other.Database
            && history.Platforms.Equals(moment, other.history.Platforms, other.moment)
            && history.Engines.Equals(moment, other.history.Engines, other.moment)
            && Galaxy.Equals(other.Galaxy));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as GalaxyState);

    /// <inheritdoc />
    public override int GetHashCode() =>
        unchecked((((Database.GetHashCode() * 31) + history.Platforms.HashOf(moment)) * 31) + history.Engines.HashOf(moment));

    /// <summary>The state that follows on this one with what a step changed.</summary>
    internal GalaxyState With(IEnumerable<StateChange> changes)
    {
        var (next, at) = history.GoesOnAfter(moment) ? (history, moment + 1) : (new StateHistory(PlatformsNow(), EnginesNow()), 0);
        var database = Database;
        foreach (var change in changes)
        {
            switch (change)
            {
                case PlatformChange platform:
                    next.Platforms.Set(platform.Platform.Index, at, platform.After);
                    break;
                case EngineChange engine:
                    next.Engines.Set(engine.Engine.Index, at, engine.After);
                    break;
                case DatabaseChange galaxyWide:
                    database = galaxyWide.After;
                    break;
            }
        }

        return new GalaxyState(Galaxy, next, at, database);
    }

    /// <summary>The states of the platforms, by their indexes, in an array of its own.</summary>
    internal PlatformState[] PlatformsNow() => history.Platforms.ToArray(moment);

    /// <summary>The states of the engines, by their indexes, in an array of its own.</summary>
    internal EngineState[] EnginesNow() => history.Engines.ToArray(moment);

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

    internal override PlatformState PlatformAt(int index) => history.Platforms[index, moment];

    internal override EngineState EngineAt(int index) => history.Engines[index, moment];
}

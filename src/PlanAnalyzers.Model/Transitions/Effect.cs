namespace PlanAnalyzers.Model;

/// <summary>Something that happens on the way from one state to the next.</summary>
public abstract record Effect
{
    /// <summary>What happens, as a sentence without full stop.</summary>
    public abstract override string ToString();

    /// <summary>The engines it happens to, in the order in which the effect names them.</summary>
    public abstract ValueList<AppEngine> Engines { get; }
}

/// <summary>Configured defaults in the database, such as set points, are replaced by the values they have at run time.</summary>
public sealed record DefaultsOverwritten : Effect
{
    /// <inheritdoc />
    public override ValueList<AppEngine> Engines => ValueList<AppEngine>.Empty;

    /// <inheritdoc />
    public override string ToString() => "Configured defaults, such as set points, are overwritten with their run-time values";
}

/// <summary>The running of the objects goes from one engine of a pair to the other.</summary>
/// <param name="From">The engine that was active.</param>
/// <param name="To">The engine that is active now.</param>
public sealed record Failover(AppEngine From, AppEngine To) : Effect
{
    /// <inheritdoc />
    public override ValueList<AppEngine> Engines => ValueList.Of(From, To);

    /// <inheritdoc />
    public override string ToString() => $"Failover: {To.Name} takes over from {From.Name}";
}

/// <summary>An engine with older software is stopped and unregistered because its upgraded partner is deployed.</summary>
/// <param name="Engine">The engine with the older software.</param>
public sealed record PartnerStopped(AppEngine Engine) : Effect
{
    /// <inheritdoc />
    public override ValueList<AppEngine> Engines => ValueList.Of(Engine);

    /// <inheritdoc />
    public override string ToString() => $"{Engine.Name} still has the older software and is stopped and unregistered; its objects still show as deployed";
}

/// <summary>The objects of a partner in software upgrade pending are taken over and forced to the new version.</summary>
/// <param name="From">The partner that hosted them.</param>
/// <param name="To">The engine they are deployed with.</param>
public sealed record ObjectsExtracted(AppEngine From, AppEngine To) : Effect
{
    /// <inheritdoc />
    public override ValueList<AppEngine> Engines => ValueList.Of(From, To);

    /// <inheritdoc />
    public override string ToString() => $"The objects of {From.Name} are deployed with {To.Name} and forced to the new version";
}

/// <summary>A redundant engine in a multi-selection is passed over and stays undeployed; the IDE only logs it.</summary>
/// <param name="Engine">The engine.</param>
public sealed record EngineSkipped(AppEngine Engine) : Effect
{
    /// <inheritdoc />
    public override ValueList<AppEngine> Engines => ValueList.Of(Engine);

    /// <inheritdoc />
    public override string ToString() => $"{Engine.Name} is skipped and not deployed; the IDE only logs a message";
}

/// <summary>An engine starts without the check-pointed state of its partner.</summary>
/// <param name="Engine">The engine that starts.</param>
/// <param name="Partner">The engine whose checkpoint is left behind.</param>
public sealed record CheckpointLost(AppEngine Engine, AppEngine Partner) : Effect
{
    /// <inheritdoc />
    public override ValueList<AppEngine> Engines => ValueList.Of(Engine, Partner);

    /// <inheritdoc />
    public override string ToString() => $"{Engine.Name} starts without the checkpoint of {Partner.Name}";
}

/// <summary>Why objects are out of service.</summary>
public enum OutageCause
{
    /// <summary>The objects move to the upgraded engine: seconds to minutes, and over at the end of the step.</summary>
    Takeover,

    /// <summary>The only engine that runs them restarts with its node: over at the end of the step.</summary>
    Reboot,

    /// <summary>The only engine that runs them was stopped with its platform: not over before that is started again.</summary>
    ShutDown,

    /// <summary>The only engine that runs them became undeployed: not over before it is deployed again.</summary>
    Undeployed,
}

/// <summary>The objects of an engine stop running.</summary>
/// <param name="Engine">The engine that ran them, or that takes them over.</param>
/// <param name="Pair">Its pair, where it is redundant.</param>
/// <param name="Cause">Why, and with it how long.</param>
public sealed record Outage(AppEngine Engine, RedundantPair? Pair, OutageCause Cause) : Effect
{
    /// <summary>Whose objects: the pair, or the engine where it is alone.</summary>
    public string Objects => Pair?.ToString() ?? Engine.Name;

    /// <summary>Whether the outage goes on after the step.</summary>
    public bool GoesOn => Cause is OutageCause.ShutDown or OutageCause.Undeployed;

    /// <inheritdoc />
    public override ValueList<AppEngine> Engines => ValueList.Of(Engine);

    /// <inheritdoc />
    public override string ToString() => Cause switch
    {
        OutageCause.Takeover => $"Outage: the objects of {Objects} are out for a few seconds to a few minutes",
        OutageCause.Reboot => $"Outage: the objects of {Objects} are out while {Engine.Platform.Name} reboots",
        OutageCause.ShutDown => $"Outage: the objects of {Objects} are out until {Engine.Platform.Name} is started again",
        _ => $"Outage: the objects of {Objects} are out until the engine is deployed again",
    };
}

/// <summary>Objects that were out of service run again.</summary>
/// <param name="Engine">The engine that runs them now.</param>
/// <param name="Pair">Its pair, where it is redundant.</param>
public sealed record BackInService(AppEngine Engine, RedundantPair? Pair) : Effect
{
    /// <summary>Whose objects: the pair, or the engine where it is alone.</summary>
    public string Objects => Pair?.ToString() ?? Engine.Name;

    /// <inheritdoc />
    public override ValueList<AppEngine> Engines => ValueList.Of(Engine);

    /// <inheritdoc />
    public override string ToString() => $"The objects of {Objects} run again on {Engine.Name}";
}

namespace PlanAnalyzers.Model;

/// <summary>The kinds of <see cref="Effect"/>.</summary>
internal enum EffectKind
{
    DefaultsOverwritten,
    Failover,
    PartnerStopped,
    ObjectsExtracted,
    EngineSkipped,
    CheckpointLost,
    Outage,
    BackInService,
}

/// <summary>What happened in a step, in order, as a walk notes it. Effects are made of it where somebody reads them.</summary>
internal sealed class Happenings
{
    // Engines by their indexes: a walk writes this much more often than anybody reads it.
    private (EffectKind Kind, int Engine, int Partner, OutageCause Cause)[] items = new (EffectKind, int, int, OutageCause)[8];
    private int count;
    private int kinds;

    /// <summary>Whether nothing happened.</summary>
    public bool IsEmpty => count == 0;

    /// <summary>Whether something of a kind happened.</summary>
    public bool Has(EffectKind kind) => (kinds & (1 << (int)kind)) != 0;

    /// <summary>How many times a pair failed over.</summary>
    public int Failovers { get; private set; }

    public void Add(EffectKind kind, AppEngine? engine = null, AppEngine? partner = null, OutageCause cause = default)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, 2 * count);
        }

        items[count++] = (kind, engine?.Index ?? -1, partner?.Index ?? -1, cause);
        kinds |= 1 << (int)kind;
        Failovers += kind == EffectKind.Failover ? 1 : 0;
    }

    public void Clear()
    {
        count = 0;
        kinds = 0;
        Failovers = 0;
    }

    /// <summary>The effects.</summary>
    public ValueList<Effect> ToEffects(Galaxy galaxy)
    {
        if (count == 0)
        {
            return ValueList<Effect>.Empty;
        }

        var effects = new Effect[count];
        for (var i = 0; i < count; i++)
        {
            effects[i] = ToEffect(galaxy, i);
        }

        return new ValueList<Effect>(effects);
    }

    private Effect ToEffect(Galaxy galaxy, int place)
    {
        var (kind, engine, partner, cause) = items[place];
        return kind switch
        {
            EffectKind.DefaultsOverwritten => new DefaultsOverwritten(),
            EffectKind.Failover => new Failover(galaxy.Engines[engine], galaxy.Engines[partner]),
            EffectKind.PartnerStopped => new PartnerStopped(galaxy.Engines[engine]),
            EffectKind.ObjectsExtracted => new ObjectsExtracted(galaxy.Engines[engine], galaxy.Engines[partner]),
            EffectKind.EngineSkipped => new EngineSkipped(galaxy.Engines[engine]),
            EffectKind.CheckpointLost => new CheckpointLost(galaxy.Engines[engine], galaxy.Engines[partner]),
            EffectKind.Outage => new Outage(galaxy.Engines[engine], galaxy.PairOf(galaxy.Engines[engine]), cause),
            _ => new BackInService(galaxy.Engines[engine], galaxy.PairOf(galaxy.Engines[engine])),
        };
    }
}

namespace PlanAnalyzers.Model;

/// <content>Who of a pair is active, and what that means for the objects.</content>
public static partial class UpgradeProcedure
{
    /// <summary>A running engine stops: a partner that stands by takes over, one that is active loses its standby.</summary>
    private static void Leave(ChangingState galaxy, AppEngine engine, OutageCause cause)
    {
        var state = galaxy[engine];
        if (ReadyPartnerOf(galaxy, engine) is { } standby)
        {
            galaxy[engine] = state with { Redundancy = RedundancyStatus.None, Objects = null };
            galaxy[standby] = new EngineState(Deployed: true, RedundancyStatus.ActiveStandbyNotAvailable, state.Objects);
            galaxy.Happenings.Add(EffectKind.Failover, engine, standby);
            return;
        }

        if (galaxy.RunsObjects(engine))
        {
            galaxy.Happenings.Add(EffectKind.Outage, engine, cause: cause);
        }
        else if (state.Redundancy == RedundancyStatus.StandbyReady)
        {
            var active = galaxy.Galaxy.PartnerOf(engine)!;
            galaxy[active] = galaxy[active] with { Redundancy = RedundancyStatus.ActiveStandbyNotAvailable };
        }

        galaxy[engine] = state with { Redundancy = RedundancyStatus.None };
    }

    /// <summary>An engine begins to run: beside an active partner it stands by, and otherwise it is the active one.</summary>
    private static void Join(ChangingState galaxy, AppEngine engine, Software? objects)
    {
        if (galaxy.Galaxy.PartnerOf(engine) is { } partner && galaxy.IsRunning(partner))
        {
            // Of one version with its partner, since an older partner is not running any more beside a newer one.
            galaxy[engine] = new EngineState(Deployed: true, RedundancyStatus.StandbyReady, Objects: null);
            galaxy[partner] = galaxy[partner] with { Redundancy = RedundancyStatus.Active };
            return;
        }

        var redundancy = galaxy.Galaxy.PairOf(engine) is null ? RedundancyStatus.None : RedundancyStatus.ActiveStandbyNotAvailable;
        galaxy[engine] = new EngineState(Deployed: true, redundancy, Objects: null);
        if (objects is { } software)
        {
            RunObjects(galaxy, engine, software);
        }
    }

    private static void RunObjects(ChangingState galaxy, AppEngine engine, Software software)
    {
        galaxy[engine] = galaxy[engine] with { Objects = software };
        galaxy.Happenings.Add(EffectKind.BackInService, engine);
    }

    /// <summary>
    /// The objects of a pair whose other engine went down with them: the one that comes back first runs them, from what it last synced.
    /// </summary>
    private static Software? ObjectsLeftBy(ChangingState galaxy, AppEngine engine)
    {
        if (galaxy.Galaxy.PartnerOf(engine) is not { } partner || galaxy.IsRunning(partner) || galaxy[partner].Objects is not { } objects)
        {
            return null;
        }

        galaxy[partner] = galaxy[partner] with { Objects = null };
        return objects;
    }

    /// <summary>The two engines of a pair change their roles; they are of one version and in sync, so nothing is lost.</summary>
    private static void HandOver(ChangingState galaxy, AppEngine active, AppEngine standby)
    {
        galaxy[standby] = galaxy[active];
        galaxy[active] = new EngineState(Deployed: true, RedundancyStatus.StandbyReady, Objects: null);
        galaxy.Happenings.Add(EffectKind.Failover, active, standby);
    }

    /// <summary>The upgraded engine takes the objects from its partner in SUP, whose checkpoint it cannot read.</summary>
    private static void TakeOver(ChangingState galaxy, AppEngine old, AppEngine upgraded)
    {
        var ran = galaxy.RunsObjects(old);
        galaxy[old] = default;
        galaxy[upgraded] = new EngineState(Deployed: true, RedundancyStatus.ActivePartnerNotUpgraded, Software.New);
        galaxy.Happenings.Add(EffectKind.PartnerStopped, old);
        galaxy.Happenings.Add(EffectKind.ObjectsExtracted, old, upgraded);
        galaxy.Happenings.Add(EffectKind.Failover, old, upgraded);
        galaxy.Happenings.Add(EffectKind.CheckpointLost, upgraded, old);
        galaxy.Happenings.Add(ran ? EffectKind.Outage : EffectKind.BackInService, upgraded, cause: OutageCause.Takeover);
    }

    /// <summary>The partner of an engine where it stands by for it and can take over at once.</summary>
    private static AppEngine? ReadyPartnerOf(ChangingState galaxy, AppEngine engine) =>
        galaxy.Galaxy.PartnerOf(engine) is { } partner && galaxy[partner].Redundancy == RedundancyStatus.StandbyReady
            ? partner
            : null;
}

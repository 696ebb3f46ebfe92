namespace PlanAnalyzers.Model;

/// <summary>What each step of an upgrade does to a galaxy: the vendor's procedure "Upgrade redundant pairs" as a function.</summary>
/// <remarks>
/// Total and pure: a step that the galaxy would refuse in that state changes nothing, and saying so to the author is the rules'
/// business. Another procedure of the vendor (patching) would be a second class like this one.
/// </remarks>
public static class UpgradeProcedure
{
    /// <summary>The transition that a step makes from a state.</summary>
    /// <param name="before">The state before the step.</param>
    /// <param name="step">A step over the same galaxy.</param>
    public static Transition Apply(GalaxyState before, Step step)
    {
        var galaxy = new TransitionBuilder(before);
        switch (step)
        {
            case UploadRuntimeChanges:
                galaxy.Database = galaxy.Database with { RuntimeChangesUploaded = true };
                galaxy.Happens(new DefaultsOverwritten());
                break;
            case Upgrade upgrade:
                Upgrade(galaxy, upgrade.Platform);
                break;
            case Reboot reboot:
                Reboot(galaxy, reboot.Platform);
                break;
            case MigrateGalaxy:
                Migrate(galaxy);
                break;
            case MigrateViewApps when galaxy.Database.Migrated:
                galaxy.Database = galaxy.Database with { ViewAppsMigrated = true };
                break;
            case CascadeDeploy { Target: Platform platform }:
                CascadeDeploy(galaxy, platform);
                break;
            case CascadeDeploy { Target: AppEngine engine } when galaxy[engine.Platform].Running:
                Deploy(galaxy, engine);
                break;
            case ConfigureSms configure:
                galaxy[configure.Platform] = galaxy[configure.Platform] with { SmsConfigured = true };
                break;
            case ForceFailover { Engine: var active } when galaxy[active].RunsObjects && ReadyPartnerOf(galaxy, active) is { } standby:
                HandOver(galaxy, active, standby);
                break;
            case EnableCpuLoadBalancing:
                galaxy.Database = galaxy.Database with { CpuLoadBalancing = true };
                break;
        }

        return galaxy.Finish(step);
    }

    /// <summary>The node gets the new software; its platform, engines and objects become undeployed.</summary>
    private static void Upgrade(TransitionBuilder galaxy, Platform platform)
    {
        if (galaxy[platform].Software == Software.New)
        {
            return;
        }

        foreach (var engine in galaxy.Galaxy.EnginesOn(platform))
        {
            Undeploy(galaxy, engine);
        }

        galaxy[platform] = galaxy[platform] with
        {
            Software = Software.New,
            Deployed = false,
            Running = false,
            RebootPending = platform.IsGalaxyRepository,
        };
    }

    /// <summary>The node goes down and comes back with what was deployed on it.</summary>
    private static void Reboot(TransitionBuilder galaxy, Platform platform)
    {
        galaxy[platform] = galaxy[platform] with { RebootPending = false };
        if (!galaxy[platform].Running)
        {
            return;
        }

        foreach (var engine in galaxy.Galaxy.EnginesOn(platform))
        {
            if (!galaxy[engine].RunsObjects)
            {
                continue; // A standby engine syncs again when its node is back.
            }

            if (ReadyPartnerOf(galaxy, engine) is { } partner)
            {
                HandOver(galaxy, engine, partner);
            }
            else
            {
                galaxy.Happens(new Outage(engine, galaxy.Galaxy.PairOf(engine), OutageCause.Reboot));
            }
        }
    }

    /// <summary>The two engines of a pair change their roles; they are of one version and in sync, so nothing is lost.</summary>
    private static void HandOver(TransitionBuilder galaxy, AppEngine active, AppEngine standby)
    {
        galaxy[standby] = galaxy[active];
        galaxy[active] = new EngineState(Deployed: true, RedundancyStatus.StandbyReady, Objects: null);
        galaxy.Happens(new Failover(active, standby));
    }

    /// <summary>The new IDE migrates the database; without the new software on the GR, or before its reboot, there is none.</summary>
    private static void Migrate(TransitionBuilder galaxy)
    {
        var repository = galaxy[galaxy.Galaxy.GalaxyRepository];
        if (repository is { Software: Software.New, RebootPending: false })
        {
            galaxy.Database = galaxy.Database with { Migrated = true };
        }
    }

    /// <summary>The platform and everything undeployed on it is deployed, if the IDE can reach it with its own version.</summary>
    private static void CascadeDeploy(TransitionBuilder galaxy, Platform platform)
    {
        var state = galaxy[platform];
        var sameVersionAsDatabase = (state.Software == Software.New) == galaxy.Database.Migrated;
        if (!sameVersionAsDatabase || state.RebootPending)
        {
            return;
        }

        galaxy[platform] = state with { Deployed = true, Running = true };
        foreach (var engine in galaxy.Galaxy.EnginesOn(platform))
        {
            Deploy(galaxy, engine);
        }
    }

    /// <summary>An undeployed engine is deployed on its running platform, beside whatever its partner is.</summary>
    private static void Deploy(TransitionBuilder galaxy, AppEngine engine)
    {
        if (galaxy[engine].Deployed)
        {
            return;
        }

        var software = galaxy[engine.Platform].Software;
        var pair = galaxy.Galaxy.PairOf(engine);
        if (pair?.PartnerOf(engine) is not { } partner)
        {
            galaxy[engine] = new EngineState(Deployed: true, RedundancyStatus.None, software);
            galaxy.Happens(new BackInService(engine, Pair: null));
        }
        else if (!galaxy[partner].RunsObjects)
        {
            galaxy[engine] = new EngineState(Deployed: true, RedundancyStatus.ActiveStandbyNotAvailable, software);
            galaxy.Happens(new BackInService(engine, pair));
        }
        else if (galaxy[partner.Platform].Software == software)
        {
            galaxy[engine] = new EngineState(Deployed: true, RedundancyStatus.StandbyReady, Objects: null);
            galaxy[partner] = galaxy[partner] with { Redundancy = RedundancyStatus.Active };
        }
        else if (software == Software.New)
        {
            TakeOver(galaxy, partner, engine, pair);
        }
    }

    /// <summary>The upgraded engine takes the objects from its partner in SUP, whose checkpoint it cannot read.</summary>
    private static void TakeOver(TransitionBuilder galaxy, AppEngine old, AppEngine upgraded, RedundantPair pair)
    {
        galaxy[old] = default;
        galaxy[upgraded] = new EngineState(Deployed: true, RedundancyStatus.ActivePartnerNotUpgraded, Software.New);
        galaxy.Happens(new PartnerStopped(old));
        galaxy.Happens(new ObjectsExtracted(old, upgraded));
        galaxy.Happens(new Failover(old, upgraded));
        galaxy.Happens(new CheckpointLost(upgraded, old));
        galaxy.Happens(new Outage(upgraded, pair, OutageCause.Takeover));
    }

    /// <summary>An engine becomes undeployed; a partner that stands by takes over, one that is active loses its standby.</summary>
    private static void Undeploy(TransitionBuilder galaxy, AppEngine engine)
    {
        var state = galaxy[engine];
        galaxy[engine] = default;
        if (state.RunsObjects)
        {
            if (ReadyPartnerOf(galaxy, engine) is { } partner)
            {
                galaxy[partner] = new EngineState(
                    Deployed: true, RedundancyStatus.ActiveStandbyNotAvailable, galaxy[partner.Platform].Software);
                galaxy.Happens(new Failover(engine, partner));
            }
            else
            {
                galaxy.Happens(new Outage(engine, galaxy.Galaxy.PairOf(engine), OutageCause.Undeployed));
            }
        }
        else if (state.Deployed && galaxy.Galaxy.PartnerOf(engine) is { } active && galaxy[active].RunsObjects)
        {
            galaxy[active] = galaxy[active] with { Redundancy = RedundancyStatus.ActiveStandbyNotAvailable };
        }
    }

    /// <summary>The partner of an engine where it stands by and can take over at once.</summary>
    private static AppEngine? ReadyPartnerOf(TransitionBuilder galaxy, AppEngine engine) =>
        galaxy.Galaxy.PartnerOf(engine) is { } partner && galaxy[partner].Redundancy == RedundancyStatus.StandbyReady
            ? partner
            : null;
}

namespace PlanAnalyzers.Model;

/// <summary>What each step of an upgrade does to a galaxy: the vendor's procedure "Upgrade redundant pairs" as a function.</summary>
/// <remarks>
/// Total and pure: a step that the galaxy would refuse in that state changes nothing, and saying so to the author is the rules'
/// business. Another procedure of the vendor (patching) would be a second class like this one.
/// </remarks>
public static partial class UpgradeProcedure
{
    /// <summary>The transition that a step makes from a state.</summary>
    /// <param name="before">The state before the step.</param>
    /// <param name="step">A step over the same galaxy.</param>
    public static Transition Apply(GalaxyState before, Step step)
    {
        var galaxy = new TransitionBuilder(before);
        Apply(galaxy, step);
        return galaxy.Finish(step);
    }

    /// <summary>The transitions that steps make from the start on, one after the other.</summary>
    internal static ValueList<Transition> Record(Galaxy galaxy, IReadOnlyCollection<Step> steps)
    {
        var transitions = new Transition[steps.Count];
        var state = new TransitionBuilder(GalaxyState.AtStart(galaxy));
        var count = 0;
        foreach (var step in steps)
        {
            Apply(state, step);
            transitions[count++] = state.Finish(step);
        }

        return new ValueList<Transition>(transitions);
    }

    /// <summary>Changes a state as a step does.</summary>
    internal static void Apply(ChangingState galaxy, Step step)
    {
        switch (step)
        {
            case Upgrade upgrade:
                Upgrade(galaxy, upgrade.Platform);
                break;
            case CascadeDeploy deploy:
                CascadeDeploy(galaxy, deploy);
                break;
            case UploadRuntimeChanges:
                galaxy.Database = galaxy.Database with { RuntimeChangesUploaded = true };
                galaxy.Happenings.Add(EffectKind.DefaultsOverwritten);
                break;
            case Reboot reboot:
                Reboot(galaxy, reboot.Platform);
                break;
            case ShutDown shutDown:
                ShutDown(galaxy, shutDown.Platform);
                break;
            case Start start:
                Start(galaxy, start.Platform);
                break;
            case MigrateGalaxy:
                Migrate(galaxy);
                break;
            case MigrateViewApps when galaxy.Database.Migrated:
                galaxy.Database = galaxy.Database with { ViewAppsMigrated = true };
                break;
            case Deploy deploy:
                Deploy(galaxy, deploy);
                break;
            case Undeploy undeploy:
                Undeploy(galaxy, undeploy.Target);
                break;
            case ConfigureSms configure:
                galaxy[configure.Platform] = galaxy[configure.Platform] with { SmsConfigured = true };
                break;
            case ForceFailover { Engine: var active } when ReadyPartnerOf(galaxy, active) is { } standby:
                HandOver(galaxy, active, standby);
                break;
            case EnableCpuLoadBalancing:
                galaxy.Database = galaxy.Database with { CpuLoadBalancing = true };
                break;
        }
    }

    /// <summary>The node gets the new software; its platform, engines and objects become undeployed.</summary>
    private static void Upgrade(ChangingState galaxy, Platform platform)
    {
        if (galaxy[platform].Software == Software.New)
        {
            return;
        }

        UndeployEngines(galaxy, platform);
        galaxy[platform] = galaxy[platform] with
        {
            Software = Software.New,
            Deployed = false,
            Running = false,
            RebootPending = platform.IsGalaxyRepository,
        };
    }

    /// <summary>The node goes down and comes back with what ran on it; what was shut down stays so.</summary>
    private static void Reboot(ChangingState galaxy, Platform platform)
    {
        galaxy[platform] = galaxy[platform] with { RebootPending = false };
        foreach (var engine in galaxy.Galaxy.EnginesOn(platform))
        {
            if (ReadyPartnerOf(galaxy, engine) is { } partner)
            {
                HandOver(galaxy, engine, partner);
            }
            else if (galaxy.RunsObjects(engine))
            {
                galaxy.Happenings.Add(EffectKind.Outage, engine, cause: OutageCause.Reboot);
            }

            // A standby engine syncs again when its node is back.
        }
    }

    /// <summary>The platform and its engines stop and stay deployed.</summary>
    private static void ShutDown(ChangingState galaxy, Platform platform)
    {
        foreach (var engine in galaxy.Galaxy.EnginesOn(platform))
        {
            Leave(galaxy, engine, OutageCause.ShutDown);
        }

        galaxy[platform] = galaxy[platform] with { Running = false };
    }

    /// <summary>A platform that is deployed and was shut down runs again, and its engines with it.</summary>
    private static void Start(ChangingState galaxy, Platform platform)
    {
        if (galaxy[platform] is not { Deployed: true, Running: false })
        {
            return;
        }

        galaxy[platform] = galaxy[platform] with { Running = true };
        foreach (var engine in galaxy.Galaxy.EnginesOn(platform))
        {
            if (galaxy[engine].Deployed)
            {
                Join(galaxy, engine, galaxy[engine].Objects ?? ObjectsLeftBy(galaxy, engine));
            }
        }
    }

    /// <summary>The new IDE migrates the database; without the new software on the GR, or before its reboot, there is none.</summary>
    private static void Migrate(ChangingState galaxy)
    {
        var repository = galaxy[galaxy.Galaxy.GalaxyRepository];
        if (repository is { Software: Software.New, RebootPending: false })
        {
            galaxy.Database = galaxy.Database with { Migrated = true };
        }
    }
}

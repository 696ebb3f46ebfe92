namespace PlanAnalyzers.Model;

/// <content>Deploying and undeploying: the closing table of the vendor's page.</content>
public static partial class UpgradeProcedure
{
    /// <summary>
    /// Each thing of the selection is deployed with what it hosts, platforms before engines. Of several things selected together the
    /// IDE passes over the redundant engines that are in software upgrade pending or whose partner is.
    /// </summary>
    private static void CascadeDeploy(ChangingState galaxy, CascadeDeploy step)
    {
        foreach (var target in step.Selection)
        {
            if (target is Platform platform)
            {
                Deploy(galaxy, platform);
            }
        }

        var isMultiSelection = step.IsMultiSelection;
        foreach (var engine in EnginesIn(galaxy.Galaxy, step.Selection))
        {
            if (isMultiSelection && IsPassedOver(galaxy, engine))
            {
                galaxy.Happenings.Add(EffectKind.EngineSkipped, engine);
            }
            else
            {
                Deploy(galaxy, engine, withObjects: true);
            }
        }
    }

    private static ValueList<AppEngine> EnginesIn(Galaxy galaxy, ValueList<DeployTarget> selection) =>
        selection.Count == 1
            ? galaxy.EnginesOf(selection[0])
            : selection.SelectMany(galaxy.EnginesOf).Distinct().ToValueList();

    /// <summary>
    /// The vendor's sentence fits an engine that is in software upgrade pending and one whose partner is; to count on neither is safe.
    /// </summary>
    private static bool IsPassedOver(ChangingState galaxy, AppEngine engine) =>
        galaxy.Galaxy.PartnerOf(engine) is { } partner
        && (galaxy.IsSoftwareUpgradePending(engine.Platform) || galaxy.IsSoftwareUpgradePending(partner.Platform));

    /// <summary>One object is deployed; beside a partner in software upgrade pending that is a cascade, after a dialog.</summary>
    private static void Deploy(ChangingState galaxy, Deploy step)
    {
        if (step.Target is Platform platform)
        {
            Deploy(galaxy, platform);
        }
        else if (step.Target is AppEngine engine && !(step.Answer == ForcedDeployment.Cancel && ForcesObjectsOf(galaxy, engine) is not null))
        {
            Deploy(galaxy, engine, withObjects: false);
        }
    }

    /// <summary>The platform alone, if the IDE can deploy there with its own version.</summary>
    private static void Deploy(ChangingState galaxy, Platform platform)
    {
        if (CanBeDeployedTo(galaxy, platform) && !galaxy[platform].Deployed)
        {
            galaxy[platform] = galaxy[platform] with { Deployed = true, Running = true };
        }
    }

    /// <summary>
    /// From where the database has the version of the node, and the GR is up: before the upgrade, or after the node's own. A node that
    /// waits for its reboot has no version yet.
    /// </summary>
    private static bool CanBeDeployedTo(ChangingState galaxy, Platform platform)
    {
        var (state, repository) = (galaxy[platform], galaxy[galaxy.Galaxy.GalaxyRepository]);
        return (state.Software == Software.New) == galaxy.Database.Migrated
            && (repository.Software == Software.New) == galaxy.Database.Migrated
            && !state.RebootPending
            && (platform.IsGalaxyRepository || repository.Running);
    }

    /// <summary>An engine is deployed on its running platform, beside whatever its partner is.</summary>
    private static void Deploy(ChangingState galaxy, AppEngine engine, bool withObjects)
    {
        var platform = galaxy[engine.Platform];
        var partner = galaxy.Galaxy.PartnerOf(engine);
        if (!platform.Running || !CanBeDeployedTo(galaxy, engine.Platform))
        {
            return;
        }

        if (galaxy[engine].Deployed)
        {
            if (withObjects && galaxy[engine] is { Objects: null, Redundancy: not RedundancyStatus.StandbyReady })
            {
                RunObjects(galaxy, engine, platform.Software);
            }
        }
        else if (ForcesObjectsOf(galaxy, engine) is { } old)
        {
            TakeOver(galaxy, old, engine);
        }
        else if (partner is null || !galaxy[partner].Deployed || galaxy.IsRunning(partner))
        {
            Join(galaxy, engine, withObjects ? platform.Software : null);
        }

        // Beside a partner that is deployed and cannot be reached the deployment fails.
    }

    /// <summary>The partner whose objects this engine would take and force to the new version: it runs, and its node is pending.</summary>
    private static AppEngine? ForcesObjectsOf(ChangingState galaxy, AppEngine engine) =>
        galaxy.Galaxy.PartnerOf(engine) is { } partner
        && galaxy.IsRunning(partner)
        && galaxy.IsSoftwareUpgradePending(partner.Platform)
        && galaxy[engine.Platform].Software == Software.New
            ? partner
            : null;

    /// <summary>A platform with what it hosts, or an engine alone; in software upgrade pending neither is possible.</summary>
    private static void Undeploy(ChangingState galaxy, DeployTarget target)
    {
        var platform = target is AppEngine { Platform: var host } ? host : (Platform)target;
        if (galaxy.IsSoftwareUpgradePending(platform))
        {
            return;
        }

        if (target is AppEngine engine)
        {
            Undeploy(galaxy, engine);
        }
        else
        {
            UndeployEngines(galaxy, platform);
            galaxy[platform] = galaxy[platform] with { Deployed = false, Running = false };
        }
    }

    private static void UndeployEngines(ChangingState galaxy, Platform platform)
    {
        foreach (var engine in galaxy.Galaxy.EnginesOn(platform))
        {
            Undeploy(galaxy, engine);
        }
    }

    private static void Undeploy(ChangingState galaxy, AppEngine engine)
    {
        Leave(galaxy, engine, OutageCause.Undeployed);
        galaxy[engine] = default;
    }
}

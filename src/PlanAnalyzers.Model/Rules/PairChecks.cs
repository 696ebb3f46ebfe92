namespace PlanAnalyzers.Model;

/// <summary>UPG4005, UPG4006, UPG4012 to UPG4014: one partner at a time, the standby first, and no failover without a standby.</summary>
internal static class PairChecks
{
    public static Violation[] NotUndeployedInSoftwareUpgradePending(PlanWalk walk) =>
        walk.Step is Undeploy { Target: var target } && PlanWalk.PlatformOf(target) is var platform && walk.State.IsSoftwareUpgradePending(platform)
            ? [
                new Violation(
                    RuleTable.UndeployInSup,
                    $"{platform} still runs {walk.VersionOf(platform)} (software upgrade pending), so {target} cannot be undeployed any more: the step "
                    + $"fails. Remove it; Upgrade({platform}) undeploys what is on the node.")
                {
                    About = [platform],
                },
            ]
            : [];

    public static Violation[] KeepsARunningEngine(PlanWalk walk)
    {
        foreach (var engine in TakenDown(walk))
        {
            if (IsTheLast(walk.State, engine))
            {
                return [PairStopped(walk)];
            }
        }

        return [];
    }

    private static Violation PairStopped(PlanWalk walk)
    {
        var engines = TakenDown(walk).Where(engine => IsTheLast(walk.State, engine)).ToArray();
        var pairs = Words.List(engines.Select(engine => walk.Galaxy.PairOf(engine)!));
        var partners = engines.Select(engine => walk.Galaxy.PartnerOf(engine)!).ToArray();
        var goesDown = walk.Step switch
        {
            Reboot => $"{walk.Step} takes {Words.List(engines)} down",
            ShutDown => $"{walk.Step} stops {Words.List(engines)}",
            _ => $"{walk.Step} undeploys {Words.List(engines)}",
        };
        var missing = MissingForTakeover(walk, partners).ToArray();
        var advice = missing.Length > 0
            ? $"Add {Words.List(missing)} before this step"
            : $"Wait with this step until {Words.List(partners)} {Words.Are(partners.Length)} ready to take over";
        return new Violation(
            RuleTable.PairStopped,
            $"{goesDown} while {Words.List(partners)} {Words.Are(partners.Length)} not there to take over: nothing runs the objects of "
            + $"{pairs}. {advice}.")
        {
            Missing = missing,
            About = engines.Concat(partners).ToArray(),
        };
    }

    public static Violation[] DeployedUntilItsUpgrade(PlanWalk walk) =>
        walk.Step is Undeploy { Target: Platform platform }
        && walk.State[platform] is { Software: Software.Old, Deployed: true }
        && !walk.State.IsSoftwareUpgradePending(platform)
        && walk.ComesLater(new Upgrade(platform))
            ? [
                new Violation(
                    RuleTable.UndeployedBeforeUpgrade,
                    $"{platform} is undeployed before Upgrade({platform}), which is done with Application Server deployed but shut down and undeploys "
                    + $"the node by itself: what runs on {platform} is down for longer than it must. Remove this step.")
                {
                    About = [platform],
                },
            ]
            : [];

    public static Violation[] StandbyBeforeActive(PlanWalk walk) =>
        walk.Upgraded is { IsGalaxyRepository: false } platform && FailoverOrder.CostsAnExtraFailover(walk.State, platform)
            ? ActiveBeforeStandby(walk, platform)
            : [];

    private static Violation[] ActiveBeforeStandby(PlanWalk walk, Platform platform)
    {
        var pairs = walk.Galaxy.EnginesOn(platform)
            .Where(engine => walk.State[engine].Redundancy == RedundancyStatus.Active)
            .Select(engine => (Active: engine, Standby: walk.Galaxy.PartnerOf(engine)!))
            .Where(pair => walk.State[pair.Standby.Platform].Software == Software.Old && !walk.Stopped.Contains(walk.Galaxy.PairOf(pair.Active)!))
            .ToArray();
        if (pairs.Length == 0)
        {
            return [];
        }

        var standbys = pairs.Select(pair => pair.Standby.Platform).Distinct().ToArray();
        if (standbys.Any(standby => walk.IsBeside(new Upgrade(standby))))
        {
            return []; // Side by side there is no order; that both partners are in it is another rule's.
        }

        var (engines, eachPair) = pairs.Length == 1 ? ("engine", "the pair fails") : ("engines", "each of these pairs fails");
        return
        [
            new Violation(
                RuleTable.StandbyFirst,
                $"{platform} runs the active {engines} {Words.List(pairs.Select(pair => pair.Active))}. If it is upgraded before "
                + $"{Words.List(standbys)} with {Words.List(pairs.Select(pair => pair.Standby))}, {eachPair} over twice instead of once, each time "
                + $"with a gap in the collected data. Upgrade and cascade deploy {Words.List(standbys)} first.")
            {
                About = pairs.SelectMany(pair => new[] { pair.Active, pair.Standby }).ToArray(),
            },
        ];
    }

    public static Violation[] HasAStandbyToTakeOver(PlanWalk walk)
    {
        if (walk.Step is not ForceFailover { Engine: var engine })
        {
            return [];
        }

        var message = walk.Galaxy.PairOf(engine) is not { } pair
            ? $"{engine} has no partner, so there is nothing to fail over to. Remove the step."
            : walk.State.ActiveOf(pair) is { } active && active != engine
                ? $"{engine} is not the active engine of {pair} at this step, and a failover is forced at the active one. Name {active}."
                : !walk.State.HasBackup(pair)
                    ? $"{pair.PartnerOf(engine)} cannot take over from {engine} at this step, since it is not deployed at the same version and "
                        + $"in sync, so the failover fails. Move the step to where both {engine} and {pair.PartnerOf(engine)} are deployed at "
                        + "one version."
                    : null;
        return message is null
            ? []
            : [
                new Violation(RuleTable.NoStandbyToTakeOver, message)
                {
                    About = walk.Galaxy.PairOf(engine) is { } known ? [known.Primary, known.Backup] : [engine],
                },
            ];
    }

    /// <summary>The engines that stop running in the step.</summary>
    private static ValueList<AppEngine> TakenDown(PlanWalk walk) => walk.Step switch
    {
        Upgrade => walk.Upgraded is { } upgraded ? walk.Galaxy.EnginesOn(upgraded) : ValueList<AppEngine>.Empty,
        Reboot { Platform: var platform } => walk.Galaxy.EnginesOn(platform),
        ShutDown { Platform: var platform } => walk.Galaxy.EnginesOn(platform),
        Undeploy { Target: var target } when !walk.State.IsSoftwareUpgradePending(PlanWalk.PlatformOf(target)) =>
            walk.Galaxy.EnginesOf(target),
        _ => ValueList<AppEngine>.Empty,
    };

    /// <summary>Whether an engine is the only one of its pair that runs the objects or could.</summary>
    private static bool IsTheLast(ReadableState state, AppEngine engine) =>
        state[engine].Redundancy.IsActive() && !state.HasBackup(state.Galaxy.PairOf(engine)!);

    /// <summary>What is left to do at the partners' platforms so that they can take over.</summary>
    private static IEnumerable<Step> MissingForTakeover(PlanWalk walk, AppEngine[] partners) =>
        partners.Select(partner => walk.State[partner.Platform] switch
        {
            { Deployed: true, Running: false } => (Step)new Start(partner.Platform),
            { Software: Software.New, Deployed: true } => new CascadeDeploy(partner),
            { Software: Software.New } when walk.State.Database.Migrated => new CascadeDeploy(partner.Platform),
            _ => null,
        }).OfType<Step>().Distinct();
}

namespace PlanAnalyzers.Model;

/// <summary>UPG4005, UPG4006 and UPG4014: one partner at a time, the standby first, and no failover without a standby.</summary>
internal static class PairChecks
{
    public static Violation? KeepsARunningEngine(PlanWalk walk)
    {
        var platform = walk.Step is Reboot { Platform: var rebooted } && walk.State[rebooted].Running ? rebooted : walk.Upgraded;
        if (platform is null || WithoutReadyPartner(walk, platform) is not { Length: > 0 } engines)
        {
            return null;
        }

        var pairs = Words.List(engines.Select(engine => walk.Galaxy.PairOf(engine)!));
        var partners = engines.Select(engine => walk.Galaxy.PartnerOf(engine)!).ToArray();
        var goesDown = walk.Step is Reboot
            ? $"{walk.Step} takes {Words.List(engines)} down"
            : $"{walk.Step} undeploys {Words.List(engines)}";
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

    public static Violation? StandbyBeforeActive(PlanWalk walk)
    {
        if (walk.Upgraded is not { IsGalaxyRepository: false } platform
            || !FailoverOrder.CostsAnExtraFailover(walk.State, platform))
        {
            return null;
        }

        var pairs = walk.Galaxy.EnginesOn(platform)
            .Where(engine => walk.State[engine].Redundancy == RedundancyStatus.Active)
            .Select(engine => (Active: engine, Standby: walk.Galaxy.PartnerOf(engine)!))
            .Where(pair => walk.State[pair.Standby.Platform].Software == Software.Old)
            .ToArray();
        var standbyPlatforms = Words.List(pairs.Select(pair => pair.Standby.Platform).Distinct());
        var (engines, eachPair) = pairs.Length == 1 ? ("engine", "the pair fails") : ("engines", "each of these pairs fails");
        return new Violation(
            RuleTable.StandbyFirst,
            $"{platform} runs the active {engines} {Words.List(pairs.Select(pair => pair.Active))}. If it is upgraded before "
            + $"{standbyPlatforms} with {Words.List(pairs.Select(pair => pair.Standby))}, {eachPair} over twice instead of once, each time "
            + $"with a gap in the collected data. Upgrade and cascade deploy {standbyPlatforms} first.")
        {
            About = pairs.SelectMany(pair => new[] { pair.Active, pair.Standby }).ToArray(),
        };
    }

    public static Violation? HasAStandbyToTakeOver(PlanWalk walk)
    {
        if (walk.Step is not ForceFailover { Engine: var engine })
        {
            return null;
        }

        var message = walk.Galaxy.PairOf(engine) is not { } pair
            ? $"{engine} has no partner, so there is nothing to fail over to. Remove the step."
            : !walk.State[engine].RunsObjects && walk.State.ActiveOf(pair) is { } active
                ? $"{engine} is not the active engine of {pair} at this step, and a failover is forced at the active one. Name {active}."
                : !walk.State.HasBackup(pair)
                    ? $"{pair.PartnerOf(engine)} cannot take over from {engine} at this step, since it is not deployed at the same version and "
                        + $"in sync, so the failover fails. Move the step to where both {engine} and {pair.PartnerOf(engine)} are deployed at "
                        + "one version."
                    : null;
        return message is null
            ? null
            : new Violation(RuleTable.NoStandbyToTakeOver, message)
            {
                Misplaced = true,
                About = walk.Galaxy.PairOf(engine) is { } known ? [known.Primary, known.Backup] : [engine],
            };
    }

    /// <summary>The redundant engines on a platform that run their objects and whose partner cannot take over.</summary>
    private static AppEngine[] WithoutReadyPartner(PlanWalk walk, Platform platform) =>
        walk.Galaxy.EnginesOn(platform)
            .Where(engine => walk.State[engine].RunsObjects
                && walk.Galaxy.PairOf(engine) is { } pair
                && !walk.State.HasBackup(pair))
            .ToArray();

    /// <summary>What is left to do at the partners' platforms so that they can take over.</summary>
    private static IEnumerable<Step> MissingForTakeover(PlanWalk walk, AppEngine[] partners) =>
        partners
            .Where(partner => walk.State[partner.Platform].Software == Software.New)
            .Select(partner => walk.State[partner.Platform].Deployed ? (DeployTarget)partner : partner.Platform)
            .Distinct()
            .Select(target => new CascadeDeploy(target));
}

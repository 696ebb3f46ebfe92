namespace PlanAnalyzers.Model;

/// <summary>UPG5001, UPG5004 and UPG5008: what a node needs before something can be deployed on it.</summary>
internal static class DeploymentChecks
{
    public static Violation? NotInSoftwareUpgradePending(PlanWalk walk)
    {
        foreach (var target in walk.Deployed)
        {
            if (IsPending(walk, target))
            {
                return DeployedInSup(walk);
            }
        }

        return null;
    }

    private static Violation DeployedInSup(PlanWalk walk)
    {
        var pending = walk.Deployed.Where(target => IsPending(walk, target)).ToArray();

        // An engine whose upgraded partner is there: the case that the vendor's page warns of.
        var barred = pending.SelectMany(walk.Galaxy.EnginesOf).Distinct()
            .Where(engine => walk.Galaxy.PartnerOf(engine) is { } partner && walk.State[partner.Platform].Software == Software.New)
            .ToArray();
        var consequence = barred.Length > 0
            ? $"{Words.List(barred)} cannot be deployed beside {Partners(walk.Galaxy, barred)}"
            : $"the deployment of {Words.List(pending)} fails";
        var platforms = pending.Select(PlanWalk.PlatformOf).Distinct().ToArray();
        return new Violation(
            RuleTable.DeployInSup,
            $"{Words.List(platforms)} still {(platforms.Length == 1 ? "runs" : "run")} {walk.VersionOf(platforms[0])} (software upgrade pending), "
            + $"so {consequence}. Upgrade {Words.List(platforms)} first.")
        {
            Missing = [.. platforms.Select(platform => new Upgrade(platform))],
            About = platforms,
        };
    }

    public static Violation? HostDeployedFirst(PlanWalk walk)
    {
        foreach (var target in walk.Deployed)
        {
            var host = PlanWalk.PlatformOf(target);
            if (target is AppEngine && !walk.State[host].Deployed && !walk.Deployed.Contains(host))
            {
                return walk.Step is Deploy
                    ? NotThere(target, host, "undeployed", $"Deploy {host} first.", new Deploy(host, ForcedDeployment.Unanswered))
                    : NotThere(target, host, "undeployed", $"Cascade deploy {host}, which deploys {target} too.", new CascadeDeploy(host));
            }

            if (walk.State[host] is { Deployed: true, Running: false } && FirstDeployedWith(walk, target) is { } engine)
            {
                return NotThere(engine, host, "shut down", $"Start {host} first.", new Start(host));
            }
        }

        return null;

        static Violation NotThere(DeployTarget target, Platform host, string state, string advice, Step missing) => new(
            RuleTable.HostNotDeployed,
            $"{target} is deployed while its platform {host} is {state}, so the deployment fails. {advice}")
        {
            Missing = [missing],
            About = [target],
        };
    }

    public static Violation? PartnerCanBeReached(PlanWalk walk)
    {
        foreach (var target in walk.Deployed)
        {
            foreach (var engine in DeployedWith(walk, target))
            {
                if (!walk.State[engine].Deployed
                    && walk.Galaxy.PartnerOf(engine) is { } partner && walk.State[partner].Deployed && !walk.State.IsRunning(partner))
                {
                    return new Violation(
                        RuleTable.PartnerNotReachable,
                        $"{engine} is deployed while its partner {partner} is deployed but shut down with {partner.Platform}: the partner cannot be "
                        + $"reached, so the deployment of {engine} fails. Start {partner.Platform} first.")
                    {
                        Missing = [new Start(partner.Platform)],
                        About = [engine, partner],
                    };
                }
            }
        }

        return null;
    }

    /// <summary>The engines that the step deploys with a target.</summary>
    private static ValueList<AppEngine> DeployedWith(PlanWalk walk, DeployTarget target) =>
        walk.Step is Deploy && target is Platform ? ValueList<AppEngine>.Empty : walk.Galaxy.EnginesOf(target);

    /// <summary>The first of them that is not deployed yet.</summary>
    private static AppEngine? FirstDeployedWith(PlanWalk walk, DeployTarget target) =>
        DeployedWith(walk, target).FirstOrDefault(engine => !walk.State[engine].Deployed);

    /// <summary>What is in software upgrade pending and not passed over by a multi-selection, which has a rule of its own.</summary>
    private static bool IsPending(PlanWalk walk, DeployTarget target) =>
        walk.State.IsSoftwareUpgradePending(PlanWalk.PlatformOf(target))
        && !(walk.Step is CascadeDeploy { IsMultiSelection: true } && IsOfAPair(walk.Galaxy, target));

    private static bool IsOfAPair(Galaxy galaxy, DeployTarget target) =>
        target is AppEngine engine ? galaxy.PairOf(engine) is not null : galaxy.HostsRedundantEngine((Platform)target);

    private static string Partners(Galaxy galaxy, AppEngine[] engines) =>
        $"{(engines.Length == 1 ? "its upgraded partner" : "their upgraded partners")} "
        + Words.List(engines.Select(engine => galaxy.PartnerOf(engine)!));
}

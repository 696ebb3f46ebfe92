namespace PlanAnalyzers.Model;

/// <summary>UPG3001, UPG3002 and UPG5xxx: what a node needs before something is deployed on it.</summary>
internal static class DeploymentChecks
{
    public static Violation? NotInSoftwareUpgradePending(PlanWalk walk)
    {
        if (walk.DeployedTo is not { } platform || !walk.State.IsSoftwareUpgradePending(platform))
        {
            return null;
        }

        // An engine whose upgraded partner is there: the case that the vendor's page warns of.
        var barred = Deployed(walk)
            .Where(engine => walk.Galaxy.PartnerOf(engine) is { } partner && walk.State[partner.Platform].Software == Software.New)
            .ToArray();
        var target = ((CascadeDeploy)walk.Step).Target;
        var consequence = barred.Length > 0
            ? $"{Words.List(barred)} cannot be deployed beside {Partners(walk.Galaxy, barred)}"
            : $"the deployment of {target} fails";
        return new Violation(
            RuleTable.DeployInSup,
            $"{platform} still runs {walk.VersionOf(platform)} (software upgrade pending), so {consequence}. Upgrade {platform} first.")
        {
            Missing = [new Upgrade(platform)],
            About = [platform],
        };
    }

    public static Violation? HostDeployedFirst(PlanWalk walk) =>
        walk.Step is CascadeDeploy { Target: AppEngine engine } && !walk.State[engine.Platform].Deployed
            ? new Violation(
                RuleTable.HostNotDeployed,
                $"{engine} is deployed while its platform {engine.Platform} is undeployed, so the deployment fails. "
                + $"Cascade deploy {engine.Platform}, which deploys {engine} too.")
            {
                Missing = [new CascadeDeploy(engine.Platform)],
                About = [engine],
            }
            : null;

    public static Violation? SmsConfigured(PlanWalk walk) => SmsConfigured(walk, engine => !walk.State[engine].Deployed);

    /// <summary>The same for a step that was assumed to have been done before: what it deploys is deployed already.</summary>
    public static Violation? SmsConfiguredAllTheSame(PlanWalk walk) => SmsConfigured(walk, _ => true);

    private static Violation? SmsConfigured(PlanWalk walk, Func<AppEngine, bool> isDeployedNow)
    {
        if (!walk.VersionsAreKnown
            || walk.DeployedTo is not { } platform
            || walk.State[platform].SmsConfigured
            || Deployed(walk).Where(engine => walk.Galaxy.PairOf(engine) is not null && isDeployedNow(engine)).ToArray()
                is not { Length: > 0 } engines)
        {
            return null;
        }

        var version = walk.State[platform].Software == Software.New ? walk.NewVersion : walk.OldVersion;
        var advice = walk.Galaxy.Servers.Count == 0
            ? $"Declare the System Management Server and connect {platform} to it in its declaration."
            : $"Connect {platform} to {walk.Galaxy.Servers[0]} in its declaration, or add ConfigureSms({platform}) before this step.";
        var pairs = engines.Select(engine => walk.Galaxy.PairOf(engine)!).ToArray();
        var historized = pairs.Where(pair => pair.Historized).ToArray();
        if (version < SystemPlatform.V2023R2)
        {
            // A warning changes nothing of what is carried out, so nothing is assumed either.
            return new Violation(
                RuleTable.SmsRecommended,
                $"{platform} hosts {Words.List(engines)} of a redundant pair and is deployed without a System Management Server: "
                + $"at {version.Text()} the pair works, but its communication is not secured. {advice}")
            {
                About = [platform],
            };
        }

        var loss = historized.Length > 0
            ? $"data will be lost, since {Words.List(historized)} {Words.Are(historized.Length)} historized"
            : $"{Words.List(pairs)} will not work as a redundant pair";
        return new Violation(
            RuleTable.SmsRequired,
            $"{platform} is deployed at {version.Text()} without a System Management Server: {loss}. {advice}")
        {
            Missing = [new ConfigureSms(platform)],
            About = [platform],
        };
    }

    /// <summary>The engines that the step deploys: the one that it names, or all on the platform.</summary>
    private static ValueList<AppEngine> Deployed(PlanWalk walk) =>
        ((CascadeDeploy)walk.Step).Target is AppEngine single ? ValueList.Of(single) : walk.Galaxy.EnginesOn(walk.DeployedTo!);

    private static string Partners(Galaxy galaxy, AppEngine[] engines) =>
        $"{(engines.Length == 1 ? "its upgraded partner" : "their upgraded partners")} "
        + Words.List(engines.Select(engine => galaxy.PartnerOf(engine)!));
}

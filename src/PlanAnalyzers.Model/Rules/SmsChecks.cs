namespace PlanAnalyzers.Model;

/// <summary>UPG3001 to UPG3003: redundant nodes use the System Management Server.</summary>
internal static class SmsChecks
{
    public static Violation[] ConfiguredWhereDeployed(PlanWalk walk) => IsAnyWithoutSms(walk) ? WithoutSms(walk, isDone: false) : [];

    /// <summary>The same for a step that was assumed to have been done before: what it deploys is deployed already.</summary>
    public static Violation[] ConfiguredAllTheSame(PlanWalk walk) => WithoutSms(walk, isDone: true);

    public static Violation[] IsDeclared(PlanWalk walk)
    {
        if (walk.Step is not ConfigureSms { Platform: var platform } || walk.Galaxy.Servers.Count > 0)
        {
            return [];
        }

        var redundant = walk.Galaxy.EnginesOn(platform).Where(engine => walk.Galaxy.PairOf(engine) is not null).ToArray();
        var consequence = redundant.Length > 0 ? $", and {Words.List(redundant)} would run without it" : "";
        return
        [
            new Violation(
                RuleTable.SmsNotDeclared,
                $"{platform} is pointed at the System Management Server, but the galaxy {walk.Galaxy} declares none: there is nothing to point "
                + $"it at{consequence}. Declare the server with SystemManagementServer.On(node).")
            {
                About = [platform],
            },
        ];
    }

    private static Violation[] WithoutSms(PlanWalk walk, bool isDone) =>
        walk.VersionsAreKnown
            ? walk.DeployedTo
                .Where(platform => !walk.State[platform].SmsConfigured && !walk.State.IsSoftwareUpgradePending(platform))
                .Select(platform => WithoutSms(walk, platform, EnginesFor(walk, platform).Where(engine => isDone || !walk.State[engine].Deployed).ToArray()))
                .OfType<Violation>()
                .ToArray()
            : [];

    private static bool IsAnyWithoutSms(PlanWalk walk)
    {
        foreach (var target in walk.Deployed)
        {
            if (!walk.State[PlanWalk.PlatformOf(target)].SmsConfigured)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The redundant engines on a platform that the step deploys, or will deploy next where it deploys the platform alone.</summary>
    private static IEnumerable<AppEngine> EnginesFor(PlanWalk walk, Platform platform) =>
        walk.Deployed
            .Where(target => PlanWalk.PlatformOf(target) == platform)
            .SelectMany(walk.Galaxy.EnginesOf)
            .Distinct()
            .Where(engine => walk.Galaxy.PairOf(engine) is not null);

    private static Violation? WithoutSms(PlanWalk walk, Platform platform, AppEngine[] engines)
    {
        if (engines.Length == 0)
        {
            return null;
        }

        var version = walk.NewVersion; // What is deployed at the old one is another rule's, which takes it as upgraded.
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
}

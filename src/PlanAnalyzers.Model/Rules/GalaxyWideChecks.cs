namespace PlanAnalyzers.Model;

/// <summary>UPG4009, UPG4010 and UPG7001: steps at the galaxy as a whole.</summary>
internal static class GalaxyWideChecks
{
    public static Violation[] UploadedBeforeTheUpgrade(PlanWalk walk) =>
        walk.Step is UploadRuntimeChanges && walk.HasWritten(RepositoryWork.Upgrade)
            ? [
                new Violation(
                    RuleTable.UploadTooLate,
                    $"Run-time changes are uploaded after {walk.Repository} was upgraded: the upgrade undeployed its objects, so what operators "
                    + $"changed on them before is lost. Upload before Upgrade({walk.Repository})."),
            ]
            : [];

    public static Violation[] DefaultsMayBeOverwritten(PlanWalk walk) =>
        walk.Step is UploadRuntimeChanges { OverwriteDefaults: false }
            ? [
                new Violation(
                    RuleTable.UploadOverwritesDefaults,
                    "The upload overwrites configured defaults, such as set points, with the values they have at run time. "
                    + "If that is meant, say so with overwriteDefaults: true; otherwise leave the upload out."),
            ]
            : [];

    public static Violation[] LoadBalancingAtTheEnd(PlanWalk walk)
    {
        if (walk.Step is not EnableCpuLoadBalancing)
        {
            return [];
        }

        if (walk.VersionsAreKnown && walk.NewVersion < SystemPlatform.V2023R2SP1)
        {
            return
            [
                new Violation(
                    RuleTable.LoadBalancingTooEarly,
                    $"CPU load balancing of redundant engines belongs to {SystemPlatform.V2023R2SP1.Text()} and later; "
                    + $"{walk.NewVersion.Text()} does not have it. Remove this step."),
            ];
        }

        var unfinished = walk.Galaxy.Platforms.FindAll(platform => !IsFinished(walk, platform));
        return unfinished.Length > 0 ? [LoadBalancingTooEarly(walk, unfinished)] : [];
    }

    private static Violation LoadBalancingTooEarly(PlanWalk walk, Platform[] unfinished)
    {
        var what = unfinished.Any(platform => walk.State[platform].Software == Software.Old) ? "upgraded and deployed" : "deployed";
        return new Violation(
            RuleTable.LoadBalancingTooEarly,
            $"CPU load balancing is enabled while {Words.List(unfinished)} {Words.Are(unfinished.Length)} not yet {what}: "
            + $"it needs both partners of every pair at {walk.NewVersion.Text()} and deployed. "
            + $"Enable it after {Words.List(unfinished)} {Words.Are(unfinished.Length)} {what}.")
        {
            // Where the plan goes on with those platforms this step stands too early; where it does not, their steps are missing.
            Misplaced = unfinished.Any(walk.ComesLater),
            Missing = unfinished.SelectMany(platform => MissingFor(walk, platform)).ToArray(),
            About = unfinished,
        };
    }

    private static bool IsFinished(PlanWalk walk, Platform platform) =>
        (walk.State[platform] is { Software: Software.New, Deployed: true } && IsEachOfAPairDeployed(walk, platform))
        || !walk.Galaxy.HostsRedundantEngine(platform);

    private static bool IsEachOfAPairDeployed(PlanWalk walk, Platform platform)
    {
        foreach (var engine in walk.Galaxy.EnginesOn(platform))
        {
            if (!walk.State[engine].Deployed && walk.Galaxy.PairOf(engine) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Step> MissingFor(PlanWalk walk, Platform platform)
    {
        if (walk.State[platform].Software == Software.Old)
        {
            yield return new Upgrade(platform);
        }

        yield return new CascadeDeploy(platform);
    }
}

namespace PlanAnalyzers.Model;

/// <summary>UPG4007: a pair that was opened is closed before other work begins.</summary>
/// <remarks>
/// Platforms that pairs tie together are one group: they can only be upgraded in turn, so none of them is other work. A platform
/// without pairs is a group of its own. Other work begins with the first step at a group; going on with it is not reported again.
/// </remarks>
internal sealed class OpenPairsCheck(Galaxy galaxy)
{
    private readonly PlatformGroups groupOf = new(galaxy);
    private readonly HashSet<int> begun = [];
    private readonly HashSet<RedundantPair> reported = [];

    /// <summary>Whether the step begins work at a group of platforms while a pair of another group has no backup.</summary>
    public Violation? ClosedFirst(PlanWalk walk)
    {
        var target = walk.Step.Targets.Select(PlanWalk.PlatformOf).FirstOrDefault(platform => !begun.Contains(groupOf[platform]));
        if (target is null)
        {
            return null;
        }

        var groups = new HashSet<int>(walk.Step.Targets.Select(named => groupOf[PlanWalk.PlatformOf(named)]));
        begun.UnionWith(groups);
        var open = walk.Galaxy.Pairs
            .Where(pair => !groups.Contains(groupOf[pair.Primary.Platform])
                && !walk.State.HasBackup(pair)
                && IsClosedLater(walk, pair)
                && reported.Add(pair))
            .ToArray();
        return open.Length == 0
            ? null
            : new Violation(
                RuleTable.PairLeftOpen,
                $"Work at {target} begins while {Words.List(open)} {(open.Length == 1 ? "has" : "have")} no backup: if the running engine stops "
                + $"meanwhile, nothing takes over. {WhatClosesThem(walk, open)}")
            {
                About = open.SelectMany(pair => new[] { pair.Primary, pair.Backup }).ToArray(),
            };
    }

    /// <summary>Where what closes a pair never comes, that is reported where it is needed or at the end, and once.</summary>
    private static bool IsClosedLater(PlanWalk walk, RedundantPair pair) =>
        walk.State.ActiveOf(pair) is { } active
        && pair.PartnerOf(active) is var missing
        && walk.State[missing.Platform] switch
        {
            { Software: Software.Old } => walk.ComesLater(missing.Platform),
            { Deployed: true, Running: false } => walk.ComesLater(new Start(missing.Platform)),
            _ => walk.IsDeployedLater(missing),
        };

    private static string WhatClosesThem(PlanWalk walk, RedundantPair[] open)
    {
        var engines = open.SelectMany(pair => new[] { pair.Primary, pair.Backup }).ToArray();
        var platforms = engines.Select(engine => engine.Platform).Distinct().ToArray();
        var undeployed = engines.Where(engine => !walk.State[engine].Deployed).ToArray();
        if (platforms.Where(platform => walk.State[platform] is { Deployed: true, Running: false }).ToArray() is { Length: > 0 } stopped)
        {
            return $"Start {Words.List(stopped)} first.";
        }

        if (!walk.State.Database.Migrated)
        {
            return $"Leave {Words.List(undeployed)} deployed until {walk.Repository} is upgraded and deployed."; // Nothing else can be upgraded before.
        }

        var unfinished = platforms.Where(platform => walk.State[platform] is not { Software: Software.New, Deployed: true }).ToArray();
        return unfinished.Length > 0 ? $"Upgrade and deploy {Words.List(unfinished)} first." : $"Cascade deploy {Words.List(undeployed)} first.";
    }
}

namespace PlanAnalyzers.Model;

/// <summary>UPG4007: a pair that was opened is closed before other work begins.</summary>
/// <remarks>
/// Platforms that pairs tie together are one group: they can only be upgraded in turn, so none of them is other work. A platform
/// without pairs is a group of its own. Other work begins with the first step at a group; going on with it is not reported again.
/// </remarks>
internal sealed class OpenPairsCheck(Galaxy galaxy)
{
    private readonly PlatformGroups groupOf = new(galaxy);
    private readonly bool[] begun = new bool[galaxy.Platforms.Count];
    private readonly bool[] isReported = new bool[galaxy.Engines.Count];
    private readonly bool[] isOpened = new bool[galaxy.Engines.Count];
    private readonly List<RedundantPair> opened = [];

    /// <summary>Notes which pairs lost their backup. Those that are reported are no longer of interest.</summary>
    public void Note(ChangingState state)
    {
        for (var i = 0; i < state.TouchedEngines.Count; i++)
        {
            if (state.TouchedEngines.BeforeAt(i).Redundancy == RedundancyStatus.StandbyReady
                && galaxy.PairOf(galaxy.Engines[state.TouchedEngines.IndexAt(i)]) is { } pair
                && !isOpened[pair.Primary.Index] && !isReported[pair.Primary.Index] && !state.HasBackup(pair))
            {
                isOpened[pair.Primary.Index] = true;
                opened.Add(pair);
            }
        }
    }

    /// <summary>Whether the step begins work at a group of platforms while a pair of another group has no backup.</summary>
    public Violation? ClosedFirst(PlanWalk walk)
    {
        if (FirstBegunBy(walk) is not { } target)
        {
            return null;
        }

        foreach (var named in walk.Targets)
        {
            begun[groupOf[PlanWalk.PlatformOf(named)]] = true;
        }

        ForgetThoseWithBackup(walk);
        var open = LeftOpenBy(walk);
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

    /// <summary>The first platform of the step that is in a group where no work was done before.</summary>
    private Platform? FirstBegunBy(PlanWalk walk)
    {
        foreach (var target in walk.Targets)
        {
            if (PlanWalk.PlatformOf(target) is var platform && !begun[groupOf[platform]])
            {
                return platform;
            }
        }

        return null;
    }

    private void ForgetThoseWithBackup(PlanWalk walk)
    {
        for (var i = opened.Count - 1; i >= 0; i--)
        {
            if (walk.State.HasBackup(opened[i]))
            {
                isOpened[opened[i].Primary.Index] = false;
                opened.RemoveAt(i);
            }
        }
    }

    /// <summary>The pairs that the step leaves without backup, each once, in the order of their declarations.</summary>
    private RedundantPair[] LeftOpenBy(PlanWalk walk)
    {
        List<RedundantPair>? open = null;
        foreach (var pair in opened)
        {
            if (!IsOfTheStep(walk, pair) && IsClosedLater(walk, pair))
            {
                (open ??= []).Add(pair);
            }
        }

        if (open is null)
        {
            return [];
        }

        foreach (var pair in open)
        {
            isReported[pair.Primary.Index] = true;
        }

        opened.RemoveAll(pair => isReported[pair.Primary.Index]);
        return [.. open.OrderBy(pair => pair.Primary.Index)];
    }

    private bool IsOfTheStep(PlanWalk walk, RedundantPair pair)
    {
        foreach (var target in walk.Targets)
        {
            if (groupOf[PlanWalk.PlatformOf(target)] == groupOf[pair.Primary.Platform])
            {
                return true;
            }
        }

        return false;
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

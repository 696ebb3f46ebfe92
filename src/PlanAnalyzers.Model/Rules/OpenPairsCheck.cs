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

    /// <summary>Notes the pair of an engine that changed, where it lost its backup. One that is reported is no longer of interest.</summary>
    public void NoteEngine(int index, EngineState before, ReadableState state)
    {
        if (before.Redundancy == RedundancyStatus.StandbyReady
            && galaxy.PairOf(galaxy.Engines[index]) is { } pair
            && !isOpened[pair.Primary.Index] && !isReported[pair.Primary.Index] && !state.HasBackup(pair))
        {
            isOpened[pair.Primary.Index] = true;
            opened.Add(pair);
        }
    }

    /// <summary>Whether the step begins work at a group of platforms while a pair of another group has no backup.</summary>
    public Violation? ClosedFirst(PlanWalk walk)
    {
        if (Begin(walk) is not { } target)
        {
            return null;
        }

        ForgetThoseWithBackup(walk);
        return opened.Count > 0 && LeftOpenBy(walk) is { Length: > 0 } open ? LeftOpen(walk, target, open) : null;
    }

    private static Violation LeftOpen(PlanWalk walk, Platform target, RedundantPair[] open) => new(
        RuleTable.PairLeftOpen,
        $"Work at {target} begins while {Words.List(open)} {(open.Length == 1 ? "has" : "have")} no backup: if the running engine stops "
        + $"meanwhile, nothing takes over. {WhatClosesThem(walk, open)}")
    {
        About = open.SelectMany(pair => new[] { pair.Primary, pair.Backup }).ToArray(),
    };

    /// <summary>Begins work at what the step names.</summary>
    /// <returns>The first platform of the step that is in a group where no work was done before.</returns>
    private Platform? Begin(PlanWalk walk)
    {
        if (walk.Step is Upgrade { Platform: var only })
        {
            return Begins(only) ? only : null;
        }

        Platform? first = null;
        foreach (var target in walk.Targets)
        {
            var platform = PlanWalk.PlatformOf(target);
            first = Begins(platform) ? first ?? platform : first;
        }

        return first;
    }

    private bool Begins(Platform platform)
    {
        ref var isBegun = ref begun[groupOf[platform]];
        var begins = !isBegun;
        isBegun = true;
        return begins;
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

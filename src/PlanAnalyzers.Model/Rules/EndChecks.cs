namespace PlanAnalyzers.Model;

/// <summary>UPG6001 to UPG6004: at the end everything is new, deployed and running, after no more failovers than needed.</summary>
internal static class EndChecks
{
    public static IEnumerable<Finding> Run(UpgradePlan plan, PlanWalk walk) =>
        IsAllThere(walk) ? [] : WhatIsNot(plan, walk);

    /// <summary>Whether everything is new, deployed and running. A plan that is right costs no more than this look.</summary>
    private static bool IsAllThere(PlanWalk walk)
    {
        foreach (var platform in walk.Galaxy.Platforms)
        {
            if (walk.State[platform] is not { Software: Software.New, Deployed: true, Running: true })
            {
                return false;
            }
        }

        foreach (var engine in walk.Galaxy.Engines)
        {
            if (!walk.State[engine].Deployed || HasNoObjects(walk.State, engine))
            {
                return false;
            }
        }

        return walk.HasWritten(RepositoryWork.Deployment);
    }

    private static IEnumerable<Finding> WhatIsNot(UpgradePlan plan, PlanWalk walk)
    {
        var end = walk.State;
        var never = plan.Galaxy.Platforms.FindAll(platform => end[platform].Software == Software.Old);
        if (never.Length > 0)
        {
            yield return new Finding(
                RuleTable.NeverUpgraded,
                new PlanPlace(),
                $"{Words.List(never)} {Words.Are(never.Length)} never upgraded: at the end of the plan {(never.Length == 1 ? "it still runs" : "they still run")} "
                + (end.Database.Migrated
                    ? $"{plan.From.Text()} in a galaxy of {plan.To.Text()} and can be neither deployed nor undeployed. "
                    : $"{plan.From.Text()}. ")
                + Advice(never),
                never.Select(platform => (Place)new DeclarationPlace(platform)).ToValueList())
            {
                Missing = never.SelectMany(Procedure).ToValueList(),
            };
        }

        foreach (var platform in plan.Galaxy.Platforms)
        {
            // A GR procedure that stood too late was taken as whole; whether it is, only what was written tells.
            var isNeverDeployed = platform.IsGalaxyRepository
                && walk.HasWritten(RepositoryWork.Upgrade)
                && !walk.HasWritten(RepositoryWork.Deployment);
            if (!end[platform].Deployed || isNeverDeployed)
            {
                var down = plan.Galaxy.EnginesOn(platform);
                var consequence = down.Count > 0 ? $", and with it {Words.List(down)}" : "";
                yield return LeftUndeployed(platform, consequence);
            }
            else if (end[platform].Software == Software.New)
            {
                // On an old platform an engine is undeployed because its partner was upgraded, which UPG6001 says already.
                foreach (var engine in plan.Galaxy.EnginesOn(platform))
                {
                    if (!end[engine].Deployed)
                    {
                        yield return LeftUndeployed(engine, "");
                    }
                    else if (HasNoObjects(end, engine))
                    {
                        yield return ObjectsLeftUndeployed(engine);
                    }
                }

                if (!end[platform].Running)
                {
                    yield return LeftShutDown(walk, platform);
                }
            }
        }

        static Place PlaceOf(int? step) => step is { } place ? new StepPlace(place) : new PlanPlace();

        Finding LeftUndeployed(DeployTarget target, string consequence) => new(
            RuleTable.LeftUndeployed,
            PlaceOf(walk.UndeployedBy(target)),
            $"This step undeploys {target}, and no later step deploys it again: at the end of the plan {target} is "
            + $"undeployed{consequence}. Add {Words.List(MissingSteps(end, target))} after it.",
            ValueList.Of<Place>(new DeclarationPlace(target)))
        {
            Missing = MissingSteps(end, target).ToValueList(),
        };

        Finding ObjectsLeftUndeployed(AppEngine engine) => new(
            RuleTable.LeftUndeployed,
            PlaceOf(walk.UndeployedBy(engine)),
            $"{engine} is deployed again without its objects, and no later step deploys them: at the end of the plan they are out of service. "
            + $"Add CascadeDeploy({engine}), since Deploy({engine}) deploys the engine alone.",
            ValueList.Of<Place>(new DeclarationPlace(engine)))
        {
            Missing = ValueList.Of<Step>(new CascadeDeploy(engine)),
        };
    }

    /// <summary>UPG6004, for a valid plan. Where an active partner was upgraded before its standby that is said there.</summary>
    public static IEnumerable<Finding> Failovers(CheckedPlan plan)
    {
        var galaxy = plan.Plan.Galaxy;
        var made = plan.Transitions.SelectMany(transition => transition.Effects.OfType<Failover>()).ToArray();
        var needed = FailoverOrder.Fewest(galaxy);
        if (made.Length > needed
            && plan.Findings.All(finding => finding.Rule != RuleTable.StandbyFirst))
        {
            // A plan with more than the fewest has such a pair, since the fewest are one a pair or more.
            var often = made.GroupBy(failover => galaxy.PairOf(failover.From)!).Where(ofPair => ofPair.Count() > 1)
                .Select(ofPair => ofPair.Key)
                .ToArray();
            yield return new Finding(
                RuleTable.MoreFailoversThanNeeded,
                new PlanPlace(),
                $"The plan needs {Count(needed)} and makes {made.Length}, each with a gap in the collected data; {Words.List(often)} "
                + $"{(often.Length == 1 ? "fails" : "fail")} over more than once. Upgrade standby platforms first, and leave out failovers that "
                + "are forced without need.",
                ValueList<Place>.Empty);
        }

        static string Count(int failovers) => failovers == 1 ? "1 failover" : $"{failovers} failovers";
    }

    /// <summary>Whether an engine that should run its objects does not have them.</summary>
    private static bool HasNoObjects(ReadableState end, AppEngine engine) =>
        end[engine].Objects is null && (end.Galaxy.PairOf(engine) is null || end[engine].Redundancy.IsActive());

    private static Finding LeftShutDown(PlanWalk walk, Platform platform)
    {
        var down = walk.Galaxy.EnginesOn(platform);
        var consequence = down.Count > 0 ? $", and with it {Words.List(down)}" : "";
        return new Finding(
            RuleTable.LeftShutDown,
            new StepPlace(walk.ShutDownBy(platform)!.Value),
            $"This step shuts {platform} down, and no later step starts it: at the end of the plan {platform} does not run{consequence}. "
            + $"Add Start({platform}) after it.",
            ValueList.Of<Place>(new DeclarationPlace(platform)))
        {
            Missing = ValueList.Of<Step>(new Start(platform)),
        };
    }

    /// <summary>All that is done at a platform.</summary>
    private static IEnumerable<Step> Procedure(Platform platform) => platform.IsGalaxyRepository
        ? [new Upgrade(platform), new Reboot(platform), new MigrateGalaxy(), new CascadeDeploy(platform)]
        : [new Upgrade(platform), new CascadeDeploy(platform)];

    /// <summary>What is left to do until a target is deployed; at the Galaxy Repository that may be more than the deployment.</summary>
    private static IEnumerable<Step> MissingSteps(ReadableState end, DeployTarget target)
    {
        if (target is Platform { IsGalaxyRepository: true } repository)
        {
            if (end[repository].RebootPending)
            {
                yield return new Reboot(repository);
            }

            if (!end.Database.Migrated)
            {
                yield return new MigrateGalaxy();
            }
        }

        yield return new CascadeDeploy(target);
    }

    private static string Advice(Platform[] never)
    {
        var runTime = never.Where(platform => !platform.IsGalaxyRepository).ToArray();
        var forRunTime = runTime.Length > 0 ? $"Upgrade and CascadeDeploy for {Words.List(runTime)}" : "";
        return never.FirstOrDefault(platform => platform.IsGalaxyRepository) is { } repository
            ? $"Begin with Upgrade({repository}), Reboot({repository}), MigrateGalaxy() and CascadeDeploy({repository})"
                + $"{(runTime.Length > 0 ? ", then " : "")}{forRunTime}."
            : $"Add {forRunTime}.";
    }
}

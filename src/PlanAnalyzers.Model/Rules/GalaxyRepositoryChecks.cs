namespace PlanAnalyzers.Model;

/// <summary>UPG4001 to UPG4004: the Galaxy Repository goes first, and all the way.</summary>
internal static class GalaxyRepositoryChecks
{
    /// <summary>Whether the procedure of the Galaxy Repository is done, so that no step lacks anything of it.</summary>
    public static bool IsReady(PlanWalk walk) =>
        walk.State.Database.Migrated && walk.State[walk.Repository] is { Software: Software.New, RebootPending: false, Running: true };

    public static Violation? UpgradedFirst(PlanWalk walk)
    {
        var repository = walk.Repository;
        if (walk.State[repository].Software == Software.New)
        {
            return null;
        }

        var message = walk.Step is MigrateGalaxy
            ? $"The galaxy is migrated while its Galaxy Repository {repository} still runs {walk.VersionOf(repository)}, "
                + $"so there is no new IDE to migrate it with. Upgrade {repository} and reboot it first."
            : RunTimePlatform(walk) is { } platform
                ? $"{walk.Step} comes before the Galaxy Repository {repository} is upgraded: "
                    + (walk.Deployed.Count > 0 && walk.State[platform].Software == Software.Old
                        ? $"{platform} would be deployed at {walk.VersionOf(platform)} once more. "
                        : $"what runs on {platform} could not be deployed again and would stay down. ")
                    + $"Upgrade {repository}, reboot it, migrate the galaxy and cascade deploy {repository} first."
                : null;
        return message is null
            ? null
            : new Violation(RuleTable.GalaxyRepositoryFirst, message) { Missing = [new Upgrade(repository)], About = [repository] };
    }

    public static Violation? RebootedBeforeUse(PlanWalk walk) =>
        walk.State[walk.Repository].RebootPending && UsesTheRepository(walk) ? RebootMissing(walk) : null;

    public static Violation? MigratedFirst(PlanWalk walk) =>
        !walk.State.Database.Migrated && ConsequenceOfNoMigration(walk) is { } consequence ? MigrationMissing(walk, consequence) : null;

    /// <summary>
    /// What is nowhere in the plan, at a step of the GR's procedure that stands too late. That it does was reported before, and it was
    /// taken as done then, so the state does not tell.
    /// </summary>
    public static IEnumerable<Violation> NowhereInThePlan(PlanWalk walk)
    {
        if (UsesTheRepository(walk) && walk.IsNowhere(RepositoryWork.Reboot, new Reboot(walk.Repository)))
        {
            yield return RebootMissing(walk);
        }

        if ((walk.Step is MigrateViewApps || walk.Deployed.Count > 0) && walk.IsNowhere(RepositoryWork.Migration, new MigrateGalaxy())
            && ConsequenceOfNoMigration(walk) is { } consequence)
        {
            yield return MigrationMissing(walk, consequence);
        }
    }

    public static Violation? DeployedFirst(PlanWalk walk)
    {
        var repository = walk.Repository;
        if (walk.State[repository].Running || RunTimePlatform(walk) is not { } platform)
        {
            return null;
        }

        var (state, advice, missing) = walk.State[repository].Deployed
            ? ("shut down", "Start", (Step)new Start(repository))
            : ("undeployed", "Cascade deploy", new CascadeDeploy(repository));
        return new Violation(
            RuleTable.DeployGalaxyRepositoryFirst,
            $"{walk.Step} comes while the Galaxy Repository {repository} is {state}: nothing can be deployed to "
            + $"{platform} from there, so what runs on it would stay down. {advice} {repository} first.")
        {
            Missing = [missing],
            About = [repository],
        };
    }

    /// <summary>The run-time platform that the step upgrades or deploys to, if it does that.</summary>
    private static Platform? RunTimePlatform(PlanWalk walk)
    {
        if (walk.Step is Upgrade { Platform: var upgraded })
        {
            return upgraded.IsGalaxyRepository ? null : upgraded;
        }

        foreach (var target in walk.Deployed)
        {
            if (PlanWalk.PlatformOf(target) is { IsGalaxyRepository: false } platform)
            {
                return platform;
            }
        }

        return null;
    }

    private static bool UsesTheRepository(PlanWalk walk) => walk.Step is MigrateGalaxy || walk.DeploysTo(walk.Repository);

    private static Violation RebootMissing(PlanWalk walk) => new(
        RuleTable.RebootPending,
        $"{walk.Step} comes while {walk.Repository} waits for its reboot: {walk.NewVersion.Text()} is installed only after the reboot, "
        + $"so this fails halfway. Reboot {walk.Repository} first.")
    {
        Missing = [new Reboot(walk.Repository)],
        About = [walk.Repository],
    };

    private static string? ConsequenceOfNoMigration(PlanWalk walk) => walk.Step switch
    {
        MigrateViewApps => "the ViewApps can only be migrated with a migrated galaxy",
        CascadeDeploy or Deploy when walk.DeployedTo.All(platform => walk.State[platform].Software == Software.Old) =>
            $"{Words.List(walk.Deployed)} would be deployed at {walk.OldVersion.Text()} once more",
        CascadeDeploy or Deploy => $"{Words.List(walk.Deployed)} cannot be deployed at {walk.NewVersion.Text()} from a galaxy database of "
            + walk.OldVersion.Text(),
        Upgrade { Platform: { IsGalaxyRepository: false } platform } => $"what runs on {platform} could not be deployed again and "
            + "would stay down",
        _ => null,
    };

    private static Violation MigrationMissing(PlanWalk walk, string consequence) => new(
        RuleTable.MigrateFirst,
        $"{walk.Step} comes before the galaxy {walk.Galaxy} is migrated: {consequence}. Migrate the galaxy first.")
    {
        Missing = MissingForMigrated(walk).ToArray(),
        About = [walk.Repository],
    };

    private static IEnumerable<Step> MissingForMigrated(PlanWalk walk)
    {
        var state = walk.State[walk.Repository];
        if (state.Software == Software.Old)
        {
            yield return new Upgrade(walk.Repository);
        }

        if (state.Software == Software.Old || state.RebootPending)
        {
            yield return new Reboot(walk.Repository);
        }

        yield return new MigrateGalaxy();
    }
}

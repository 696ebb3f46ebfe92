namespace PlanAnalyzers.Model;

/// <summary>What steps changed in one short line, in the vendor's words: <c>P2, E1b Undeployed; E1 Active - Standby not Available</c>.</summary>
/// <remarks>
/// It stands behind the steps, so it does not repeat what they say: that an upgraded platform has the new version is left out while the
/// platform waits to be deployed.
/// </remarks>
public static class ChangeText
{
    /// <summary>What steps that follow each other changed; nothing where they changed nothing.</summary>
    /// <param name="plan">The plan, which knows the versions.</param>
    /// <param name="transitions">The transitions of the steps, at least one.</param>
    public static string Of(UpgradePlan plan, IReadOnlyList<Transition> transitions)
    {
        var before = transitions[0].Before;
        var after = transitions[transitions.Count - 1].After;
        var changes = plan.Galaxy.Platforms
            .Select(platform => (platform.Name, Words: string.Join(", ", WordsFor(plan, platform, before, after))))
            .Concat(plan.Galaxy.Engines.Select(engine => (engine.Name, Words: WordsFor(engine, before, after))))
            .Where(change => change.Words.Length > 0)
            .GroupBy(change => change.Words, change => change.Name, StringComparer.Ordinal)
            .Select(alike => $"{string.Join(", ", alike)} {alike.Key}");
        var outages = transitions
            .SelectMany(transition => transition.Effects)
            .OfType<Outage>()
            .Select(outage => outage.Objects)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return string.Join("; ", WordsFor(before.Database, after.Database)
            .Concat(changes)
            .Concat(outages.Length > 0 ? [$"outage of {string.Join(", ", outages)}"] : []));
    }

    private static IEnumerable<string> WordsFor(UpgradePlan plan, Platform platform, GalaxyState stateBefore, GalaxyState stateAfter)
    {
        var (before, after) = (stateBefore[platform], stateAfter[platform]);
        if (before.Software != after.Software && after.Deployed)
        {
            yield return plan.VersionOf(after.Software).Text();
        }

        if (before.Deployed != after.Deployed)
        {
            yield return after.Deployed ? "Deployed" : "Undeployed";
        }

        if (before.Running != after.Running && after.Deployed && before.Deployed)
        {
            yield return after.Running ? "running" : "shut down";
        }

        if (before.RebootPending != after.RebootPending)
        {
            yield return after.RebootPending ? "reboot pending" : "rebooted";
        }

        if (stateAfter.IsSoftwareUpgradePending(platform) && !stateBefore.IsSoftwareUpgradePending(platform))
        {
            yield return "SUP";
        }

        if (before.SmsConfigured != after.SmsConfigured)
        {
            yield return "SMS configured";
        }
    }

    private static string WordsFor(AppEngine engine, GalaxyState before, GalaxyState after) =>
        StateText.StatusOf(after, engine) is var status && status != StateText.StatusOf(before, engine) ? status : "";

    private static IEnumerable<string> WordsFor(DatabaseState before, DatabaseState after) => new[]
    {
        after.RuntimeChangesUploaded != before.RuntimeChangesUploaded ? "run-time changes uploaded" : "",
        after.Migrated != before.Migrated ? "galaxy migrated" : "",
        after.ViewAppsMigrated != before.ViewAppsMigrated ? "ViewApps migrated" : "",
        after.CpuLoadBalancing != before.CpuLoadBalancing ? "CPU load balancing enabled" : "",
    }.Where(words => words.Length > 0);
}

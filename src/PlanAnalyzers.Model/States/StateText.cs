namespace PlanAnalyzers.Model;

/// <summary>States in the vendor's words.</summary>
public static class StateText
{
    /// <summary>The state of a platform: <c>2020 R2 SP1, deployed, software upgrade pending</c>.</summary>
    /// <param name="plan">The plan, which knows the two versions.</param>
    /// <param name="state">The state of the galaxy.</param>
    /// <param name="platform">The platform.</param>
    public static string Describe(this UpgradePlan plan, GalaxyState state, Platform platform)
    {
        var what = state[platform];
        var words = new List<string>
        {
            plan.VersionOf(what.Software).Text(),
            !what.Deployed ? "undeployed" : what.Running ? "deployed" : "deployed, shut down",
        };
        if (what.RebootPending)
        {
            words.Add("reboot pending");
        }

        if (state.IsSoftwareUpgradePending(platform))
        {
            words.Add("software upgrade pending");
        }

        return string.Join(", ", words);
    }

    /// <summary>The state of an engine: <c>Active - Partner not Upgraded, objects on 2023 R2 SP1</c>.</summary>
    /// <param name="plan">The plan, which knows the two versions.</param>
    /// <param name="state">The state of the galaxy.</param>
    /// <param name="engine">The engine.</param>
    public static string Describe(this UpgradePlan plan, GalaxyState state, AppEngine engine)
    {
        var what = state[engine];
        var status = !what.Deployed ? "undeployed" : what.Redundancy == RedundancyStatus.None ? "deployed" : what.Redundancy.Text();
        return what.Objects is { } objects ? $"{status}, objects on {plan.VersionOf(objects).Text()}" : status;
    }

    /// <summary>The state of what exists once in a galaxy: <c>galaxy migrated, ViewApps migrated</c>.</summary>
    public static string Describe(this DatabaseState database)
    {
        var words = new List<string> { database.Migrated ? "galaxy migrated" : "galaxy not migrated" };
        if (database.ViewAppsMigrated)
        {
            words.Add("ViewApps migrated");
        }

        if (database.RuntimeChangesUploaded)
        {
            words.Add("run-time changes uploaded");
        }

        if (database.CpuLoadBalancing)
        {
            words.Add("CPU load balancing enabled");
        }

        return string.Join(", ", words);
    }
}

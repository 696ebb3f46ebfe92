using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>What of a state can be seen from outside, and how it looks then.</summary>
/// <remarks>
/// The version that the objects of a stopped engine will come back with cannot be seen, and whether run-time changes were uploaded leaves
/// no trace that everybody could look at. Software upgrade pending and the status of pairs follow from the rest.
/// </remarks>
internal static class VisibleState
{
    public const string Reachable = "reachable";
    public const string NotReachable = "not reachable";
    public const string Deployed = "Deployed";
    public const string Undeployed = "Undeployed";
    public const string Running = "running";
    public const string ShutDown = "shut down";

    /// <summary>The facts that a galaxy in this state shows.</summary>
    public static IEnumerable<Fact> Of(UpgradePlan plan, GalaxyState state)
    {
        foreach (var platform in plan.Galaxy.Platforms)
        {
            var of = state[platform];
            yield return new Fact(platform.Name, Aspect.Reachability, Reachable);
            yield return new Fact(platform.Name, Aspect.Software, plan.VersionOf(of.Software).Text());
            yield return new Fact(platform.Name, Aspect.Deployment, of.Deployed ? Deployed : Undeployed);
            if (of.Deployed)
            {
                yield return new Fact(platform.Name, Aspect.Operation, of.Running ? Running : ShutDown);
            }

            yield return new Fact(platform.Name, Aspect.Reboot, Flag(Aspect.Reboot, of.RebootPending));
            yield return new Fact(platform.Name, Aspect.Sms, Flag(Aspect.Sms, of.SmsConfigured));
        }

        foreach (var engine in plan.Galaxy.Engines)
        {
            yield return new Fact(engine.Name, Aspect.Deployment, state[engine].Deployed ? Deployed : Undeployed);
            if (state[engine].Deployed)
            {
                yield return new Fact(engine.Name, Aspect.Operation, state.IsRunning(engine) ? Running : ShutDown);
            }

            if (!state.IsRunning(engine))
            {
                continue;
            }

            yield return new Fact(engine.Name, Aspect.Reachability, Reachable);
            yield return new Fact(
                engine.Name,
                Aspect.Objects,
                state.RunsObjects(engine) ? $"objects run on {plan.VersionOf(state[engine].Objects!.Value).Text()}" : "no objects run");
            if (plan.Galaxy.PairOf(engine) is not null)
            {
                yield return new Fact(engine.Name, Aspect.Redundancy, state[engine].Redundancy.Text());
            }
        }

        var galaxy = plan.Galaxy.Name;
        var database = state.Database;
        yield return new Fact(galaxy, Aspect.Database, Flag(Aspect.Database, database.Migrated));
        yield return new Fact(galaxy, Aspect.ViewApps, Flag(Aspect.ViewApps, database.ViewAppsMigrated));
        yield return new Fact(galaxy, Aspect.RuntimeChanges, Flag(Aspect.RuntimeChanges, database.RuntimeChangesUploaded));
        yield return new Fact(galaxy, Aspect.LoadBalancing, Flag(Aspect.LoadBalancing, database.CpuLoadBalancing));
    }

    /// <summary>How else the same aspect of the same thing may look.</summary>
    public static IEnumerable<string> Others(UpgradePlan plan, Fact fact) => (fact.Aspect switch
    {
        Aspect.Reachability => [Reachable, NotReachable],
        Aspect.Software => [plan.From.Text(), plan.To.Text()],
        Aspect.Deployment => [Deployed, Undeployed],
        Aspect.Operation => [Running, ShutDown],
        Aspect.Redundancy => [.. Enum.GetValues<RedundancyStatus>().Select(status => status.Text()).Where(text => text.Length > 0), "Standby - Not Ready"],
        Aspect.Objects => [$"objects run on {plan.From.Text()}", $"objects run on {plan.To.Text()}", "no objects run"],
        _ => new[] { Flag(fact.Aspect, isSet: true), Flag(fact.Aspect, isSet: false) },
    }).Where(value => value != fact.Value);

    /// <summary>Whether an observation must have such a fact; the others are compared where they were seen.</summary>
    public static bool IsRequired(Aspect aspect) =>
        aspect is Aspect.Reachability or Aspect.Software or Aspect.Deployment or Aspect.Operation or Aspect.Redundancy or Aspect.Database;

    private static string Flag(Aspect aspect, bool isSet) => (aspect, isSet) switch
    {
        (Aspect.Reboot, true) => "reboot pending",
        (Aspect.Reboot, false) => "no reboot pending",
        (Aspect.Sms, true) => "SMS configured",
        (Aspect.Sms, false) => "SMS not configured",
        (Aspect.Database, true) => "galaxy migrated",
        (Aspect.Database, false) => "galaxy not migrated",
        (Aspect.ViewApps, true) => "ViewApps migrated",
        (Aspect.ViewApps, false) => "ViewApps not migrated",
        (Aspect.RuntimeChanges, true) => "run-time changes uploaded",
        (Aspect.RuntimeChanges, false) => "run-time changes not uploaded",
        (Aspect.LoadBalancing, true) => "CPU load balancing enabled",
        (Aspect.LoadBalancing, false) => "CPU load balancing not enabled",
        _ => throw new ArgumentOutOfRangeException(nameof(aspect)),
    };
}

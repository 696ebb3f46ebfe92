namespace PlanAnalyzers.Model;

/// <summary>UPG7003 and UPG7004: work by hand that a careful colleague would ask for.</summary>
internal static class CareChecks
{
    public static Violation[] BackedUpBefore(PlanWalk walk) =>
        walk.Upgraded is { IsGalaxyRepository: true } repository && !walk.Earlier().Any(step => step is Manual)
            ? [
                new Violation(
                    RuleTable.NoBackup,
                    $"Nothing stands before Upgrade({repository}) that backs the galaxy up, and an upgrade cannot be rolled back. Add a line such as "
                    + "Manual(\"Check in all objects and back up the galaxy\").")
                {
                    About = [repository],
                },
            ]
            : [];

    public static Violation[] StandbyIsLookedAt(PlanWalk walk)
    {
        if (walk.Step is not ForceFailover { Engine: var engine } || walk.Galaxy.PairOf(engine) is not { } pair)
        {
            return [];
        }

        var before = walk.Earlier().FirstOrDefault(step =>
            step is Manual or Approve || Footprint.Of(walk.Galaxy, step).Touched.Contains(pair));
        return before is Manual or Approve
            ? []
            : [
                new Violation(
                    RuleTable.NoReadinessCheck,
                    $"The failover of {engine} is forced without a look at {pair.PartnerOf(engine)}, which cannot take over while it is still syncing. Add "
                    + $"a line such as Manual(\"Check that {pair.PartnerOf(engine)} shows Standby - Ready\").")
                {
                    About = [pair.PartnerOf(engine)],
                },
            ];
    }
}

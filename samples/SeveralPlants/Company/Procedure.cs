using PlanAnalyzers;

namespace Company;

/// <summary>How every plant of the company upgrades, so that it is written and reviewed once.</summary>
public static class Procedure
{
    /// <summary>What the plants upgrade to.</summary>
    public const SystemPlatform Release = SystemPlatform.V2023R2SP1;

    /// <summary>Everything at the Galaxy Repository, from the backup to the cascade deploy.</summary>
    public static Plan GalaxyRepository(this Plan plan, Platform repository) => plan
        .Phase("Galaxy Repository", part => part
            .Manual("Check in all objects, back up the galaxy and try the backup on the test system")
            .Approve(Roles.Owner)
            .UploadRuntimeChanges(overwriteDefaults: true)
            .Upgrade(repository)
            .Reboot(repository)
            .MigrateGalaxy()
            .MigrateViewApps()
            .CascadeDeploy(repository));

    /// <summary>A pair in one go: the node of the engine that stands by, a look at what runs there now, and the other node.</summary>
    public static Plan Pair(this Plan plan, RedundantPair pair) => plan
        .Phase($"Pair {pair}", part => part
            .Approve(Roles.Shift)
            .Node(pair.StandbyPlatform)
            .Manual($"Check the alarms and trends of {pair.Active} on {pair.StandbyPlatform.Node}")
            .Node(pair.ActivePlatform));

    /// <summary>A node without redundant engines: its objects are out until it is deployed again.</summary>
    public static Plan Alone(this Plan plan, Platform node) => plan
        .Phase($"Node {node.Node}", part => part
            .Approve(Roles.Shift)
            .Node(node));

    private static Plan Node(this Plan plan, Platform node) => plan.Upgrade(node).CascadeDeploy(node);
}

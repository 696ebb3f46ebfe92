using PlanAnalyzers;
using static Waterworks;

/// <summary>
/// The tower's own node first, since the tower runs on the backup node; then the backup node, and the other stations last. So each station
/// fails over once.
/// </summary>
[UpgradePlan(typeof(Waterworks), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class WaterworksUpgrade
{
    static Plan Define(Plan plan)
    {
        plan = plan
            .Manual("Check in all objects and back up the galaxy")
            .UploadRuntimeChanges(overwriteDefaults: true);

        plan = plan.Phase("Galaxy Repository", part => part
            .Upgrade(Repository).Reboot(Repository).MigrateGalaxy().CascadeDeploy(Repository));

        plan = plan.Phase("Tower comes home", part => part
            .Approve("Control room: the tower is out for some minutes")
            .Upgrade(TowerNode).CascadeDeploy(TowerNode));

        plan = plan.Phase("Backup node", part => part
            .Approve("Control room: intake, filter and pump are out for some minutes")
            .Upgrade(BackupNode).CascadeDeploy(BackupNode));

        // From here on no station has a backup until its own node is done, so there is no break between them.
        Platform[] stations = [IntakeNode, FilterNode, PumpNode];
        return plan.Phase("Stations", part =>
        {
            foreach (var station in stations)
            {
                part = part.Upgrade(station).CascadeDeploy(station);
            }

            return part;
        });
    }
}

using PlanAnalyzers;
using static Refinery;

/// <summary>The Galaxy Repository, then area by area and pair by pair: a week of work, day and night.</summary>
[UpgradePlan(typeof(Refinery), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class RefineryUpgrade
{
    // By the first letters of their engines. Loading comes last: no ship is at the berths from Friday on.
    static readonly (string Letters, string Name)[] Areas =
        [("TF", "Tank farm"), ("UT", "Utilities"), ("DI", "Distillation"), ("CR", "Cracker"), ("LO", "Loading")];

    static Plan Define(Plan plan)
    {
        plan = plan.Phase("Galaxy Repository", part => part
            .Manual("Check in all objects and back up the galaxy")
            .UploadRuntimeChanges(overwriteDefaults: true)
            .Upgrade(Repository)
            .Reboot(Repository)
            .MigrateGalaxy()
            .MigrateViewApps()
            .CascadeDeploy(Repository));

        foreach (var (letters, name) in Areas)
        {
            plan = plan.Phase(name, part => part
                .Approve($"Shift supervisor, {name}")
                .ForEachPair((each, pair) => pair.Active.Name.StartsWith(letters, StringComparison.Ordinal) ? each.UpgradePair(pair) : each));
        }

        return plan.EnableCpuLoadBalancing();
    }
}

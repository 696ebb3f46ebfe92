// The line with P1 reads as a step and is none: its result is not used. Nobody would upgrade P1 on the day.
using PlanAnalyzers;
using static BrokenPlans.Plant7;

namespace BrokenPlans.StepDropped;

[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
public static partial class Plant7Upgrade
{
    static Plan Define(Plan plan)
    {
        plan = plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0);
        plan = plan.Upgrade(P2).CascadeDeploy(P2);
        plan.Upgrade(P1).CascadeDeploy(P1); // expect: UPG1003
        return plan.Upgrade(P3).CascadeDeploy(P3);
    }
}

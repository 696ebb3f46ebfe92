using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>How states look in the chart: the one place that gives them colours, which the legend explains.</summary>
/// <remarks>The hue says which software, the form says what it does: an active engine is filled, a standby is outlined.</remarks>
/// <param name="plan">The plan, which knows the versions.</param>
internal sealed class LaneLooks(UpgradePlan plan)
{
    public const string Old = "old";
    public const string Pending = "sup";
    public const string New = "new";
    public const string Undeployed = "gone";
    public const string ShutDown = "down";
    public const string Active = "active";
    public const string Standby = "standby";
    public const string NoBackup = "alone";
    public const string Served = "served";
    public const string Out = "out";

    private readonly StateText text = new(plan);

    public LaneLook Of(GalaxyState state, Platform platform)
    {
        var of = state[platform];
        var row = text.RowOf(state, platform);
        var (look, words) = !of.Deployed ? (Undeployed, row.Deployment)
            : !of.Running ? (ShutDown, "Shut down")
            : state.IsSoftwareUpgradePending(platform) ? (Pending, "SUP")
            : (ClassOf(of.Software), "");
        var pending = of.RebootPending ? "reboot pending" : "";
        return new LaneLook(look, Join(words, row.Software, pending), row.ToString());
    }

    public LaneLook Of(GalaxyState state, AppEngine engine)
    {
        var of = state[engine];
        var row = text.RowOf(state, engine);
        var look = !of.Deployed ? Undeployed
            : !state.IsRunning(engine) ? ShutDown
            : of.Redundancy == RedundancyStatus.StandbyReady ? $"{Standby} {ClassOf(state[engine.Platform].Software)}"
            : of.Objects is { } objects ? $"{Active} {ClassOf(objects)}"
            : Out;
        return new LaneLook(look, StateText.StatusOf(state, engine), row.ToString());
    }

    /// <summary>What a pair's objects and its backup are like during a step: at their worst.</summary>
    /// <param name="state">The state after the step.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="withoutBackup">The time without backup in which the step falls.</param>
    public LaneLook Of(GalaxyState state, RedundantPair pair, Interruption? withoutBackup)
    {
        var row = text.RowOf(state, pair);
        if (state.ActiveOf(pair) is not { } active || state[active].Objects is not { } objects)
        {
            return new LaneLook($"{Out} {NoBackup}", "objects out of service", row.ToString());
        }

        return withoutBackup is null
            ? new LaneLook($"{Served} {ClassOf(objects)}", "with backup", row.ToString())
            : new LaneLook($"{Served} {NoBackup}", "no backup", $"{pair}: no backup for {PlantTime.Length(withoutBackup.Length)} from step "
                + $"{withoutBackup.FromStep} on: {withoutBackup.Why}");
    }

    public LaneLook Of(DatabaseState state)
    {
        var row = text.RowOf(state);
        return new LaneLook(
            ClassOf(state.Migrated ? Software.New : Software.Old),
            Join(state.Migrated ? "migrated" : "not migrated", state.CpuLoadBalancing ? "load balancing" : ""),
            row.ToString());
    }

    private static string ClassOf(Software software) => software == Software.New ? New : Old;

    private static string Join(params string[] parts) => string.Join(" · ", parts.Where(part => part.Length > 0));
}

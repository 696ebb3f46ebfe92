namespace PlanAnalyzers.Model;

/// <summary>UPG5002, UPG5003, UPG5006 and UPG7002: what happens in a step and the author may not expect.</summary>
internal static class HappeningChecks
{
    public static Violation? SkipsNoEngine(PlanWalk walk, Happenings happened) =>
        happened.Has(EffectKind.EngineSkipped)
            ? Skipped(walk, [.. happened.ToEffects(walk.Galaxy).OfType<EngineSkipped>().Select(effect => effect.Engine)])
            : null;

    private static Violation Skipped(PlanWalk walk, AppEngine[] skipped)
    {
        // Those whose own node is upgraded stay undeployed for no other reason than the selection.
        var meant = skipped.Where(engine => walk.State[engine.Platform].Software == Software.New && !walk.State[engine].Deployed).ToArray();
        var alone = SelectedFor(walk, meant);
        var leftOut = SelectedFor(walk, skipped).Except(alone).ToArray();
        var advice = alone.Length == 0 ? $"Leave {Words.List(leftOut)} out of the selection."
            : $"Cascade deploy {Words.List(alone)} {(alone.Length == 1 ? "by itself" : "each by itself")}"
                + (leftOut.Length == 0 ? "." : $", and leave {Words.List(leftOut)} out of the selection.");
        return new Violation(
            RuleTable.EngineIsSkipped,
            $"{walk.Step} selects several things, and {Words.List(skipped)} {Words.Are(skipped.Length)} skipped: a multi-selection passes over "
            + "redundant engines that are in software upgrade pending or whose partner is, and only logs a message. "
            + (meant.Length > 0 ? $"{Words.List(meant)} {(meant.Length == 1 ? "stays" : "stay")} undeployed. " : "") + advice)
        {
            Missing = [.. meant.Select(engine => new CascadeDeploy(engine))],
            About = skipped,
        };
    }

    public static Violation? AnswersTheDialog(PlanWalk walk, Happenings happened) =>
        walk.Step is Deploy { Answer: ForcedDeployment.Unanswered } && Forced(walk, happened) is { } forced
            ? new Violation(
                RuleTable.ForcedDeploymentUnanswered,
                $"Deploying {forced.To} forces the objects of its partner {forced.From} to {walk.NewVersion.Text()}, and a dialog asks whether to "
                + $"go on; the plan does not say. Write {walk.Step.Kind}({forced.To}, ForcedDeployment.Continue), or Cancel, which leaves {forced.To} "
                + "undeployed.")
            {
                About = [forced.To, forced.From],
            }
            : null;

    public static Violation? StaysPlain(PlanWalk walk, Happenings happened) =>
        walk.Step is Deploy && Forced(walk, happened) is { } forced
            ? new Violation(
                RuleTable.DeployBecomesCascade,
                $"{walk.Step} becomes a cascade deploy, since the partner {forced.From} is in software upgrade pending: all objects of the pair are "
                + $"deployed with {forced.To}. Write CascadeDeploy({forced.To}) to say so.")
            {
                About = [forced.To, forced.From],
            }
            : null;

    public static Violation? RunTimeChangesAreSaved(PlanWalk walk, Happenings happened) =>
        !walk.State.Database.RuntimeChangesUploaded
        && !walk.HasLostACheckpoint
        && First<CheckpointLost>(walk, happened, EffectKind.CheckpointLost) is { } lost
            ? new Violation(
                RuleTable.NoUpload,
                $"{lost.Engine} starts without the checkpoint of {lost.Partner}, and the plan uploads nothing before: what operators changed at run "
                + $"time is lost. If it matters, add UploadRuntimeChanges(overwriteDefaults: true) before Upgrade({walk.Repository}).")
            {
                About = [lost.Engine],
            }
            : null;

    /// <summary>What of the selection stands for these engines; an engine beside its platform is part of that.</summary>
    private static DeployTarget[] SelectedFor(PlanWalk walk, AppEngine[] engines) =>
        [.. walk.Deployed.Distinct().Where(target =>
            walk.Galaxy.EnginesOf(target).Intersect(engines).Any()
            && !(target is AppEngine engine && walk.Deployed.Contains(engine.Platform)))];

    /// <summary>The forced deployment that the step is; one that fails before gets no dialog.</summary>
    private static ObjectsExtracted? Forced(PlanWalk walk, Happenings happened) =>
        walk.IsBarred ? null : First<ObjectsExtracted>(walk, happened, EffectKind.ObjectsExtracted);

    private static T? First<T>(PlanWalk walk, Happenings happened, EffectKind kind)
        where T : Effect =>
        happened.Has(kind) ? happened.ToEffects(walk.Galaxy).OfType<T>().First() : null;
}

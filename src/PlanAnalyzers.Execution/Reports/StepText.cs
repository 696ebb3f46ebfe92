using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>What happens in a step, as text: the one place that says it, in every report and export.</summary>
internal static class StepText
{
    public const string NothingHappens = "No failover and no outage";

    /// <summary>What happens on the way, and which pairs lose or regain their backup; empty where no one in the plant notices.</summary>
    public static IReadOnlyList<Words> Happenings(Transition transition) =>
    [
        .. transition.Effects.Select(effect => new Words(effect.ToString(), ToneOf(effect))),
        .. LoseBackup(transition).Select(pair =>
            new Words($"{pair} has no backup from here on: nothing takes over if its active engine stops", Tone.Caution)),
        .. RegainBackup(transition).Select(pair =>
            new Words($"{pair} has a backup again: {StateText.RolesIn(transition.After, pair)}", Tone.Good)),
    ];

    /// <summary>The same in a few words; empty where there is nothing to say.</summary>
    public static Words InShort(Transition transition)
    {
        var effects = transition.Effects;
        var notices = effects.OfType<DefaultsOverwritten>().Select(_ => "defaults overwritten")
            .Concat(effects.OfType<EngineSkipped>().Select(skipped => $"{skipped.Engine.Name} skipped"))
            .ToArray();
        var failovers = effects.OfType<Failover>().Select(failover => $"failover {failover.From.Name} -> {failover.To.Name}").ToArray();
        var outages = effects.OfType<Outage>().Select(outage => $"outage of {outage.Objects}").ToArray();
        var lost = LoseBackup(transition).Select(pair => $"{pair} without backup").ToArray();
        var back = effects.OfType<BackInService>().Select(service => $"{service.Objects} back in service")
            .Concat(RegainBackup(transition).Select(pair => $"{pair} with backup again"));
        return new Words(
            string.Join(", ", notices.Concat(failovers).Concat(outages).Concat(lost).Concat(back)),
            outages.Length > 0 ? Tone.Alarm : notices.Length + failovers.Length + lost.Length > 0 ? Tone.Caution : Tone.Good);
    }

    private static IEnumerable<RedundantPair> LoseBackup(Transition transition) =>
        transition.Before.Galaxy.Pairs.Where(pair => transition.Before.HasBackup(pair) && !transition.After.HasBackup(pair));

    private static IEnumerable<RedundantPair> RegainBackup(Transition transition) =>
        transition.Before.Galaxy.Pairs.Where(pair => !transition.Before.HasBackup(pair) && transition.After.HasBackup(pair));

    private static Tone ToneOf(Effect effect) => effect switch
    {
        Outage => Tone.Alarm,
        Failover or CheckpointLost or DefaultsOverwritten or EngineSkipped => Tone.Caution,
        BackInService => Tone.Good,
        _ => Tone.Plain,
    };
}

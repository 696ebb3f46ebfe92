using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>Keeps account of outages and of times without backup while steps are taken.</summary>
/// <remarks>
/// A step is taken at its worst: a service or a backup that a step ends is gone from the step's beginning, one that a step brings
/// back is there at its end. Branches touch different engines and pairs, so steps may be noted in whatever order they are done.
/// </remarks>
internal sealed class InterruptionLog(Galaxy galaxy, TimeSpan takeover)
{
    private readonly List<Interruption> outages = [];
    private readonly List<Interruption> withoutBackup = [];

    /// <summary>Notes what a step that succeeded did.</summary>
    public void Took(SimulatedStep step)
    {
        foreach (var effect in step.Transition.Effects)
        {
            switch (effect)
            {
                case Outage { Cause: OutageCause.Takeover } outage:
                    outages.Add(Begin(outage, step, step.End - takeover) with { ToStep = step.Number, To = step.End });
                    break;
                case Outage { GoesOn: false } outage:
                    outages.Add(Begin(outage, step, step.Start) with { ToStep = step.Number, To = step.End });
                    break;
                case Outage outage:
                    outages.Add(Begin(outage, step, step.Start));
                    break;
                case BackInService service:
                    End(outages, service.Objects, step);
                    break;
            }
        }

        foreach (var pair in PairsTouchedBy(step.Transition))
        {
            NoteBackup(pair, step);
        }
    }

    public IReadOnlyList<Interruption> Outages(TimeSpan now) => UpTo(now, outages);

    public IReadOnlyList<Interruption> WithoutBackup(TimeSpan now) => UpTo(now, withoutBackup);

    /// <summary>The pairs whose engines the step changed or took away for a while, in the order of their declarations.</summary>
    private IEnumerable<RedundantPair> PairsTouchedBy(Transition transition) =>
        transition.Changes.OfType<EngineChange>().Select(change => change.Engine)
            .Concat(transition.Step is Reboot { Platform: var platform } ? galaxy.EnginesOn(platform) : [])
            .Select(galaxy.PairOf)
            .OfType<RedundantPair>()
            .Distinct()
            .OrderBy(pair => pair.Primary.Index);

    private static Interruption Begin(Outage outage, SimulatedStep step, TimeSpan from) => new(
        outage.Objects,
        outage.Cause switch
        {
            OutageCause.Takeover => $"{outage.Engine.Name} takes the objects over",
            OutageCause.Reboot => $"reboot of {outage.Engine.Platform.Name}",
            OutageCause.ShutDown => $"{outage.Engine.Platform.Name} shut down",
            _ => $"{outage.Engine.Name} undeployed",
        },
        step.Number,
        from);

    private static void End(List<Interruption> log, string objects, SimulatedStep step)
    {
        var open = log.FindLastIndex(interruption => interruption.GoesOn && interruption.Objects == objects);
        if (open >= 0)
        {
            log[open] = log[open] with { ToStep = step.Number, To = step.End };
        }
    }

    /// <summary>In the order in which they begin, which is another than that in which steps of several branches are done.</summary>
    private static Interruption[] UpTo(TimeSpan now, List<Interruption> log) =>
        log.Select(interruption => interruption.GoesOn ? interruption with { To = now } : interruption)
            .OrderBy(interruption => interruption.From)
            .ThenBy(interruption => interruption.FromStep)
            .ToArray();

    private void NoteBackup(RedundantPair pair, SimulatedStep step)
    {
        var (had, has) = (step.Transition.Before.HasBackup(pair), step.Transition.After.HasBackup(pair));
        if (had && (!has || IsAway(pair, step.Transition)))
        {
            withoutBackup.Add(new Interruption(pair.ToString(), step.Transition.Step.Instruction, step.Number, step.Start));
        }

        if (has)
        {
            End(withoutBackup, pair.ToString(), step);
        }
    }

    /// <summary>Whether an engine of the pair is away during the step although it is back after it.</summary>
    private static bool IsAway(RedundantPair pair, Transition transition) =>
        transition.Step is Reboot { Platform: var platform }
        && transition.Before[platform].Running
        && (pair.Primary.Platform == platform || pair.Backup.Platform == platform);
}

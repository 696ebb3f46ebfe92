using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A simulation for reading: what is assumed, the steps as they are taken, and what came of it.</summary>
internal sealed class SimulationReport(ValidatedPlan plan, AssumedDurations durations)
{
    private readonly PlanOutline outline = PlanOutline.Of(plan);
    private readonly int instructionWidth = plan.Plan.Steps.Select(step => SafeText.Of(step.Instruction).Length).DefaultIfEmpty(0).Max();

    public IEnumerable<Block> Head()
    {
        yield return new Heading($"Simulation of {plan.Plan.Name}", IsMain: true);
        yield return new Facts(PlanHead.Of(plan));
        yield return new Line("");
        yield return new Line("The galaxy is simulated in memory: nothing in the plant is touched.");
        yield return new Line(new Words("All times are assumptions and not measurements. ", Tone.Caution), "In minutes:");
        yield return new Line($"  {AssumedTimes()}.");
        yield return new Line("Give the times of your site with --duration KIND=MINUTES and --takeover MINUTES.");
        yield return new Heading("Steps, with the plant clock in hours since the start");
        if (outline.HasBranches)
        {
            yield return new Line(new Words("In the order in which they are done; 1A, 1B and so on are branches that run side by side.", Tone.Quiet));
        }
    }

    /// <summary>One step that was taken, or that failed.</summary>
    public Block StepLine(SimulatedStep step, string? failure)
    {
        var total = plan.Transitions.Count.ToString(CultureInfo.InvariantCulture);
        var number = step.Number.ToString(CultureInfo.InvariantCulture).PadLeft(total.Length);
        var whole = $"{Clock(step.Start)}-{Clock(step.End)}";
        var clock = failure is null ? whole : Clock(step.Start).PadRight(whole.Length);
        var effects = StepText.InShort(step.Transition);
        return new Line(
            new Words($"  {number}/{total}  ", Tone.Quiet),
            $"{clock}  {Branch(step.Number)}{SafeText.Of(step.Transition.Step.Instruction).PadRight(instructionWidth)}  ",
            failure is null ? new Words("done", Tone.Good) : new Words($"FAILED: {failure}", Tone.Alarm),
            failure is null && effects.Text.Length > 0 ? effects with { Text = $": {effects.Text}" } : "");
    }

    public IEnumerable<Block> Result(SimulationResult result)
    {
        yield return new Heading("Result");
        yield return new Line(Verdict(result));
        foreach (var reason in result.Ending == SimulationEnding.GalaxyDiffers ? result.Reasons : [])
        {
            yield return new Line(new Words($"  {reason}", Tone.Alarm));
        }

        yield return new Line("");
        yield return new Facts(
        [
            ("Steps done", Number(result.Steps.Count) + " of " + Number(plan.Transitions.Count)),
            ("Plant time", $"{PlantTime.Length(result.Clock)} (assumed)"),
            ("Failovers", Number(result.Failovers)),
            ("Outages", Number(result.Outages.Count)),
        ]);

        foreach (var block in Interruptions("Outages: objects out of service", result.Outages, "Reason"))
        {
            yield return block;
        }

        foreach (var block in Interruptions(
            "Without backup: nothing takes over if the active engine stops", result.WithoutBackup, "Since"))
        {
            yield return block;
        }

        if (result.Ending == SimulationEnding.Finished)
        {
            yield return new Heading("At the end");
            yield return new Bullets(PlanHead.End(plan));
        }
        else
        {
            foreach (var block in WhereItStands(result))
            {
                yield return block;
            }
        }
    }

    private IEnumerable<Block> Interruptions(string title, IReadOnlyList<Interruption> interruptions, string reason)
    {
        if (interruptions.Count == 0)
        {
            yield break;
        }

        yield return new Heading(title);
        yield return new Listing(
            ["Objects of", "From step", "To step", "Plant clock", "Length", reason],
            interruptions.Select(interruption => (IReadOnlyList<Words>)
            [
                interruption.Objects,
                Number(interruption.FromStep),
                interruption.ToStep is { } step ? Number(step) : new Words("goes on", Tone.Alarm),
                $"{Clock(interruption.From)}-{(interruption.GoesOn ? "..." : Clock(interruption.To))}",
                PlantTime.Length(interruption.Length) + (interruption.GoesOn ? " so far" : ""),
                interruption.Why,
            ]).ToArray());
    }

    private IEnumerable<Block> WhereItStands(SimulationResult result)
    {
        yield return new Heading("Where the galaxy stands");
        var last = StepList.Done(outline, result.Steps.Select(step => step.Number));
        if (result.Ending == SimulationEnding.GalaxyDiffers)
        {
            yield return new Line($"It was last as promised {last}. It is now like this:");
        }
        else
        {
            yield return new Line($"It is as it was {last}.");
            yield return new Line($"Still to do from there: {StepList.Next(outline, result.Next)}.");
        }

        foreach (var step in result.UnderWay)
        {
            yield return new Line(new Words(
                $"Under way and not done: step {Number(step.Number)}, {step.Transition.Step.Instruction}, begun at {Clock(step.Start)}. "
                + "Nothing of it is counted.",
                Tone.Caution));
        }

        var allIsWell = new Words("All objects run, and every pair has its backup", Tone.Good);
        yield return new Bullets(Hazards(result).DefaultIfEmpty(allIsWell).ToArray());
        yield return StateListing.Of(new StateText(plan.Plan).Rows(result.Galaxy));
    }

    /// <summary>What is down or without backup where the simulation ended.</summary>
    private static IEnumerable<Words> Hazards(SimulationResult result)
    {
        var state = result.Galaxy;
        foreach (var engine in state.Galaxy.Engines)
        {
            if (state.Galaxy.PairOf(engine) is null && !state.RunsObjects(engine))
            {
                yield return new Words($"DOWN: the objects of {engine.Name} are out of service", Tone.Alarm);
            }
        }

        foreach (var pair in state.Galaxy.Pairs)
        {
            if (state.ActiveOf(pair) is null)
            {
                yield return new Words($"DOWN: the objects of {pair} are out of service", Tone.Alarm);
            }
            else if (!state.HasBackup(pair))
            {
                yield return new Words($"NO BACKUP: {pair} ({StateText.RolesIn(state, pair)})", Tone.Caution);
            }
        }
    }

    private string Branch(int number) =>
        outline.HasBranches ? $"{(outline.Steps[number - 1].Branch ?? "").PadRight(outline.LongestLabel)}  " : "";

    private string Clock(TimeSpan time) => PlantTime.Clock(time, durations.HaveSeconds);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Minutes(TimeSpan time) =>
        ((decimal)time.Ticks / TimeSpan.TicksPerMinute).ToString("0.####", CultureInfo.InvariantCulture);

    private string AssumedTimes() => string.Join(
        ", ",
        plan.Plan.Steps.Select(step => step.Kind).Distinct(StringComparer.Ordinal)
            .Select(kind => $"{kind} {Minutes(durations[kind])}")
            .Append($"outage at a takeover {Minutes(durations.Takeover)}"));

    private Words Verdict(SimulationResult result) => result.Ending switch
    {
        SimulationEnding.Finished => new(
            "Every step was done, and after each the galaxy was in the state that the plan promises.",
            Tone.Good),
        SimulationEnding.StepFailed => new(
            $"Step {Number(result.FailedStep)} failed ({result.Reasons[0]}). Nothing of it took effect, and the simulation stopped"
            + (outline.Steps[result.FailedStep - 1].Branch is null || result.UnderWay.Count > 0 ? "." : " when the steps under way in other branches were done."),
            Tone.Alarm),
        SimulationEnding.GalaxyDiffers => new(
            $"{(result.FailedStep == 0 ? "At the start" : $"After step {Number(result.FailedStep)}")} the galaxy is not in the state "
            + "that the plan promises. The simulation stopped.",
            Tone.Alarm),
        _ => new($"Stopped by Ctrl+C after {Number(result.Steps.Count)} of {Number(plan.Transitions.Count)} steps.", Tone.Caution),
    };
}

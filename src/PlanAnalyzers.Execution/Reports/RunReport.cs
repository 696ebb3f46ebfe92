using System.CommandLine;
using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A run for reading: the steps as they are taken, what keeps it from going on, and what the operator can do.</summary>
internal sealed class RunReport(ValidatedPlan plan, string journal)
{
    private readonly PlanOutline outline = PlanOutline.Of(plan);
    private readonly int instructionWidth = plan.Plan.Steps.Select(step => SafeText.Of(step.Instruction).Length).DefaultIfEmpty(0).Max();

    public IEnumerable<Block> Head(string driver, string @operator, int taken)
    {
        yield return new Heading($"{(taken == 0 ? "Run" : "Run goes on")}: {plan.Plan.Name}", IsMain: true);
        yield return new Facts(
        [
            .. PlanHead.Of(plan),
            ("Driver", driver),
            ("Operator", @operator),
            ("Journal", journal),
            ("Steps done", $"{Number(taken)} of {Number(plan.Transitions.Count)}"),
        ]);
        yield return new Line("");
        yield return new Line("Ctrl+C stops when the steps under way are over. Pressed twice it ends at once; 'resume' then looks what became of them.");
        yield return new Heading("Steps, with the time in UTC");
    }

    /// <summary>One event.</summary>
    public Block Line(RunEvent happened, DateTimeOffset at)
    {
        var clock = new Words($"  {at.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  ", Tone.Quiet);
        if (happened.Kind == RunEventKind.Stopping)
        {
            return new Line(clock, new Words("stopping: no other step begins, and what is under way, a question too, is waited for; Ctrl+C again ends at once", Tone.Caution));
        }

        if (happened.Step == 0)
        {
            return new Line(clock, new Words(happened.Text, Tone.Alarm));
        }

        var step = outline.Steps[happened.Step - 1];
        var total = Number(plan.Transitions.Count);
        return new Line(
        [
            clock,
            new Words($"{Number(step.Number).PadLeft(total.Length)}/{total}  ", Tone.Quiet),
            outline.HasBranches ? $"{(step.Branch ?? "").PadRight(outline.LongestLabel)}  " : "",
            SafeText.Of(step.Transition.Step.Instruction).PadRight(instructionWidth) + "  ",
            .. What(happened, step.Transition),
        ]);
    }

    public IEnumerable<Block> Result(RunResult result)
    {
        yield return new Heading("Result");
        if (result.IsFinished)
        {
            yield return new Line(new Words("Every step was done, and after each the galaxy was in the state that the plan promises.", Tone.Good));
            yield return new Heading("At the end");
            yield return new Bullets(PlanHead.End(plan));
            yield break;
        }

        if (result.Problems.Count == 0)
        {
            yield return new Line(new Words("Stopped by the operator between two steps.", Tone.Caution));
        }

        foreach (var problem in result.Problems)
        {
            yield return new Line(new Words(problem.Text, Tone.Alarm));
            foreach (var sentence in StateDifference.Sentences(problem.Differences))
            {
                yield return new Line(new Words($"  {sentence}", Tone.Alarm));
            }
        }

        foreach (var block in Standing(result.Taken, result.Open, result.Next))
        {
            yield return block;
        }

        yield return new Heading("What you can do");
        yield return new Bullets(Choices(result).Distinct().ToArray());
    }

    /// <summary>Where a run stands, as its journal says.</summary>
    public IEnumerable<Block> Standing(RunHistory history) => history.IsFinished
        ? [new Line(new Words("At its end: every step was done.", Tone.Good))]
        : Standing(history.Machine.Taken, [.. history.Open.Keys], [.. history.Machine.NextPlaces.Select(place => place + 1)]).Skip(1);

    /// <summary>Where a run stands.</summary>
    private IEnumerable<Block> Standing(int taken, IReadOnlyList<int> open, IReadOnlyList<int> next)
    {
        yield return new Line("");
        yield return new Line($"Done: {Number(taken)} of {Number(plan.Transitions.Count)} steps.");
        foreach (var number in open)
        {
            yield return new Line(new Words(
                $"Begun and not known to be done: step {Number(number)}, {plan.Plan.Steps[number - 1].Instruction}.", Tone.Caution));
        }

        if (next.Except(open).ToArray() is { Length: > 0 } coming)
        {
            yield return new Line($"Next: {StepList.Next(outline, coming)}.");
        }
    }

    private IEnumerable<Words> Choices(RunResult result)
    {
        foreach (var problem in result.Problems)
        {
            switch (problem.Obstacle)
            {
                case RunObstacle.GuardFails:
                    yield return $"Mend what keeps step {Number(problem.Step)} from being begun, then observe again: {Command()}";
                    break;
                case RunObstacle.CannotObserve:
                    yield return $"Let the galaxy be observed again, then go on: {Command()}";
                    break;
                case RunObstacle.GalaxyDiffers when problem.Step == 0:
                    yield return $"Bring the galaxy into the promised state, then observe again: {Command()}";
                    yield return $"Accept the difference and go on; the reason is recorded: {Command("--accept --reason TEXT")}";
                    break;
                default:
                    yield return $"Observe again: {Command()} takes the step as done where the galaxy is as promised after it, and carries it out again "
                        + "where the galaxy is as before it";
                    break;
            }
        }

        foreach (var step in result.Open.Select(Number))
        {
            yield return $"Take step {step} as done whatever is seen; the reason is recorded: {Command($"--done {step} --reason TEXT")}";
            yield return $"Carry step {step} out again whatever is seen; the reason is recorded: {Command($"--repeat {step} --reason TEXT")}";
        }

        if (result.Problems.Count == 0)
        {
            yield return $"Go on: {Command()}";
        }

        yield return "Stop here: the journal keeps everything, and 'resume' can follow at any time";
    }

    private string Command(string arguments = "") =>
        $"{RootCommand.ExecutableName} resume{(journal == plan.Plan.Name + ".journal" ? "" : $" --journal {journal}")} {arguments}".TrimEnd();

    private static IEnumerable<Words> What(RunEvent happened, Transition transition)
    {
        switch (happened.Kind)
        {
            case RunEventKind.Begun:
                yield return new Words("begins", Tone.Quiet);
                break;
            case RunEventKind.Failed:
                yield return new Words($"STOP: {happened.Text}", Tone.Alarm);
                break;
            case RunEventKind.FoundNotDone:
                yield return new Words($"was not done ({happened.Text})", Tone.Caution);
                break;
            default:
                yield return happened.Kind == RunEventKind.Done ? new Words("done", Tone.Good) : new Words($"was done ({happened.Text})", Tone.Good);
                if (StepText.InShort(transition) is { Text.Length: > 0 } effects)
                {
                    yield return effects with { Text = $": {effects.Text}" };
                }

                break;
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

namespace PlanAnalyzers.Model;

/// <summary>A validated plan being carried out: the state the galaxy is in now, and the steps that may be taken from it.</summary>
/// <remarks>For programs that embed a plan. It is not safe for use by several threads at once.</remarks>
public sealed class PlanStateMachine
{
    private readonly ValidatedPlan plan;
    private readonly bool[] taken;

    /// <summary>Stands before the first step.</summary>
    /// <param name="plan">The plan.</param>
    public PlanStateMachine(ValidatedPlan plan)
    {
        this.plan = plan;
        taken = new bool[plan.Transitions.Count];
        Current = plan.Start;
    }

    /// <summary>The state of the galaxy now.</summary>
    public GalaxyState Current { get; private set; }

    /// <summary>How many steps were taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Whether every step was taken.</summary>
    public bool IsFinished => Taken == taken.Length;

    /// <summary>
    /// The transitions that may fire now, each from <see cref="Current"/>: one for each branch where branches run side by side, and none
    /// when the plan is finished.
    /// </summary>
    public ValueList<Transition> Next => Open().Select(index => plan.Transitions[index].From(Current)).ToValueList();

    /// <summary>The places of the same steps, from 0, in the plan's steps as they are written.</summary>
    public ValueList<int> NextPlaces => Open().ToValueList();

    /// <summary>Whether a step may be taken now.</summary>
    public bool CanFire(Step step) => Open().Any(index => plan.Plan.Steps[index].Equals(step));

    /// <summary>Takes a step.</summary>
    /// <param name="step">The step; it must be one of <see cref="Next"/>.</param>
    /// <returns>What it does. <see cref="Current"/> is the state after it.</returns>
    /// <exception cref="InvalidOperationException">The step may not be taken now; the text says which may. Nothing is changed.</exception>
    public Transition Fire(Step step)
    {
        foreach (var index in Open())
        {
            if (plan.Plan.Steps[index].Equals(step))
            {
                return FireAt(index);
            }
        }

        throw NotNow(step.ToString());
    }

    /// <summary>Takes the step at a place: branches side by side may have equal steps, such as the same approval.</summary>
    /// <param name="place">The place, from 0; it must be one of <see cref="NextPlaces"/>.</param>
    /// <returns>What it does. <see cref="Current"/> is the state after it.</returns>
    /// <exception cref="InvalidOperationException">The step may not be taken now; the text says which may. Nothing is changed.</exception>
    public Transition FireAt(int place)
    {
        if (!Open().Contains(place))
        {
            throw NotNow($"Step {place + 1}");
        }

        var transition = plan.Transitions[place].From(Current);
        taken[place] = true;
        Taken++;
        Current = transition.After;
        return transition;
    }

    private InvalidOperationException NotNow(string step) => new(IsFinished
        ? $"{step} cannot be taken: the plan {plan.Plan.Name} is finished."
        : $"{step} cannot be taken now: the next step of the plan {plan.Plan.Name} is "
            + $"{string.Join(" or ", Open().Select(index => plan.Plan.Steps[index]))}.");

    /// <summary>The places of the steps that may be taken now.</summary>
    private IEnumerable<int> Open() => Open(plan.Plan.Steps.Parts, 0);

    private IEnumerable<int> Open(IEnumerable<PlanPart> parts, int first)
    {
        foreach (var part in parts)
        {
            var open = part switch
            {
                Phase phase => Open(phase.Parts, first),
                InParallel group => OpenIn(group, first),
                _ => taken[first] ? [] : [first],
            };
            var any = false;
            foreach (var index in open)
            {
                any = true;
                yield return index;
            }

            if (any)
            {
                yield break; // What follows waits for this part.
            }

            first += PlanSteps.CountOf(part);
        }
    }

    private IEnumerable<int> OpenIn(InParallel group, int first)
    {
        foreach (var branch in group.Branches)
        {
            foreach (var index in Open(branch.Parts, first))
            {
                yield return index;
            }

            first += PlanSteps.CountOf(branch);
        }
    }
}

namespace PlanAnalyzers.Model;

/// <summary>A validated plan being carried out: the state the galaxy is in now, and the steps that may be taken from it.</summary>
/// <remarks>For programs that embed a plan. It is not safe for use by several threads at once.</remarks>
public sealed class PlanStateMachine
{
    private readonly ValidatedPlan plan;

    /// <summary>Stands before the first step.</summary>
    /// <param name="plan">The plan.</param>
    public PlanStateMachine(ValidatedPlan plan)
    {
        this.plan = plan;
        Current = plan.Start;
    }

    /// <summary>The state of the galaxy now.</summary>
    public GalaxyState Current { get; private set; }

    /// <summary>How many steps were taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Whether every step was taken.</summary>
    public bool IsFinished => Taken == plan.Transitions.Count;

    /// <summary>The transitions that may fire now; none when the plan is finished.</summary>
    public ValueList<Transition> Next =>
        IsFinished ? ValueList<Transition>.Empty : ValueList.Of(plan.Transitions[Taken]);

    /// <summary>Whether a step may be taken now.</summary>
    public bool CanFire(Step step) => Next.Any(transition => transition.Step.Equals(step));

    /// <summary>Takes a step.</summary>
    /// <param name="step">The step; it must be one of <see cref="Next"/>.</param>
    /// <returns>What it does. <see cref="Current"/> is the state after it.</returns>
    /// <exception cref="InvalidOperationException">The step may not be taken now; the text says which may. Nothing is changed.</exception>
    public Transition Fire(Step step)
    {
        foreach (var transition in Next)
        {
            if (transition.Step.Equals(step))
            {
                Taken++;
                Current = transition.After;
                return transition;
            }
        }

        throw new InvalidOperationException(IsFinished
            ? $"{step} cannot be taken: the plan {plan.Plan.Name} is finished."
            : $"{step} cannot be taken now: the next step of the plan {plan.Plan.Name} is {Next[0].Step}.");
    }
}

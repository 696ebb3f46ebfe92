using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>How the carrying out of a step ended.</summary>
/// <param name="Failure">Why it failed, or nothing where it succeeded.</param>
internal readonly record struct StepOutcome(string? Failure)
{
    public static StepOutcome Success => default;

    public bool HasFailed => Failure is not null;
}

/// <summary>A galaxy that exists in memory only: it carries out steps and can be observed.</summary>
/// <remarks>It knows the vendor's procedure and nothing of the plan, so that what it shows is a check of what the plan promises.</remarks>
/// <param name="start">The state that it is in before the first step.</param>
/// <param name="failingStep">The number of the step that fails, counted from 1; none if it is to fail at no step.</param>
internal class SimulatedGalaxy(GalaxyState start, int? failingStep = null)
{
    private GalaxyState state = start;
    private int stepsAsked;

    /// <summary>Carries out a step. Of a step that fails nothing takes effect.</summary>
    public StepOutcome CarryOut(Step step)
    {
        stepsAsked++;
        if (stepsAsked == failingStep)
        {
            return new StepOutcome("failure injected with --fail");
        }

        state = Apply(state, step);
        return StepOutcome.Success;
    }

    /// <summary>The state that the galaxy is in now.</summary>
    public GalaxyState Observe() => state;

    /// <summary>What a step does to this galaxy.</summary>
    protected virtual GalaxyState Apply(GalaxyState before, Step step) => UpgradeProcedure.Apply(before, step).After;
}

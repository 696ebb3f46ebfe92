using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A galaxy that exists in memory only: it carries out steps and can be observed.</summary>
/// <remarks>It knows the vendor's procedure and nothing of the plan, so that what it shows is a check of what the plan promises.</remarks>
/// <param name="start">The state that it is in before the first step.</param>
/// <param name="failingStep">The number of the step that fails, counted from 1 as written; none if it is to fail at no step.</param>
internal class SimulatedGalaxy(GalaxyState start, int? failingStep = null)
{
    private GalaxyState state = start;

    /// <summary>Begins a step; several may be under way.</summary>
    /// <returns>Why it fails, so that nothing of it takes effect; nothing where it does not.</returns>
    public string? Begin(int number) => number == failingStep ? "failure injected with --fail" : null;

    /// <summary>A step that was begun is done, and takes effect.</summary>
    public void Finish(int number, Step step) => state = Apply(state, number, step);

    /// <summary>The state that the galaxy is in now.</summary>
    public GalaxyState Observe() => state;

    /// <summary>What a step does to this galaxy.</summary>
    protected virtual GalaxyState Apply(GalaxyState before, int number, Step step) => UpgradeProcedure.Apply(before, step).After;
}

namespace PlanAnalyzers.Model;

/// <summary>A step, the state before it, the state after it, and what happens on the way.</summary>
/// <param name="Step">The step.</param>
/// <param name="Before">The state before.</param>
/// <param name="After">The state after.</param>
/// <param name="Changes">What differs between the two states: platforms, engines, then the galaxy.</param>
/// <param name="Effects">What happens on the way, in order.</param>
public sealed record Transition(
    Step Step,
    GalaxyState Before,
    GalaxyState After,
    ValueList<StateChange> Changes,
    ValueList<Effect> Effects)
{
    /// <summary>
    /// The same transition from another state: branches that run side by side touch different things, so what a step of one of them
    /// changes does not depend on how far the others are.
    /// </summary>
    internal Transition From(GalaxyState state)
    {
        var galaxy = new TransitionBuilder(state);
        foreach (var change in Changes)
        {
            galaxy.Apply(change);
        }

        return galaxy.Finish(Step, Effects);
    }
}

/// <summary>One thing whose state a step changed.</summary>
public abstract record StateChange;

/// <summary>A platform whose state changed.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Before">Its state before the step.</param>
/// <param name="After">Its state after the step.</param>
public sealed record PlatformChange(Platform Platform, PlatformState Before, PlatformState After) : StateChange;

/// <summary>An engine whose state changed.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Before">Its state before the step.</param>
/// <param name="After">Its state after the step.</param>
public sealed record EngineChange(AppEngine Engine, EngineState Before, EngineState After) : StateChange;

/// <summary>A change of what exists once in a galaxy.</summary>
/// <param name="Before">The state before the step.</param>
/// <param name="After">The state after the step.</param>
public sealed record DatabaseChange(DatabaseState Before, DatabaseState After) : StateChange;

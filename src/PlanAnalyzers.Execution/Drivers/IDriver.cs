using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>Does the steps of a plan at a galaxy, and looks at it. The rest, such as what to do when one fails, is the run's business.</summary>
/// <remarks>Steps of branches are carried out at the same time; the galaxy may be observed meanwhile.</remarks>
internal interface IDriver : IDisposable
{
    /// <summary>Carries a step out, and returns when it is over.</summary>
    /// <param name="order">The step.</param>
    /// <param name="cancellation">The step takes too long: give up waiting for it.</param>
    Task<StepReport> CarryOutAsync(StepOrder order, CancellationToken cancellation);

    /// <summary>Looks at the galaxy.</summary>
    /// <param name="request">Why.</param>
    /// <param name="cancellation">The look takes too long.</param>
    Task<Observation> ObserveAsync(ObservationRequest request, CancellationToken cancellation);

    /// <summary>
    /// Looks for what became of a step that was begun, of which nobody wrote down how it ended: whether it is still under way, and whether
    /// it was done, where the state of the galaxy does not show that.
    /// </summary>
    /// <param name="order">The step.</param>
    /// <param name="cancellation">The look takes too long.</param>
    Task<StepTrace> TraceAsync(StepOrder order, CancellationToken cancellation);
}

/// <summary>A step that is to be carried out.</summary>
/// <param name="Number">Its number among all steps as they are written, from 1.</param>
/// <param name="Branch">The label of the branch that it stands in, if any.</param>
/// <param name="Transition">What it does, from the state that is promised before it.</param>
/// <param name="Attempt">How many times it was begun in this run, with this one.</param>
internal sealed record StepOrder(int Number, string? Branch, Transition Transition, int Attempt);

/// <summary>How a step ended, as the driver tells it.</summary>
internal enum StepEnding
{
    Done,
    Failed,
    NoAnswer,
}

/// <summary>What a driver says of a step that it carried out.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Text">What there is to say; empty where there is nothing.</param>
internal sealed record StepReport(StepEnding Ending, string Text = "");

/// <summary>What became of a step, as far as a driver can tell.</summary>
internal enum StepTrace
{
    Unknown,
    NotDone,
    UnderWay,
    Done,
}

/// <summary>Why a galaxy is looked at.</summary>
/// <param name="Reason">In a few words.</param>
/// <param name="Promised">The state that the plan promises.</param>
/// <param name="Moving">What is not looked at, since steps that are under way may just change it.</param>
internal sealed record ObservationRequest(string Reason, GalaxyState Promised, IReadOnlySet<string> Moving)
{
    /// <summary>The steps that are to be begun next.</summary>
    public IReadOnlyList<StepOrder> Before { get; init; } = [];

    /// <summary>The steps of which is to be found out whether they were done; what is promised is the state before them.</summary>
    public IReadOnlyList<StepOrder> InDoubt { get; init; } = [];

    /// <summary>The step that was carried out just before, if any; what is promised is the state after it.</summary>
    public StepOrder? After { get; init; }
}

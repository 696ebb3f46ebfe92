namespace PlanAnalyzers.Execution;

/// <summary>What happens in a run, for whoever watches it.</summary>
internal enum RunEventKind
{
    /// <summary>A step is being carried out.</summary>
    Begun,

    /// <summary>A step is done, and the galaxy is as promised.</summary>
    Done,

    /// <summary>A step that was begun earlier turns out to be done.</summary>
    FoundDone,

    /// <summary>A step that was begun earlier turns out not to be done.</summary>
    FoundNotDone,

    /// <summary>A step did not end as it should, or must not be begun.</summary>
    Failed,

    /// <summary>The run stops when the steps under way are over.</summary>
    Stopping,
}

/// <summary>One event.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Step">The number of the step; 0 where it is about none.</param>
/// <param name="Text">What there is to say.</param>
internal sealed record RunEvent(RunEventKind Kind, int Step, string Text = "");

/// <summary>Why a run did not come to its end.</summary>
internal enum RunObstacle
{
    /// <summary>The driver says that a step failed, or does not answer.</summary>
    StepFailed,

    /// <summary>The galaxy is not as the plan promises.</summary>
    GalaxyDiffers,

    /// <summary>A step must not be begun as the galaxy is.</summary>
    GuardFails,

    /// <summary>Nobody knows whether a step that was begun was done.</summary>
    Undecided,

    /// <summary>The galaxy cannot be observed.</summary>
    CannotObserve,
}

/// <summary>Something that keeps a run from going on.</summary>
/// <param name="Obstacle">What kind of thing.</param>
/// <param name="Step">The number of the step that it is about; 0 where it is about none.</param>
/// <param name="Text">What it is.</param>
/// <param name="Differences">How the galaxy differs from what is promised.</param>
internal sealed record RunProblem(RunObstacle Obstacle, int Step, string Text, IReadOnlyList<Difference> Differences);

/// <summary>What came of a run.</summary>
/// <param name="Problems">What keeps it from going on, in the order in which it came up.</param>
/// <param name="Open">The steps that were begun and do not count as done.</param>
/// <param name="Next">The steps that come next.</param>
/// <param name="Taken">How many steps count as done.</param>
/// <param name="IsFinished">Whether the plan is at its end.</param>
internal sealed record RunResult(
    IReadOnlyList<RunProblem> Problems, IReadOnlyList<int> Open, IReadOnlyList<int> Next, int Taken, bool IsFinished)
{
    public ExitCode ExitCode => IsFinished ? ExitCode.Done
        : Problems.Count == 0 ? ExitCode.Stopped
        : Problems.All(problem => problem.Obstacle == RunObstacle.CannotObserve) ? ExitCode.CannotObserve
        : Problems.Any(problem => problem.Obstacle == RunObstacle.Undecided) ? ExitCode.Undecided
        : ExitCode.RunFailed;
}

/// <summary>What the operator has to say when a run goes on.</summary>
/// <param name="AcceptsDifferences">Whether the run goes on although the galaxy differs from the plan.</param>
/// <param name="Done">The steps without a result that were done.</param>
/// <param name="Repeat">The steps without a result that were not done.</param>
/// <param name="Reason">Why the operator says so.</param>
internal sealed record OperatorsWord(bool AcceptsDifferences, IReadOnlySet<int> Done, IReadOnlySet<int> Repeat, string Reason)
{
    public static OperatorsWord None { get; } = new(AcceptsDifferences: false, new HashSet<int>(), new HashSet<int>(), "");
}

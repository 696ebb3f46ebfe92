namespace PlanAnalyzers.Execution;

/// <summary>A time in which objects are out of service, or a pair has no backup.</summary>
/// <param name="Objects">Whose: a pair, or an engine that is alone.</param>
/// <param name="Why">What ended the service or the backup.</param>
/// <param name="FromStep">The number of the step in which it begins.</param>
/// <param name="From">The plant time at which it begins.</param>
internal sealed record Interruption(string Objects, string Why, int FromStep, TimeSpan From)
{
    /// <summary>The number of the step in which it ends; none while it goes on.</summary>
    public int? ToStep { get; init; }

    /// <summary>The plant time at which it ends, or up to which it is known to go on.</summary>
    public TimeSpan To { get; init; }

    public TimeSpan Length => To - From;

    public bool GoesOn => ToStep is null;
}

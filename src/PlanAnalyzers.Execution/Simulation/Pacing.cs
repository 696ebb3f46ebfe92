namespace PlanAnalyzers.Execution;

/// <summary>How fast the plant clock of a simulation runs.</summary>
/// <param name="minutesPerSecond">Plant minutes that pass in a second; none if nothing waits.</param>
/// <param name="time">The time that is waited for.</param>
internal sealed class Pacing(double? minutesPerSecond, TimeProvider time)
{
    /// <summary>A timer takes no longer waits than some weeks.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Waits while a step takes its time in the plant.</summary>
    /// <returns>Whether to go on; otherwise the simulation is to stop.</returns>
    public async Task<bool> WaitAsync(TimeSpan inThePlant, CancellationToken cancellation)
    {
        var seconds = minutesPerSecond is { } pace ? inThePlant.TotalMinutes / pace : 0;
        try
        {
            while (seconds > 0)
            {
                var wait = Math.Min(seconds, LongestWait.TotalSeconds);
                await Task.Delay(TimeSpan.FromSeconds(wait), time, cancellation);
                seconds -= wait;
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return !cancellation.IsCancellationRequested;
    }
}

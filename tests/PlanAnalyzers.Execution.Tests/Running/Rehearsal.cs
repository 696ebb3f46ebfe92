using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>A run with the simulator, which remembers beside a journal what it did.</summary>
internal sealed class Rehearsal(ValidatedPlan plan) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public IJournals Journals { get; set; } = new MemoryJournals();

    public string Journal => folder.File("rehearsal.journal");

    public IReadOnlyList<JournalEntry> Entries => ((MemoryJournals)Journals)[Journal];

    /// <summary>The steps that the simulator carried out, in order.</summary>
    public IReadOnlyList<int> CarriedOut =>
        [.. File.ReadAllLines(Journal + ".simulated").Where(line => line.StartsWith("step ", StringComparison.Ordinal)).Select(line => int.Parse(line[5..], CultureInfo.InvariantCulture))];

    public Task<Executable> BeginAsync(params string[] args) => InvokeAsync(["run", "--driver", "simulator", .. args]);

    public Task<Executable> ResumeAsync(params string[] args) => InvokeAsync(["resume", .. args]);

    public Task<Executable> StatusAsync(params string[] args) => InvokeAsync(["status", .. args]);

    public void Dispose() => folder.Dispose();

    private Task<Executable> InvokeAsync(string[] args) =>
        Executable.RunAsync(plan, terminal => terminal with { Journals = Journals, Time = Time }, [.. args, "--journal", Journal]);
}

/// <summary>Time that passes when a test says so: all that is waited for then is over.</summary>
internal sealed class HandTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<HandTimer> timers = [];

    /// <summary>Lets the time pass as soon as something is the case and somebody waits.</summary>
    public async Task ExpireOnceAsync(Func<bool> isTime)
    {
        while (true)
        {
            HandTimer[] waiting;
            lock (gate)
            {
                waiting = [.. timers];
            }

            if (isTime() && waiting.Length > 0)
            {
                Array.ForEach(waiting, timer => timer.Expire());
                return;
            }

            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    private sealed class HandTimer(HandTime owner, Action expire) : ITimer
    {
        public void Expire() => expire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (owner.gate)
            {
                owner.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

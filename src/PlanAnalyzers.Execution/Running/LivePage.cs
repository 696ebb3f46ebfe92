using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>The page of a run cannot be begun.</summary>
internal sealed class PageException(string message) : IOException(message);

/// <summary>Keeps a page up to date while a run goes on, for onlookers.</summary>
/// <remarks>
/// The run never waits for the page: it is written on a thread of its own, beside its place and then moved there, always with what is known last.
/// Where that fails while the run is on, the operator is warned once, and it is tried again.
/// </remarks>
internal sealed class LivePage : IAsyncDisposable
{
    /// <summary>A page is written anew in this time even where nothing happens, so that one which is not tells that the program ended.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    private readonly ValidatedPlan plan;
    private readonly string path;
    private readonly PlanTerminal terminal;
    private readonly Lock gate = new();
    private readonly List<(JournalEntry Entry, RecordKind Kind, RunRecord Record)> entries;
    private readonly SemaphoreSlim news = new(0);
    private readonly CancellationTokenSource ending = new();
    private readonly Task keeping;
    private bool hasWarned;

    private LivePage(ValidatedPlan plan, string path, RunHistory history, PlanTerminal terminal)
    {
        this.plan = plan;
        this.path = path;
        this.terminal = terminal;
        entries = [.. history.Entries];
        if ((PageFile.Refusal(path) ?? Write(entries)) is { } failure)
        {
            throw new PageException($"{failure} Nothing was begun.");
        }

        keeping = Task.Run(KeepAsync);
    }

    /// <summary>Writes the page for the first time: a path that is wrong is said before anything is begun.</summary>
    /// <exception cref="PageException">It cannot be written.</exception>
    public static LivePage Begin(ValidatedPlan plan, string path, RunHistory history, PlanTerminal terminal) => new(plan, path, history, terminal);

    /// <summary>What a journal tells a page; nothing where there is none.</summary>
    public static Action<JournalEntry, RecordKind, RunRecord> Note(LivePage? page) => page is null ? (_, _, _) => { } : page.Note;

    /// <summary>Writes the page for the last time.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        news.Release();
        await Task.WhenAny(keeping, Task.Delay(LongestEnd)); // A share that hangs must not keep the program from ending.
        if (keeping.IsCompleted)
        {
            ending.Dispose();
            news.Dispose();
        }
    }

    private void Note(JournalEntry entry, RecordKind kind, RunRecord record)
    {
        lock (gate)
        {
            entries.Add((entry, kind, record));
        }

        news.Release();
    }

    private async Task KeepAsync()
    {
        while (true)
        {
            await news.WaitAsync(Heartbeat);
            while (news.Wait(TimeSpan.Zero))
            {
                // All that is new goes into one page.
            }

            var isLast = ending.IsCancellationRequested;
            Keep();
            if (isLast)
            {
                return;
            }

            await Task.WhenAny(Task.Delay(Pause, ending.Token));
        }
    }

    private void Keep()
    {
        (JournalEntry, RecordKind, RunRecord)[] known;
        lock (gate)
        {
            known = [.. entries];
        }

        if (Write(known) is { } failure && !hasWarned)
        {
            hasWarned = true;
            terminal.Floor.Say(() => SafeText.WriteLine(
                terminal.Error, $"warning: {failure} The page is not up to date until it can be written again. The run goes on."));
        }
    }

    /// <returns>What went wrong; nothing where the page is written.</returns>
    private string? Write(IReadOnlyList<(JournalEntry Entry, RecordKind Kind, RunRecord Record)> known)
    {
        try
        {
            var text = known.Count == 0 ? PlanPage.Of(plan) : PlanPage.Of(plan, RunProgress.Of(plan, known), terminal.Time.GetUtcNow(), isKept: true);
            return PageFile.Write(path, text);
        }
        catch (Exception exception)
        {
            return $"{path} cannot be made: {exception.Message}"; // Whatever it is, a page must not end a run.
        }
    }
}

using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>Writes down in a journal what happens in a run.</summary>
/// <param name="journal">The journal.</param>
/// <param name="last">Its last entry; none where it is new.</param>
/// <param name="operator">Who is in charge.</param>
/// <param name="time">The time that entries carry.</param>
internal sealed class RunLog(IRunJournal journal, JournalEntry? last, string @operator, TimeProvider time)
{
    private JournalEntry? last = last;
    private Observation seen = Observation.Nothing;

    /// <summary>Told of each entry that is in the journal. It must not throw, and nobody waits for what it does.</summary>
    public Action<JournalEntry, RecordKind, RunRecord> Written { get; init; } = (_, _, _) => { };

    public async Task WriteAsync(RecordKind kind, int? step, RunRecord record)
    {
        var entry = JournalEntry.After(last, time.GetUtcNow(), kind.ToString(), step, SafeText.Of(@operator), record.ToJson());
        await journal.AppendAsync(entry);
        last = entry;
        Written(entry, kind, record);
    }

    /// <summary>A process begins a run, or goes on with it.</summary>
    public Task BeginAsync(RecordKind kind, ValidatedPlan plan, string driver) => WriteAsync(kind, step: null, new RunRecord
    {
        Plan = plan.Plan.Name,
        Fingerprint = plan.Fingerprint,
        Driver = driver,
        Program = PrintVersion.Version,
        Machine = Environment.MachineName,
        Process = Environment.ProcessId,
    });

    /// <summary>The galaxy was looked at; only what is other than at the last look is written.</summary>
    public Task ObservedAsync(int? step, string reason, Observation observation)
    {
        var news = observation.NewsSince(seen);
        seen = observation;
        return WriteAsync(RecordKind.Observed, step, new RunRecord { Text = reason, Seen = news });
    }
}

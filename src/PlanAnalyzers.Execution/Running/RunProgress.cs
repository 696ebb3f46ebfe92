using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>How far a step is in a run.</summary>
internal enum StepStanding
{
    Waiting,
    Next,
    UnderWay,
    Done,
    Stopped,
}

/// <summary>How far a run is, as its journal says: what an onlooker is shown.</summary>
internal sealed class RunProgress
{
    private readonly RunHistory history;
    private readonly HashSet<int> done = [];
    private readonly HashSet<int> next;
    private readonly ILookup<int, (JournalEntry Entry, RecordKind Kind, RunRecord Record)> ofStep;

    private RunProgress(RunHistory history)
    {
        this.history = history;
        foreach (var (entry, kind, record) in history.Entries)
        {
            switch (kind)
            {
                case RecordKind.Confirmed:
                    done.Add(entry.Step ?? 0);
                    break;
                case RecordKind.Started or RecordKind.Resumed:
                    Halt = null;
                    break;
                case RecordKind.Halted:
                    Halt = record;
                    break;
            }
        }

        next = [.. history.Machine.NextPlaces.Select(place => place + 1)];
        ofStep = history.Entries.Where(of => of.Entry.Step is not null).ToLookup(of => of.Entry.Step!.Value);
    }

    /// <summary>The first entry and the last one.</summary>
    public (JournalEntry First, JournalEntry Last) Ends => (history.Entries[0].Entry, history.Entries[^1].Entry);

    public string Driver => history.Driver;

    /// <summary>How many steps are done.</summary>
    public int Done => done.Count;

    public bool IsFinished => history.IsFinished;

    /// <summary>Why the process that had the run ended before the end of the plan; none while one goes on with it.</summary>
    public RunRecord? Halt { get; private set; }

    /// <summary>Whether a process goes on with the run, as far as the journal says.</summary>
    public bool GoesOn => !IsFinished && Halt is null;

    /// <summary>The differences from the plan that the operator accepted.</summary>
    public IReadOnlySet<Difference> Accepted => history.Accepted;

    /// <summary>The step to look at: one that is under way or was stopped at, or else the first that comes next.</summary>
    public int? Current => history.Open.Keys.Concat(next.Order()).Cast<int?>().FirstOrDefault();

    public static RunProgress Of(ValidatedPlan plan, IReadOnlyList<(JournalEntry Entry, RecordKind Kind, RunRecord Record)> entries) =>
        new(RunHistory.Of(plan, entries));

    public StepStanding this[int step] =>
        done.Contains(step) ? StepStanding.Done
        : history.Open.ContainsKey(step) ? GoesOn ? StepStanding.UnderWay : StepStanding.Stopped
        : next.Contains(step) && !IsFinished ? StepStanding.Next
        : StepStanding.Waiting;

    /// <summary>What the journal has on a step.</summary>
    public IEnumerable<(JournalEntry Entry, RecordKind Kind, RunRecord Record)> EntriesOf(int step) => ofStep[step];
}

using System.Globalization;
using System.Text.Json;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A step that was begun and does not count as done.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Begun">When it was begun.</param>
/// <param name="Ending">How it ended, as the driver told it; none where nobody wrote that down.</param>
internal sealed record OpenStep(int Number, DateTimeOffset Begun, StepEnding? Ending);

/// <summary>Where a run stands, as its journal says.</summary>
internal sealed class RunHistory
{
    private readonly SortedDictionary<int, OpenStep> open = [];
    private readonly Dictionary<int, int> attempts = [];
    private readonly HashSet<Difference> accepted = [];

    private RunHistory(ValidatedPlan plan, IReadOnlyList<(JournalEntry Entry, RecordKind Kind, RunRecord Record)> entries)
    {
        Machine = new PlanStateMachine(plan);
        Entries = entries;
        foreach (var (entry, kind, record) in entries)
        {
            Take(entry, kind, record);
        }
    }

    /// <summary>Before the first entry.</summary>
    public static RunHistory New(ValidatedPlan plan) => new(plan, []);

    /// <summary>After entries of which it is known that they are whole and of this plan.</summary>
    public static RunHistory Of(ValidatedPlan plan, IReadOnlyList<(JournalEntry Entry, RecordKind Kind, RunRecord Record)> entries) =>
        new(plan, entries);

    /// <summary>The plan with the steps taken that count as done.</summary>
    public PlanStateMachine Machine { get; }

    /// <summary>The entries.</summary>
    public IReadOnlyList<(JournalEntry Entry, RecordKind Kind, RunRecord Record)> Entries { get; }

    /// <summary>The steps that were begun and do not count as done, by their numbers.</summary>
    public IReadOnlyDictionary<int, OpenStep> Open => open;

    /// <summary>The differences from the plan that the operator accepted.</summary>
    public IReadOnlySet<Difference> Accepted => accepted;

    /// <summary>The driver of the run.</summary>
    public string Driver { get; private set; } = "";

    /// <summary>Whether the galaxy was seen in the last state after every step was done.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>How many times a step was begun.</summary>
    public int AttemptsOf(int step) => attempts.GetValueOrDefault(step);

    /// <summary>Reads a journal and makes sure that it is whole and of this plan.</summary>
    /// <exception cref="JournalException">It is not.</exception>
    public static RunHistory Read(string name, ValidatedPlan plan, IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Count == 0)
        {
            throw new JournalException($"{name} holds no run: it ended before its first entry. Begin it again with 'run'.");
        }

        if (JournalEntry.Flaw(entries) is { } flaw)
        {
            throw Damaged(flaw);
        }

        try
        {
            var read = entries.Select(entry => (entry, Enum.Parse<RecordKind>(entry.Kind), RunRecord.Parse(entry.Content))).ToArray();
            var first = read[0].Item3;
            return first.Fingerprint == plan.Fingerprint
                ? new RunHistory(plan, read)
                : throw new JournalException(
                    $"{name} is the journal of another plan: it was begun with {first.Plan} ({Short(first.Fingerprint)}), and this is "
                    + $"{plan.Plan.Name} ({Short(plan.Fingerprint)}). A plan that was changed does not go on with an old journal.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            throw Damaged(exception.Message, exception);
        }

        JournalException Damaged(string what, Exception? inner = null) => new(
            $"{name} cannot be trusted: {what}. No step was begun. Keep the file, and put an older copy in its place if there is one.", inner);
    }

    private static string Short(string? fingerprint) => fingerprint is { Length: > 12 } ? fingerprint[..12] : fingerprint ?? "no fingerprint";

    private void Take(JournalEntry entry, RecordKind kind, RunRecord record)
    {
        switch (kind)
        {
            case RecordKind.Started:
            case RecordKind.Resumed:
                Driver = record.Driver ?? "";
                break;
            case RecordKind.Intended:
                var begun = StepOf(entry);
                open[begun] = new OpenStep(begun, entry.At, Ending: null);
                attempts[begun] = AttemptsOf(begun) + 1;
                break;
            case RecordKind.Reported:
                open[StepOf(entry)] = open[StepOf(entry)] with { Ending = record.Ending };
                break;
            case RecordKind.Confirmed:
                open.Remove(StepOf(entry));
                Machine.FireAt(StepOf(entry) - 1);
                break;
            case RecordKind.Dismissed:
                open.Remove(StepOf(entry));
                break;
            case RecordKind.Accepted:
                accepted.UnionWith(record.Differences ?? []);
                break;
            case RecordKind.Finished:
                IsFinished = true;
                break;
        }
    }

    private static int StepOf(JournalEntry entry) =>
        entry.Step ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"entry {entry.Number} names no step"));
}

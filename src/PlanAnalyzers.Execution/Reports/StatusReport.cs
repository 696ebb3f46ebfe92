using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>Where a run stands and everything that was done in it, for reading.</summary>
internal sealed class StatusReport(ValidatedPlan plan, string journal, RunHistory history)
{
    public IEnumerable<Block> Blocks(bool verified)
    {
        var (first, last) = (history.Entries[0].Entry, history.Entries[^1].Entry);
        yield return new Heading($"Status of {plan.Plan.Name}", IsMain: true);
        yield return new Facts(
        [
            ("Journal", journal),
            ("Fingerprint", plan.Fingerprint),
            ("Driver", history.Driver),
            ("Begun", Time(first)),
            ("Last entry", Time(last)),
            ("Entries", last.Number.ToString(CultureInfo.InvariantCulture)),
            ("Hash", last.Hash),
        ]);
        if (verified)
        {
            yield return new Line("");
            yield return new Line(new Words("The journal is whole: every entry is as it was written, after the one that was before it.", Tone.Good));
            yield return new Line("Compare the hash with one that was noted elsewhere: only that shows whether somebody wrote all of it anew.");
        }

        yield return new Heading("Where the run stands");
        foreach (var block in new RunReport(plan, journal).Standing(history))
        {
            yield return block;
        }

        yield return new Heading("What was done, with times in UTC");
        yield return new Listing(["Entry", "Time", "Step", "Operator", "What"], history.Entries.Select(Row).ToArray());
    }

    private IReadOnlyList<Words> Row((JournalEntry Entry, RecordKind Kind, RunRecord Record) of) =>
    [
        of.Entry.Number.ToString(CultureInfo.InvariantCulture),
        Time(of.Entry),
        of.Entry.Step?.ToString(CultureInfo.InvariantCulture) ?? "",
        of.Entry.Operator,
        What(plan, of.Kind, of.Record, of.Entry.Step),
    ];

    /// <summary>What an entry says.</summary>
    public static Words What(ValidatedPlan plan, RecordKind kind, RunRecord record, int? step) => kind switch
    {
        RecordKind.Started => $"run begins on {record.Machine}, process {record.Process}, driver {record.Driver}",
        RecordKind.Resumed => $"run goes on, on {record.Machine}, process {record.Process}",
        RecordKind.Observed => new Words(Observed(record), Tone.Quiet),
        RecordKind.Intended => $"begins: {Instruction(plan, step)}{(record.Attempt > 1 ? $" (attempt {record.Attempt})" : "")}",
        RecordKind.Reported => record.Ending switch
        {
            StepEnding.Done => $"reported as done{Said(record)}",
            StepEnding.Failed => new Words($"reported as failed{Said(record)}", Tone.Alarm),
            _ => new Words($"no answer{Said(record)}", Tone.Alarm),
        },
        RecordKind.Confirmed => new Words($"done, as {By(record)} says{Said(record)}", Tone.Good),
        RecordKind.Dismissed => new Words($"not done, as {By(record)} says{Said(record)}", Tone.Caution),
        RecordKind.Accepted => new Words($"differences accepted{Said(record)}. {Differences(record)}", Tone.Caution),
        RecordKind.Halted => new Words($"halt{Said(record)} {Differences(record)}".TrimEnd(), Tone.Caution),
        RecordKind.Finished => new Words("the plan is at its end", Tone.Good),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Instruction(ValidatedPlan plan, int? step) =>
        step is { } number && number >= 1 && number <= plan.Plan.Steps.Count ? plan.Plan.Steps[number - 1].Instruction : "";

    private static string Observed(RunRecord record)
    {
        var seen = string.Join("; ", (record.Seen ?? []).Select(of => $"{of.Key} {string.Join(", ", News(of.Value))}"));
        return $"observed {record.Text}: {(seen.Length == 0 ? "as at the last look" : seen)}";
    }

    /// <summary>What is not seen any more is told only where nothing else is: of an undeployed engine there is no more to see.</summary>
    private static IEnumerable<string> News(Dictionary<Aspect, string?> facts) =>
        facts.Values.Any(value => value is not null)
            ? facts.Values.OfType<string>()
            : facts.Keys.Select(aspect => $"{aspect.ToString().ToLowerInvariant()} not seen");

    private static string By(RunRecord record) => record.By switch
    {
        Witness.Observation => "the galaxy",
        Witness.Driver => "the driver",
        _ => "the operator",
    };

    private static string Said(RunRecord record) => string.IsNullOrEmpty(record.Text) ? "" : $": {record.Text}";

    private static string Differences(RunRecord record) => string.Join("; ", StateDifference.Sentences(record.Differences ?? []));

    /// <summary>When an entry was written, in UTC.</summary>
    public static string Time(JournalEntry entry) => entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

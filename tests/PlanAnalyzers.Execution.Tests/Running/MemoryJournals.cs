namespace PlanAnalyzers.Execution.Tests;

/// <summary>Journals that are not on disk: another kind of store, and one that fails when a test wants it to.</summary>
internal sealed class MemoryJournals : IJournals
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<JournalEntry>> journals = new(StringComparer.Ordinal);

    /// <summary>How many entries are still written before the disk is full.</summary>
    public int Room { get; set; } = int.MaxValue;

    /// <summary>The entries that a journal has now; none where there is no such journal.</summary>
    public IReadOnlyList<JournalEntry> this[string name]
    {
        get
        {
            lock (gate)
            {
                return [.. journals.GetValueOrDefault(name) ?? []];
            }
        }
    }

    public Task<IRunJournal> CreateAsync(string name)
    {
        lock (gate)
        {
            journals.Add(name, []);
        }

        return OpenAsync(name);
    }

    public Task<IRunJournal> OpenAsync(string name) => Task.FromResult<IRunJournal>(new Journal(this, name));

    public Task<IRunJournal> OpenToReadAsync(string name) => OpenAsync(name);

    private sealed class Journal(MemoryJournals owner, string name) : IRunJournal
    {
        public Task<IReadOnlyList<JournalEntry>> ReadAsync() => Task.FromResult(owner[name]);

        public Task AppendAsync(JournalEntry entry)
        {
            if (owner.Room-- <= 0)
            {
                throw new JournalException("the disk is full.");
            }

            lock (owner.gate)
            {
                owner.journals[name].Add(entry);
            }

            return Task.CompletedTask;
        }

        public void Dispose()
        {
        }
    }
}

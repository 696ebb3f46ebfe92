using System.Diagnostics;

namespace PlanAnalyzers.Execution.Victim;

/// <summary>Journals that kill the process at one of the entries that it writes.</summary>
internal sealed class DeadlyJournals(IJournals journals, int write) : IJournals
{
    public async Task<IRunJournal> CreateAsync(string name) => new Journal(await journals.CreateAsync(name), write);

    public async Task<IRunJournal> OpenAsync(string name) => new Journal(await journals.OpenAsync(name), write);

    public Task<IRunJournal> OpenToReadAsync(string name) => journals.OpenToReadAsync(name);

    private sealed class Journal(IRunJournal journal, int write) : IRunJournal
    {
        private int written;

        public Task<IReadOnlyList<JournalEntry>> ReadAsync() => journal.ReadAsync();

        public async Task AppendAsync(JournalEntry entry)
        {
            written++;
            if (written == write)
            {
                Die();
            }

            await journal.AppendAsync(entry);
            if (written == -write)
            {
                Die();
            }
        }

        public void Dispose() => journal.Dispose();

        private static void Die()
        {
            using var self = Process.GetCurrentProcess();
            self.Kill(); // SIGKILL: nothing is closed and nothing is flushed.
            Thread.Sleep(Timeout.Infinite);
        }
    }
}

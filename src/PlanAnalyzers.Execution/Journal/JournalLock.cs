namespace PlanAnalyzers.Execution;

/// <summary>Keeps a journal for one process. The operating system lets go of it when the process ends, however that happens.</summary>
/// <remarks>
/// A file of its own beside the journal: reading the journal meanwhile must be possible. It stays there, since to delete a file that
/// somebody else may just be locking would let two processes have the lock.
/// </remarks>
internal sealed class JournalLock : IDisposable
{
    private const int SharingViolation = 32;
    private const int LockViolation = 33;
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;

    private readonly FileStream file;

    private JournalLock(FileStream file) => this.file = file;

    public static JournalLock Take(string journal)
    {
        try
        {
            return new JournalLock(new FileStream(
                journal + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
            when ((exception.HResult & 0xFFFF) is SharingViolation or LockViolation or WouldBlock or WouldBlockOnMac)
        {
            throw new JournalException(
                $"{journal} is in use: another executable is running with it. Wait until that one ends, or stop it; 'status' shows how far it is.",
                exception,
                ExitCode.JournalInUse);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new JournalException(
                $"{journal} cannot be locked for this run: {exception.Message} Choose a place that can be written with --journal FILE.", exception);
        }
    }

    public void Dispose() => file.Dispose();
}

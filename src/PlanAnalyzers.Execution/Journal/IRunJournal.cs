namespace PlanAnalyzers.Execution;

/// <summary>
/// Where a run is written down: entries that are added at the end and never changed. It knows nothing of plans and steps, so that it can be
/// a file or a database.
/// </summary>
internal interface IRunJournal : IDisposable
{
    /// <summary>All entries in order.</summary>
    /// <exception cref="JournalException">They cannot be read.</exception>
    Task<IReadOnlyList<JournalEntry>> ReadAsync();

    /// <summary>Adds an entry. When the task is done it is on disk, and neither a crash nor a power cut takes it away.</summary>
    /// <exception cref="JournalException">It was not written.</exception>
    Task AppendAsync(JournalEntry entry);
}

/// <summary>Opens journals by their names.</summary>
internal interface IJournals
{
    /// <summary>A new journal, or one that was begun and has no entry yet, for this run alone.</summary>
    /// <exception cref="JournalException">It has entries, another run has it, or it cannot be made.</exception>
    Task<IRunJournal> CreateAsync(string name);

    /// <summary>A journal that exists, for this run alone.</summary>
    /// <exception cref="JournalException">It does not exist, another run has it, or it cannot be read or written.</exception>
    Task<IRunJournal> OpenAsync(string name);

    /// <summary>A journal that exists, to read it, also while a run writes it.</summary>
    /// <exception cref="JournalException">It does not exist or cannot be read.</exception>
    Task<IRunJournal> OpenToReadAsync(string name);
}

/// <summary>A journal cannot be used. The message says why, and what to do.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">What led to it.</param>
/// <param name="exitCode">What the program returns for it.</param>
internal sealed class JournalException(string message, Exception? inner = null, ExitCode exitCode = ExitCode.JournalUnusable)
    : Exception(message, inner)
{
    public ExitCode ExitCode { get; } = exitCode;
}

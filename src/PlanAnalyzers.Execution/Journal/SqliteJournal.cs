using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PlanAnalyzers.Execution;

/// <summary>A journal in a file of SQLite.</summary>
/// <remarks>
/// With a rollback journal and not with a write-ahead log: then the one file is whole between two entries, can be copied while a run is on,
/// read from a medium that cannot be written, and used on a network drive. That costs some milliseconds an entry, and steps take minutes.
/// <c>synchronous=EXTRA</c> is <c>FULL</c> and syncs the folder too: without that a power cut just after an entry could bring the rollback
/// journal back, and that would take the entry away.
/// </remarks>
internal sealed class SqliteJournal : IRunJournal
{
    /// <summary>"UPGJ": tells this file from any other of SQLite.</summary>
    private const int ApplicationId = 0x5550474A;
    private const int SchemaVersion = 1;

    /// <summary>What makes an entry stay when the power goes.</summary>
    internal const string DurableSettings = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA fullfsync = ON;";

    private const string Schema = """
        CREATE TABLE entries (
            number INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, step INTEGER, operator TEXT NOT NULL,
            content TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
        CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
        CREATE TRIGGER entries_remain BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
        """;

    private readonly string path;
    private readonly JournalLock? hold;
    private readonly SqliteConnection connection;

    private SqliteJournal(string path, JournalLock? hold, SqliteOpenMode mode)
    {
        this.path = path;
        this.hold = hold;
        connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(path), Mode = mode, Pooling = false }.ToString());
    }

    /// <summary>Pages that the file may have: a full disk, for tests.</summary>
    internal long MostPages
    {
        set => Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {value}"));
    }

    public static SqliteJournal Create(string path) => Open(path, JournalLock.Take(path), SqliteOpenMode.ReadWriteCreate, journal =>
    {
        journal.MakeDurable();
        if (journal.IsEmpty)
        {
            journal.Execute(string.Create(
                CultureInfo.InvariantCulture,
                $"BEGIN IMMEDIATE; {Schema} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {SchemaVersion}; COMMIT;"));
        }

        journal.RequireJournal();
        if (journal.Number("SELECT count(*) FROM entries") > 0)
        {
            throw new JournalException(
                $"{path} holds a run already; nothing was done. 'resume' goes on with it; --journal FILE begins another one.");
        }
    });

    public static SqliteJournal Open(string path)
    {
        RequireFile(path);
        return Open(path, JournalLock.Take(path), SqliteOpenMode.ReadWrite, journal =>
        {
            journal.MakeDurable();
            journal.RequireJournal();
        });
    }

    /// <summary>To read; a transaction that a crash left is rolled back, where the file can be written.</summary>
    public static SqliteJournal OpenToRead(string path)
    {
        RequireFile(path);
        return Open(path, hold: null, SqliteOpenMode.ReadWrite, journal => journal.RequireJournal());
    }

    public Task<IReadOnlyList<JournalEntry>> ReadAsync() => Task.FromResult(Guarded<IReadOnlyList<JournalEntry>>(() =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT number, at, kind, step, operator, content, hash FROM entries ORDER BY number";
        using var reader = command.ExecuteReader();
        var entries = new List<JournalEntry>();
        while (reader.Read())
        {
            if (!DateTimeOffset.TryParse(
                reader.GetString(1), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
            {
                throw Damaged($"entry {entries.Count + 1} has no time");
            }

            entries.Add(new JournalEntry(
                reader.GetInt64(0),
                at,
                reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetInt32(3),
                reader.GetString(4),
                reader.GetString(5),
                reader.GetString(6)));
        }

        return entries;
    }));

    public Task AppendAsync(JournalEntry entry)
    {
        Guarded(() =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO entries VALUES ($number, $at, $kind, $step, $operator, $content, $hash)";
            command.Parameters.AddWithValue("$number", entry.Number);
            command.Parameters.AddWithValue("$at", entry.Time);
            command.Parameters.AddWithValue("$kind", entry.Kind);
            command.Parameters.AddWithValue("$step", entry.Step ?? (object)DBNull.Value);
            command.Parameters.AddWithValue("$operator", entry.Operator);
            command.Parameters.AddWithValue("$content", entry.Content);
            command.Parameters.AddWithValue("$hash", entry.Hash);
            return command.ExecuteNonQuery();
        });
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        connection.Dispose();
        hold?.Dispose();
    }

    private static SqliteJournal Open(string path, JournalLock? hold, SqliteOpenMode mode, Action<SqliteJournal> prepare)
    {
        var journal = new SqliteJournal(path, hold, mode);
        try
        {
            journal.Guarded(() =>
            {
                journal.connection.Open();
                prepare(journal);
                return 0;
            });
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    private static void RequireFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new JournalException(
                $"There is no journal {path}. 'run' begins one; if it lies elsewhere, name it with --journal FILE.");
        }
    }

    /// <summary>Whether nothing was ever written: a run that was killed as it began leaves such a file.</summary>
    private bool IsEmpty => Number("SELECT count(*) FROM sqlite_schema") == 0 && Number("PRAGMA application_id") == 0;

    private void MakeDurable() => Execute(DurableSettings);

    private void RequireJournal()
    {
        if (Number("PRAGMA application_id") != ApplicationId)
        {
            throw new JournalException($"{path} is no journal of a run; nothing was done. Name the journal with --journal FILE.");
        }

        if (Number("PRAGMA user_version") != SchemaVersion)
        {
            throw new JournalException($"{path} was written by another version of PlanAnalyzers. Use the executable that began the run.");
        }

        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        if (command.ExecuteScalar() is not "ok")
        {
            throw Damaged("the file is not whole");
        }
    }

    private long Number(string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private void Execute(string commands)
    {
        using var command = connection.CreateCommand();
        command.CommandText = commands;
        command.ExecuteNonQuery();
    }

    private JournalException Damaged(string what, Exception? inner = null) => new(
        $"{path} is damaged: {what}. It was not changed, and no step was begun. Keep it, and put a copy of the journal in its place.",
        inner);

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw exception.SqliteErrorCode switch
            {
                5 or 6 => new JournalException($"{path} is locked by another program. Close that program.", exception),
                8 => new JournalException($"{path} cannot be written: it is read-only. Make it writable.", exception),
                11 => Damaged("the file is not whole", exception),
                26 => new JournalException(
                    $"{path} is no journal of a run, or its beginning was overwritten; it was not changed, and nothing was done. Name the journal with "
                    + "--journal FILE; if it is this file, keep it and put a copy of the journal in its place.",
                    exception),
                13 => new JournalException($"{path} cannot be written: the disk is full. Make room on it.", exception),
                14 => new JournalException($"{path} cannot be opened. Look at the folder and at who may write there.", exception),
                _ => new JournalException($"{path} cannot be used: {exception.Message}.", exception),
            };
        }
        catch (Exception exception) when (exception is InvalidCastException or InvalidOperationException or FormatException or OverflowException)
        {
            throw Damaged("an entry is not what a journal holds", exception);
        }
    }
}

/// <summary>Journals in files of SQLite; a name is a path.</summary>
internal sealed class SqliteJournals : IJournals
{
    public Task<IRunJournal> CreateAsync(string name) => Task.FromResult<IRunJournal>(SqliteJournal.Create(name));

    public Task<IRunJournal> OpenAsync(string name) => Task.FromResult<IRunJournal>(SqliteJournal.Open(name));

    public Task<IRunJournal> OpenToReadAsync(string name) => Task.FromResult<IRunJournal>(SqliteJournal.OpenToRead(name));
}

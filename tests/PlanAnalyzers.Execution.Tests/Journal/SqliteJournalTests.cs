using Microsoft.Data.Sqlite;

namespace PlanAnalyzers.Execution.Tests;

public sealed class SqliteJournalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => folder.File("run.journal");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Entries_come_back_as_they_were_written()
    {
        var written = await WriteAsync(20);

        using var journal = SqliteJournal.OpenToRead(File);
        Assert.Equal(written, await journal.ReadAsync());
        Assert.Null(JournalEntry.Flaw(written));
    }

    [Fact]
    public async Task A_journal_is_for_one_run_at_a_time_and_can_be_read_meanwhile()
    {
        using (var first = SqliteJournal.Create(File))
        {
            await first.AppendAsync(Entry(null));
            foreach (var open in new Action[] { () => SqliteJournal.Open(File), () => SqliteJournal.Create(File) })
            {
                var refused = Assert.Throws<JournalException>(open);
                Assert.Equal(ExitCode.JournalInUse, refused.ExitCode);
            }

            using var reader = SqliteJournal.OpenToRead(File);
            Assert.Single(await reader.ReadAsync());
        }

        using var second = SqliteJournal.Open(File);
        Assert.Single(await second.ReadAsync());
    }

    [Fact]
    public async Task Only_a_journal_without_entries_is_begun()
    {
        SqliteJournal.Create(File).Dispose();
        SqliteJournal.Create(File).Dispose();
        await System.IO.File.WriteAllBytesAsync(folder.File("empty"), [], TestContext.Current.CancellationToken);
        SqliteJournal.Create(folder.File("empty")).Dispose();

        await WriteAsync(1);
        Refused(() => SqliteJournal.Create(File), "holds a run already");
        Refused(() => SqliteJournal.Open(folder.File("missing")), "There is no journal");
        Refused(() => SqliteJournal.OpenToRead(folder.File("missing")), "There is no journal");
        Refused(() => SqliteJournal.Create(Path.Combine(folder.Path, "no", "such")), "cannot be locked");
        Assert.False(System.IO.File.Exists(folder.File("missing")));
    }

    [Fact]
    public async Task What_is_no_journal_is_left_alone()
    {
        var text = "These are my notes, and not a journal at all."u8.ToArray();
        await System.IO.File.WriteAllBytesAsync(File, text, TestContext.Current.CancellationToken);
        Refused(() => SqliteJournal.Create(File), "is no journal of a run");
        Refused(() => SqliteJournal.Open(File), "is no journal of a run");
        Assert.Equal(text, await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken));

        var other = folder.File("other.db");
        Sql(other, "CREATE TABLE recipes (name TEXT)");
        Refused(() => SqliteJournal.Create(other), "is no journal of a run");
        Refused(() => SqliteJournal.OpenToRead(other), "is no journal of a run");
    }

    [Fact]
    public async Task A_full_disk_refuses_the_entry_and_keeps_the_others()
    {
        List<JournalEntry> written = [];
        using (var journal = SqliteJournal.Create(File))
        {
            journal.MostPages = 8;
            var refused = await Assert.ThrowsAsync<JournalException>(async () =>
            {
                for (var i = 0; i < 1000; i++)
                {
                    var entry = Entry(written.LastOrDefault());
                    await journal.AppendAsync(entry);
                    written.Add(entry);
                }
            });
            Assert.Contains("the disk is full", refused.Message, StringComparison.Ordinal);
        }

        using var again = SqliteJournal.Open(File);
        Assert.NotEmpty(written);
        Assert.Equal(written, await again.ReadAsync());
        await again.AppendAsync(Entry(written[^1]));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_read_and_not_gone_on_with()
    {
        await WriteAsync(3);

        // The version of the format that says so to SQLite whoever runs the test: no permission keeps an administrator out.
        await using (var file = System.IO.File.OpenWrite(File))
        {
            file.Position = 18;
            file.WriteByte(3);
        }

        using (var reader = SqliteJournal.OpenToRead(File))
        {
            Assert.Equal(3, (await reader.ReadAsync()).Count);
        }

        using var journal = SqliteJournal.Open(File);
        var refused = await Assert.ThrowsAsync<JournalException>(() => journal.AppendAsync(Entry(null) with { Number = 4 }));
        Assert.Contains("read-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_or_overwritten_anywhere_is_never_taken_for_another_journal()
    {
        var written = await WriteAsync(40);
        var whole = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        var random = new Random(7);
        var noticed = 0;
        for (var round = 0; round < 120; round++)
        {
            var bytes = (byte[])whole.Clone();
            if (round % 2 == 0)
            {
                Array.Resize(ref bytes, random.Next(1, whole.Length));
            }
            else
            {
                random.NextBytes(bytes.AsSpan(random.Next(whole.Length - 64), random.Next(1, 64)));
            }

            await System.IO.File.WriteAllBytesAsync(File, bytes, TestContext.Current.CancellationToken);
            try
            {
                using var journal = SqliteJournal.OpenToRead(File);
                var read = await journal.ReadAsync();
                if (JournalEntry.Flaw(read) is null)
                {
                    Assert.Equal(written, read); // What was damaged says nothing.
                    continue;
                }
            }
            catch (JournalException)
            {
            }

            noticed++;
        }

        Assert.InRange(noticed, 90, 120);
    }

    [Theory]
    [InlineData("UPDATE entries SET content = '{\"text\":\"all was well\"}' WHERE number = 5", "entry 5 was changed")]
    [InlineData("UPDATE entries SET operator = 'Eve' WHERE number = 1", "entry 1 was changed")]
    [InlineData("UPDATE entries SET at = '2001-01-01T00:00:00.0000000Z' WHERE number = 9", "entry 9 was changed")]
    [InlineData("UPDATE entries SET step = NULL WHERE number = 9", "entry 9 was changed")]
    [InlineData("DELETE FROM entries WHERE number = 4", "entry 4 is missing")]
    [InlineData("DELETE FROM entries WHERE number = 1", "entry 1 is missing")]
    [InlineData("DELETE FROM entries WHERE number = 4; UPDATE entries SET number = number - 1 WHERE number > 4", "entry 4 was changed")]
    [InlineData("UPDATE entries SET number = 99 WHERE number = 3; UPDATE entries SET number = 3 WHERE number = 7; UPDATE entries SET number = 7 WHERE number = 99", "entry 3 was changed")]
    public async Task Whoever_changes_entries_is_found_out(string change, string flaw)
    {
        await WriteAsync(10);
        Assert.Throws<SqliteException>(() => Sql(File, change)); // Which is no protection, but against mistakes.
        Sql(File, $"DROP TRIGGER entries_stay; DROP TRIGGER entries_remain; {change}");

        using var journal = SqliteJournal.OpenToRead(File);
        Assert.StartsWith(flaw, JournalEntry.Flaw(await journal.ReadAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_no_unicode_does_not_break_the_chain()
    {
        using (var journal = SqliteJournal.Create(File))
        {
            await journal.AppendAsync(JournalEntry.After(null, DateTimeOffset.UnixEpoch, "Kind", null, "half a smile: \ud83d", "{}"));
        }

        using var reader = SqliteJournal.OpenToRead(File);
        Assert.Null(JournalEntry.Flaw(await reader.ReadAsync()));
    }

    [Fact]
    public void Parts_of_an_entry_cannot_be_moved_into_each_other() =>
        Assert.NotEqual(
            JournalEntry.After(null, DateTimeOffset.UnixEpoch, "Kind", 1, "Ada1:x", "content").Hash,
            JournalEntry.After(null, DateTimeOffset.UnixEpoch, "Kind", 1, "Ada", "1:xcontent").Hash);

    private static JournalEntry Entry(JournalEntry? previous) => JournalEntry.After(
        previous,
        DateTimeOffset.UnixEpoch.AddMinutes(previous?.Number ?? 0),
        "Kind",
        7,
        "Ada \ud83d\ude00 O'Neil",
        "{\"text\":\"it's; DROP TABLE entries --\"}");

    private static void Refused(Action open, string why)
    {
        var refused = Assert.Throws<JournalException>(open);
        Assert.Equal(ExitCode.JournalUnusable, refused.ExitCode);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private static void Sql(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<IReadOnlyList<JournalEntry>> WriteAsync(int count)
    {
        using var journal = SqliteJournal.Create(File);
        JournalEntry? last = null;
        for (var i = 0; i < count; i++)
        {
            last = Entry(last);
            await journal.AppendAsync(last);
        }

        return await journal.ReadAsync();
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PlanAnalyzers.Execution;

namespace PlanAnalyzers.Benchmarks;

/// <summary>
/// How many entries a journal takes in a second when each is on disk before the next one, against the least that SQLite does for that with the
/// same settings, and the least that the disk does: bytes that are written at the end of a file and flushed.
/// </summary>
internal static class JournalBenchmark
{
    private const int Entries = 200;

    /// <summary>Measures in rounds in which the sides take turns with each entry, since a disk has good and bad moments.</summary>
    public static async Task RunAsync(string folder, int rounds)
    {
        await RoundAsync(Path.Combine(folder, "first")); // Does not count.
        var times = new List<double[]>();
        for (var round = 0; round < rounds; round++)
        {
            times.Add(await RoundAsync(Path.Combine(folder, round.ToString(CultureInfo.InvariantCulture))));
        }

        Console.WriteLine("| | Entries a second | An entry | Ratio |");
        Console.WriteLine("|---|---:|---:|---:|");
        foreach (var (side, name) in new[] { "Our journal", "SQLite, one row a transaction", "Write and flush, no database" }.Index())
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {Entries / Median(time => time[side]):N0} | {Median(time => time[side]) / Entries * 1000:N2} ms | {Median(time => time[side] / time[1]):N2} |"));
        }

        var ratios = times.Select(time => time[0] / time[1]).Order().ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Ours / SQLite: lowest {ratios[0]:N2}, highest {ratios[^1]:N2}; {rounds} rounds of {Entries} entries"));

        double Median(Func<double[], double> of) => ExecutableBenchmark.Median(times.Select(of));
    }

    /// <returns>The seconds that each side took for all its entries.</returns>
    private static async Task<double[]> RoundAsync(string path)
    {
        string[] kinds = [.. new[] { RecordKind.Intended, RecordKind.Reported, RecordKind.Observed, RecordKind.Confirmed }.Select(kind => kind.ToString())];
        var content = new RunRecord { Text = "CascadeDeploy(P2)", Attempt = 1, By = Witness.Observation }.ToJson();
        var bytes = Encoding.UTF8.GetBytes(content);
        using var journal = SqliteJournal.Create(path + ".journal");
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path + ".sqlite", Pooling = false }.ToString());
        using var insert = PrepareInsert(connection, content);
        using var file = new FileStream(path + ".bytes", FileMode.CreateNew, FileAccess.Write);
        JournalEntry? last = null;
        var seconds = new double[3];
        for (var i = 0; i < Entries; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            last = JournalEntry.After(last, DateTimeOffset.UtcNow, kinds[i % kinds.Length], step: 8, "A. Lovelace", content);
            await journal.AppendAsync(last);
            Lap(0);
            insert.ExecuteNonQuery();
            Lap(1);
            file.Write(bytes);
            file.Flush(flushToDisk: true);
            Lap(2);

            void Lap(int side)
            {
                var end = Stopwatch.GetTimestamp();
                seconds[side] += Stopwatch.GetElapsedTime(begin, end).TotalSeconds;
                begin = end;
            }
        }

        return seconds;
    }

    /// <summary>The least that keeps a text: one column beside the key, and a command that is compiled once.</summary>
    private static SqliteCommand PrepareInsert(SqliteConnection connection, string content)
    {
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = $"{SqliteJournal.DurableSettings} CREATE TABLE entries (number INTEGER PRIMARY KEY, content TEXT);";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO entries (content) VALUES ($content)";
        command.Parameters.AddWithValue("$content", content);
        command.Prepare();
        return command;
    }
}

using System.Diagnostics;
using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>
/// A run with branches is killed (SIGKILL) again and again and gone on with. Its plant is this process. The short form is part of every test
/// run; with PLANANALYZERS_NIGHTLY=1 there are more than a thousand kills.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly bool IsNightly = Environment.GetEnvironmentVariable("PLANANALYZERS_NIGHTLY") == "1";
    private static readonly ValidatedPlan Plan = Plans.Parallel;
    private int kills;

    [Fact]
    public async Task Killed_at_entries_of_the_journal_a_run_loses_and_repeats_nothing()
    {
        var entries = (await RunAsync(TimeSpan.Zero, (_, _) => 0)).Count;
        Assert.Equal(0, kills);

        // Before an entry and after it; with some entries of the process that goes on with the run as well.
        var random = new Random(3);
        var moments = Enumerable.Range(1, entries).SelectMany(entry => new[] { entry, -entry }).ToArray();
        foreach (var moment in IsNightly ? moments : [1, -1, 3, .. random.GetItems(moments, 3)])
        {
            await RunAsync(TimeSpan.Zero, (process, _) => process == 0 ? moment : IsNightly && process == 1 ? random.Next(-8, 9) : 0);
        }

        output.WriteLine($"{kills} kills at {entries} entries");
    }

    [Fact]
    public async Task Killed_at_random_moments_a_run_loses_and_repeats_nothing()
    {
        var random = new Random(5);
        for (var least = IsNightly ? 700 : 8; kills < least;)
        {
            await RunAsync(TimeSpan.FromMilliseconds(random.Next(4)), (_, plant) =>
            {
                plant.KillAt(random.Next(2, 16), TimeSpan.FromMilliseconds(random.Next(3) * random.NextDouble()));
                return 0;
            });
        }

        output.WriteLine($"{kills} kills");
    }

    /// <summary>Runs the plan to its end, whatever happens on the way, and looks at what the plant remembers and what the journal says.</summary>
    /// <param name="duration">How long a step takes in the plant; up to four times that.</param>
    /// <param name="deadline">Called before each process is started, with its number; says at which entry it kills itself.</param>
    private async Task<IReadOnlyList<JournalEntry>> RunAsync(TimeSpan duration, Func<int, PlantAtSocket, int> deadline)
    {
        using var folder = new TemporaryFolder();
        using var plant = new PlantAtSocket(Plan, folder.File("plant"), duration);
        var journal = folder.File("run.journal");
        for (var process = 0; ; process++)
        {
            plant.KillAt(int.MaxValue, TimeSpan.Zero);
            var entry = deadline(process, plant);
            string[] command = HasEntries(journal) ? ["resume"] : ["run", "--driver", "plant"];
            var exitCode = await StartAsync([folder.File("plant"), entry.ToString(CultureInfo.InvariantCulture), .. command, "--journal", journal]);
            if (exitCode == (int)ExitCode.Done)
            {
                break;
            }

            if (exitCode == (int)ExitCode.Undecided)
            {
                await plant.RestAsync(); // A step that outlived its process: the run says so and waits for it.
                continue;
            }

            Assert.Equal(128 + 9, exitCode);
            kills++;
        }

        var asked = plant.Asked;
        var steps = Enumerable.Range(1, Plan.Transitions.Count).ToArray();
        Assert.Equal(steps, asked.Where(question => question.StartsWith("done ", StringComparison.Ordinal)).Select(question => int.Parse(question[5..], CultureInfo.InvariantCulture)).Order());
        foreach (var step in steps)
        {
            var times = asked.Select((question, index) => (question, index)).Where(item => item.question == $"do {step}").Select(item => item.index).ToArray();
            foreach (var (first, next) in times.Zip(times.Skip(1)))
            {
                Assert.Contains("look", asked.Skip(first).Take(next - first));
                Assert.Contains($"trace {step}", asked.Skip(first).Take(next - first));
            }
        }

        using var opened = SqliteJournal.OpenToRead(journal);
        var entries = await opened.ReadAsync();
        Assert.Null(JournalEntry.Flaw(entries));
        var history = RunHistory.Read(journal, Plan, entries);
        Assert.True(history.IsFinished);
        Assert.Empty(history.Open);
        Assert.Equal(Plan.End, history.Machine.Current);
        return entries;
    }

    private static bool HasEntries(string journal)
    {
        if (!File.Exists(journal))
        {
            return false;
        }

        try
        {
            using var opened = SqliteJournal.OpenToRead(journal);
            return opened.ReadAsync().Result.Count > 0;
        }
        catch (JournalException)
        {
            return false; // Killed while the file was made: 'run' begins anew.
        }
    }

    private static async Task<int> StartAsync(IEnumerable<string> arguments)
    {
        var victim = Path.Combine(AppContext.BaseDirectory, "PlanAnalyzers.Execution.Victim.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments.Prepend(victim))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}

using System.Diagnostics;
using System.Globalization;

namespace PlanAnalyzers.Benchmarks.Rivals;

/// <summary>
/// Compares us with programs that others made for such systems: a model checker, a plan validator and a planner. They are programs of their own,
/// so this is a harness of its own: the two sides take turns, and the medians are printed as the rows of a table.
/// </summary>
internal static class RivalsCommand
{
    /// <summary>How often each side takes its turn.</summary>
    public const int Rounds = 5;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.3);

    /// <summary>Runs the comparisons whose programs are there, and says what the others need.</summary>
    public static int Run(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("rivals-").FullName;
        try
        {
            Compare("Spin", ExternalProgram.Exists("spin") && ExternalProgram.Exists("gcc") ? "spin" : null,
                "spin and gcc on the PATH", _ => SpinComparison.Run(folder));
            Compare("VAL", PathAfter("--val"), "--val with the path of its Validate", val => ValComparison.Run(folder, val));
            Compare("Fast Downward", PathAfter("--downward"), "--downward with the path of its fast-downward.py",
                downward => DownwardComparison.Run(folder, downward));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        string? PathAfter(string option) =>
            Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length && File.Exists(args[at + 1]) ? Path.GetFullPath(args[at + 1]) : null;

        void Compare(string rival, string? path, string needed, Action<string> compare)
        {
            if (path is null)
            {
                Console.WriteLine($"{rival} is left out: it takes {needed}.");
                return;
            }

            Console.WriteLine($"\n{rival}\n");
            compare(path);
        }
    }

    /// <summary>How long each side takes, in seconds: medians of rounds in which they take turns, after some to warm up.</summary>
    public static double[] Medians(params Func<TimeSpan>[] sides)
    {
        foreach (var side in sides)
        {
            var watch = Stopwatch.StartNew();
            do
            {
                side();
            }
            while (watch.Elapsed < WarmUp);
        }

        var times = Array.ConvertAll(sides, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            for (var side = 0; side < sides.Length; side++)
            {
                times[side].Add(sides[side]().TotalSeconds);
            }
        }

        return Array.ConvertAll(times, Median);
    }

    /// <summary>How long something of ours takes.</summary>
    public static TimeSpan Time(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed;
    }

    /// <summary>Prints a row of a table.</summary>
    public static void Row(params object[] cells) => Console.WriteLine(
        $"| {string.Join(" | ", cells.Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell:#,0.####}")))} |");

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}

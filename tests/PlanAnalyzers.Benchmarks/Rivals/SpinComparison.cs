using System.Globalization;
using System.Text.RegularExpressions;
using PlanAnalyzers.Benchmarks.Exploring;

namespace PlanAnalyzers.Benchmarks.Rivals;

/// <summary>All reachable states of the vendor's workflow, against the model checker Spin on the oracle of the model's tests.</summary>
internal static partial class SpinComparison
{
    /// <summary>Spin has these before all processes of its model run; in them the galaxy is as it is at the start.</summary>
    private const int StatesBeforeTheStart = 2;

    private const int MostPairs = 8;

    /// <summary>From here on it takes too long to ask the model in each state anew.</summary>
    private const int MostPairsAskedAnew = 5;

    public static void Run(string folder)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Rivals", "procedure.pml"), Path.Combine(folder, "procedure.pml"));
        Console.WriteLine("| Pairs | States | Spin, s | Spin, reduced, s | Ours, s | Asked anew, s | Spin, states/s | Ours, states/s | Ratio |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (var pairs = 1; pairs <= MostPairs; pairs++)
        {
            Compare(folder, pairs);
        }
    }

    private static void Compare(string folder, int pairs)
    {
        var galaxy = Galaxies.WithPairs(pairs);
        var states = 0;
        ExternalProgram.Run(folder, "spin", "-DSTRICT", "-DQUIET", $"-DN={pairs}", "-a", "procedure.pml");
        ExternalProgram.Run(folder, "gcc", "-O2", "-w", "-DSAFETY", "-DNOREDUCE", "-DMEMLIM=4096", "-o", "all", "pan.c");
        ExternalProgram.Run(folder, "gcc", "-O2", "-w", "-DSAFETY", "-DMEMLIM=4096", "-o", "reduced", "pan.c");
        var times = RivalsCommand.Medians(
            () => RivalsCommand.Time(() => states = Explore(remembers: true)),
            () => Spin("all"),
            () => Spin("reduced"),
            () => pairs > MostPairsAskedAnew ? default : RivalsCommand.Time(() => Explore(remembers: false)));
        RivalsCommand.Row(
            pairs, states, times[1], times[2], times[0], pairs > MostPairsAskedAnew ? "" : times[3],
            Math.Round(states / times[1]), Math.Round(states / times[0]), Math.Round(times[1] / times[0], 1));

        int Explore(bool remembers) => new Exploration(galaxy, Exploration.VendorsSteps(galaxy), remembers).Run();

        TimeSpan Spin(string program)
        {
            // The table of states is as large as it should be: 2^23 places, but for few pairs, where emptying it would be most of the time.
            var (output, time) = ExternalProgram.Run(folder, Path.Combine(folder, program), "-m20000", pairs > 6 ? "-w23" : "-w18");
            var stored = int.Parse(Stored().Match(output).Groups["states"].Value, CultureInfo.InvariantCulture);
            return stored - StatesBeforeTheStart == states && output.Contains("errors: 0", StringComparison.Ordinal)
                ? time
                : throw new InvalidOperationException($"{pairs} pairs have {states} states; Spin has {stored - StatesBeforeTheStart}.");
        }
    }

    [GeneratedRegex(@"(?<states>\d+) states, stored", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Stored();
}

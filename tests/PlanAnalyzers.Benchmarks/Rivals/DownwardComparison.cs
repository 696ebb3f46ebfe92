using System.Globalization;
using System.Text.RegularExpressions;
using PlanAnalyzers.Benchmarks.Pddl;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Benchmarks.Rivals;

/// <summary>Planning the same upgrades as Fast Downward, whose A* with LM-cut finds a plan that is proven to cost least.</summary>
internal static partial class DownwardComparison
{
    public static void Run(string folder, string downward)
    {
        Console.WriteLine("| Pairs | Cost | Its search, s | Its search component, s | Its whole run, s | Ours, ms | Search / ours |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var pairs in (int[])[1, 2, 4, 6, 8, 16, 32])
        {
            if (!Compare(folder, downward, pairs))
            {
                Console.WriteLine($"With {pairs} pairs it finds no plan within five minutes and 4 GiB.");
                return;
            }
        }
    }

    private static bool Compare(string folder, string downward, int pairs)
    {
        var galaxy = Galaxies.WithPairs(pairs);
        File.WriteAllText(Path.Combine(folder, "problem.pddl"), UpgradePddl.Problem(galaxy));
        var cost = 0;
        var ours = RivalsCommand.Medians(() => RivalsCommand.Time(
            () => cost = UpgradePddl.CostOf(Planner.Plan(galaxy, SystemPlatform.V2023R2SP1, PlannerOptions.Minimal).Cost)))[0];
        var runs = new List<(double Search, double Total, double Run)>();
        do
        {
            var (output, run) = ExternalProgram.Run(
                folder, "python3", downward, "--overall-memory-limit", "4G", "--search-time-limit", "300s", UpgradePddl.DomainFile, "problem.pddl",
                "--search", "astar(lmcut())");
            if (!output.Contains("Solution found", StringComparison.Ordinal))
            {
                return false;
            }

            var theirs = Number(output, "Plan cost");
            if (theirs != cost)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{pairs} pairs: its cost is {theirs}, ours {cost}."));
            }

            runs.Add((Number(output, "Search time"), Number(output, "Total time"), run.TotalSeconds));
        }
        while (runs.Count < RivalsCommand.Rounds);

        var search = Median(run => run.Search);
        RivalsCommand.Row(pairs, cost, search, Median(run => run.Total), Median(run => run.Run), Math.Round(1_000 * ours, 4), Math.Round(search / ours));
        return true;

        double Median(Func<(double Search, double Total, double Run), double> time) => runs.Select(time).Order().ElementAt(runs.Count / 2);
    }

    private static double Number(string output, string name) => double.Parse(
        NumberLine().Matches(output).Last(match => string.Equals(match.Groups["name"].Value, name, StringComparison.Ordinal)).Groups["number"].Value,
        CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\] (?<name>[A-Z][a-z]+ [a-z]+): (?<number>[\d.e-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NumberLine();
}

using PlanAnalyzers.Benchmarks.Pddl;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Benchmarks.Rivals;

/// <summary>Checking the same plans as the plan validator VAL.</summary>
internal static class ValComparison
{
    public static void Run(string folder, string val)
    {
        Console.WriteLine("| Pairs | Steps | VAL, ns a step | Ours, ns a step | Ratio |");
        Console.WriteLine("|---:|---:|---:|---:|---:|");
        foreach (var pairs in (int[])[1, 2, 4, 8, 16, 32, 64, 128])
        {
            Compare(folder, val, pairs);
        }
    }

    /// <summary>VAL gets a plan once, and many times: the difference leaves out its start and the reading of the problem.</summary>
    private static void Compare(string folder, string val, int pairs)
    {
        var galaxy = Galaxies.WithPairs(pairs);
        var steps = Planner.Plan(galaxy, SystemPlatform.V2023R2SP1, PlannerOptions.Minimal).Steps;
        var plan = new UpgradePlan("Upgrade", galaxy, SystemPlatform.V2020R2SP1, SystemPlatform.V2023R2SP1, steps);
        var text = UpgradePddl.Plan(galaxy, steps);
        var problem = Path.Combine(folder, $"problem{pairs}.pddl");
        File.WriteAllText(problem, UpgradePddl.Problem(galaxy));
        File.WriteAllText(Path.Combine(folder, "right.plan"), text);
        File.WriteAllText(Path.Combine(folder, "wrong.plan"), text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        if (!Validate("right.plan", 1).IsValid || Validate("wrong.plan", 1).IsValid || !PlanCheck.Run(plan).IsValid)
        {
            throw new InvalidOperationException($"{pairs} pairs: VAL and we disagree on {text}");
        }

        var times = Math.Max(2, 20_000 / steps.Count / Math.Max(1, pairs / 8));
        var medians = RivalsCommand.Medians(
            () => RivalsCommand.Time(() =>
            {
                for (var i = 0; i < times; i++)
                {
                    PlanCheck.Run(plan);
                }
            }),
            () => Validate("right.plan", 1).Time,
            () => Validate("right.plan", times + 1).Time);
        var (ours, theirs) = (medians[0] / times / steps.Count, (medians[2] - medians[1]) / times / steps.Count);
        RivalsCommand.Row(pairs, steps.Count, Math.Round(theirs * 1e9), Math.Round(ours * 1e9), Math.Round(theirs / ours, 1));

        (bool IsValid, TimeSpan Time) Validate(string file, int count)
        {
            var (output, time) = ExternalProgram.Run(folder, val, [UpgradePddl.DomainFile, problem, .. Enumerable.Repeat(file, count)]);
            return (output.Contains("Plan valid", StringComparison.Ordinal) && !output.Contains("failed", StringComparison.OrdinalIgnoreCase), time);
        }
    }
}

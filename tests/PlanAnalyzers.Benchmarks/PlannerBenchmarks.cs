using BenchmarkDotNet.Attributes;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Benchmarks;

/// <summary>Planning the upgrade of a galaxy of so many pairs, against the check of the plan that comes out.</summary>
public class PlannerBenchmarks
{
    private Galaxy galaxy = null!;
    private UpgradePlan plan = null!;

    /// <summary>How the platforms are shared.</summary>
    public enum Sharing
    {
        /// <summary>Each pair has two platforms of its own.</summary>
        Dedicated,

        /// <summary>Each platform runs the active engine of one pair and the standby of another, in circles of four.</summary>
        LoadShared,

        /// <summary>Four pairs share the platform of their standbys.</summary>
        SharedBackup,
    }

    [Params(Sharing.Dedicated, Sharing.LoadShared, Sharing.SharedBackup)]
    public Sharing Platforms { get; set; }

    [Params(1, 10, 100, 1_000, 10_000)]
    public int Pairs { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        galaxy = Platforms switch
        {
            Sharing.LoadShared => Galaxies.WithLoadSharedPairs(Pairs),
            Sharing.SharedBackup => Galaxies.WithSharedBackups(Pairs),
            _ => Galaxies.WithPairs(Pairs),
        };
        var planned = (PlannedUpgrade)Plan();
        plan = new UpgradePlan("PlantUpgrade", galaxy, SystemPlatform.V2020R2SP1, SystemPlatform.V2023R2SP1, planned.Steps);
        if (!planned.IsProvenOptimal || !PlanCheck.Run(plan).IsValid)
        {
            throw new InvalidOperationException("The planned upgrade is not valid, or not proven to be the best.");
        }
    }

    [Benchmark(Baseline = true)]
    public object Check() => PlanCheck.Run(plan);

    [Benchmark]
    public object Plan() => Planner.Plan(galaxy, SystemPlatform.V2023R2SP1);
}

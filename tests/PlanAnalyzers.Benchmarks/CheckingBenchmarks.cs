using BenchmarkDotNet.Attributes;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Benchmarks;

/// <summary>
/// Checking the vendor's plan for a galaxy of so many pairs, and recording its transitions, against the least that any check does: the two
/// kinds of steps that the plan consists of, over one byte for each platform and engine.
/// </summary>
public class CheckingBenchmarks
{
    private const byte Old = 1;
    private const byte Deployed = 2;
    private const byte Active = 4;

    private UpgradePlan plan = null!;

    [Params(1, 10, 100, 1_000, 10_000)]
    public int Pairs { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        plan = Galaxies.PlanFor(Galaxies.WithPairs(Pairs));
        var check = PlanCheck.Run(plan);
        if (!check.IsValid || check.Findings.Count > 0 || plan.Steps.Count != Galaxies.StepsOf(Pairs) || BareSteps() != Pairs)
        {
            throw new InvalidOperationException("The vendor's plan is not valid: " + string.Join('\n', check.Findings));
        }
    }

    /// <summary>How many pairs fail over, without a rule and for no other plan than this one.</summary>
    [Benchmark(Baseline = true)]
    public int BareSteps()
    {
        var platforms = new byte[plan.Galaxy.Platforms.Count];
        var engines = new byte[plan.Galaxy.Engines.Count];
        Array.Fill(platforms, (byte)(Old | Deployed));
        foreach (var engine in plan.Galaxy.Engines)
        {
            engines[engine.Index] = engine.Primary is null ? (byte)(Deployed | Active) : Deployed;
        }

        var failovers = 0;
        foreach (var step in plan.Steps)
        {
            switch (step)
            {
                case Upgrade { Platform: var platform }:
                    platforms[platform.Index] = 0;
                    foreach (var engine in plan.Galaxy.EnginesOn(platform))
                    {
                        engines[engine.Index] = 0;
                    }

                    break;
                case CascadeDeploy { Selection: [Model.Platform platform] }:
                    platforms[platform.Index] |= Deployed;
                    foreach (var engine in plan.Galaxy.EnginesOn(platform))
                    {
                        var partner = plan.Galaxy.PartnerOf(engine)!;
                        var takesOver = (engines[partner.Index] & Active) != 0 && (platforms[partner.Platform.Index] & Old) != 0;
                        failovers += takesOver ? 1 : 0;
                        engines[engine.Index] = (byte)(Deployed | (takesOver ? Active : 0));
                        engines[partner.Index] = takesOver ? (byte)0 : engines[partner.Index];
                    }

                    break;
            }
        }

        return failovers;
    }

    [Benchmark]
    public object Check() => PlanCheck.Run(plan);

    [Benchmark]
    public object Record() => UpgradeProcedure.Record(plan.Galaxy, plan.Steps);
}

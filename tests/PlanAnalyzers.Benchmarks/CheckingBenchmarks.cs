using BenchmarkDotNet.Attributes;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Benchmarks;

/// <summary>Checking the vendor's plan for a galaxy of so many pairs, and the transitions alone.</summary>
public class CheckingBenchmarks
{
    private UpgradePlan plan = null!;

    [Params(1, 10, 100, 1_000)]
    public int Pairs { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        plan = Galaxies.PlanFor(Galaxies.WithPairs(Pairs));
        var check = PlanCheck.Run(plan);
        if (!check.IsValid || check.Findings.Count > 0 || plan.Steps.Count != Galaxies.StepsOf(Pairs))
        {
            throw new InvalidOperationException("The vendor's plan is not valid: " + string.Join('\n', check.Findings));
        }
    }

    [Benchmark]
    public object Check() => PlanCheck.Run(plan);

    [Benchmark(Baseline = true)]
    public object Transitions()
    {
        var state = GalaxyState.AtStart(plan.Galaxy);
        foreach (var step in plan.Steps)
        {
            state = UpgradeProcedure.Apply(state, step).After;
        }

        return state;
    }
}

namespace PlanAnalyzers.Model.Tests;

/// <summary>Twice the steps are twice the work, counted in how often a step is looked at.</summary>
public sealed class GrowthTests
{
    private const int Least = 250;

    public static TheoryData<string> Plans() => ["valid", "asks what comes later", "collides in branches"];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Checking_looks_at_each_step_a_few_times_however_long_the_plan_is(string kind)
    {
        var (once, twice) = (LooksPerStep(kind, Least), LooksPerStep(kind, 4 * Least));
        Assert.InRange(once, 1, 40);
        Assert.InRange(twice, 0, once * 1.1);
    }

    private static double LooksPerStep(string kind, int count)
    {
        var counter = new Counter();
        var galaxy = Galaxies.OfPairs(3);
        var steps = Galaxies.Procedure(galaxy, galaxy.Platforms.Skip(1).Reverse()).Steps.ToArray();
        var many = Enumerable.Range(0, count).Select(number => (Step)new Looked(number, counter)).ToArray();
        PlanPart[] parts = kind switch
        {
            "valid" => [.. steps.SelectMany((step, index) => many.Where((_, number) => number % steps.Length == index).Prepend(step))],
            "asks what comes later" =>
            [
                .. steps[..4],
                .. many.SelectMany(step => new[] { step, new EnableCpuLoadBalancing() }),
                .. steps[4..],
            ],
            _ =>
            [
                .. steps,
                new InParallel(ValueList.Of(
                    new Branch(ValueList.Of<PlanPart>(new Reboot(galaxy.Platforms[1]))),
                    new Branch(many.SelectMany(step => new PlanPart[] { step, new Reboot(galaxy.Platforms[1]) }).ToValueList()))),
            ],
        };
        PlanCheck.Run(new UpgradePlan("Long", galaxy, SystemPlatform.V2020R2SP1, SystemPlatform.V2023R2SP1, parts.ToPlanSteps()));
        return counter.Looks / (double)count;
    }

    private sealed class Counter
    {
        public int Looks { get; set; }
    }

    /// <summary>A step that does nothing and counts who asks what it is and what it is about.</summary>
    private sealed record Looked(int Number, Counter Counter) : Step
    {
        public override string Instruction => "Look";

        public override ValueList<DeployTarget> Targets
        {
            get
            {
                Counter.Looks++;
                return ValueList<DeployTarget>.Empty;
            }
        }

        protected override Type EqualityContract
        {
            get
            {
                Counter.Looks++;
                return typeof(Looked);
            }
        }

        public bool Equals(Looked? other) => ReferenceEquals(this, other);

        public override int GetHashCode()
        {
            Counter.Looks++;
            return Number;
        }
    }
}

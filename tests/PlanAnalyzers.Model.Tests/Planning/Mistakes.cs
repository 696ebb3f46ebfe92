using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests.Planning;

/// <summary>A plan that somebody got wrong.</summary>
/// <param name="Right">The plan before the mistakes.</param>
/// <param name="Wrong">The plan with them.</param>
/// <param name="Made">The mistakes, in words.</param>
/// <param name="Changes">How many steps were taken for others or put elsewhere: two steps that changed places are one mistake and two changes.</param>
internal sealed record MistakenPlan(UpgradePlan Right, UpgradePlan Wrong, ValueList<string> Made, int Changes)
{
    public override string ToString() => $"{string.Join("; ", Made)}\n  right: {Right.Steps}\n  wrong: {Wrong.Steps}";
}

/// <summary>Mistakes in valid plans of galaxies of any shape: a step dropped, doubled, moved, swapped with another, or at another target.</summary>
internal static class Mistakes
{
    public static Gen<MistakenPlan> Any { get; } =
        from right in Gen.OneOf(Planned, Ordered)
        from count in Gen.Choose(1, 3)
        from seed in Gen.Choose(0, int.MaxValue)
        select Make(right, count, new Random(seed));

    /// <summary>The planner's plans, with phases and without.</summary>
    private static Gen<UpgradePlan> Planned =>
        from galaxy in Galaxies.Any
        from isFlat in Gen.Elements(true, false)
        from options in Gen.Elements(PlannerOptions.Default, PlannerOptions.Minimal)
        let plan = Galaxies.Procedure(galaxy, [])
        let steps = Planner.Plan(galaxy, plan.To, options).Steps
        select plan with { Steps = isFlat ? steps.ToPlanSteps() : steps };

    /// <summary>Plans in an order that is as good as the planner's, with lines of work by hand in between.</summary>
    private static Gen<UpgradePlan> Ordered =>
        from galaxy in Galaxies.Any
        let connected = Galaxies.Connected(galaxy)
        from order in Gen.Shuffle(connected.Platforms.Where(platform => !platform.IsGalaxyRepository).ToArray())
        from gaps in Gen.Choose(0, 20).ListOf()
        let plan = Galaxies.Procedure(connected, Galaxies.FewestFailovers(connected, order))
        where Problems.Of(plan).Count == 0
        select plan with
        {
            Steps = plan.Steps.SelectMany((step, index) => gaps.Contains(index) ? [new Manual($"Look at {step}"), step] : new[] { step }).ToPlanSteps(),
        };

    private static MistakenPlan Make(UpgradePlan right, int count, Random random)
    {
        var (wrong, made, changes) = (right, new List<string>(), 0);
        for (var i = 0; i < count; i++)
        {
            var (what, edits) = Mistake(wrong, random);
            made.Add(what);
            changes += edits.Length;
            wrong = PlanEdit.Apply(wrong, edits);
        }

        return new MistakenPlan(right, wrong, made.ToValueList(), changes);
    }

    private static (string What, PlanEdit[] Edits) Mistake(UpgradePlan plan, Random random)
    {
        var steps = plan.Steps;
        var (one, other) = (random.Next(steps.Count), random.Next(steps.Count));
        switch (random.Next(5))
        {
            case 0:
                return ($"drop {steps[one]}", [new RemoveStep(one)]);
            case 1:
                return ($"double {steps[one]} at {other}", [new InsertSteps(ValueList.Of(steps[one]), PlanPosition.After(other))]);
            case 2:
                return ($"move {steps[one]} to {other}", one == other ? [] : [new MoveSteps(one, 1, other < one ? PlanPosition.Before(other) : PlanPosition.After(other))]);
            case 3:
                return ($"swap {steps[one]} and {steps[other]}", one == other ? [] :
                    [new ReplaceStep(one, ValueList.Of(steps[other])), new ReplaceStep(other, ValueList.Of(steps[one]))]);
            default:
                var platforms = plan.Galaxy.Platforms;
                var changed = steps[one].At(target => target is Platform ? platforms[random.Next(platforms.Count)] : target);
                return ($"change {steps[one]} to {changed}", [new ReplaceStep(one, ValueList.Of(changed))]);
        }
    }
}

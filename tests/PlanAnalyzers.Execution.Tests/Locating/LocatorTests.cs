using FsCheck;
using FsCheck.Fluent;
using PlanAnalyzers.Model;
using PlanAnalyzers.Model.Tests;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>Where a galaxy is in a plan, over plans of any shape, each walked through in a random order of its branches.</summary>
public sealed class LocatorTests
{
    /// <summary>A plan for a galaxy of any shape: as the planner makes it, or each group of platforms in a branch of its own.</summary>
    private static readonly Arbitrary<(ValidatedPlan Plan, int Seed)> AnyPlan = (
        from galaxy in Galaxies.Any
        from seed in Gen.Choose(0, int.MaxValue)
        let connected = Galaxies.Connected(galaxy)
        from plan in Gen.Elements(Planned(connected), InBranches(connected))
        select (plan, seed)).ToArbitrary();

    [Fact]
    public void Each_place_of_a_plan_is_found_by_what_is_seen_there() => Prop.ForAll(AnyPlan, item =>
    {
        foreach (var (done, state) in Walk(item.Plan, new Random(item.Seed)))
        {
            var location = GalaxyLocator.Locate(item.Plan, Seen(item.Plan, state));
            Assert.Empty(location.NotSeen);
            Assert.Contains(location.Exact, place => place.Done.SequenceEqual(done));
            Assert.All(location.Exact, place => AssertLooksLike(item.Plan, state, place));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void So_it_is_in_plans_with_approvals_phases_and_branches_in_branches(string name)
    {
        var plan = Plans.Get(name);
        for (var seed = 0; seed < 10; seed++)
        {
            foreach (var (done, state) in Walk(plan, new Random(seed)))
            {
                var location = GalaxyLocator.Locate(plan, Seen(plan, state));
                Assert.Contains(location.Exact, place => place.Done.SequenceEqual(done));
                Assert.All(location.Exact, place => AssertLooksLike(plan, state, place));
            }
        }
    }

    [Fact]
    public void One_thing_that_is_otherwise_is_the_only_difference_of_the_nearest_place() => Prop.ForAll(AnyPlan, item =>
    {
        var random = new Random(item.Seed);
        foreach (var (done, state) in Walk(item.Plan, random))
        {
            var facts = VisibleState.Of(item.Plan.Plan, state).ToArray();
            var changed = random.Next(facts.Length);
            var others = VisibleState.Others(item.Plan.Plan, facts[changed]).ToArray();
            var was = facts[changed];
            facts[changed] = was with { Value = others[random.Next(others.Length)] };

            var location = GalaxyLocator.Locate(item.Plan, new Observation(facts));
            if (location.Exact.Count == 0)
            {
                var place = Assert.Single(location.Places, place => place.Done.SequenceEqual(done));
                Assert.Equal([new Difference(was.Subject, was.Aspect, was.Value, facts[changed].Value)], place.Differences);
                Assert.Single(location.Places[0].Differences);
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void What_one_step_by_hand_did_is_no_further_than_its_differences_and_the_step_is_named() => Prop.ForAll(AnyPlan, item =>
    {
        var random = new Random(item.Seed);
        Step[] byHand = [.. item.Plan.Galaxy.Platforms.SelectMany(platform => new Step[] { new ShutDown(platform), new Undeploy(platform) })];
        foreach (var (done, state) in Walk(item.Plan, random))
        {
            var after = UpgradeProcedure.Apply(state, byHand[random.Next(byHand.Length)]).After;
            var observed = Seen(item.Plan, after);
            var location = GalaxyLocator.Locate(item.Plan, observed);
            if (location.Exact.Count > 0)
            {
                Assert.All(location.Exact, place => AssertLooksLike(item.Plan, after, place));
                continue;
            }

            var differences = StateDifference.Between(item.Plan.Plan, state, observed, _ => true);
            Assert.InRange(location.Places[0].Differences.Count, 1, differences.Count);
            var change = HandChange.Find(item.Plan, state, observed, differences);
            Assert.NotNull(change);
            AssertSame(observed, Seen(item.Plan, UpgradeProcedure.Apply(state, change.Step).After));
            if (change.Back is { } back)
            {
                Assert.Equal(state, back.After);
            }

            if (location.Places.FirstOrDefault(place => place.Done.SequenceEqual(done)) is { } place)
            {
                Assert.Equal(differences.ToHashSet(), place.Differences.ToHashSet());
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static ValidatedPlan Planned(Galaxy galaxy) =>
        Validated(galaxy, Galaxies.Procedure(galaxy, Planner.Plan(galaxy, SystemPlatform.V2023R2SP1).Steps.OfType<Upgrade>().Select(step => step.Platform).Where(platform => !platform.IsGalaxyRepository)).Steps.Parts);

    /// <summary>Platforms that pairs tie together are upgraded in one branch, beside the others.</summary>
    private static ValidatedPlan InBranches(Galaxy galaxy)
    {
        var planned = Planned(galaxy);
        var parts = planned.Plan.Steps.Take(4).ToArray();
        var groups = new List<(HashSet<string> Touched, List<Step> Steps)>();
        foreach (var step in planned.Plan.Steps.Skip(4))
        {
            var touched = Subjects.TouchedBy(galaxy, step).ToHashSet(StringComparer.Ordinal);
            var steps = new List<Step>();
            foreach (var tied in groups.Where(group => group.Touched.Overlaps(touched)).ToArray())
            {
                groups.Remove(tied);
                touched.UnionWith(tied.Touched);
                steps.AddRange(tied.Steps);
            }

            groups.Add((touched, [.. planned.Plan.Steps.Where(steps.Append(step).Contains)]));
        }

        var branches = groups.Select(group => new Branch(group.Steps.Cast<PlanPart>().ToValueList())).ToValueList();
        return Validated(galaxy, [.. parts, new InParallel(branches)]);
    }

    private static ValidatedPlan Validated(Galaxy galaxy, IEnumerable<PlanPart> parts) => ValidatedPlan.Of(PlanCheck.Run(
        new UpgradePlan("Upgrade", galaxy, SystemPlatform.V2020R2SP1, SystemPlatform.V2023R2SP1, parts.ToPlanSteps())));

    /// <summary>Every place that one way through a plan comes by, that before the first step among them.</summary>
    private static IEnumerable<(IReadOnlyList<int> Done, GalaxyState State)> Walk(ValidatedPlan plan, Random random)
    {
        var (machine, done) = (new PlanStateMachine(plan), new SortedSet<int>());
        yield return ([], machine.Current);
        while (!machine.IsFinished)
        {
            var place = machine.NextPlaces[random.Next(machine.NextPlaces.Count)];
            machine.FireAt(place);
            done.Add(place + 1);
            yield return ([.. done], machine.Current);
        }
    }

    private static Observation Seen(ValidatedPlan plan, GalaxyState state) => new(VisibleState.Of(plan.Plan, state));

    private static void AssertLooksLike(ValidatedPlan plan, GalaxyState state, Place place) =>
        AssertSame(Seen(plan, state), Seen(plan, place.In(plan).Current));

    private static void AssertSame(Observation expected, Observation actual) => Assert.Equal(expected.Facts.ToHashSet(), actual.Facts.ToHashSet());
}

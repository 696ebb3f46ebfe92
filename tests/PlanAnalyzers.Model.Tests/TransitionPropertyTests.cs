using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests;

/// <summary>What holds for the transitions from every state by every step, sensible or not.</summary>
public sealed class TransitionPropertyTests
{
    private static readonly Arbitrary<Walk> Walks = (
        from galaxy in Galaxies.Any
        from order in Gen.Shuffle(galaxy.Platforms.Where(platform => !platform.IsGalaxyRepository).ToArray())
        from detours in Gen.Elements(Galaxies.StepsOf(galaxy)).ListOf().Select(steps => steps.Take(4)).ArrayOf(20)
        select new Walk(galaxy, [.. Detoured(Galaxies.Procedure(galaxy, order).Steps, detours)])).ToArbitrary();

    [Fact]
    public void A_state_never_contradicts_itself() => Prop.ForAll(Walks, walk =>
    {
        foreach (var transition in walk.Transitions())
        {
            AssertConsistent(transition.After);
        }
    }).Check();

    [Fact]
    public void Every_step_is_defined_in_every_state_and_does_the_same_each_time() => Prop.ForAll(Walks, walk =>
    {
        var (once, again) = (walk.Transitions().ToArray(), walk.Transitions().ToArray());
        Assert.Equal(once, again);
        foreach (var (before, same) in once.Zip(again).Where((_, index) => index % 10 == 9).Select(pair => (pair.First.After, pair.Second.After)))
        {
            foreach (var step in Galaxies.StepsOf(walk.Galaxy))
            {
                var transition = UpgradeProcedure.Apply(before, step);
                Assert.Equal(transition, UpgradeProcedure.Apply(same, step));
                AssertConsistent(transition.After);
            }
        }
    }).Check();

    [Fact]
    public void A_transition_is_its_changes_and_a_step_without_change_says_so() => Prop.ForAll(Walks, walk =>
    {
        foreach (var transition in walk.Transitions())
        {
            Assert.Equal(transition.Before.Equals(transition.After), transition.Changes.Count == 0);
            Assert.Equal(ReferenceEquals(transition.Before, transition.After), transition.Changes.Count == 0);
            var rebuilt = new TransitionBuilder(transition.Before);
            foreach (var change in transition.Changes)
            {
                rebuilt.Apply(change);
            }

            Assert.Equal(transition.After, rebuilt.Finish(transition.Step).After);
        }
    }).Check();

    [Fact]
    public void Every_outage_that_begins_ends_when_something_runs_the_objects_again_and_only_then() => Prop.ForAll(Walks, walk =>
    {
        var down = new HashSet<string>(StringComparer.Ordinal);
        foreach (var transition in walk.Transitions())
        {
            foreach (var effect in transition.Effects)
            {
                switch (effect)
                {
                    case Outage { GoesOn: true } outage:
                        Assert.True(down.Add(outage.Objects));
                        break;
                    case BackInService back:
                        Assert.True(down.Remove(back.Objects));
                        break;
                }
            }

            var dark = walk.Galaxy.Engines
                .Where(engine => !transition.After.RunsObjects(engine)
                    && (walk.Galaxy.PartnerOf(engine) is not { } partner || !transition.After.RunsObjects(partner)))
                .Select(engine => walk.Galaxy.PairOf(engine)?.ToString() ?? engine.Name)
                .ToHashSet(StringComparer.Ordinal);
            Assert.Equal(dark.Order(StringComparer.Ordinal), down.Order(StringComparer.Ordinal));
        }
    }).Check();

    [Fact]
    public void The_engine_that_runs_the_objects_changes_only_by_a_failover_or_through_an_outage() => Prop.ForAll(Walks, walk =>
    {
        foreach (var transition in walk.Transitions())
        {
            foreach (var pair in walk.Galaxy.Pairs)
            {
                var before = transition.Before.ActiveOf(pair);
                var after = transition.After.ActiveOf(pair);
                var failedOver = transition.Effects.OfType<Failover>().Any(failover => Equals(failover.From, before) && Equals(failover.To, after));
                Assert.Equal(before is not null && after is not null && !before.Equals(after), failedOver);
            }
        }
    }).Check();

    /// <summary>The procedure with any steps between its own: single random steps alone would hardly get past the Galaxy Repository.</summary>
    private static IEnumerable<Step> Detoured(IReadOnlyList<Step> procedure, IEnumerable<Step>[] detours) =>
        procedure.SelectMany((step, index) => detours[index % detours.Length].Prepend(step));

    private static void AssertConsistent(GalaxyState state)
    {
        foreach (var platform in state.Galaxy.Platforms)
        {
            Assert.False(state[platform] is { Running: true, Deployed: false }, "A platform runs undeployed.");
            Assert.False(state[platform] is { RebootPending: true, Deployed: true }, "A platform is deployed with its reboot pending.");
        }

        foreach (var engine in state.Galaxy.Engines)
        {
            var what = state[engine];
            Assert.False(what.Deployed && !state[engine.Platform].Deployed, "An engine is deployed on an undeployed platform.");
            Assert.False(what is { Deployed: false } and not { Redundancy: RedundancyStatus.None, Objects: null }, "An undeployed engine runs.");
            Assert.True(what.Objects is null || what.Objects == state[engine.Platform].Software, "Objects run on software that is not there.");
            if (state.Galaxy.PairOf(engine) is null || !state.IsRunning(engine))
            {
                Assert.Equal(RedundancyStatus.None, what.Redundancy);
            }
            else
            {
                Assert.NotEqual(RedundancyStatus.None, what.Redundancy);
                Assert.False(state.RunsObjects(engine) && !what.Redundancy.IsActive(), "A standby runs objects.");
            }
        }

        foreach (var pair in state.Galaxy.Pairs)
        {
            var (primary, backup) = (state[pair.Primary], state[pair.Backup]);
            Assert.False(primary.Redundancy.IsActive() && backup.Redundancy.IsActive(), "Two active partners.");
            Assert.False(primary.Objects is not null && backup.Objects is not null, "The objects of a pair are deployed twice.");
            Assert.Equal(
                primary.Redundancy == RedundancyStatus.Active,
                backup.Redundancy == RedundancyStatus.StandbyReady);
            Assert.Equal(
                backup.Redundancy == RedundancyStatus.Active,
                primary.Redundancy == RedundancyStatus.StandbyReady);
            if (state.HasBackup(pair))
            {
                Assert.Equal(state[pair.Primary.Platform].Software, state[pair.Backup.Platform].Software);
            }
        }
    }

    private sealed record Walk(Galaxy Galaxy, Step[] Steps)
    {
        public IEnumerable<Transition> Transitions()
        {
            var state = GalaxyState.AtStart(Galaxy);
            foreach (var step in Steps)
            {
                var transition = UpgradeProcedure.Apply(state, step);
                yield return transition;
                state = transition.After;
            }
        }

        public override string ToString() =>
            $"{string.Join(", ", Galaxy.Engines.Select(engine => $"{engine} on {engine.Platform}"))}: {string.Join(" ", Steps.Select(step => step.ToString()))}";
    }
}

using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests;

/// <summary>What holds for the transitions from every state by every step, sensible or not.</summary>
public sealed class TransitionPropertyTests
{
    private static readonly Arbitrary<Walk> Walks = (
        from galaxy in Galaxies.Any
        from steps in Gen.Elements(Galaxies.StepsOf(galaxy)).ArrayOf(30)
        select new Walk(galaxy, steps)).ToArbitrary();

    [Fact]
    public void A_state_never_contradicts_itself() => Prop.ForAll(Walks, walk =>
    {
        foreach (var transition in walk.Transitions())
        {
            AssertConsistent(transition.After);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_transition_is_its_changes_and_a_step_without_change_says_so() => Prop.ForAll(Walks, walk =>
    {
        foreach (var transition in walk.Transitions())
        {
            Assert.Equal(transition.Before.Equals(transition.After), transition.Changes.Count == 0);
            var rebuilt = new TransitionBuilder(transition.Before);
            foreach (var change in transition.Changes)
            {
                switch (change)
                {
                    case PlatformChange { Platform: var platform, After: var after }:
                        rebuilt[platform] = after;
                        break;
                    case EngineChange { Engine: var engine, After: var after }:
                        rebuilt[engine] = after;
                        break;
                    case DatabaseChange { After: var after }:
                        rebuilt.Database = after;
                        break;
                }
            }

            Assert.Equal(transition.After, rebuilt.Finish(transition.Step).After);
        }
    }).QuickCheckThrowOnFailure();

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
                .Where(engine => !transition.After[engine].RunsObjects
                    && (walk.Galaxy.PairOf(engine) is not { } pair || transition.After.ActiveOf(pair) is null))
                .Select(engine => walk.Galaxy.PairOf(engine)?.ToString() ?? engine.Name)
                .ToHashSet(StringComparer.Ordinal);
            Assert.Equal(dark.Order(StringComparer.Ordinal), down.Order(StringComparer.Ordinal));
        }
    }).QuickCheckThrowOnFailure();

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
    }).QuickCheckThrowOnFailure();

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
            if (state.Galaxy.PairOf(engine) is null)
            {
                Assert.Equal(RedundancyStatus.None, what.Redundancy);
            }
            else
            {
                Assert.Equal(what.RunsObjects, what.Redundancy.IsActive());
            }
        }

        foreach (var pair in state.Galaxy.Pairs)
        {
            var (primary, backup) = (state[pair.Primary], state[pair.Backup]);
            Assert.False(primary.RunsObjects && backup.RunsObjects, "Two active partners.");
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

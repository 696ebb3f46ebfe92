using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests;

/// <summary>A timeline is, for who reads a moment of it, an array that was copied at that moment.</summary>
public sealed class TimelineTests
{
    private static readonly Arbitrary<(int Size, (int At, int Value)[][] Moments)> Changed = (
        from size in Gen.Choose(1, 5)
        from moments in Gen.Zip(Gen.Choose(0, size - 1), Gen.Choose(0, 3)).ArrayOf().ArrayOf(20)
        select (size, moments)).ToArbitrary();

    [Fact]
    public void Is_an_array_that_was_copied_at_each_moment() => Prop.ForAll(Changed, item =>
    {
        var now = Enumerable.Range(0, item.Size).Select(index => index % 3).ToArray();
        var copies = new List<int[]> { now.ToArray() };
        var timeline = new Timeline<int>(now.ToArray());
        for (var moment = 1; moment <= item.Moments.Length; moment++)
        {
            foreach (var (at, value) in item.Moments[moment - 1].DistinctBy(change => change.At))
            {
                timeline.Set(at, moment, now[at] = value);
            }

            copies.Add(now.ToArray());
        }

        for (var moment = 0; moment < copies.Count; moment++)
        {
            var copy = new Timeline<int>(copies[moment]);
            Assert.Equal(copies[moment], timeline.ToArray(moment));
            Assert.Equal(copies[moment], Enumerable.Range(0, item.Size).Select(index => timeline[index, moment]));
            Assert.Equal(copy.HashOf(0), timeline.HashOf(moment));
            Assert.All(copies, (other, otherMoment) =>
                Assert.Equal(copies[moment].SequenceEqual(other), timeline.Equals(moment, timeline, otherMoment)));
        }
    }).Check();

    [Fact]
    public void Has_no_moment_of_a_longer_one()
    {
        Assert.False(new Timeline<int>([1, 2]).Equals(0, new Timeline<int>([1, 2, 3]), 0));
        Assert.False(new Timeline<int>([1, 2, 3]).Equals(0, new Timeline<int>([1, 2]), 0));
    }

    [Fact]
    public void Only_the_last_state_of_a_history_goes_on_in_it()
    {
        var galaxy = Galaxies.OfPairs(2);
        var start = GalaxyState.AtStart(galaxy);
        var one = UpgradeProcedure.Apply(start, new Upgrade(galaxy.Platforms[1])).After;
        var other = UpgradeProcedure.Apply(start, new Upgrade(galaxy.Platforms[2])).After;
        var both = UpgradeProcedure.Apply(other, new Upgrade(galaxy.Platforms[1])).After;

        Assert.Equal([], Upgraded(start));
        Assert.Equal([1], Upgraded(one));
        Assert.Equal([2], Upgraded(other));
        Assert.Equal([1, 2], Upgraded(both));

        IEnumerable<int> Upgraded(GalaxyState state) =>
            galaxy.Platforms.Where(platform => state[platform].Software == Software.New).Select(platform => platform.Index);
    }
}

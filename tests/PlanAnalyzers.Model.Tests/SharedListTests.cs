using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests;

/// <summary>A list that shares what did not change is, for who reads it, an array that was copied.</summary>
public sealed class SharedListTests
{
    /// <summary>A size around the borders of the small arrays, and places with what becomes of them.</summary>
    private static readonly Arbitrary<(int Size, (int At, int Value)[] Edits)> Edited = (
        from size in Gen.Elements(1, 2, 31, 32, 33, 1023, 1024, 1025, 2500)
        from edits in Gen.Zip(Gen.Choose(0, size - 1), Gen.Choose(0, 3)).ArrayOf()
        select (size, edits)).ToArbitrary();

    [Fact]
    public void Is_an_array_that_was_copied() => Prop.ForAll(Edited, item =>
    {
        var before = Enumerable.Range(0, item.Size).Select(index => index % 3).ToArray();
        var after = before.ToArray();
        var list = SharedList<int>.Of(before);
        var editor = new SharedList<int>.Editor(list);
        foreach (var (at, value) in item.Edits)
        {
            Assert.Equal(after[at], editor[at]);
            editor[at] = after[at] = value;
        }

        var edited = editor.Finish();
        Assert.Equal(before, Items(list));
        Assert.Equal(after, Items(edited));
        Assert.Equal(Enumerable.Range(0, item.Size).Where(index => before[index] != after[index]), list.Differences(edited));
        Assert.Equal(before.SequenceEqual(after), list.Equals(edited));
        Assert.Equal(SharedList<int>.Of(after), edited);
        Assert.Equal(SharedList<int>.Of(after).GetHashCode(), edited.GetHashCode());
    }).Check();

    [Fact]
    public void May_be_empty() => Assert.Equal(SharedList<int>.Of([]), new SharedList<int>.Editor(SharedList<int>.Of([])).Finish());

    [Fact]
    public void Is_itself_where_nothing_changed_and_not_equal_to_a_longer_one()
    {
        var list = SharedList<int>.Of([1, 2]);
        Assert.Same(list, new SharedList<int>.Editor(list).Finish());
        Assert.False(SharedList<int>.Of([1, 2, 3]).Equals(list));
        Assert.False(list.Equals(SharedList<int>.Of([1, 2, 3])));
        Assert.False(list.Equals(null));
    }

    private static IEnumerable<int> Items(SharedList<int> list) => Enumerable.Range(0, list.Count).Select(index => list[index]);
}

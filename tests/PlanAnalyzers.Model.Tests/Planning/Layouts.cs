namespace PlanAnalyzers.Model.Tests.Planning;

/// <summary>Where the pairs of a small galaxy are: of each the platform of its active engine and the one of its standby.</summary>
internal sealed record Layout(int Platforms, ValueList<(int Active, int Standby)> Pairs)
{
    /// <summary>A galaxy with that layout. Whether the primary or the backup is active alternates.</summary>
    public Galaxy Galaxy() => Galaxies.Make(
        Platforms,
        [.. Pairs.Select((pair, index) => index % 2 == 0 ? (pair.Active, pair.Standby, false) : (pair.Standby, pair.Active, true))],
        alone: [],
        Enumerable.Repeat(true, Platforms + 1).ToArray());

    public override string ToString() => $"{Platforms} platforms, {string.Join(' ', Pairs.Select(pair => $"{pair.Active}>{pair.Standby}"))}";
}

/// <summary>All layouts, but for the names of the platforms: dedicated standbys, load-shared ones, shared backups, engines on the GR, platforms alone.</summary>
internal static class Layouts
{
    public static IEnumerable<Layout> Of(int platforms, int pairs)
    {
        var numbers = Enumerable.Range(0, platforms + 1).ToArray();
        var places = numbers.SelectMany(active => numbers.Where(standby => standby != active).Select(standby => (active, standby))).ToArray();
        var names = Permutations([.. numbers.Skip(1)]).Select(order => (int[])[0, .. order]).ToArray();
        return Multisets(places, pairs)
            .Where(layout => names.All(name => Compare(layout, Renamed(layout, name)) <= 0))
            .Select(layout => new Layout(platforms, layout.ToValueList()));
    }

    private static (int, int)[] Renamed((int Active, int Standby)[] layout, int[] name) =>
        [.. layout.Select(pair => (name[pair.Active], name[pair.Standby])).Order()];

    private static int Compare((int, int)[] one, (int, int)[] other) =>
        one.Zip(other, (first, second) => first.CompareTo(second)).FirstOrDefault(order => order != 0);

    private static IEnumerable<(int, int)[]> Multisets((int, int)[] items, int count) => count == 0
        ? [[]]
        : items.SelectMany((item, index) => Multisets(items[index..], count - 1).Select(rest => ((int, int)[])[item, .. rest]));

    public static IEnumerable<int[]> Permutations(int[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}

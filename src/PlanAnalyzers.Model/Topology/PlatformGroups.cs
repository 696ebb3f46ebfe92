namespace PlanAnalyzers.Model;

/// <summary>The groups of platforms that pairs tie together, directly or by way of others. A platform without pairs is a group of its own.</summary>
public sealed class PlatformGroups
{
    private readonly int[] groupOf;

    /// <summary>Finds the groups of a galaxy.</summary>
    /// <param name="galaxy">The galaxy.</param>
    public PlatformGroups(Galaxy galaxy)
    {
        groupOf = new int[galaxy.Platforms.Count];
        for (var i = 0; i < groupOf.Length; i++)
        {
            groupOf[i] = i;
        }

        foreach (var pair in galaxy.Pairs)
        {
            var (one, other) = (First(pair.Primary.Platform.Index), First(pair.Backup.Platform.Index));
            groupOf[Math.Max(one, other)] = Math.Min(one, other);
        }

        for (var i = 0; i < groupOf.Length; i++)
        {
            groupOf[i] = First(i);
        }
    }

    /// <summary>The group of a platform: the index of the group's first platform.</summary>
    public int this[Platform platform] => groupOf[platform.Index];

    /// <summary>The indexes of the platforms of each group, the groups in the order of their first platforms.</summary>
    public IEnumerable<int[]> All() =>
        groupOf.Select((group, platform) => (group, platform)).GroupBy(item => item.group, item => item.platform).Select(group => group.ToArray());

    private int First(int platform)
    {
        while (groupOf[platform] != platform)
        {
            groupOf[platform] = groupOf[groupOf[platform]]; // The way is halved for the next one who goes it.
            platform = groupOf[platform];
        }

        return platform;
    }
}

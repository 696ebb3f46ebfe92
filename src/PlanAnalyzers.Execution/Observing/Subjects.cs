using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>The platforms and engines, or the galaxy, that a step may change while it is carried out, by name.</summary>
internal static class Subjects
{
    public static IReadOnlySet<string> TouchedBy(Galaxy galaxy, Step step)
    {
        var footprint = Footprint.Of(galaxy, step);
        if (footprint.IsGalaxyWide)
        {
            return All(galaxy).ToHashSet(StringComparer.Ordinal);
        }

        var platforms = footprint.Touched.OfType<Platform>().ToArray();
        return platforms.Select(platform => platform.Name)
            .Concat(footprint.Touched.OfType<RedundantPair>().SelectMany(pair => new[] { pair.Primary.Name, pair.Backup.Name }))
            .Concat(step is ConfigureSms ? [] : platforms.SelectMany(galaxy.EnginesOn).Where(engine => galaxy.PairOf(engine) is null).Select(engine => engine.Name))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> All(Galaxy galaxy) =>
        galaxy.Platforms.Select(platform => platform.Name)
            .Concat(galaxy.Engines.Select(engine => engine.Name))
            .Append(galaxy.Name);
}

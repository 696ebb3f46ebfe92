using PlanAnalyzers.Model;

namespace PlanAnalyzers.Tool;

/// <summary>A redundant pair of the site.</summary>
/// <param name="Primary">The primary engine.</param>
/// <param name="Backup">Its backup.</param>
/// <param name="Guess">By what it was guessed that they are partners, or which of them is the primary.</param>
internal sealed record SitePair(SiteEngine Primary, SiteEngine Backup, string? Guess);

/// <summary>Finds the redundant pairs of a site: by what the export says, and else by how the site names backups.</summary>
internal static class SitePairs
{
    public static IReadOnlyList<SitePair> Of(Site site, IReadOnlyList<PartnerRule> rules)
    {
        var byName = site.Engines.ToDictionary(engine => engine.TagName, StringComparer.OrdinalIgnoreCase);
        var paired = new HashSet<SiteEngine>();
        var pairs = new List<SitePair>();
        foreach (var engine in site.Engines.Where(engine => engine.Partner is not null))
        {
            if (!paired.Contains(engine))
            {
                Add(Stated(engine, byName[engine.Partner!], rules));
            }
        }

        foreach (var rule in site.SaysPartners ? [] : rules)
        {
            foreach (var primary in site.Engines.Where(engine => !paired.Contains(engine)))
            {
                if (byName.TryGetValue(rule.BackupOf(primary.TagName), out var backup)
                    && !paired.Contains(primary) && !paired.Contains(backup)
                    && primary.Role != RedundancyRole.Backup && backup.Role != RedundancyRole.Primary)
                {
                    Add(new SitePair(primary, backup, $"backup of {primary.TagName}, by its name"));
                }
            }
        }

        return pairs;

        void Add(SitePair pair)
        {
            paired.Add(pair.Primary);
            paired.Add(pair.Backup);
            pairs.Add(pair);
        }
    }

    /// <summary>Of two partners the primary is the one that is configured so, or that objects are assigned to; else the names or the order must tell.</summary>
    private static SitePair Stated(SiteEngine one, SiteEngine other, IReadOnlyList<PartnerRule> rules)
    {
        const string byName = "backup and not primary, by its name";
        return one.Role switch
        {
            RedundancyRole.Primary => new SitePair(one, other, Guess: null),
            RedundancyRole.Backup => new SitePair(other, one, Guess: null),
            _ when one.HostedObjects > 0 && other.HostedObjects == 0 => new SitePair(one, other, Guess: null),
            _ when other.HostedObjects > 0 && one.HostedObjects == 0 => new SitePair(other, one, Guess: null),
            _ when rules.Any(rule => Is(rule.BackupOf(one.TagName), other.TagName)) => new SitePair(one, other, byName),
            _ when rules.Any(rule => Is(rule.BackupOf(other.TagName), one.TagName)) => new SitePair(other, one, byName),
            _ => new SitePair(one, other, "backup and not primary, since it comes later in the export"),
        };
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

namespace PlanAnalyzers.Model;

/// <summary>Which platform and engine of a site is which of a galaxy.</summary>
/// <remarks>
/// A platform is known by its computer, and where the export does not say that, by the tag name that import takes for it; else by its name. An
/// engine is known by its name, which is what import makes of its tag name; and what is left over alone on a platform on both sides is the same
/// engine under another name.
/// </remarks>
internal sealed class SiteMatch
{
    private readonly Dictionary<SitePlatform, Platform> platforms = [];
    private readonly Dictionary<SiteEngine, AppEngine> engines = [];
    private readonly Dictionary<string, SitePlatform> byTagName;
    private readonly SiteEngine?[] inSite;

    public SiteMatch(Galaxy galaxy, Site site)
    {
        Names = new SiteNames(site, galaxy.Name);
        byTagName = site.Platforms.ToDictionary(platform => platform.TagName, StringComparer.OrdinalIgnoreCase);
        var left = galaxy.Platforms.ToList();
        Match(site.Platforms, platforms, left, (item, declared) => Is(item.Node ?? item.TagName, declared.Node));
        Match(site.Platforms, platforms, left, IsNamed);

        var leftEngines = galaxy.Engines.ToList();
        Match(site.Engines, engines, leftEngines, IsNamed);
        var aloneInSite = site.Engines.Where(engine => !engines.ContainsKey(engine)).ToLookup(engine => Of(HostOf(engine)));
        foreach (var alone in leftEngines.GroupBy(engine => engine.Platform).Where(group => group.Count() == 1))
        {
            if (aloneInSite[alone.Key].ToArray() is [var only])
            {
                engines.Add(only, alone.Single());
            }
        }

        inSite = new SiteEngine?[galaxy.Engines.Count];
        foreach (var pair in engines)
        {
            inSite[pair.Value.Index] = pair.Key;
        }
    }

    /// <summary>The names that objects of the site have as fields.</summary>
    public SiteNames Names { get; }

    /// <summary>The platform of an object of the site, or none that is declared.</summary>
    public Platform? Of(SitePlatform? platform) => platform is not null && platforms.TryGetValue(platform, out var declared) ? declared : null;

    /// <summary>The engine of an object of the site, or none that is declared.</summary>
    public AppEngine? Of(SiteEngine? engine) => engine is not null && engines.TryGetValue(engine, out var declared) ? declared : null;

    /// <summary>A declared engine in the site, or none that the site has.</summary>
    public SiteEngine? InSite(AppEngine engine) => inSite[engine.Index];

    /// <summary>The platform that hosts an engine in the site.</summary>
    public SitePlatform HostOf(SiteEngine engine) => byTagName[engine.Host];

    /// <summary>What is declared and was found in the site.</summary>
    public IEnumerable<DeployTarget> Found => platforms.Values.Concat<DeployTarget>(engines.Values);

    private static void Match<TItem, TDeclared>(
        IEnumerable<TItem> items, Dictionary<TItem, TDeclared> found, List<TDeclared> left, Func<TItem, TDeclared, bool> isSame)
        where TItem : SiteObject
        where TDeclared : DeployTarget
    {
        foreach (var item in items)
        {
            if (!found.ContainsKey(item) && left.FindIndex(declared => isSame(item, declared)) is var index && index >= 0)
            {
                found.Add(item, left[index]);
                left.RemoveAt(index);
            }
        }
    }

    private bool IsNamed(SiteObject item, DeployTarget declared) => Is(Names[item], declared.Name) || Is(item.TagName, declared.Name);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

namespace PlanAnalyzers.Model;

/// <summary>The topology of a galaxy as its author declared it, right or wrong.</summary>
/// <remarks>
/// A galaxy is a value: two galaxies with equal declarations are equal. What is wrong with one is said by
/// <see cref="TopologyCheck.Run"/>; states and plans are only for galaxies without such findings.
/// </remarks>
public sealed class Galaxy : IEquatable<Galaxy>
{
    private readonly RedundantPair?[] pairOfEngine;
    private readonly AppEngine?[] partnerOfEngine;
    private readonly ValueList<AppEngine>[] enginesOfPlatform;
    private readonly Platform? repository;

    /// <summary>Makes a galaxy of its declarations, each list in the order of their indexes.</summary>
    /// <param name="name">The name of the class that declares it.</param>
    /// <param name="servers">The System Management Servers.</param>
    /// <param name="platforms">The platforms.</param>
    /// <param name="engines">The engines; a backup after its primary.</param>
    /// <exception cref="ArgumentException">An index is not the place in its list.</exception>
    public Galaxy(
        string name,
        ValueList<SystemManagementServer> servers,
        ValueList<Platform> platforms,
        ValueList<AppEngine> engines)
    {
        RequireIndexes(servers, nameof(servers));
        RequireIndexes(platforms, nameof(platforms));
        RequireIndexes(engines, nameof(engines));
        Name = name;
        Servers = servers;
        Platforms = platforms;
        Engines = engines;

        enginesOfPlatform = new ValueList<AppEngine>[platforms.Count];
        var byPlatform = engines.ToLookup(engine => engine.Platform.Index);
        for (var i = 0; i < enginesOfPlatform.Length; i++)
        {
            enginesOfPlatform[i] = byPlatform[i].ToValueList();
        }

        pairOfEngine = new RedundantPair?[engines.Count];
        partnerOfEngine = new AppEngine?[engines.Count];
        var pairs = new List<RedundantPair>();
        foreach (var backup in engines)
        {
            // A second backup and a backup of a backup are findings of the topology; here the first declaration counts.
            if (backup.Primary is { Primary: null } primary && pairOfEngine[primary.Index] is null)
            {
                var pair = new RedundantPair(primary, backup);
                pairOfEngine[primary.Index] = pair;
                pairOfEngine[backup.Index] = pair;
                partnerOfEngine[primary.Index] = backup;
                partnerOfEngine[backup.Index] = primary;
                pairs.Add(pair);
            }
        }

        Pairs = pairs.OrderBy(pair => pair.Primary.Index).ToValueList();
        repository = platforms.FirstOrDefault(platform => platform.IsGalaxyRepository);
    }

    /// <summary>The name of the class that declares the galaxy.</summary>
    public string Name { get; }

    /// <summary>The System Management Servers in declaration order; one at most where the galaxy is right.</summary>
    public ValueList<SystemManagementServer> Servers { get; }

    /// <summary>The platforms in declaration order.</summary>
    public ValueList<Platform> Platforms { get; }

    /// <summary>The engines in declaration order.</summary>
    public ValueList<AppEngine> Engines { get; }

    /// <summary>The redundant pairs in the order of their primaries.</summary>
    public ValueList<RedundantPair> Pairs { get; }

    /// <summary>The platform with the galaxy database.</summary>
    /// <exception cref="InvalidOperationException">The galaxy has none, which is a finding of its topology.</exception>
    public Platform GalaxyRepository =>
        repository ?? throw new InvalidOperationException($"The galaxy {Name} declares no Galaxy Repository platform.");

    /// <summary>The engines that a platform hosts, in declaration order.</summary>
    public ValueList<AppEngine> EnginesOn(Platform platform) => enginesOfPlatform[platform.Index];

    /// <summary>The engines that a platform hosts, or the engine itself.</summary>
    internal ValueList<AppEngine> EnginesOf(DeployTarget target) =>
        target is Platform platform ? EnginesOn(platform) : ValueList.Of((AppEngine)target);

    /// <summary>The pair that an engine belongs to, or <see langword="null"/> where it is not redundant.</summary>
    public RedundantPair? PairOf(AppEngine engine) => pairOfEngine[engine.Index];

    /// <summary>The other engine of a pair, or <see langword="null"/> where the engine is not redundant.</summary>
    public AppEngine? PartnerOf(AppEngine engine) => partnerOfEngine[engine.Index];

    /// <summary>Whether a platform hosts an engine of a redundant pair.</summary>
    public bool HostsRedundantEngine(Platform platform)
    {
        foreach (var engine in EnginesOn(platform))
        {
            if (PairOf(engine) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc />
    public bool Equals(Galaxy? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Name == other.Name
            && Servers.Equals(other.Servers)
            && Platforms.Equals(other.Platforms)
            && Engines.Equals(other.Engines));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Galaxy);

    /// <inheritdoc />
    public override int GetHashCode() =>
        unchecked((((StringComparer.Ordinal.GetHashCode(Name) * 31) + Platforms.GetHashCode()) * 31) + Engines.GetHashCode());

    /// <summary>The galaxy's name.</summary>
    public override string ToString() => Name;

    private static void RequireIndexes<T>(ValueList<T> declarations, string parameter)
        where T : Declaration
    {
        for (var i = 0; i < declarations.Count; i++)
        {
            if (declarations[i].Index != i)
            {
                throw new ArgumentException($"{declarations[i].Name} has index {declarations[i].Index} but stands at {i}.", parameter);
            }
        }
    }
}

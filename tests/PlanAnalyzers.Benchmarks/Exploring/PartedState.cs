using System.Runtime.InteropServices;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Benchmarks.Exploring;

/// <summary>
/// A state that is loaded from a few bytes, one for each part of the galaxy. A part is what pairs tie together, and the first one is the Galaxy
/// Repository with what the galaxy has once. The state of a part is a number: they are numbered as they come about.
/// </summary>
internal sealed class PartedState : ChangingState
{
    private readonly PlatformState[] platforms;
    private readonly EngineState[] engines;
    private readonly Part[] parts;
    private readonly int[] partOfPlatform;

    public PartedState(Galaxy galaxy)
        : this(galaxy, GalaxyState.PlatformsAtStart(galaxy), GalaxyState.EnginesAtStart(galaxy))
    {
    }

    private PartedState(Galaxy galaxy, PlatformState[] platforms, EngineState[] engines)
        : base(galaxy, platforms, engines, GalaxyState.DatabaseAtStart)
    {
        this.platforms = platforms;
        this.engines = engines;
        partOfPlatform = new int[platforms.Length];
        var groups = new PlatformGroups(galaxy);
        var repository = groups[galaxy.GalaxyRepository];
        parts = [.. groups.All()
            .OrderBy(group => groups[galaxy.Platforms[group[0]]] != repository)
            .Select(group => new Part(group, [.. group.SelectMany(platform => galaxy.EnginesOn(galaxy.Platforms[platform])).Select(engine => engine.Index)]))];
        for (var part = 0; part < parts.Length; part++)
        {
            foreach (var platform in parts[part].Platforms)
            {
                partOfPlatform[platform] = part;
            }
        }
    }

    /// <summary>How many parts there are.</summary>
    public int Parts => parts.Length;

    /// <summary>The part that a platform belongs to.</summary>
    public int PartOf(Model.Platform platform) => partOfPlatform[platform.Index];

    /// <summary>Takes a state, part by part.</summary>
    public void Load(ReadOnlySpan<byte> numbers)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            var (part, local) = (parts[i], parts[i].States[numbers[i]]);
            for (var j = 0; j < part.Platforms.Length; j++)
            {
                platforms[part.Platforms[j]] = local.Platforms[j];
            }

            for (var j = 0; j < part.Engines.Length; j++)
            {
                engines[part.Engines[j]] = local.Engines[j];
            }
        }

        Database = parts[0].States[numbers[0]].Database;
        BeginStep();
    }

    /// <summary>The number of the state that a part is in.</summary>
    public byte NumberOf(int part)
    {
        var (platformsOfPart, enginesOfPart) = (parts[part].Platforms, parts[part].Engines);
        var local = new LocalState(
            Array.ConvertAll(platformsOfPart, platform => platforms[platform]),
            Array.ConvertAll(enginesOfPart, engine => engines[engine]),
            part == 0 ? Database : default);
        return parts[part].NumberOf(local);
    }

    private sealed class Part(int[] platforms, int[] engines)
    {
        private readonly Dictionary<string, byte> numbers = new(StringComparer.Ordinal);

        public int[] Platforms => platforms;

        public int[] Engines => engines;

        public List<LocalState> States { get; } = [];

        public byte NumberOf(LocalState local)
        {
            var key = local.Key;
            if (!numbers.TryGetValue(key, out var number))
            {
                number = checked((byte)States.Count);
                numbers.Add(key, number);
                States.Add(local);
            }

            return number;
        }
    }

    private sealed record LocalState(PlatformState[] Platforms, EngineState[] Engines, DatabaseState Database)
    {
        /// <summary>The bytes that the states consist of.</summary>
        public string Key => string.Concat(
            Convert.ToHexString(MemoryMarshal.AsBytes(Platforms.AsSpan())),
            Convert.ToHexString(MemoryMarshal.AsBytes(Engines.AsSpan())),
            Convert.ToHexString(MemoryMarshal.AsBytes([Database])));
    }
}

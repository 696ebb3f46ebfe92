using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>How long each kind of step is assumed to take. The vendor gives no such times: they are estimates, to be overridden.</summary>
internal sealed record AssumedDurations
{
    /// <summary>The assumptions, in the order of the vendor's procedure: the table that the help and the documentation show.</summary>
    public static IReadOnlyList<(string Kind, int Minutes, string Why)> Table { get; } =
    [
        (nameof(UploadRuntimeChanges), 15, "saving run-time values of one galaxy"),
        (nameof(Upgrade), 60, "installation on one node"),
        (nameof(Reboot), 10, "restart of one node until its services run"),
        (nameof(ShutDown), 5, "stop of one platform with its engines"),
        (nameof(Start), 10, "start of one platform until its engines run"),
        (nameof(MigrateGalaxy), 30, "migration of the galaxy database"),
        (nameof(MigrateViewApps), 20, "migration of the InTouch ViewApps"),
        (nameof(ConfigureSms), 10, "the Configurator on one node"),
        (nameof(CascadeDeploy), 15, "deployment of one node with its objects"),
        (nameof(Deploy), 5, "deployment of one object alone"),
        (nameof(Undeploy), 5, "undeployment of one node or engine"),
        (nameof(ForceFailover), 5, "a command and a look at both engines"),
        (nameof(EnableCpuLoadBalancing), 5, "a setting in the IDE"),
        (nameof(Manual), 10, "a piece of work by hand"),
        (nameof(Approve), 5, "a signature"),
    ];

    /// <summary>The vendor says a few seconds to a few minutes, by the number of objects.</summary>
    public const int TakeoverMinutes = 2;

    /// <summary>The assumptions as they stand in <see cref="Table"/>.</summary>
    public static AssumedDurations Default { get; } = new(
        Table.ToDictionary(row => row.Kind, row => TimeSpan.FromMinutes(row.Minutes), StringComparer.Ordinal),
        TimeSpan.FromMinutes(TakeoverMinutes));

    private readonly IReadOnlyDictionary<string, TimeSpan> byKind;

    private AssumedDurations(IReadOnlyDictionary<string, TimeSpan> byKind, TimeSpan takeover)
    {
        this.byKind = byKind;
        Takeover = takeover;
    }

    /// <summary>How long the objects are out while an upgraded engine takes them over.</summary>
    public TimeSpan Takeover { get; }

    /// <summary>Whether any of the times is no whole number of minutes.</summary>
    public bool HaveSeconds => byKind.Values.Append(Takeover).Any(PlantTime.HasSeconds);

    /// <summary>How long a kind of step takes.</summary>
    public TimeSpan this[string kind] => byKind[kind];

    /// <summary>The name of a kind of step as the table writes it, whatever the case it is asked for in.</summary>
    public static string? KnownKind(string kind) =>
        Table.Select(row => row.Kind).FirstOrDefault(known => known.Equals(kind, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same assumptions but for some kinds and for the takeover.</summary>
    public AssumedDurations With(IEnumerable<KeyValuePair<string, TimeSpan>> durations, TimeSpan? takeover)
    {
        var changed = new Dictionary<string, TimeSpan>(byKind, StringComparer.Ordinal);
        foreach (var (kind, duration) in durations)
        {
            changed[kind] = duration;
        }

        return new AssumedDurations(changed, takeover ?? Takeover);
    }

    /// <summary>How long a step takes: what its kind does, and no less than a takeover that happens in it.</summary>
    public TimeSpan Of(Transition transition)
    {
        var duration = byKind[transition.Step.Kind];
        var takesOver = transition.Effects.OfType<Outage>().Any(outage => outage.Cause == OutageCause.Takeover);
        return takesOver && Takeover > duration ? Takeover : duration;
    }
}

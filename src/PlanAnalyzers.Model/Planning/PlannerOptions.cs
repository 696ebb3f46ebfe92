namespace PlanAnalyzers.Model;

/// <summary>What a planned upgrade has besides the steps that every upgrade needs.</summary>
/// <remarks>What a careful engineer would write is the default; none of it costs a failover or time without backup.</remarks>
public sealed record PlannerOptions
{
    /// <summary>A plan as a careful engineer would write it.</summary>
    public static PlannerOptions Default { get; } = new();

    /// <summary>The steps that the upgrade cannot do without, and nothing else.</summary>
    public static PlannerOptions Minimal { get; } = new() { BackUp = false, UploadRuntimeChanges = false, MigrateViewApps = false };

    /// <summary>Whether a line of work by hand says that the galaxy is to be backed up first: an upgrade cannot be rolled back.</summary>
    public bool BackUp { get; init; } = true;

    /// <summary>
    /// Whether run-time changes are uploaded, with the acknowledgement that configured defaults are overwritten: otherwise what operators
    /// changed is lost with the checkpoint of each engine that is taken over from.
    /// </summary>
    public bool UploadRuntimeChanges { get; init; } = true;

    /// <summary>Whether the InTouch ViewApps are migrated.</summary>
    public bool MigrateViewApps { get; init; } = true;

    /// <summary>Whether CPU load balancing is enabled at the end, where the new version has it and there are pairs.</summary>
    public bool EnableCpuLoadBalancing { get; init; }
}

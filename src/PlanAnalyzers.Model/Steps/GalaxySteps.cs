namespace PlanAnalyzers.Model;

/// <summary>Run-time changes are saved to the Galaxy Repository, over the configured defaults.</summary>
/// <param name="OverwriteDefaults">Whether the plan says that overwriting the configured defaults is meant.</param>
public sealed record UploadRuntimeChanges(bool OverwriteDefaults) : Step
{
    /// <inheritdoc />
    public override string Instruction => "Upload run-time changes to the Galaxy Repository";

    /// <inheritdoc />
    public override string ToString() => OverwriteDefaults ? $"{Kind}(overwriteDefaults: true)" : $"{Kind}()";
}

/// <summary>The galaxy database is migrated by opening it in the new IDE.</summary>
public sealed record MigrateGalaxy : Step
{
    /// <inheritdoc />
    public override string Instruction => "Migrate the galaxy in the new IDE";

    /// <inheritdoc />
    public override string Detail(UpgradePlan plan) => $"Opening the galaxy in the IDE of {plan.To.Text()} migrates its database.";

    /// <inheritdoc />
    public override string ToString() => base.ToString();
}

/// <summary>The InTouch ViewApps are opened and migrated.</summary>
public sealed record MigrateViewApps : Step
{
    /// <inheritdoc />
    public override string Instruction => "Migrate the InTouch ViewApps";

    /// <inheritdoc />
    public override string ToString() => base.ToString();
}

/// <summary>CPU load balancing of redundant engines is enabled.</summary>
public sealed record EnableCpuLoadBalancing : Step
{
    /// <inheritdoc />
    public override string Instruction => "Enable CPU load balancing";

    /// <inheritdoc />
    public override string ToString() => base.ToString();
}

namespace PlanAnalyzers.Model;

/// <summary>One step of an upgrade plan. Steps are values: two steps that say the same are equal.</summary>
/// <remarks>
/// What an engineer does in a step is said at its record, what it does to the galaxy in <see cref="UpgradeProcedure"/>, and what
/// it needs in the rules.
/// </remarks>
public abstract record Step
{
    /// <summary>The name of the step's kind, which is the name of the method of the plan that adds it.</summary>
    public string Kind => GetType().Name;

    /// <summary>The declarations that the step names, in order.</summary>
    public virtual ValueList<DeployTarget> Targets => ValueList<DeployTarget>.Empty;

    /// <summary>What the engineer does, as an instruction: <c>Cascade deploy P2</c>.</summary>
    public abstract string Instruction { get; }

    /// <summary>How it is done, where the instruction alone could be misunderstood: a sentence, or nothing.</summary>
    /// <param name="plan">The plan, which knows the versions.</param>
    public virtual string? Detail(UpgradePlan plan) => null;

    /// <summary>The step as it stands in a plan: <c>CascadeDeploy(P2)</c>.</summary>
    public override string ToString() => $"{Kind}({Targets})";
}

/// <summary>A step at one platform.</summary>
/// <param name="Platform">The platform.</param>
public abstract record PlatformStep(Platform Platform) : Step
{
    /// <inheritdoc />
    public sealed override ValueList<DeployTarget> Targets => ValueList.Of<DeployTarget>(Platform);

    /// <inheritdoc />
    public sealed override string ToString() => base.ToString();
}

/// <summary>Run-time changes are saved to the Galaxy Repository, over the configured defaults.</summary>
/// <param name="OverwriteDefaults">Whether the plan says that overwriting the configured defaults is meant.</param>
public sealed record UploadRuntimeChanges(bool OverwriteDefaults) : Step
{
    /// <inheritdoc />
    public override string Instruction => "Upload run-time changes to the Galaxy Repository";

    /// <inheritdoc />
    public override string ToString() => OverwriteDefaults ? $"{Kind}(overwriteDefaults: true)" : $"{Kind}()";
}

/// <summary>The new version is installed on the platform's node, with Application Server deployed but shut down.</summary>
/// <param name="Platform">The platform.</param>
public sealed record Upgrade(Platform Platform) : PlatformStep(Platform)
{
    /// <inheritdoc />
    public override string Instruction => $"Upgrade {Platform.Name} (node {Platform.Node})";

    /// <inheritdoc />
    public override string Detail(UpgradePlan plan) =>
        $"Install {plan.To.Text()}. Do not undeploy anything before: Application Server stays deployed and is shut down meanwhile.";
}

/// <summary>The platform's node is rebooted.</summary>
/// <param name="Platform">The platform.</param>
public sealed record Reboot(Platform Platform) : PlatformStep(Platform)
{
    /// <inheritdoc />
    public override string Instruction => $"Reboot {Platform.Name} (node {Platform.Node})";
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

/// <summary>A platform or an engine is deployed together with everything that it hosts.</summary>
/// <param name="Target">The platform or engine.</param>
public sealed record CascadeDeploy(DeployTarget Target) : Step
{
    /// <inheritdoc />
    public override ValueList<DeployTarget> Targets => ValueList.Of(Target);

    /// <inheritdoc />
    public override string Instruction => $"Cascade deploy {Target.Name}";

    /// <inheritdoc />
    public override string ToString() => base.ToString();
}

/// <summary>The platform's node is pointed at the System Management Server in the Configurator.</summary>
/// <param name="Platform">The platform.</param>
public sealed record ConfigureSms(Platform Platform) : PlatformStep(Platform)
{
    /// <inheritdoc />
    public override string Instruction => $"Configure {Platform.Name} (node {Platform.Node}) to use the System Management Server";
}

/// <summary>The active engine of a pair hands over to its standby.</summary>
/// <param name="Engine">The active engine, where the command is given.</param>
public sealed record ForceFailover(AppEngine Engine) : Step
{
    /// <inheritdoc />
    public override ValueList<DeployTarget> Targets => ValueList.Of<DeployTarget>(Engine);

    /// <inheritdoc />
    public override string Instruction => $"Force a failover of {Engine.Name}";

    /// <inheritdoc />
    public override string Detail(UpgradePlan plan) =>
        $"Set ForceFailoverCmd to true on {Engine.Name}, the active engine. Nothing fails back by itself.";

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

/// <summary>Work that the galaxy's state knows nothing of.</summary>
/// <param name="Text">What is done, as an instruction.</param>
public sealed record Manual(string Text) : Step
{
    /// <inheritdoc />
    public override string Instruction => Text;

    /// <inheritdoc />
    public override string ToString() => $"{Kind}(\"{Text}\")";
}

/// <summary>Somebody gives leave to go on.</summary>
/// <param name="Role">Who.</param>
public sealed record Approve(string Role) : Step
{
    /// <inheritdoc />
    public override string Instruction => $"Approval by {Role}";

    /// <inheritdoc />
    public override string ToString() => $"{Kind}(\"{Role}\")";
}

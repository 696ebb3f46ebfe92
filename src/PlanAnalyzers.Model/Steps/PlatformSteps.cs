namespace PlanAnalyzers.Model;

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

/// <summary>The deployed platform is stopped, and with it its engines; it stays deployed.</summary>
/// <param name="Platform">The platform.</param>
public sealed record ShutDown(Platform Platform) : PlatformStep(Platform)
{
    /// <inheritdoc />
    public override string Instruction => $"Shut down {Platform.Name} (node {Platform.Node})";

    /// <inheritdoc />
    public override string Detail(UpgradePlan plan) => "Stop the platform in the Platform Manager; it stays deployed.";
}

/// <summary>The platform that was shut down is started, and with it its engines.</summary>
/// <param name="Platform">The platform.</param>
public sealed record Start(Platform Platform) : PlatformStep(Platform)
{
    /// <inheritdoc />
    public override string Instruction => $"Start {Platform.Name} (node {Platform.Node})";
}

/// <summary>The platform's node is pointed at the System Management Server in the Configurator.</summary>
/// <param name="Platform">The platform.</param>
public sealed record ConfigureSms(Platform Platform) : PlatformStep(Platform)
{
    /// <inheritdoc />
    public override string Instruction => $"Configure {Platform.Name} (node {Platform.Node}) to use the System Management Server";
}

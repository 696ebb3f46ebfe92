using System.Runtime.CompilerServices;

namespace PlanAnalyzers;

/// <summary>What can be deployed: a platform or an engine of a galaxy.</summary>
/// <remarks>
/// Two are equal where they are the same declaration: the platform of a <see cref="RedundantPair"/> is equal to the one in the galaxy's
/// field.
/// </remarks>
public abstract class DeployTarget : IEquatable<DeployTarget>
{
    private protected DeployTarget(string name) => Name = name;

    /// <summary>The name of the field that declares it.</summary>
    public string Name { get; }

    /// <summary>The computer that it is on.</summary>
    private protected abstract string NodeName { get; }

    /// <summary>Whether two are the same declaration.</summary>
    public static bool operator ==(DeployTarget? left, DeployTarget? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two are different declarations.</summary>
    public static bool operator !=(DeployTarget? left, DeployTarget? right) => !(left == right);

    /// <inheritdoc />
    public bool Equals(DeployTarget? other) =>
        other is not null && other.GetType() == GetType() && other.Name == Name && other.NodeName == NodeName;

    /// <inheritdoc />
    public sealed override bool Equals(object? obj) => Equals(obj as DeployTarget);

    /// <inheritdoc />
    public sealed override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>The name of the field that declares it.</summary>
    public sealed override string ToString() => Name;
}

/// <summary>
/// The System Management Server (SMS) of a galaxy: it provides the certificates for secure communication between the nodes. There is
/// exactly one in a topology; redundant nodes need it from 2023 R2 on.
/// </summary>
public sealed class SystemManagementServer
{
    private SystemManagementServer(string node, string name)
    {
        Node = node;
        Name = name;
    }

    /// <summary>The computer it runs on.</summary>
    public string Node { get; }

    /// <summary>The name of the field that declares it.</summary>
    public string Name { get; }

    /// <summary>Declares the System Management Server.</summary>
    /// <param name="node">The computer it runs on.</param>
    /// <param name="name">Left out: the compiler fills in the name of the field.</param>
    public static SystemManagementServer On(string node, [CallerMemberName] string name = "") => new(node, name);

    /// <summary>The name of the field that declares it.</summary>
    public override string ToString() => Name;
}

/// <summary>A WinPlatform: one computer of the galaxy.</summary>
public sealed class Platform : DeployTarget
{
    private Platform(string node, string name, bool isGalaxyRepository, SystemManagementServer? sms)
        : base(name)
    {
        Node = node;
        IsGalaxyRepository = isGalaxyRepository;
        Sms = sms;
    }

    /// <summary>The computer's name.</summary>
    public string Node { get; }

    private protected override string NodeName => Node;

    /// <summary>Whether it holds the galaxy database.</summary>
    public bool IsGalaxyRepository { get; }

    /// <summary>The System Management Server that the node uses when the plan starts, if any.</summary>
    public SystemManagementServer? Sms { get; }

    /// <summary>Declares the platform with the galaxy database (GR). A galaxy has exactly one.</summary>
    /// <param name="node">The computer's name.</param>
    /// <param name="name">Left out: the compiler fills in the name of the field.</param>
    public static Platform GalaxyRepository(string node, [CallerMemberName] string name = "") => new(node, name, isGalaxyRepository: true, sms: null);

    /// <summary>Declares a run-time platform, also called an Application Object Server (AOS).</summary>
    /// <param name="node">The computer's name.</param>
    /// <param name="name">Left out: the compiler fills in the name of the field.</param>
    public static Platform RunTime(string node, [CallerMemberName] string name = "") => new(node, name, isGalaxyRepository: false, sms: null);

    internal static Platform Of(Model.Platform platform) => new(
        platform.Node, platform.Name, platform.IsGalaxyRepository, platform.Sms is { } sms ? SystemManagementServer.On(sms.Node, sms.Name) : null);

    /// <summary>Says that the node is configured to use the System Management Server when the plan starts.</summary>
    /// <param name="sms">The server.</param>
    public Platform ConnectedTo(SystemManagementServer sms) => new(Node, Name, IsGalaxyRepository, sms);
}

/// <summary>An AppEngine of the galaxy, alone or one of a redundant pair.</summary>
/// <remarks>
/// Primary and backup are configured roles. Which of the two is active is another thing: the primary when the plan starts, unless
/// <see cref="ActiveAtStart"/> says otherwise. The order of an upgrade depends on who is active, and on nothing else.
/// </remarks>
public sealed class AppEngine : DeployTarget
{
    private AppEngine(Platform platform, string name, AppEngine? primary, bool isHistorized, bool isActiveAtStart)
        : base(name)
    {
        Platform = platform;
        Primary = primary;
        IsHistorized = isHistorized;
        IsActiveAtStart = isActiveAtStart;
    }

    /// <summary>The platform that hosts it.</summary>
    public Platform Platform { get; }

    private protected override string NodeName => Platform.Node;

    /// <summary>The primary engine, where this one is a backup.</summary>
    public AppEngine? Primary { get; }

    /// <summary>Whether data of its objects goes to the Historian.</summary>
    public bool IsHistorized { get; }

    /// <summary>Whether it is declared to be the active one of its pair when the plan starts.</summary>
    public bool IsActiveAtStart { get; }

    /// <summary>Declares an engine.</summary>
    /// <param name="platform">The platform that hosts it.</param>
    /// <param name="name">Left out: the compiler fills in the name of the field.</param>
    public static AppEngine On(Platform platform, [CallerMemberName] string name = "") =>
        new(platform, name, primary: null, isHistorized: false, isActiveAtStart: false);

    internal static AppEngine Of(Model.AppEngine engine) => new(
        Platform.Of(engine.Platform),
        engine.Name,
        engine.Primary is { } primary ? Of(primary) : null,
        engine.Historized,
        engine.ActiveAtStart);

    /// <summary>Declares the backup of this engine: the two are a redundant pair.</summary>
    /// <param name="platform">The platform that hosts the backup; another one than that of this engine.</param>
    /// <param name="name">Left out: the compiler fills in the name of the field.</param>
    /// <returns>The backup engine.</returns>
    public AppEngine BackupOn(Platform platform, [CallerMemberName] string name = "") =>
        new(platform, name, primary: this, isHistorized: false, isActiveAtStart: false);

    /// <summary>Says that data of the engine's objects goes to the Historian, so that data can be lost.</summary>
    public AppEngine Historized() => new(Platform, Name, Primary, isHistorized: true, IsActiveAtStart);

    /// <summary>Says that this engine, and not its partner, is the active one of the pair when the plan starts.</summary>
    public AppEngine ActiveAtStart() => new(Platform, Name, Primary, IsHistorized, isActiveAtStart: true);
}

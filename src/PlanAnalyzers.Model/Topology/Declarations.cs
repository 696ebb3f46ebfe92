namespace PlanAnalyzers.Model;

/// <summary>Something that a galaxy declares under a name.</summary>
/// <param name="Index">Its place among the declarations of its kind, from 0.</param>
/// <param name="Name">The name of the field that declares it.</param>
public abstract record Declaration(int Index, string Name)
{
    /// <summary>The name, since that is how the author knows it.</summary>
    public sealed override string ToString() => Name;
}

/// <summary>A System Management Server (SMS): certificates and secure communication between nodes.</summary>
/// <param name="Index">Its place among the servers, from 0.</param>
/// <param name="Name">The name of the field that declares it.</param>
/// <param name="Node">The computer it runs on.</param>
public sealed record SystemManagementServer(int Index, string Name, string Node) : Declaration(Index, Name);

/// <summary>What can be deployed: a platform or an engine.</summary>
/// <param name="Index">Its place among the declarations of its kind, from 0.</param>
/// <param name="Name">The name of the field that declares it.</param>
public abstract record DeployTarget(int Index, string Name) : Declaration(Index, Name);

/// <summary>What a platform is for.</summary>
public enum PlatformRole
{
    /// <summary>It runs engines.</summary>
    RunTime,

    /// <summary>It holds the galaxy database (GR) and may run engines too.</summary>
    GalaxyRepository,
}

/// <summary>A WinPlatform: one computer of the galaxy.</summary>
/// <param name="Index">Its place among the platforms, from 0.</param>
/// <param name="Name">The name of the field that declares it.</param>
/// <param name="Node">The computer's name.</param>
/// <param name="Role">Galaxy Repository or run-time platform.</param>
/// <param name="Sms">The System Management Server that the node uses when the plan starts, if any.</param>
public sealed record Platform(int Index, string Name, string Node, PlatformRole Role, SystemManagementServer? Sms)
    : DeployTarget(Index, Name)
{
    /// <summary>Whether the platform is the Galaxy Repository.</summary>
    public bool IsGalaxyRepository => Role == PlatformRole.GalaxyRepository;
}

/// <summary>An AppEngine, alone or one of a redundant pair.</summary>
/// <param name="Index">Its place among the engines, from 0.</param>
/// <param name="Name">The name of the field that declares it.</param>
/// <param name="Platform">The platform that hosts it.</param>
/// <param name="Historized">Whether data of its objects goes to the Historian.</param>
/// <param name="ActiveAtStart">Whether it is declared to be the active one of its pair when the plan starts.</param>
/// <param name="Primary">The primary engine, where this one is a backup.</param>
public sealed record AppEngine(int Index, string Name, Platform Platform, bool Historized, bool ActiveAtStart, AppEngine? Primary)
    : DeployTarget(Index, Name);

/// <summary>Two engines of which one runs the objects and the other stands by.</summary>
/// <remarks>Primary and backup are configured roles. Which of the two is active is a matter of state, not of topology.</remarks>
/// <param name="Primary">The engine that the objects are assigned to.</param>
/// <param name="Backup">Its partner.</param>
public sealed record RedundantPair(AppEngine Primary, AppEngine Backup)
{
    /// <summary>The engine that is active when the plan starts: the primary unless the backup is declared to be.</summary>
    public AppEngine ActiveAtStart => Backup.ActiveAtStart && !Primary.ActiveAtStart ? Backup : Primary;

    /// <summary>Whether data of the pair's objects goes to the Historian.</summary>
    public bool Historized => Primary.Historized || Backup.Historized;

    /// <summary>The other one of the two engines.</summary>
    public AppEngine PartnerOf(AppEngine engine) => engine.Index == Primary.Index ? Backup : Primary;

    /// <summary>Both names, primary first: <c>E1/E1b</c>.</summary>
    public override string ToString() => $"{Primary.Name}/{Backup.Name}";
}

namespace PlanAnalyzers.Model;

/// <summary>Which of the two engines of a pair an engine is configured to be.</summary>
public enum RedundancyRole
{
    /// <summary>The engine that the objects are assigned to.</summary>
    Primary,

    /// <summary>Its partner.</summary>
    Backup,
}

/// <summary>A platform or an engine as an export of the site's galaxy database has it. What the export does not say is <see langword="null"/>.</summary>
/// <param name="TagName">Its name in the galaxy.</param>
/// <param name="Line">The line of the export that it stands in, from 1.</param>
public abstract record SiteObject(string TagName, int Line)
{
    /// <summary>Whether it is deployed.</summary>
    public bool? IsDeployed { get; init; }

    /// <summary>Whether it is in software upgrade pending (SUP).</summary>
    public bool? IsUpgradePending { get; init; }

    /// <summary>What it is called in messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>A WinPlatform of the site.</summary>
/// <param name="TagName">Its name in the galaxy.</param>
/// <param name="Line">The line of the export that it stands in, from 1.</param>
public sealed record SitePlatform(string TagName, int Line) : SiteObject(TagName, Line)
{
    /// <summary>The computer.</summary>
    public string? Node { get; init; }

    /// <summary>Whether the galaxy database is on it.</summary>
    public bool? IsGalaxyRepository { get; init; }

    /// <summary>The computer of the System Management Server that it uses.</summary>
    public string? Sms { get; init; }

    /// <inheritdoc />
    public override string Kind => "platform";
}

/// <summary>An AppEngine of the site.</summary>
/// <param name="TagName">Its name in the galaxy.</param>
/// <param name="Line">The line of the export that it stands in, from 1.</param>
/// <param name="Host">The tag name of the platform that hosts it.</param>
public sealed record SiteEngine(string TagName, int Line, string Host) : SiteObject(TagName, Line)
{
    /// <summary>The tag name of the other engine of its redundant pair.</summary>
    public string? Partner { get; init; }

    /// <summary>Which of the two it is.</summary>
    public RedundancyRole? Role { get; init; }

    /// <summary>Whether it is the active one of its pair.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Whether data of its objects goes to the Historian.</summary>
    public bool? IsHistorized { get; init; }

    /// <summary>How many objects are assigned to it. In a redundant pair that is the primary alone.</summary>
    public long? HostedObjects { get; init; }

    /// <inheritdoc />
    public override string Kind => "engine";
}

/// <summary>The topology of a site's galaxy as an export of its database has it.</summary>
/// <param name="Galaxy">The galaxy's name.</param>
/// <param name="RepositoryNode">The computer that the database is on.</param>
/// <param name="Platforms">The platforms, in the order of the export.</param>
/// <param name="Engines">The engines that a platform hosts, in the order of the export.</param>
/// <param name="SaysPartners">Whether the export names partners, so that an engine without one is known not to be redundant.</param>
public sealed record Site(
    string? Galaxy,
    string? RepositoryNode,
    ValueList<SitePlatform> Platforms,
    ValueList<SiteEngine> Engines,
    bool SaysPartners)
{
    /// <summary>Platforms and engines.</summary>
    public IEnumerable<SiteObject> Objects => Platforms.Cast<SiteObject>().Concat(Engines);
}

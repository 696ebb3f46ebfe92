namespace PlanAnalyzers.Sites;

/// <summary>A column of an export: what is known of a platform or an engine.</summary>
/// <param name="Name">Its name in the first line, in any case.</param>
/// <param name="IsRequired">Whether nothing can be made of an export without it.</param>
/// <param name="Meaning">What stands in it.</param>
public sealed record ExportColumn(string Name, bool IsRequired, string Meaning)
{
    /// <summary>The object's name.</summary>
    public static readonly ExportColumn TagName = new("tag_name", IsRequired: true, "the object's name in the galaxy");

    /// <summary>What the object is.</summary>
    public static readonly ExportColumn Template = new(
        "template", IsRequired: true, "original_template_tagname of its template: $WinPlatform and $AppEngine are read, other rows are passed over");

    /// <summary>What hosts the object.</summary>
    public static readonly ExportColumn HostedBy = new("hosted_by", IsRequired: true, "tag name of its host: of an engine its platform");

    /// <summary>The galaxy.</summary>
    public static readonly ExportColumn Galaxy = new("galaxy", IsRequired: false, "the galaxy's name, the same in each row");

    /// <summary>Where the database is.</summary>
    public static readonly ExportColumn RepositoryNode = new("repository_node", IsRequired: false, "the computer that the database is on, the same in each row");

    /// <summary>Whether the row is no instance.</summary>
    public static readonly ExportColumn IsTemplate = new("is_template", IsRequired: false, "1 for a template, whose row is passed over");

    /// <summary>Whether it is deployed.</summary>
    public static readonly ExportColumn Deployed = new("deployed", IsRequired: false, "1 where it is deployed");

    /// <summary>Whether it is in SUP.</summary>
    public static readonly ExportColumn SoftwareUpgradeNeeded = new("software_upgrade_needed", IsRequired: false, "1 where it is in software upgrade pending (SUP)");

    /// <summary>The platform's computer.</summary>
    public static readonly ExportColumn Node = new("node", IsRequired: false, "platforms: the computer's name");

    /// <summary>Whether the platform is the Galaxy Repository.</summary>
    public static readonly ExportColumn GalaxyRepository = new("galaxy_repository", IsRequired: false, "platforms: 1 for the Galaxy Repository");

    /// <summary>The platform's SMS.</summary>
    public static readonly ExportColumn Sms = new("sms", IsRequired: false, "platforms: the computer of the System Management Server that the node uses");

    /// <summary>The engine's partner.</summary>
    public static readonly ExportColumn Partner = new("partner", IsRequired: false, "engines: tag name of the other engine of the redundant pair");

    /// <summary>Which of the pair the engine is.</summary>
    public static readonly ExportColumn RedundancyRole = new("redundancy_role", IsRequired: false, "engines: primary or backup, as configured");

    /// <summary>Whether the engine is active.</summary>
    public static readonly ExportColumn Active = new("active", IsRequired: false, "engines: 1 for the engine of a pair that is active now");

    /// <summary>Whether data goes to the Historian.</summary>
    public static readonly ExportColumn Historized = new("historized", IsRequired: false, "engines: 1 where data of its objects goes to the Historian");

    /// <summary>How many objects the engine has.</summary>
    public static readonly ExportColumn HostedObjects = new("hosted_objects", IsRequired: false, "engines: how many objects are assigned to it");

    /// <summary>All columns that are read.</summary>
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        TagName, Template, HostedBy, Galaxy, RepositoryNode, IsTemplate, Deployed, SoftwareUpgradeNeeded,
        Node, GalaxyRepository, Sms, Partner, RedundancyRole, Active, Historized, HostedObjects,
    ];

    /// <summary>The column of a name, or none: exports may have more columns.</summary>
    public static ExportColumn? Named(string name) => All.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

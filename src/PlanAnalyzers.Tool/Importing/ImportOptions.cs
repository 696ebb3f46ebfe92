namespace PlanAnalyzers.Tool;

/// <summary>What the user says that the export does not.</summary>
/// <param name="Export">The name of the export, for comments.</param>
internal sealed record ImportOptions(string Export)
{
    /// <summary>The class of the galaxy.</summary>
    public string? Class { get; init; }

    /// <summary>The namespace.</summary>
    public string? Namespace { get; init; }

    /// <summary>The version that the galaxy has.</summary>
    public SystemPlatform? From { get; init; }

    /// <summary>The version that the galaxy is to have.</summary>
    public SystemPlatform? To { get; init; }

    /// <summary>The computer of the System Management Server.</summary>
    public string? Sms { get; init; }

    /// <summary>The tag name of the Galaxy Repository platform.</summary>
    public string? GalaxyRepository { get; init; }

    /// <summary>How backups are named.</summary>
    public IReadOnlyList<PartnerRule> PartnerRules { get; init; } = [PartnerRule.Of(PartnerRule.Default)!];
}

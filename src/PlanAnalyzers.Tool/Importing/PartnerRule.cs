namespace PlanAnalyzers.Tool;

/// <summary>How a site names the backup of an engine: a pattern such as <c>{primary}_Backup</c>.</summary>
/// <param name="Before">What stands before the primary's name.</param>
/// <param name="After">What stands behind it.</param>
internal sealed record PartnerRule(string Before, string After)
{
    private const string Primary = "{primary}";

    /// <summary>What is taken where nothing is said.</summary>
    public const string Default = Primary + "_Backup";

    /// <summary>Says that no name tells a partner.</summary>
    public const string None = "none";

    /// <summary>The rule that a text states, or none where it states no rule.</summary>
    public static PartnerRule? Of(string text) =>
        text.Split(Primary) is [var before, var after] && before.Length + after.Length > 0 ? new PartnerRule(before.Trim(), after.Trim()) : null;

    /// <summary>The name of the backup of an engine.</summary>
    public string BackupOf(string primary) => Before + primary + After;

    public override string ToString() => Before + Primary + After;
}

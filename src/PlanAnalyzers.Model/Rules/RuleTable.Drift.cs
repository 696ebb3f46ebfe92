namespace PlanAnalyzers.Model;

/// <content>UPG8xxx: what the galaxy's class and the site say differently.</content>
public static partial class RuleTable
{
    /// <summary>UPG8001.</summary>
    public static readonly Rule NotCompared = new(
        "UPG8001", RuleSeverity.Warning, RuleCategory.Drift,
        "Galaxy cannot be compared with its site",
        "A plan that is right for the galaxy of the class may be wrong for the plant; without the site's export nobody is told.",
        UpgradePage);

    /// <summary>UPG8002.</summary>
    public static readonly Rule PlatformNotDeclared = new(
        "UPG8002", RuleSeverity.Warning, RuleCategory.Drift,
        "Platform of the site is not declared",
        "No plan upgrades a platform that the galaxy does not declare. After the migration it stays in software upgrade pending.",
        UpgradePage);

    /// <summary>UPG8003.</summary>
    public static readonly Rule PlatformNotInSite = new(
        "UPG8003", RuleSeverity.Warning, RuleCategory.Drift,
        "Declared platform is not in the site",
        "Steps for a platform that the site does not have cannot be carried out, and what depends on them has to wait.",
        UpgradePage);

    /// <summary>UPG8004.</summary>
    public static readonly Rule EngineNotDeclared = new(
        "UPG8004", RuleSeverity.Warning, RuleCategory.Drift,
        "Engine of the site is not declared",
        "Whether an engine keeps running is checked only where it is declared; of a pair both engines are.",
        UpgradePage);

    /// <summary>UPG8005.</summary>
    public static readonly Rule EngineNotInSite = new(
        "UPG8005", RuleSeverity.Warning, RuleCategory.Drift,
        "Declared engine is not in the site",
        "A backup that the site does not have takes over nothing, and a plan that counts on it stops the line.",
        UpgradePage);

    /// <summary>UPG8006.</summary>
    public static readonly Rule ElsewhereInSite = new(
        "UPG8006", RuleSeverity.Warning, RuleCategory.Drift,
        "Platform or engine is somewhere else in the site",
        "Where an engine runs decides which platform goes first and what stops with it.",
        UpgradePage);

    /// <summary>UPG8007.</summary>
    public static readonly Rule OtherPartnerInSite = new(
        "UPG8007", RuleSeverity.Warning, RuleCategory.Drift,
        "Redundancy of an engine is another one in the site",
        "A plan keeps one engine of each declared pair running. Where the partners are others in the plant, it keeps the wrong ones.",
        RedundancyPage);

    /// <summary>UPG8008.</summary>
    public static readonly Rule NotAsPlansBegin = new(
        "UPG8008", RuleSeverity.Warning, RuleCategory.Drift,
        "Site is not as plans begin",
        "A plan begins with everything deployed at the old version and nothing in software upgrade pending. What it says of later states holds only then.",
        UpgradePage);

    /// <summary>UPG8009.</summary>
    public static readonly Rule OtherEngineActive = new(
        "UPG8009", RuleSeverity.Warning, RuleCategory.Drift,
        "Another engine of the pair is active in the site",
        "The standby's platform goes first. Where the other engine is active the plan makes a failover more, at another time than it says.",
        UpgradePage);
}

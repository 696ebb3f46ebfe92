namespace PlanAnalyzers.Model;

/// <summary>How bad it is to break a rule.</summary>
public enum RuleSeverity
{
    /// <summary>Something the engineer is told.</summary>
    Info,

    /// <summary>The plan can be carried out but costs more than it must.</summary>
    Warning,

    /// <summary>The plan is unsafe or cannot be read, and must not be carried out.</summary>
    Error,
}

/// <summary>The topics of the rules; each has its own range of ids.</summary>
public enum RuleCategory
{
    /// <summary>UPG1xxx: how the plan is written.</summary>
    Authoring,

    /// <summary>UPG2xxx: what the galaxy consists of.</summary>
    Topology,

    /// <summary>UPG3xxx: the System Management Server.</summary>
    SystemManagementServer,

    /// <summary>UPG4xxx: the order of the steps.</summary>
    Order,

    /// <summary>UPG5xxx: what can be deployed when.</summary>
    Deployment,

    /// <summary>UPG6xxx: what must be true at the end.</summary>
    End,

    /// <summary>UPG7xxx: advice about run-time data.</summary>
    Advice,

    /// <summary>UPG8xxx: what the galaxy's class and the site say differently.</summary>
    Drift,
}

/// <summary>The description of a rule, from which descriptors, tables, release notes, pages and tests are made.</summary>
/// <param name="Id">The id, which never changes its meaning.</param>
/// <param name="Severity">How bad it is to break it.</param>
/// <param name="Category">Its topic.</param>
/// <param name="Title">What the rule is about, without full stop.</param>
/// <param name="Why">What happens in the plant, in a sentence or two.</param>
/// <param name="Evidence">Where the vendor says so: the page's name, or <see langword="null"/> for rules about writing C#.</param>
public sealed record Rule(
    string Id,
    RuleSeverity Severity,
    RuleCategory Category,
    string Title,
    string Why,
    string? Evidence)
{
    /// <summary>The rule's id and title.</summary>
    public override string ToString() => $"{Id} {Title}";
}

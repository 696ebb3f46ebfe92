namespace PlanAnalyzers.Model;

/// <summary>The redundancy status of an engine, as Platform Manager shows it.</summary>
/// <remarks>
/// From the vendor's pages "AppEngine redundancy states" and "Upgrade redundant pairs". The passing statuses (determining
/// failover status, syncing, switching) are not modelled: a step is over when they are.
/// </remarks>
public enum RedundancyStatus
{
    /// <summary>The engine has none: it is not redundant, or not deployed, or not running.</summary>
    None,

    /// <summary>It runs the objects and its partner stands by.</summary>
    Active,

    /// <summary>It runs the objects; its partner cannot be reached.</summary>
    ActiveStandbyNotAvailable,

    /// <summary>It runs the objects; its partner has older software and was stopped and unregistered.</summary>
    ActivePartnerNotUpgraded,

    /// <summary>It is in sync with the active engine and can take over.</summary>
    StandbyReady,
}

/// <summary>The deployment status of a redundant pair, in the vendor's words.</summary>
public enum PairStatus
{
    /// <summary>Neither engine is deployed.</summary>
    PairUndeployed,

    /// <summary>One of the two engines is deployed.</summary>
    PartialDeployed,

    /// <summary>Both engines are deployed.</summary>
    PairDeployed,
}

/// <summary>Statuses in the vendor's words.</summary>
public static class StatusText
{
    /// <summary>The status as the vendor writes it: <c>Active - Partner not Upgraded</c>.</summary>
    public static string Text(this RedundancyStatus status) => status switch
    {
        RedundancyStatus.Active => "Active",
        RedundancyStatus.ActiveStandbyNotAvailable => "Active - Standby not Available",
        RedundancyStatus.ActivePartnerNotUpgraded => "Active - Partner not Upgraded",
        RedundancyStatus.StandbyReady => "Standby - Ready",
        _ => "",
    };

    /// <summary>The status as the vendor writes it: <c>Partial Deployed</c>.</summary>
    public static string Text(this PairStatus status) => status switch
    {
        PairStatus.PairDeployed => "Pair Deployed",
        PairStatus.PartialDeployed => "Partial Deployed",
        _ => "Pair Undeployed",
    };

    /// <summary>Whether an engine with this status is the active one of its pair.</summary>
    public static bool IsActive(this RedundancyStatus status) =>
        status is RedundancyStatus.Active
            or RedundancyStatus.ActiveStandbyNotAvailable
            or RedundancyStatus.ActivePartnerNotUpgraded;
}

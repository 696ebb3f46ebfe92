namespace PlanAnalyzers.Execution;

/// <summary>What a simulator does wrong at a step, to see what comes of it.</summary>
internal enum InjectedFault
{
    Fails,
    Hangs,
    FalseFailure,
    PartnerAway,
    NodeAway,
    Changed,
}

/// <summary>The faults as they are written on the command line.</summary>
internal static class InjectedFaultText
{
    /// <summary>The names, in the order in which the help and the documentation show them.</summary>
    public static IReadOnlyList<(string Name, InjectedFault Fault, string What)> Table { get; } =
    [
        ("fails", InjectedFault.Fails, "the step fails and nothing of it takes effect"),
        ("hangs", InjectedFault.Hangs, "the step never ends"),
        ("false-failure", InjectedFault.FalseFailure, "the step takes effect but is reported as failed"),
        ("partner-away", InjectedFault.PartnerAway, "before the step the partners of its engines cannot be reached"),
        ("node-away", InjectedFault.NodeAway, "after the step its node does not come back"),
        ("changed", InjectedFault.Changed, "before the step somebody else shuts a platform down"),
    ];
}

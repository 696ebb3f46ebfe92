using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>
/// UPG5004 on the day: a redundant engine is deployed only beside a partner that answers and is ready. The vendor's deployment fails
/// otherwise, and nobody can accept that away.
/// </summary>
internal static class DeploymentGuard
{
    private static readonly string[] ReadyStatuses =
    [
        .. Enum.GetValues<RedundancyStatus>().Where(status => status.IsActive()).Select(status => status.Text()),
    ];

    /// <summary>Why the step must not be begun; nothing where it may.</summary>
    public static IReadOnlyList<string> Of(Galaxy galaxy, Transition transition, Observation observed) =>
        [.. Partners(galaxy, transition).Select(pair => Obstacle(pair.Engine, pair.Partner, observed)).OfType<string>()];

    /// <summary>The engines that the step deploys beside a partner that is deployed.</summary>
    public static IEnumerable<(AppEngine Engine, AppEngine Partner)> Partners(Galaxy galaxy, Transition transition)
    {
        foreach (var change in transition.Changes.OfType<EngineChange>().Where(change => !change.Before.Deployed && change.After.Deployed))
        {
            if (galaxy.PartnerOf(change.Engine) is { } partner && transition.Before[partner].Deployed)
            {
                yield return (change.Engine, partner);
            }
        }
    }

    private static string? Obstacle(AppEngine engine, AppEngine partner, Observation observed)
    {
        var platform = partner.Platform;
        if (observed[platform.Name, Aspect.Reachability] != VisibleState.Reachable)
        {
            return Fails($"the node {platform.Node} of its partner {partner.Name} cannot be reached");
        }

        if (observed[partner.Name, Aspect.Reachability] != VisibleState.Reachable)
        {
            return Fails($"its partner {partner.Name} is deployed but cannot be reached");
        }

        var status = observed[partner.Name, Aspect.Redundancy];
        return ReadyStatuses.Contains(status, StringComparer.Ordinal)
            ? null
            : Fails($"its partner {partner.Name} is not ready to sync: its status is {status ?? "not seen"}");

        string Fails(string why) => $"UPG5004: {engine.Name} cannot be deployed, because {why}. Mend that and observe again.";
    }
}

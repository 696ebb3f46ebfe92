using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>One thing that is seen to be otherwise than a plan promises.</summary>
/// <param name="Subject">The platform, the engine or the galaxy.</param>
/// <param name="Aspect">What of it.</param>
/// <param name="Promised">How it should be.</param>
/// <param name="Observed">How it is.</param>
internal sealed record Difference(string Subject, Aspect Aspect, string Promised, string Observed);

/// <summary>What is different between the state that a plan promises and what is observed.</summary>
internal static class StateDifference
{
    /// <summary>What stands in place of something that had to be seen and was not.</summary>
    public const string NotSeen = "not seen";

    /// <summary>The differences in the order of the state's rows; none where all that must be seen was seen to be as promised.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="promised">The state that it promises.</param>
    /// <param name="observed">What was seen.</param>
    /// <param name="isCompared">Whether a platform, an engine or the galaxy is looked at.</param>
    public static IReadOnlyList<Difference> Between(
        UpgradePlan plan, GalaxyState promised, Observation observed, Func<string, bool> isCompared)
    {
        var hidden = Hidden(plan.Galaxy, observed);
        return
        [
            .. VisibleState.Of(plan, promised)
                .Where(fact => isCompared(fact.Subject))
                .Select(fact => new Difference(fact.Subject, fact.Aspect, fact.Value, Seen(fact)))
                .Where(difference => difference.Observed != difference.Promised),
        ];

        string Seen(Fact fact) =>
            observed[fact.Subject, fact.Aspect]
            ?? (VisibleState.IsRequired(fact.Aspect) && !hidden.Contains((fact.Subject, fact.Aspect)) ? NotSeen : fact.Value);
    }

    /// <summary>The differences between two states of one galaxy, as sentences.</summary>
    public static IReadOnlyList<string> Between(ValidatedPlan plan, GalaxyState promised, GalaxyState observed) =>
        observed.Equals(promised)
            ? []
            : Sentences(Between(plan.Plan, promised, new Observation(VisibleState.Of(plan.Plan, observed)), _ => true));

    /// <summary>One sentence for each thing that is otherwise.</summary>
    public static IReadOnlyList<string> Sentences(IEnumerable<Difference> differences) =>
    [
        .. differences.GroupBy(difference => difference.Subject, StringComparer.Ordinal).Select(of =>
            $"{of.Key} should be: {string.Join(", ", of.Select(difference => difference.Promised))}; "
            + $"it is: {string.Join(", ", of.Select(Observed).Distinct(StringComparer.Ordinal))}"),
    ];

    private static string Observed(Difference difference) =>
        difference.Observed == NotSeen ? $"{difference.Aspect.ToString().ToLowerInvariant()} {NotSeen}" : difference.Observed;

    /// <summary>Whether something cannot be seen because of what was seen.</summary>
    public static bool IsHidden(Galaxy galaxy, Observation observed, Fact fact) => Hidden(galaxy, observed).Contains((fact.Subject, fact.Aspect));

    /// <summary>What cannot be seen because of something that was seen: that is the difference, and not what it hides.</summary>
    private static HashSet<(string Subject, Aspect Aspect)> Hidden(Galaxy galaxy, Observation observed)
    {
        var hidden = new HashSet<(string, Aspect)>();
        foreach (var platform in galaxy.Platforms)
        {
            var isReachable = observed[platform.Name, Aspect.Reachability] != VisibleState.NotReachable;
            var isDeployed = observed[platform.Name, Aspect.Deployment] != VisibleState.Undeployed;
            var isRunning = isReachable && isDeployed && observed[platform.Name, Aspect.Operation] != VisibleState.ShutDown;
            if (!isReachable)
            {
                hidden.UnionWith([(platform.Name, Aspect.Software), (platform.Name, Aspect.Deployment)]);
            }

            if (!isReachable || !isDeployed)
            {
                hidden.Add((platform.Name, Aspect.Operation));
            }

            foreach (var engine in galaxy.EnginesOn(platform))
            {
                if (!isReachable)
                {
                    hidden.Add((engine.Name, Aspect.Deployment));
                }

                var isThere = isRunning && observed[engine.Name, Aspect.Deployment] != VisibleState.Undeployed;
                var isSilent = !isThere || observed[engine.Name, Aspect.Reachability] == VisibleState.NotReachable;
                if (isSilent)
                {
                    hidden.Add((engine.Name, Aspect.Operation));
                }

                if (!isThere || observed[engine.Name, Aspect.Operation] == VisibleState.ShutDown)
                {
                    hidden.Add((engine.Name, Aspect.Reachability));
                }

                if (isSilent || observed[engine.Name, Aspect.Operation] == VisibleState.ShutDown)
                {
                    hidden.Add((engine.Name, Aspect.Redundancy));
                }
            }
        }

        return hidden;
    }
}

namespace PlanAnalyzers.Model;

/// <summary>Where the check of a plan stands: the step that is next and the state it finds.</summary>
internal sealed class PlanWalk(UpgradePlan plan)
{
    public Galaxy Galaxy => plan.Galaxy;

    public Platform Repository { get; } = plan.Galaxy.GalaxyRepository;

    /// <summary>The place of the step among the plan's steps.</summary>
    public int Index { get; set; }

    public Step Step => plan.Steps[Index];

    /// <summary>The state before the step, after what earlier findings had to assume.</summary>
    public GalaxyState State { get; set; } = GalaxyState.AtStart(plan.Galaxy);

    /// <summary>The later of the two versions, since a plan with the two swapped is one mistake and not many.</summary>
    public SystemPlatform NewVersion => plan.From > plan.To ? plan.From : plan.To;

    public SystemPlatform OldVersion => plan.From > plan.To ? plan.To : plan.From;

    /// <summary>The platform that the step upgrades for the first time, if it does that.</summary>
    public Platform? Upgraded => Step is Upgrade { Platform: var platform } && State[platform].Software == Software.Old ? platform : null;

    /// <summary>The platform that the step deploys or deploys to, if it does that.</summary>
    public Platform? DeployedTo => Step is CascadeDeploy deploy ? PlatformOf(deploy.Target) : null;

    /// <summary>The release that a platform has now.</summary>
    public string VersionOf(Platform platform) =>
        (State[platform].Software == Software.New ? NewVersion : OldVersion).Text();

    public static Platform PlatformOf(DeployTarget target) => target is AppEngine engine ? engine.Platform : (Platform)target;

    /// <summary>Whether a later step of the plan does something to the platform or to an engine on it.</summary>
    public bool ComesLater(Platform platform)
    {
        for (var i = Index + 1; i < plan.Steps.Count; i++)
        {
            foreach (var target in plan.Steps[i].Targets)
            {
                if (PlatformOf(target).Index == platform.Index)
                {
                    return true;
                }
            }
        }

        return false;
    }
}

/// <summary>A rule that the next step of a plan breaks, and what the author must have meant.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">What happens in the plant and what to do.</param>
internal sealed record Violation(Rule Rule, string Message)
{
    /// <summary>The steps that are missing before this one; the check goes on as if they stood there.</summary>
    public IReadOnlyList<Step> Missing { get; init; } = [];

    /// <summary>Whether the step stands in a wrong place altogether; the check goes on as if it were not there.</summary>
    public bool Misplaced { get; init; }

    /// <summary>Declarations that matter to the finding.</summary>
    public IReadOnlyList<Declaration> About { get; init; } = [];
}

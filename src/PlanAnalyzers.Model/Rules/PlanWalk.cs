namespace PlanAnalyzers.Model;

/// <summary>Where the check of a plan stands: the step that is next and the state it finds.</summary>
internal sealed class PlanWalk(UpgradePlan plan)
{
    private readonly PlaceOfEach undeployedPlatforms = new(plan.Galaxy.Platforms.Count);
    private readonly PlaceOfEach undeployedEngines = new(plan.Galaxy.Engines.Count);
    private readonly PlaceOfEach shutDownPlatforms = new(plan.Galaxy.Platforms.Count);
    private RepositoryWork written;
    private StepIndex? steps;
    private Step? step;
    private ValueList<DeployTarget>? targets;
    private ValueList<DeployTarget>? deployed;

    public Galaxy Galaxy { get; } = plan.Galaxy;

    public Platform Repository { get; } = plan.Galaxy.GalaxyRepository;

    /// <summary>The place of the step among the plan's steps.</summary>
    public int Index { get; private set; }

    /// <summary>The step: the first one until the walk goes to another.</summary>
    public Step Step => step ??= plan.Steps[0];

    /// <summary>What the step names.</summary>
    public ValueList<DeployTarget> Targets => targets ??= Step.Targets;

    /// <summary>The state before the step, after what earlier findings had to assume.</summary>
    public required ChangingState State { get; init; }

    /// <summary>Goes to a step of the plan.</summary>
    public void GoTo(int index, Step next)
    {
        Index = index;
        step = next;
        targets = null;
        deployed = null;
    }

    /// <summary>Whether an engine started without its partner's checkpoint before this step.</summary>
    public bool HasLostACheckpoint { get; set; }

    /// <summary>Whether this step was reported as a deployment that fails because its node is in software upgrade pending.</summary>
    public bool IsBarred { get; set; }

    /// <summary>
    /// The pairs that a step stopped altogether, which was reported. Which engine is active after that is a matter of which starts first.
    /// </summary>
    public HashSet<RedundantPair> Stopped { get; } = [];

    /// <summary>Whether the two versions make sense; where they do not, nothing can be said that depends on them.</summary>
    public bool VersionsAreKnown => plan.To > plan.From;

    public SystemPlatform NewVersion => plan.To;

    public SystemPlatform OldVersion => plan.From;

    /// <summary>The platform that the step upgrades for the first time, if it does that.</summary>
    public Platform? Upgraded => Step is Upgrade { Platform: var platform } && State[platform].Software == Software.Old ? platform : null;

    /// <summary>What the step deploys, if it does that.</summary>
    public ValueList<DeployTarget> Deployed => deployed ??= Step is CascadeDeploy or Deploy ? Targets : ValueList<DeployTarget>.Empty;

    /// <summary>The platforms that the step deploys or deploys to.</summary>
    public IEnumerable<Platform> DeployedTo => Deployed.Select(PlatformOf).Distinct();

    /// <summary>Whether the step deploys a platform or to it.</summary>
    public bool DeploysTo(Platform platform) => Deployed.Any(target => PlatformOf(target).Index == platform.Index);

    /// <summary>The groups of branches that the step stands in, and in which branch of each.</summary>
    public Stack<(InParallel Group, Branch Branch)> Branches { get; } = new();

    private StepIndex Steps => steps ??= new StepIndex(plan.Steps);

    /// <summary>The release that a platform has now.</summary>
    public string VersionOf(Platform platform) =>
        (State[platform].Software == Software.New ? NewVersion : OldVersion).Text();

    public static Platform PlatformOf(DeployTarget target) => target is AppEngine engine ? engine.Platform : (Platform)target;

    /// <summary>The place of the step that undeployed a platform or an engine, if one did.</summary>
    public int? UndeployedBy(DeployTarget target) =>
        target is AppEngine engine ? undeployedEngines[engine.Index] : undeployedPlatforms[target.Index];

    /// <summary>The place of the step that shut a platform down, if one did.</summary>
    public int? ShutDownBy(Platform platform) => shutDownPlatforms[platform.Index];

    /// <summary>Notes what this step, or one that is missing before it, did to a platform.</summary>
    public void NotePlatform(int index, PlatformState before, PlatformState after)
    {
        if (before.Deployed && !after.Deployed)
        {
            undeployedPlatforms.Set(index, Index);
        }
        else if (before.Running && !after.Running)
        {
            shutDownPlatforms.Set(index, Index);
        }
    }

    /// <summary>Notes what this step, or one that is missing before it, did to an engine.</summary>
    public void NoteEngine(int index, EngineState before, EngineState after)
    {
        if (before.Deployed && !after.Deployed)
        {
            undeployedEngines.Set(index, Index);
        }
    }

    /// <summary>
    /// Notes that this step upgrades a platform: whatever was undeployed there before, from here on it can be deployed again, and should be.
    /// </summary>
    public void IsUndeployedHere(Platform upgraded)
    {
        undeployedPlatforms.Set(upgraded.Index, Index);
        foreach (var engine in Galaxy.EnginesOn(upgraded))
        {
            undeployedEngines.Set(engine.Index, Index);
        }
    }

    /// <summary>The steps before this one, the nearest first.</summary>
    public IEnumerable<Step> Earlier()
    {
        for (var i = Index - 1; i >= 0; i--)
        {
            yield return plan.Steps[i];
        }
    }

    /// <summary>Whether a later step of the plan does something to the platform or to an engine on it.</summary>
    public bool ComesLater(Platform platform) => Exists(Steps.NextAt(platform, Index));

    /// <summary>Whether a step stands in a branch that runs beside the one of this step.</summary>
    public bool IsBeside(Step step) => Branches.Any(open => open.Group.Branches.Any(other =>
        !ReferenceEquals(other, open.Branch) && other.Parts.ToPlanSteps().Contains(step)));

    /// <summary>Whether a later step deploys an engine, by itself or with its platform.</summary>
    public bool IsDeployedLater(AppEngine engine) =>
        Exists(Steps.NextDeployment(engine, Index)) || Exists(Steps.NextCascade(engine.Platform, Index));

    /// <summary>Whether a step comes later in the plan.</summary>
    public bool ComesLater(Step step) => Exists(Steps.Next(step, Index));

    /// <summary>Whether a step at the Galaxy Repository stands neither before nor after this one.</summary>
    public bool IsNowhere(RepositoryWork work, Step step) => !HasWritten(work) && !ComesLater(step);

    /// <summary>
    /// Whether this step comes again later, after all that is missing before it: then it is the earlier one that is too much. A cascade
    /// deploy does what a plain one does.
    /// </summary>
    public bool ComesAgainAfter(IReadOnlyList<Step> missing)
    {
        var again = Math.Min(Steps.Next(Step, Index), Step is Deploy plain ? Steps.NextCascade(plain.Target, Index) : int.MaxValue);
        return Exists(again) && missing.All(step => Steps.Next(step, Index) < again);
    }

    /// <summary>
    /// Notes work at the Galaxy Repository that the author wrote, or that was reported to be nowhere. Where the procedure of the GR stands too
    /// late in the plan, this tells whether it is at least whole.
    /// </summary>
    public void Write(Step step)
    {
        if (written != RepositoryWork.All)
        {
            written |= AtTheRepository(step);
        }
    }

    private static RepositoryWork AtTheRepository(Step step) => step switch
    {
        Upgrade { Platform.IsGalaxyRepository: true } => RepositoryWork.Upgrade,
        Reboot { Platform.IsGalaxyRepository: true } => RepositoryWork.Reboot,
        MigrateGalaxy => RepositoryWork.Migration,
        CascadeDeploy or Deploy when IsAtRepositoryAlone(step.Targets) => RepositoryWork.Deployment,
        _ => RepositoryWork.None,
    };

    /// <summary>Whether work at the Galaxy Repository was written so far.</summary>
    public bool HasWritten(RepositoryWork work) => (written & work) == work;

    private static bool IsAtRepositoryAlone(ValueList<DeployTarget> targets) =>
        targets.Any(static target => target is Platform { IsGalaxyRepository: true })
        && targets.All(static target => PlatformOf(target).IsGalaxyRepository);

    private static bool Exists(int place) => place < int.MaxValue;

    /// <summary>A place in the plan for each of the galaxy's platforms or engines, or none.</summary>
    private sealed class PlaceOfEach(int count)
    {
        private int[]? afterEach; // One more than the place, so that 0 is none.

        public int? this[int index] => afterEach is not null && afterEach[index] > 0 ? afterEach[index] - 1 : null;

        public void Set(int index, int place) => (afterEach ??= new int[count])[index] = place + 1;
    }
}

/// <summary>What is done at the Galaxy Repository.</summary>
[Flags]
internal enum RepositoryWork
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its software is upgraded.</summary>
    Upgrade = 1,

    /// <summary>Its node is rebooted.</summary>
    Reboot = 2,

    /// <summary>The galaxy database is migrated.</summary>
    Migration = 4,

    /// <summary>It is deployed, and nothing else with it.</summary>
    Deployment = 8,

    /// <summary>All of it.</summary>
    All = Upgrade | Reboot | Migration | Deployment,
}

/// <summary>A rule that the next step of a plan breaks, and what the author must have meant.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">What happens in the plant and what to do.</param>
internal sealed record Violation(Rule Rule, string Message)
{
    /// <summary>
    /// The steps that are missing before this one, the one that the rule is about last; the check goes on as if they stood there.
    /// </summary>
    public IReadOnlyList<Step> Missing { get; init; } = [];

    /// <summary>Whether the step stands in a wrong place altogether; the check goes on as if it were not there.</summary>
    public bool Misplaced { get; init; }

    /// <summary>Declarations that matter to the finding.</summary>
    public IReadOnlyList<Declaration> About { get; init; } = [];
}

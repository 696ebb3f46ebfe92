namespace PlanAnalyzers.Model;

/// <summary>Rebuilds a validated plan from what the generator wrote into the plan's class.</summary>
/// <remarks>
/// The transitions are taken as written and not worked out again: what is carried out is what was checked while compiling.
/// <see cref="ValidatedPlan.Verify"/> compares the two before a run.
/// </remarks>
internal sealed class ValidatedPlanBuilder
{
    private readonly UpgradePlan plan;
    private readonly List<Transition> transitions = [];
    private readonly Stack<OpenPart> open = new();
    private readonly TransitionBuilder next;
    private readonly List<Effect> effects = [];
    private Step? step;

    /// <summary>Starts with the state in which the plan starts.</summary>
    /// <param name="name">The name of the plan's class.</param>
    /// <param name="galaxy">The galaxy.</param>
    /// <param name="from">The version that the galaxy has.</param>
    /// <param name="to">The version that the galaxy is to have.</param>
    public ValidatedPlanBuilder(string name, Galaxy galaxy, SystemPlatform from, SystemPlatform to)
    {
        plan = new UpgradePlan(name, galaxy, from, to, PlanSteps.Empty);
        next = new TransitionBuilder(GalaxyState.AtStart(galaxy));
        open.Push(new OpenPart(parts => new Phase("", parts))); // The plan itself, of which only the parts are used.
    }

    /// <summary>The galaxy.</summary>
    public Galaxy Galaxy => plan.Galaxy;

    /// <summary>Begins the next step.</summary>
    public ValidatedPlanBuilder Step(Step nextStep)
    {
        Finish();
        step = nextStep;
        open.Peek().Parts.Add(nextStep);
        return this;
    }

    /// <summary>Begins a phase; it goes on until <see cref="End"/>.</summary>
    public ValidatedPlanBuilder Phase(string title) => Begin(parts => new Phase(title, parts));

    /// <summary>Begins branches that run side by side; they go on until <see cref="End"/>.</summary>
    public ValidatedPlanBuilder InParallel() => Begin(branches => new InParallel(branches.Cast<Phase>().Select(branch => new Branch(branch.Parts)).ToValueList()));

    /// <summary>Begins a branch; it goes on until <see cref="End"/>.</summary>
    public ValidatedPlanBuilder Branch() => Phase("");

    /// <summary>Ends the phase, branch or group of branches that was begun last.</summary>
    public ValidatedPlanBuilder End()
    {
        var part = open.Pop();
        open.Peek().Parts.Add(part.Make(part.Parts.ToValueList()));
        return this;
    }

    /// <summary>The step leaves a platform in this state.</summary>
    public ValidatedPlanBuilder Becomes(Platform platform, PlatformState state)
    {
        next[platform] = state;
        return this;
    }

    /// <summary>The step leaves an engine in this state.</summary>
    public ValidatedPlanBuilder Becomes(AppEngine engine, EngineState state)
    {
        next[engine] = state;
        return this;
    }

    /// <summary>The step leaves what exists once in a galaxy in this state.</summary>
    public ValidatedPlanBuilder Becomes(DatabaseState state)
    {
        next.Database = state;
        return this;
    }

    /// <summary>This happens during the step.</summary>
    public ValidatedPlanBuilder Happens(Effect effect)
    {
        effects.Add(effect);
        return this;
    }

    /// <summary>The plan with all steps.</summary>
    /// <param name="fingerprint">The fingerprint that was taken while compiling.</param>
    /// <exception cref="PlanRefusedException">The fingerprint is another one: the generated file was changed.</exception>
    public ValidatedPlan Build(string fingerprint)
    {
        Finish();
        var validated = new ValidatedPlan(plan with { Steps = open.Peek().Parts.ToPlanSteps() }, transitions.ToValueList());
        return validated.Fingerprint == fingerprint
            ? validated
            : throw new PlanRefusedException(
                plan.Name,
                ["Its generated part does not have the fingerprint that was taken while compiling. Rebuild the project."]);
    }

    private void Finish()
    {
        if (step is not null)
        {
            transitions.Add(next.Finish(step, effects.ToValueList()));
            effects.Clear();
            step = null;
        }
    }

    private ValidatedPlanBuilder Begin(Func<ValueList<PlanPart>, PlanPart> make)
    {
        open.Push(new OpenPart(make));
        return this;
    }

    /// <summary>A part whose own parts are still coming.</summary>
    private sealed class OpenPart(Func<ValueList<PlanPart>, PlanPart> make)
    {
        public List<PlanPart> Parts { get; } = [];

        public Func<ValueList<PlanPart>, PlanPart> Make { get; } = make;
    }
}

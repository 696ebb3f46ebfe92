namespace PlanAnalyzers.Model;

/// <summary>One step of an upgrade plan. Steps are values: two steps that say the same are equal.</summary>
/// <remarks>
/// What an engineer does in a step is said at its record, what it does to the galaxy in <see cref="UpgradeProcedure"/>, what else must
/// stand still meanwhile in <see cref="Footprint"/>, and what it needs in the rules.
/// </remarks>
public abstract record Step : PlanPart
{
    /// <summary>The name of the step's kind, which is the name of the method of the plan that adds it.</summary>
    public string Kind => GetType().Name;

    /// <summary>The declarations that the step names, in order.</summary>
    public virtual ValueList<DeployTarget> Targets => ValueList<DeployTarget>.Empty;

    /// <summary>What the engineer does, as an instruction: <c>Cascade deploy P2</c>.</summary>
    public abstract string Instruction { get; }

    /// <summary>How it is done, where the instruction alone could be misunderstood: a sentence, or nothing.</summary>
    /// <param name="plan">The plan, which knows the versions.</param>
    public virtual string? Detail(UpgradePlan plan) => null;

    /// <summary>The same step with each declaration that it names changed for another one.</summary>
    internal Step At(Func<DeployTarget, DeployTarget> other) => this switch
    {
        PlatformStep step => step with { Platform = (Platform)other(step.Platform) },
        CascadeDeploy step => step with { Selection = step.Selection.Select(other).ToValueList() },
        Deploy step => step with { Target = other(step.Target) },
        Undeploy step => step with { Target = other(step.Target) },
        ForceFailover step => step with { Engine = (AppEngine)other(step.Engine) },
        _ => this,
    };

    /// <summary>The step as it stands in a plan: <c>CascadeDeploy(P2)</c>.</summary>
    public override string ToString() => $"{Kind}({Targets})";
}

/// <summary>A step at one platform.</summary>
/// <param name="Platform">The platform.</param>
public abstract record PlatformStep(Platform Platform) : Step
{
    /// <inheritdoc />
    public sealed override ValueList<DeployTarget> Targets => ValueList.Of<DeployTarget>(Platform);

    /// <inheritdoc />
    public sealed override string ToString() => base.ToString();
}

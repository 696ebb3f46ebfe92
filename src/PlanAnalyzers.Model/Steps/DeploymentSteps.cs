namespace PlanAnalyzers.Model;

/// <summary>A platform or an engine, or several of them selected together, are deployed with everything that they host.</summary>
/// <param name="Selection">What is selected; one at least. What is selected twice counts once.</param>
public sealed record CascadeDeploy(ValueList<DeployTarget> Selection) : Step
{
    /// <summary>Deploys one platform or engine with everything that it hosts.</summary>
    /// <param name="target">The platform or engine.</param>
    public CascadeDeploy(DeployTarget target)
        : this(ValueList.Of(target))
    {
    }

    /// <summary>Whether several things are deployed together, which the vendor's IDE treats in a way of its own.</summary>
    public bool IsMultiSelection => Selection.Count > 1 && Selection.Any(target => !target.Equals(Selection[0]));

    /// <inheritdoc />
    public override ValueList<DeployTarget> Targets => Selection;

    /// <inheritdoc />
    public override string Instruction => IsMultiSelection
        ? $"Select {Words.List(Selection.Distinct())} together and cascade deploy them"
        : $"Cascade deploy {Selection[0].Name}";

    /// <inheritdoc />
    public override string ToString() => base.ToString();
}

/// <summary>A platform or an engine is deployed alone, without what it hosts.</summary>
/// <param name="Target">The platform or engine.</param>
/// <param name="Answer">
/// The answer to the dialog of a forced deployment, which appears for an engine whose partner is in software upgrade pending.
/// </param>
public sealed record Deploy(DeployTarget Target, ForcedDeployment Answer) : Step
{
    /// <inheritdoc />
    public override ValueList<DeployTarget> Targets => ValueList.Of(Target);

    /// <inheritdoc />
    public override string Instruction => $"Deploy {Target.Name} alone, without cascade";

    /// <inheritdoc />
    public override string? Detail(UpgradePlan plan) => Answer switch
    {
        ForcedDeployment.Continue => "If a dialog says that hosted objects are forced to the newer version, continue.",
        ForcedDeployment.Cancel => "If a dialog says that hosted objects are forced to the newer version, cancel.",
        _ => null,
    };

    /// <inheritdoc />
    public override string ToString() =>
        Answer == ForcedDeployment.Unanswered ? base.ToString() : $"{Kind}({Target}, {nameof(ForcedDeployment)}.{Answer})";
}

/// <summary>A platform with everything that it hosts, or an engine alone, is undeployed.</summary>
/// <param name="Target">The platform or engine.</param>
public sealed record Undeploy(DeployTarget Target) : Step
{
    /// <inheritdoc />
    public override ValueList<DeployTarget> Targets => ValueList.Of(Target);

    /// <inheritdoc />
    public override string Instruction => $"Undeploy {Target.Name}";

    /// <inheritdoc />
    public override string? Detail(UpgradePlan plan) =>
        Target is AppEngine ? "Do not cascade: a cascade undeploy of a primary engine takes its backup away too." : null;

    /// <inheritdoc />
    public override string ToString() => base.ToString();
}

/// <summary>The active engine of a pair hands over to its standby.</summary>
/// <param name="Engine">The active engine, where the command is given.</param>
public sealed record ForceFailover(AppEngine Engine) : Step
{
    /// <inheritdoc />
    public override ValueList<DeployTarget> Targets => ValueList.Of<DeployTarget>(Engine);

    /// <inheritdoc />
    public override string Instruction => $"Force a failover of {Engine.Name}";

    /// <inheritdoc />
    public override string Detail(UpgradePlan plan) =>
        $"Set ForceFailoverCmd to true on {Engine.Name}, the active engine. Nothing fails back by itself.";

    /// <inheritdoc />
    public override string ToString() => base.ToString();
}

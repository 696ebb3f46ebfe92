namespace PlanAnalyzers.Model;

/// <summary>A change of the declarations of the galaxy that a plan is for: the galaxy changes, and the steps do not.</summary>
public abstract record GalaxyEdit : PlanEdit
{
    internal UpgradePlan ApplyTo(UpgradePlan plan)
    {
        var galaxy = ApplyTo(plan.Galaxy);
        return plan with { Galaxy = galaxy, Steps = new PlanSteps(Parts(plan.Steps.Parts)) };

        ValueList<PlanPart> Parts(ValueList<PlanPart> parts) => parts.Select(part => part switch
        {
            Phase phase => phase with { Parts = Parts(phase.Parts) },
            InParallel group => new InParallel(group.Branches.Select(branch => new Branch(Parts(branch.Parts))).ToValueList()),
            Step step => step.At(Same),
            _ => part,
        }).ToValueList();

        DeployTarget Same(DeployTarget target) => target is Platform ? galaxy.Platforms[target.Index] : galaxy.Engines[target.Index];
    }

    private protected abstract Galaxy ApplyTo(Galaxy galaxy);
}

/// <summary>A System Management Server is declared in a galaxy that has none.</summary>
/// <param name="Server">The server.</param>
public sealed record DeclareSms(SystemManagementServer Server) : GalaxyEdit
{
    private protected override Galaxy ApplyTo(Galaxy galaxy) => new(galaxy.Name, ValueList.Of(Server), galaxy.Platforms, galaxy.Engines);
}

/// <summary>A platform is connected to a System Management Server in its declaration.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Server">The server.</param>
public sealed record ConnectToSms(Platform Platform, SystemManagementServer Server) : GalaxyEdit
{
    private protected override Galaxy ApplyTo(Galaxy galaxy)
    {
        var platforms = galaxy.Platforms
            .Select(platform => platform.Index == Platform.Index ? platform with { Sms = Server } : platform)
            .ToValueList();
        var engines = new List<AppEngine>();
        foreach (var engine in galaxy.Engines)
        {
            engines.Add(engine with
            {
                Platform = platforms[engine.Platform.Index],
                Primary = engine.Primary is { } primary ? engines[primary.Index] : null,
            });
        }

        return new Galaxy(galaxy.Name, galaxy.Servers, platforms, engines.ToValueList());
    }
}

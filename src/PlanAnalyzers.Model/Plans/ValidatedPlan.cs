namespace PlanAnalyzers.Model;

/// <summary>A plan without errors, with what each of its steps does and a fingerprint of it all.</summary>
public sealed class ValidatedPlan
{
    internal ValidatedPlan(UpgradePlan plan, ValueList<Transition> transitions)
    {
        Plan = plan;
        Transitions = transitions;
        Fingerprint = Model.Fingerprint.Of(plan, transitions);
    }

    /// <summary>The plan as written.</summary>
    public UpgradePlan Plan { get; }

    /// <summary>The galaxy that it upgrades.</summary>
    public Galaxy Galaxy => Plan.Galaxy;

    /// <summary>The transitions in the order of the steps; each starts in the state in which the one before ended.</summary>
    public ValueList<Transition> Transitions { get; }

    /// <summary>The state in which the plan starts.</summary>
    public GalaxyState Start => Transitions.Count > 0 ? Transitions[0].Before : GalaxyState.AtStart(Galaxy);

    /// <summary>The state in which the plan ends.</summary>
    public GalaxyState End => Transitions.Count > 0 ? Transitions[Transitions.Count - 1].After : Start;

    /// <summary>SHA-256 over galaxy, versions, steps and transitions: 64 lower-case hex digits.</summary>
    public string Fingerprint { get; }

    /// <summary>What the plan costs more than it must, in the order of the steps. Advice is left out.</summary>
    public ValueList<Finding> Warnings =>
        PlanCheck.Run(Plan).Findings.Where(finding => finding.Rule.Severity == RuleSeverity.Warning).ToValueList();

    /// <summary>How many times a pair fails over.</summary>
    public int Failovers => Transitions.Sum(transition => transition.Effects.OfType<Failover>().Count());

    /// <summary>How many times objects are out of service.</summary>
    public int Outages => Transitions.Sum(transition => transition.Effects.OfType<Outage>().Count());

    /// <summary>The validated form of a checked plan.</summary>
    /// <exception cref="PlanRefusedException">The plan has errors.</exception>
    public static ValidatedPlan Of(CheckedPlan plan) =>
        plan.IsValid
            ? new ValidatedPlan(plan.Plan, plan.Transitions)
            : throw new PlanRefusedException(
                plan.Plan.Name,
                plan.Errors.Select(finding => finding.ToString()));

    /// <summary>Makes sure that this plan is what the model of this assembly says today, and what its definition builds.</summary>
    /// <param name="defined">The steps that the plan's <c>Define</c> builds when it is run.</param>
    /// <exception cref="PlanRefusedException">It is not: the text says where they differ.</exception>
    public void Verify(PlanSteps defined)
    {
        for (var i = 0; i < Math.Max(Plan.Steps.Count, defined.Count); i++)
        {
            var compiled = i < Plan.Steps.Count ? Plan.Steps[i] : null;
            var built = i < defined.Count ? defined[i] : null;
            if (!Equals(compiled, built))
            {
                throw DefinedOtherwise($"Step {i + 1} was checked as {compiled?.ToString() ?? "nothing"}, but Define builds {built?.ToString() ?? "nothing"}");
            }
        }

        if (!Plan.Steps.Equals(defined))
        {
            throw DefinedOtherwise("Define builds the same steps in other phases or branches than were checked");
        }

        var today = PlanCheck.Run(Plan);
        if (Of(today).Fingerprint != Fingerprint)
        {
            throw new PlanRefusedException(
                Plan.Name,
                ["The plan was compiled with another version of PlanAnalyzers than it runs with. Rebuild the project."]);
        }
    }
    private PlanRefusedException DefinedOtherwise(string difference) => new(
        Plan.Name,
        [$"{difference}. Rebuild the project; if this stays, the plan depends on something that the compiler cannot see."]);
}

namespace PlanAnalyzers.Model;

/// <summary>A plan with what was found about it and what its steps do.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Findings">What is wrong with it, in the order of the steps.</param>
/// <param name="Transitions">
/// What each step does, where the plan has no errors; empty otherwise, since then nobody knows what would happen.
/// </param>
public sealed record CheckedPlan(UpgradePlan Plan, ValueList<Finding> Findings, ValueList<Transition> Transitions)
{
    /// <summary>Whether the plan may be carried out: none of the findings is an error.</summary>
    public bool IsValid => Findings.All(finding => finding.Rule.Severity != RuleSeverity.Error);
}

/// <summary>Walks through a plan step by step and says which rules it breaks.</summary>
/// <remarks>
/// One mistake is reported once. After a report the walk goes on as the author must have meant it: the missing steps are taken as
/// if they stood there, a misplaced step as if it did not. Where the plan has such a missing step later on, that later step is
/// the same one in the wrong place, and is passed over.
/// </remarks>
public static class PlanCheck
{
    private delegate Violation? StepCheck(PlanWalk walk);

    /// <summary>What a step needs of the galaxy. Each builds on the one before, so only the first that is missing is reported.</summary>
    private static readonly StepCheck[] Needs =
    [
        GalaxyRepositoryChecks.UpgradedFirst,
        GalaxyRepositoryChecks.RebootedBeforeUse,
        GalaxyRepositoryChecks.MigratedFirst,
        GalaxyRepositoryChecks.DeployedFirst,
        DeploymentChecks.NotInSoftwareUpgradePending,
        DeploymentChecks.HostDeployedFirst,
    ];

    /// <summary>What else can be wrong with a step, each on its own.</summary>
    private static readonly StepCheck[] Hazards =
    [
        DeploymentChecks.SmsConfigured,
        PairChecks.KeepsARunningEngine,
        PairChecks.StandbyBeforeActive,
        GalaxyWideChecks.UploadedBeforeTheUpgrade,
        GalaxyWideChecks.LoadBalancingAtTheEnd,
        GalaxyWideChecks.DefaultsMayBeOverwritten,
    ];

    /// <summary>Checks a plan. A plan over a galaxy with findings of its own is not checked further.</summary>
    /// <param name="plan">The plan; its steps name declarations of its own galaxy.</param>
    public static CheckedPlan Run(UpgradePlan plan)
    {
        var findings = new List<Finding>(TopologyCheck.Run(plan.Galaxy));
        if (findings.Count > 0)
        {
            return new CheckedPlan(plan, findings.ToValueList(), ValueList<Transition>.Empty);
        }

        if (plan.To <= plan.From)
        {
            findings.Add(new Finding(
                RuleTable.ToIsNewer,
                new VersionsPlace(),
                $"The plan goes from {plan.From.Text()} to {plan.To.Text()}, which is not newer: an upgrade cannot be taken back by "
                + "installing an older version. Set From to the version that the galaxy has and To to the newer one.",
                ValueList<Place>.Empty));
        }

        var run = new Walker(plan, findings);
        run.Steps();
        return run.Result();
    }

    /// <summary>One walk through one plan.</summary>
    private sealed class Walker(UpgradePlan plan, List<Finding> findings)
    {
        private readonly PlanWalk walk = new(plan);
        private readonly List<Transition> transitions = [];
        private readonly List<Step> assumed = [];
        private readonly Dictionary<DeployTarget, int> undeployedBy = [];
        private readonly OpenPairsCheck openPairs = new(plan.Galaxy);

        public void Steps()
        {
            for (walk.Index = 0; walk.Index < plan.Steps.Count; walk.Index++)
            {
                if (!assumed.Remove(walk.Step))
                {
                    Step();
                }
            }
        }

        public CheckedPlan Result()
        {
            findings.AddRange(EndChecks.Run(plan, walk.State, undeployedBy));
            var isValid = findings.All(finding => finding.Rule.Severity != RuleSeverity.Error);
            return new CheckedPlan(
                plan, findings.ToValueList(), isValid ? transitions.ToValueList() : ValueList<Transition>.Empty);
        }

        private void Step()
        {
            var reported = false;
            foreach (var need in Needs)
            {
                if (need(walk) is { } violation)
                {
                    if (!reported)
                    {
                        Report(violation);
                    }

                    reported = true;
                    Assume(violation);
                }
            }

            var misplaced = false;
            foreach (var hazard in Hazards)
            {
                if (hazard(walk) is { } violation)
                {
                    Report(violation);
                    misplaced |= violation.Misplaced;
                    if (!violation.Misplaced)
                    {
                        Assume(violation);
                    }
                }
            }

            if (openPairs.ClosedFirst(walk) is { } opened)
            {
                Report(opened);
            }

            if (misplaced)
            {
                return;
            }

            var transition = Apply(walk.Step);
            transitions.Add(transition);
            if (!reported && NoEffectCheck.HasAnEffect(walk, transition) is { } idle)
            {
                Report(idle);
            }
        }

        private void Report(Violation violation) =>
            findings.Add(new Finding(
                violation.Rule,
                new StepPlace(walk.Index),
                violation.Message,
                violation.About.Select(declaration => (Place)new DeclarationPlace(declaration)).ToValueList()));

        /// <summary>Goes on as if the missing steps stood before this one, and this one stood where it belongs.</summary>
        private void Assume(Violation violation)
        {
            if (violation.Missing.Count == 0)
            {
                return;
            }

            foreach (var step in violation.Missing)
            {
                Apply(step);
                assumed.Add(step);
            }

            if (!assumed.Contains(walk.Step))
            {
                assumed.Add(walk.Step);
            }
        }

        private Transition Apply(Step step)
        {
            var transition = UpgradeProcedure.Apply(walk.State, step);
            walk.State = transition.After;
            foreach (var change in transition.Changes)
            {
                switch (change)
                {
                    case PlatformChange { Before.Deployed: true, After.Deployed: false } platform:
                        undeployedBy[platform.Platform] = walk.Index;
                        break;
                    case EngineChange { Before.Deployed: true, After.Deployed: false } engine:
                        undeployedBy[engine.Engine] = walk.Index;
                        break;
                }
            }

            return transition;
        }
    }
}

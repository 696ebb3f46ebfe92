namespace PlanAnalyzers.Model;

/// <summary>Walks through a plan step by step and collects the rules that it breaks.</summary>
/// <remarks>
/// One mistake is reported once. After a report the walk goes on as the author must have meant it: a step that comes again later, where
/// it belongs, is taken as if it did not stand here; otherwise the steps that are missing before it are taken as if they stood there. A
/// missing step that the plan has later on is the same one in the wrong place: when it arrives nothing is done again.
/// </remarks>
internal sealed class PlanWalker(UpgradePlan plan, List<Finding> findings)
{
    private delegate Violation? StepCheck(PlanWalk walk);

    /// <summary>What a step needs of the Galaxy Repository; that it is upgraded at all stands for the rest.</summary>
    private static readonly StepCheck[] NeedsOfTheRepository =
    [
        GalaxyRepositoryChecks.UpgradedFirst,
        GalaxyRepositoryChecks.RebootedBeforeUse,
        GalaxyRepositoryChecks.MigratedFirst,
        GalaxyRepositoryChecks.DeployedFirst,
    ];

    /// <summary>What a step needs of its own platform.</summary>
    private static readonly StepCheck[] NeedsOfThePlatform =
    [
        DeploymentChecks.NotInSoftwareUpgradePending,
        DeploymentChecks.HostDeployedFirst,
    ];

    private static readonly StepCheck[] Needs = [.. NeedsOfTheRepository, .. NeedsOfThePlatform];

    /// <summary>What else can be wrong with a step, each on its own.</summary>
    private static readonly StepCheck[] Hazards =
    [
        DeploymentChecks.SmsConfigured,
        PairChecks.KeepsARunningEngine,
        PairChecks.StandbyBeforeActive,
        PairChecks.HasAStandbyToTakeOver,
        GalaxyWideChecks.UploadedBeforeTheUpgrade,
        GalaxyWideChecks.LoadBalancingAtTheEnd,
        GalaxyWideChecks.DefaultsMayBeOverwritten,
    ];

    private readonly PlanWalk walk = new(plan);
    private readonly List<Transition> transitions = [];
    private readonly List<Step> assumed = [];
    private readonly HashSet<Declaration> assumedAbout = [];
    private readonly Dictionary<DeployTarget, int> undeployedBy = [];
    private readonly OpenPairsCheck openPairs = new(plan.Galaxy);

    /// <summary>Goes through the whole plan.</summary>
    public CheckedPlan Run()
    {
        for (walk.Index = 0; walk.Index < plan.Steps.Count; walk.Index++)
        {
            if (assumed.Remove(walk.Step))
            {
                Arrive();
            }
            else
            {
                Meet();
            }
        }

        findings.AddRange(EndChecks.Run(plan, walk, undeployedBy));
        var isValid = findings.All(finding => finding.Rule.Severity != RuleSeverity.Error);
        return new CheckedPlan(plan, findings.ToValueList(), isValid ? transitions.ToValueList() : ValueList<Transition>.Empty);
    }

    /// <summary>A step that was taken as done before: what does not depend on its place can still be wrong with it.</summary>
    private void Arrive()
    {
        foreach (var violation in GalaxyRepositoryChecks.NowhereInThePlan(walk))
        {
            Report(violation);
        }

        if (DeploymentChecks.SmsConfiguredAllTheSame(walk) is { } withoutSms)
        {
            Report(withoutSms);
            Assume(withoutSms.Missing);
        }

        if (walk.Step is Upgrade upgrade)
        {
            undeployedBy[upgrade.Platform] = walk.Index;
        }

        Write(walk.Step);
    }

    private void Meet()
    {
        var before = findings.Count;
        if (!MeetsItsNeeds() || !PassesTheHazards())
        {
            return;
        }

        var transition = Apply(walk.Step);
        transitions.Add(transition);
        Write(walk.Step);

        // What has no effect only because something was assumed is not the author's slip.
        var isAssumed = walk.Step.Targets.Count == 0 ? assumedAbout.Count > 0 : walk.Step.Targets.Any(IsAssumed);
        if (findings.Count == before && !isAssumed && NoEffectCheck.HasAnEffect(walk, transition) is { } idle)
        {
            Report(idle);
        }
    }

    /// <summary>Reports what the step needs and does not find.</summary>
    /// <returns>Whether the step is to be done, now that what was missing is assumed.</returns>
    private bool MeetsItsNeeds()
    {
        Rule? reported = null;
        foreach (var need in Needs)
        {
            if (need(walk) is not { } violation)
            {
                continue;
            }

            // What comes later in the plan stands too late, all of it by the same mistake; what never comes is a mistake of its own,
            // but for the rest of a GR procedure that is missing altogether.
            var isPartOfTheFirst = reported == RuleTable.GalaxyRepositoryFirst && NeedsOfTheRepository.Contains(need);
            if (reported is null || (!isPartOfTheFirst && !walk.ComesLater(violation.Missing[violation.Missing.Count - 1])))
            {
                Report(violation);
                reported ??= violation.Rule;
                if (walk.ComesAgainAfter(violation.Missing))
                {
                    return false;
                }
            }
            else if (isPartOfTheFirst && walk.Written.Contains(new Upgrade(walk.Repository)))
            {
                foreach (var step in violation.Missing)
                {
                    Write(step);
                }
            }

            Assume(violation.Missing);
        }

        return true;
    }

    /// <returns>Whether the step is to be done: whether it does not stand in a wrong place altogether.</returns>
    private bool PassesTheHazards()
    {
        var isDone = true;
        foreach (var hazard in Hazards)
        {
            if (hazard(walk) is { } violation)
            {
                Report(violation);
                isDone &= !violation.Misplaced && !(violation.Missing.Count > 0 && walk.ComesAgainAfter(violation.Missing));
                if (isDone)
                {
                    Assume(violation.Missing);
                }
            }
        }

        if (openPairs.ClosedFirst(walk) is { } opened)
        {
            Report(opened);
        }

        return isDone;
    }

    private void Report(Violation violation)
    {
        findings.Add(new Finding(
            violation.Rule,
            new StepPlace(walk.Index),
            violation.Message,
            violation.About.Select(declaration => (Place)new DeclarationPlace(declaration)).ToValueList()));
        if (violation.Missing.Count > 0 && violation.Missing[violation.Missing.Count - 1] is var missing && !walk.ComesLater(missing))
        {
            Write(missing); // It is nowhere, and that is reported now.
        }
    }

    /// <summary>Goes on as if the missing steps stood before this one.</summary>
    private void Assume(IReadOnlyList<Step> missing)
    {
        foreach (var step in missing)
        {
            Apply(step);
            assumed.Add(step);
            foreach (var target in step.Targets)
            {
                assumedAbout.Add(PlanWalk.PlatformOf(target));
            }
        }
    }

    private bool IsAssumed(DeployTarget target) => assumedAbout.Contains(PlanWalk.PlatformOf(target));

    private void Write(Step step)
    {
        if (step.Targets.All(target => PlanWalk.PlatformOf(target).IsGalaxyRepository))
        {
            walk.Written.Add(step);
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

namespace PlanAnalyzers.Model;

/// <summary>Walks through a plan step by step and collects the rules that it breaks.</summary>
/// <remarks>
/// One mistake is reported once. After a report the walk goes on as the author must have meant it: a step that comes again later, where
/// it belongs, is taken as if it did not stand here; otherwise the steps that are missing are taken as if they stood there. A missing step
/// that the plan has later on is the same one in the wrong place: when it arrives nothing is done again.
/// </remarks>
internal sealed class PlanWalker
{
    private readonly UpgradePlan plan;
    private readonly bool asWritten;
    private readonly CancellationToken cancellation;
    private readonly WalkedState state;
    private readonly PlanWalk walk;
    private readonly ParallelChecks branches;
    private readonly OpenPairsCheck openPairs;
    private readonly List<Finding> findings = [];
    private readonly List<Violation> unexpected = [];
    private readonly List<Step> assumed = [];
    private readonly HashSet<Declaration> assumedAbout = [];
    private readonly Stack<List<Step>> assumedInBranches = new();
    private int next;

    /// <summary>Stands before the first step.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="asWritten">
    /// Whether nothing is assumed after a warning, as a plan with warnings is carried out: so the walk shows what the warning leads to.
    /// </param>
    /// <param name="cancellation">Ends the walk.</param>
    public PlanWalker(UpgradePlan plan, bool asWritten, CancellationToken cancellation)
    {
        this.plan = plan;
        this.asWritten = asWritten;
        this.cancellation = cancellation;
        state = new WalkedState(plan.Galaxy);
        walk = new PlanWalk(plan) { State = state };
        branches = new ParallelChecks(plan);
        openPairs = new OpenPairsCheck(plan.Galaxy);
    }

    /// <summary>What was found, in the order of the steps.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Whether a warning was answered by assuming what was meant, so that the plan as written does something else.</summary>
    public bool HasAssumedAfterAWarning { get; private set; }

    /// <summary>How many times a pair fails over.</summary>
    public int Failovers { get; private set; }

    /// <summary>Goes through the whole plan.</summary>
    public void Run()
    {
        Go(plan.Steps.Parts);
        findings.AddRange(EndChecks.Run(plan, walk));
    }

    private void Go(ValueList<PlanPart> parts)
    {
        foreach (var part in parts)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (part)
            {
                case Phase phase:
                    Go(phase.Parts);
                    break;
                case InParallel group:
                    Go(group);
                    break;
                default:
                    walk.GoTo(next++, (Step)part);
                    Visit();
                    break;
            }
        }
    }

    /// <summary>Each branch goes on from the state before all of them; branches that collide are taken one after the other instead.</summary>
    private void Go(InParallel group)
    {
        var together = !branches.Collide(group);
        if (together)
        {
            state.BeginBranches();
        }

        foreach (var branch in group.Branches)
        {
            assumedInBranches.Push([]);
            walk.Branches.Push((group, branch));
            Go(branch.Parts);
            walk.Branches.Pop();
            var assumedBefore = assumedInBranches.Pop();
            if (together)
            {
                state.EndBranch();
                NoteOpenPairs();
                foreach (var step in assumedBefore)
                {
                    state.TakeBeforeBranches(step);
                    NoteOpenPairs();
                }
            }
        }

        if (together)
        {
            state.EndBranches();
            NoteOpenPairs();
        }
    }

    private void NoteOpenPairs()
    {
        for (var i = 0; i < state.TouchedEngines.Count; i++)
        {
            var (index, before) = state.TouchedEngines[i];
            openPairs.NoteEngine(index, before, state);
        }
    }

    private void Visit()
    {
        if (assumed.Count > 0 && assumed.Remove(walk.Step))
        {
            Arrive();
        }
        else
        {
            Meet();
        }
    }

    /// <summary>A step that was taken as done before: what does not depend on its place can still be wrong with it.</summary>
    private void Arrive()
    {
        foreach (var violation in GalaxyRepositoryChecks.NowhereInThePlan(walk))
        {
            Report(violation);
        }

        foreach (var withoutSms in SmsChecks.ConfiguredAllTheSame(walk))
        {
            Report(withoutSms);
            Assume(withoutSms.Missing);
        }

        if (walk.Step is Upgrade upgrade)
        {
            walk.IsUndeployedHere(upgrade.Platform);
        }

        walk.Write(walk.Step);
    }

    private void Meet()
    {
        var before = findings.Count;
        var checks = StepChecks.Of(walk.Step);
        if (branches.At(walk.Index) is { } collision)
        {
            Report(collision);
        }
        else if (!MeetsItsNeeds(checks) || !PassesTheHazards(checks))
        {
            return;
        }

        var hasChanged = Apply(walk.Step);
        walk.Write(walk.Step);
        LookAtHappenings(checks.Happenings);
        if ((hasChanged || walk.Step is Reboot) && openPairs.ClosedFirst(walk) is { } opened)
        {
            Report(opened);
        }

        if (!hasChanged && findings.Count == before && !IsAssumed() && NoEffectCheck.HasAnEffect(walk) is { } idle)
        {
            Report(idle);
        }
    }

    private void LookAtHappenings(StepChecks.HappeningCheck[] checks)
    {
        if (state.Happenings.IsEmpty)
        {
            return;
        }

        foreach (var check in checks)
        {
            if (check(walk, state.Happenings) is { } violation)
            {
                unexpected.Add(violation);
            }
        }

        walk.HasLostACheckpoint |= state.Happenings.Has(EffectKind.CheckpointLost);
        Failovers += state.Happenings.Failovers;
        if (unexpected.Count > 0)
        {
            foreach (var violation in unexpected)
            {
                Report(violation);
                Assume(violation);
            }

            unexpected.Clear();
        }
    }

    /// <summary>Reports what the step needs and does not find.</summary>
    /// <returns>Whether the step is to be done, now that what was missing is assumed.</returns>
    private bool MeetsItsNeeds(StepChecks.OfAKind checks)
    {
        Rule? reported = null;
        foreach (var need in GalaxyRepositoryChecks.IsReady(walk) ? checks.OtherNeeds : checks.Needs)
        {
            if (need(walk) is not { } violation)
            {
                continue;
            }

            // What comes later in the plan stands too late, all of it by the same mistake; what never comes is a mistake of its own,
            // but for the rest of a GR procedure that is missing altogether, and for what an upgrade that was assumed undeployed.
            var isOfTheRepository = reported == RuleTable.GalaxyRepositoryFirst && StepChecks.NeedsOfTheRepository.Contains(need);
            var isPartOfTheFirst = isOfTheRepository || reported == RuleTable.DeployInSup;
            if (reported is null || (!isPartOfTheFirst && !walk.ComesLater(violation.Missing[violation.Missing.Count - 1])))
            {
                Report(violation);
                reported ??= violation.Rule;
                if (walk.ComesAgainAfter(violation.Missing))
                {
                    return false;
                }
            }
            else if (isOfTheRepository && walk.HasWritten(RepositoryWork.Upgrade))
            {
                foreach (var step in violation.Missing)
                {
                    walk.Write(step);
                }
            }

            Assume(violation.Missing);
        }

        walk.IsBarred = reported == RuleTable.DeployInSup;
        return true;
    }

    /// <returns>Whether the step is to be done: whether it does not stand in a wrong place altogether.</returns>
    private bool PassesTheHazards(StepChecks.OfAKind checks)
    {
        var isDone = true;
        foreach (var hazard in checks.Hazards)
        {
            foreach (var violation in hazard(walk))
            {
                Report(violation);
                if (violation.Rule == RuleTable.PairStopped)
                {
                    walk.Stopped.UnionWith(violation.About.OfType<AppEngine>().Select(walk.Galaxy.PairOf).OfType<RedundantPair>());
                }

                isDone &= !violation.Misplaced && !(violation.Missing.Count > 0 && walk.ComesAgainAfter(violation.Missing));
                if (isDone)
                {
                    Assume(violation);
                }
            }
        }

        return isDone;
    }

    private void Report(Violation violation)
    {
        findings.Add(new Finding(
            violation.Rule,
            new StepPlace(walk.Index),
            violation.Message,
            violation.About.Select(declaration => (Place)new DeclarationPlace(declaration)).ToValueList())
        {
            Missing = violation.Missing.ToValueList(),
        });
        if (violation.Missing.Count > 0 && violation.Missing[violation.Missing.Count - 1] is var missing && !walk.ComesLater(missing))
        {
            walk.Write(missing); // It is nowhere, and that is reported now.
        }
    }

    private void Assume(Violation violation)
    {
        if (violation.Missing.Count == 0)
        {
            return;
        }

        if (violation.Rule.Severity != RuleSeverity.Error)
        {
            HasAssumedAfterAWarning = true;
            if (asWritten)
            {
                return;
            }
        }

        Assume(violation.Missing);
    }

    /// <summary>Goes on as if the missing steps were done; what concerns the galaxy as a whole, before any branch that is open.</summary>
    private void Assume(IReadOnlyList<Step> missing)
    {
        foreach (var step in missing)
        {
            var isOfAll = assumedInBranches.Count > 0 && Footprint.Of(plan.Galaxy, step).IsGalaxyWide;
            Apply(step, isOfAll);
            foreach (var inBranch in assumedInBranches.Where(_ => isOfAll))
            {
                inBranch.Add(step);
            }

            assumed.Add(step);
            foreach (var target in step.Targets)
            {
                assumedAbout.Add(PlanWalk.PlatformOf(target));
            }
        }
    }

    /// <summary>Whether the step is about something that was assumed: what has no effect only for that reason is not the author's slip.</summary>
    private bool IsAssumed() => walk.Targets.Count == 0
        ? assumedAbout.Count > 0
        : walk.Targets.Any(target => assumedAbout.Contains(PlanWalk.PlatformOf(target)));

    /// <returns>Whether the step changed anything.</returns>
    private bool Apply(Step step, bool isOfAll = false)
    {
        state.Take(step, isOfAll);
        var hasChanged = state.HasDatabaseChanged;
        for (var i = 0; i < state.TouchedPlatforms.Count; i++)
        {
            var (index, before) = state.TouchedPlatforms[i];
            var after = state.PlatformAt(index);
            hasChanged |= before != after;
            walk.NotePlatform(index, before, after);
        }

        for (var i = 0; i < state.TouchedEngines.Count; i++)
        {
            var (index, before) = state.TouchedEngines[i];
            var after = state.EngineAt(index);
            hasChanged |= before != after;
            walk.NoteEngine(index, before, after);
            openPairs.NoteEngine(index, before, state);
        }

        if (hasChanged && step is Upgrade { Platform: var upgraded })
        {
            walk.IsUndeployedHere(upgraded);
        }

        return hasChanged;
    }
}

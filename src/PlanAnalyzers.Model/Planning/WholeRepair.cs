namespace PlanAnalyzers.Model;

/// <summary>Looks for the fewest changes that make a plan right.</summary>
internal sealed class WholeRepair(UpgradePlan written)
{
    /// <summary>How many steps are walked through before the search is given up: some tenths of a second.</summary>
    private const int MostSteps = 100_000;

    private const int FindingsFollowed = 2;

    private const int RepairsFollowed = 8;

    private readonly UnfoldBranches[] branches = [.. Unfolded(written.Steps.Parts)];
    private readonly HashSet<PlanSteps> seen = [];
    private readonly SortedDictionary<(int Cost, int Number), Node> open = [];
    private int walked;
    private Repair? aligned;

    public Repair? Run()
    {
        var start = PlanCheck.Run(written);
        if (TopologyCheck.Run(written.Galaxy).Count > 0 || written.To <= written.From || IsRight(start))
        {
            return null;
        }

        aligned = Difference(Wanted());
        return Search(start) ?? aligned;
    }

    /// <summary>Whether there is nothing left but advice, and what no step of the galaxy can mend.</summary>
    private static bool IsRight(CheckedPlan plan) => plan.Findings.Concat(plan.Consequences).All(finding =>
        finding.Rule.Severity == RuleSeverity.Info || CannotBeHelped(plan.Plan.Galaxy, finding));

    private static bool CannotBeHelped(Galaxy galaxy, Finding finding) =>
        galaxy.Servers.Count == 0 && (finding.Rule == RuleTable.SmsRequired || finding.Rule == RuleTable.SmsRecommended);

    /// <summary>Best first over the repairs of the findings, which need not be perfect each by itself.</summary>
    private Repair? Search(CheckedPlan start)
    {
        Add(start, changes: 0);
        while (open.Count > 0 && walked < MostSteps)
        {
            var (key, next) = (open.First().Key, open.First().Value);
            open.Remove(key);
            if (!IsRight(next.Plan))
            {
                Follow(next);
            }
            else if (Difference(next.Plan.Plan.Steps) is { } repair)
            {
                return repair.Edits.Count < aligned?.Edits.Count ? repair : aligned ?? repair;
            }
        }

        return null;
    }

    private void Follow(Node node)
    {
        var problems = node.Plan.Findings.Where(finding => finding.Rule.Severity != RuleSeverity.Info && !CannotBeHelped(written.Galaxy, finding));
        foreach (var finding in problems.Take(FindingsFollowed))
        {
            var candidates = RepairCandidates.Of(node.Plan, finding).ToLookup(candidate => candidate.IsAGuess, candidate => candidate.Repair);
            var tried = Try(node, candidates[false]);
            if (tried.All(item => Left(item.Plan) >= Left(node.Plan)))
            {
                tried.AddRange(Try(node, candidates[true]));
            }

            foreach (var (plan, changes) in tried.OrderBy(item => Left(item.Plan) + item.Changes).Take(RepairsFollowed))
            {
                Add(plan, changes);
            }
        }
    }

    private List<(CheckedPlan Plan, int Changes)> Try(Node node, IEnumerable<Repair> repairs) =>
    [
        .. repairs.Where(repair => !repair.Edits.Any(edit => edit is GalaxyEdit))
            .Select(repair => (Checked(repair.Apply(node.Plan.Plan)), node.Changes + repair.Edits.Count)),
    ];

    private CheckedPlan Checked(UpgradePlan plan)
    {
        walked += plan.Steps.Count;
        return PlanCheck.Run(plan);
    }

    /// <summary>A plan is looked at once, and only if it may still become better than the planner's.</summary>
    private void Add(CheckedPlan plan, int changes)
    {
        var least = IsRight(plan) ? changes : changes + 1;
        if (!(least >= aligned?.Edits.Count) && seen.Add(plan.Plan.Steps))
        {
            open.Add((changes + Left(plan), seen.Count), new Node(plan, changes));
        }
    }

    private static int Left(CheckedPlan plan) => plan.Findings.Count(finding => finding.Rule.Severity != RuleSeverity.Info) + plan.Consequences.Count;

    /// <summary>The edits that lead to steps at once, with the branches that run side by side or, where these cannot stay, without.</summary>
    private Repair? Difference(IReadOnlyList<Step> wanted)
    {
        var edits = PlanDifference.Between(written.Steps, wanted);
        return Right(edits) ?? (branches.Length > 0 ? Right(branches.Concat(edits).ToValueList()) : null);

        Repair? Right(ValueList<PlanEdit> all)
        {
            var repair = new Repair("Repair the whole plan", all);
            return IsRight(Checked(repair.Apply(written))) ? repair : null;
        }
    }

    /// <summary>What puts the branches of each group one after the other.</summary>
    private static IEnumerable<UnfoldBranches> Unfolded(IEnumerable<PlanPart> parts, int first = 0)
    {
        foreach (var part in parts)
        {
            var inside = part switch
            {
                Phase phase => phase.Parts,
                InParallel group => group.Branches.SelectMany(branch => branch.Parts),
                _ => [],
            };
            foreach (var edit in Unfolded(inside, first).Concat(part is InParallel ? [new UnfoldBranches(first)] : []))
            {
                yield return edit;
            }

            first += PlanSteps.CountOf(part);
        }
    }

    /// <summary>The planner's steps, with what the author has besides, and groups of platforms in the order in which the author begins them.</summary>
    private List<Step> Wanted()
    {
        var groups = new PlatformGroups(written.Galaxy);
        var repository = groups[written.Galaxy.GalaxyRepository];
        var planned = Planner.Plan(written.Galaxy, written.To, new PlannerOptions
        {
            BackUp = false,
            UploadRuntimeChanges = written.Steps.Any(step => step is UploadRuntimeChanges),
            MigrateViewApps = written.Steps.Contains(new MigrateViewApps()),
            EnableCpuLoadBalancing = written.Steps.Contains(new EnableCpuLoadBalancing()),
        });

        var begun = new Dictionary<int, int> { [repository] = -1 };
        foreach (var (group, index) in written.Steps.Select((step, index) => (GroupOf(step), index)).Where(item => item.Item1 is not null))
        {
            begun[group!.Value] = begun.TryGetValue(group.Value, out var first) ? first : index;
        }

        var wanted = planned.Steps.Parts
            .OrderBy(part => part is Phase phase ? Begun(phase.Parts.OfType<Step>().Select(GroupOf).FirstOrDefault(group => group is not null)) : int.MaxValue)
            .ToPlanSteps()
            .ToList();
        var nodes = written.Steps.OfType<PlatformStep>().Distinct().ToArray();
        wanted.InsertRange(0, nodes.OfType<ConfigureSms>().Where(configure =>
            written.Galaxy.Servers.Count > 0 && configure.Platform.Sms is null && !wanted.Contains(configure)));
        foreach (var reboot in nodes.OfType<Reboot>().Where(reboot => !wanted.Contains(reboot)))
        {
            wanted.Insert(wanted.IndexOf(new CascadeDeploy(reboot.Platform)), reboot);
        }

        return wanted;

        int? GroupOf(Step step) => step.Targets.Count > 0 ? groups[PlanWalk.PlatformOf(step.Targets[0])] : null;

        int Begun(int? group) => group is { } known && begun.TryGetValue(known, out var index) ? index : int.MaxValue;
    }

    private sealed record Node(CheckedPlan Plan, int Changes);
}

namespace PlanAnalyzers.Model;

/// <summary>What may mend a finding. Nobody has looked yet whether it does.</summary>
/// <param name="Repair">The repair.</param>
/// <param name="OneOf">What is the same for candidates that differ only in a place; one of them is enough.</param>
/// <param name="IsAGuess">Whether nothing but a try speaks for it.</param>
internal sealed record RepairCandidate(Repair Repair, string OneOf, bool IsAGuess = false);

/// <summary>Finds the candidates.</summary>
internal sealed partial class RepairCandidates(CheckedPlan checkedPlan, Finding finding)
{
    private static readonly string[] SmsNames = ["Sms", "SmsServer"];

    private readonly UpgradePlan plan = checkedPlan.Plan;
    private readonly Galaxy galaxy = checkedPlan.Plan.Galaxy;
    private readonly PlanSteps steps = checkedPlan.Plan.Steps;

    /// <summary>The candidates, the likelier ones first.</summary>
    public static IEnumerable<RepairCandidate> Of(CheckedPlan plan, Finding finding)
    {
        var candidates = new RepairCandidates(plan, finding);
        return finding switch
        {
            { Rule.Category: RuleCategory.End, Place: StepPlace { Index: var index } } =>
                [.. candidates.OfTheEnd(index), .. Each(candidates.OfTheStep(index))],
            { Rule.Severity: RuleSeverity.Info, Place: StepPlace { Index: var index } } => Each(candidates.OfTheRule(index)),
            { Place: StepPlace { Index: var index } } =>
            [
                .. Each(candidates.OfTheRule(index)),
                .. Each(candidates.OfMissingSteps(index)),
                .. Each(candidates.OfTheStep(index)),
                .. candidates.Elsewhere(index),
            ],
            { Place: PlanPlace } => candidates.OfTheEnd(0),
            _ => [],
        };

        static IEnumerable<RepairCandidate> Each(IEnumerable<Repair> repairs) => repairs.Select(repair => new RepairCandidate(repair, repair.Title));
    }

    /// <summary>What the rule itself is about.</summary>
    private IEnumerable<Repair> OfTheRule(int index) => (steps[index], finding.Rule) switch
    {
        (UploadRuntimeChanges, { } rule) when rule == RuleTable.UploadOverwritesDefaults =>
            [Replace($"Acknowledge in {steps[index]} that defaults are overwritten", index, new UploadRuntimeChanges(OverwriteDefaults: true))],
        (UploadRuntimeChanges, { } rule) when rule == RuleTable.UploadTooLate => MoveToTheFront(index),
        (Deploy { Target: AppEngine engine }, { } rule) when rule == RuleTable.ForcedDeploymentUnanswered =>
            [
                Replace($"Answer the forced deployment of {engine} with Continue", index, new Deploy(engine, ForcedDeployment.Continue)),
                Replace($"Write CascadeDeploy({engine})", index, new CascadeDeploy(engine)),
            ],
        (Deploy { Target: AppEngine engine }, { } rule) when rule == RuleTable.DeployBecomesCascade =>
            [Replace($"Write CascadeDeploy({engine})", index, new CascadeDeploy(engine))],
        (CascadeDeploy deploy, { } rule) when rule == RuleTable.EngineIsSkipped => Split(index, deploy),
        (ForceFailover { Engine: var engine }, { } rule) when rule == RuleTable.NoStandbyToTakeOver && galaxy.PartnerOf(engine) is { } partner =>
            [Replace($"Force the failover of {partner}", index, new ForceFailover(partner))],
        (ForceFailover { Engine: var engine }, { } rule) when rule == RuleTable.NoReadinessCheck && galaxy.PartnerOf(engine) is { } partner =>
            [InsertBefore(index, $"Add a look at {partner}", new Manual($"Check that {partner} shows Standby - Ready"))],
        (Undeploy, { } rule) when rule == RuleTable.UndeployedBeforeUpgrade => [Remove(index)],
        (_, { } rule) when rule == RuleTable.NoBackup =>
            [InsertBefore(index, "Add a line of work that backs the galaxy up", new Manual(Planner.BackUpTheGalaxy))],
        (_, { } rule) when rule == RuleTable.NoUpload => AddUpload(),
        (_, { } rule) when rule == RuleTable.StandbyFirst => StandbyFirst(index),
        (_, { } rule) when rule == RuleTable.PairLeftOpen => [.. CloseFirst(index), .. LeaveClosed(index)],
        (_, { } rule) when rule == RuleTable.BranchesCollide => Untangle(index),
        (_, { } rule) when rule == RuleTable.SmsRequired || rule == RuleTable.SmsRecommended => UseSms(index),
        (_, { } rule) when rule == RuleTable.SmsNotDeclared => DeclareTheSms(),
        _ => [],
    };

    private IEnumerable<Repair> MoveToTheFront(int index)
    {
        var first = IndexOf(new Upgrade(galaxy.GalaxyRepository));
        return first >= 0 ? [Move(index, 1, PlanPosition.Before(first), $"before {steps[first]}")] : [];
    }

    private IEnumerable<Repair> AddUpload()
    {
        var first = IndexOf(new Upgrade(galaxy.GalaxyRepository));
        var upload = new UploadRuntimeChanges(OverwriteDefaults: true);
        return first >= 0 ? [InsertBefore(first, $"Add {upload}", upload)] : [];
    }

    private IEnumerable<Repair> Split(int index, CascadeDeploy deploy)
    {
        var selected = deploy.Selection.Distinct().Where(target => target is Platform || !deploy.Selection.Contains(PlanWalk.PlatformOf(target))).ToArray();
        yield return Replace($"Split {deploy}", index, [.. selected.Select(target => new CascadeDeploy(target))]);
        foreach (var left in selected)
        {
            var rest = deploy.Selection.Where(target => PlanWalk.PlatformOf(target).Index != PlanWalk.PlatformOf(left).Index).ToValueList();
            if (rest.Count > 0)
            {
                yield return Replace($"Leave {left} out of {deploy}", index, new CascadeDeploy(rest));
            }
        }
    }

    /// <summary>Of the pairs that the finding names, the platforms that are to go first go first.</summary>
    private IEnumerable<Repair> StandbyFirst(int index)
    {
        var platform = PlanWalk.PlatformOf(steps[index].Targets[0]);
        var standbys = About().Where(other => other != platform.Index).ToArray();
        var title = $"Upgrade {Words.List(standbys.Select(standby => galaxy.Platforms[standby]))} before {platform}";
        return Exchange(index, title, step => IsAt(step, standbys), step => IsAt(step, [platform.Index]));
    }

    /// <summary>What is left to do for the pairs that are open is done first.</summary>
    private IEnumerable<Repair> CloseFirst(int index)
    {
        var groups = new PlatformGroups(galaxy);
        var open = new HashSet<int>(About().Select(platform => groups[galaxy.Platforms[platform]]));
        var pairs = finding.Others.OfType<DeclarationPlace>().Select(place => place.Declaration).OfType<AppEngine>()
            .Select(engine => galaxy.PairOf(engine)).Distinct();
        return Exchange(index, $"Close {Words.List(pairs!)} before {steps[index]}", IsOfThePairs, step => step.Targets.Count > 0 && !IsOfThePairs(step));

        bool IsOfThePairs(Step step) => step.Targets.Any(target => open.Contains(groups[PlanWalk.PlatformOf(target)]));
    }

    /// <summary>What took an engine of the pairs out of service before is left out.</summary>
    private IEnumerable<Repair> LeaveClosed(int index)
    {
        var platforms = About().ToArray();
        return Enumerable.Range(0, index)
            .Where(earlier => steps[earlier] is Undeploy or ShutDown && IsAt(steps[earlier], platforms))
            .Select(Remove);
    }

    /// <summary>Later steps of one kind go before this one, or this one and those like it after them.</summary>
    private IEnumerable<Repair> Exchange(int index, string title, Func<Step, bool> isFirst, Func<Step, bool> isSecond)
    {
        var first = Enumerable.Range(index, steps.Count - index).Where(later => isFirst(steps[later])).ToArray();
        if (first.Length == 0)
        {
            yield break;
        }

        var last = first[first.Length - 1];
        var second = Enumerable.Range(index, last - index).Where(later => isSecond(steps[later])).ToArray();
        yield return new Repair(title, Moves(first, PlanPosition.Before(index)));
        yield return new Repair(
            $"{title}: move {Words.List(second.Select(moved => steps[moved]))} after {steps[last]}",
            Moves(second, PlanPosition.After(last)));
        foreach (var end in first.Take(first.Length - 1))
        {
            var some = first.TakeWhile(later => later <= end).ToArray();
            yield return new Repair($"Move {Words.List(some.Select(moved => steps[moved]))} before {steps[index]}", Moves(some, PlanPosition.Before(index)));
        }
    }

    private IEnumerable<Repair> Untangle(int index)
    {
        // What is about the whole galaxy is easily put outside; branches that share a platform are only branches by name.
        if (OutOfBranches(index) is { } @out && Footprint.Of(galaxy, steps[index]).IsGalaxyWide)
        {
            yield return Move(index, 1, new PlanPosition(index, IsAfter: false, @out), "before InParallel");
            yield return Move(index, 1, new PlanPosition(index, IsAfter: true, @out), "after InParallel");
        }

        yield return new Repair($"Put the branches around {steps[index]} one after the other", new UnfoldBranches(index));
    }

    private IEnumerable<Repair> UseSms(int index) => galaxy.Servers.Count == 0 ? DeclareTheSms() : PlatformsOf(finding).SelectMany(platform => new[]
    {
        InsertBefore(index, $"Add ConfigureSms({platform})", new ConfigureSms(platform)),
        new Repair($"Connect {platform} to {galaxy.Servers[0]}", new ConnectToSms(platform, galaxy.Servers[0])),
    });

    /// <summary>
    /// The server is declared on the node of the Galaxy Repository, where its installation puts it, and all nodes that lack it use it: by
    /// a step of this plan, or in their declarations.
    /// </summary>
    private IEnumerable<Repair> DeclareTheSms()
    {
        var declarations = galaxy.Platforms.Concat<Declaration>(galaxy.Engines);
        var name = SmsNames.FirstOrDefault(free => declarations.All(taken => taken.Name != free));
        if (name is null)
        {
            yield break;
        }

        var server = new SystemManagementServer(0, name, galaxy.GalaxyRepository.Node);
        var title = $"Declare the System Management Server {server} on {server.Node}";
        var configured = new EditList();
        foreach (var (platform, at) in checkedPlan.Findings
            .Where(other => other.Rule == RuleTable.SmsRequired || other.Rule == RuleTable.SmsRecommended)
            .SelectMany(other => PlatformsOf(other).Select(platform => (platform, ((StepPlace)other.Place).Index)))
            .GroupBy(item => item.platform, item => item.Index)
            .Select(same => (same.Key, same.First())))
        {
            configured.Add(new InsertSteps(ValueList.Of<Step>(new ConfigureSms(platform)), PlanPosition.Before(at)));
        }

        var added = configured.Cast<InsertSteps>().SelectMany(insert => insert.Steps).ToArray();
        yield return new Repair(
            added.Length > 0 ? $"{title}, and add {Words.List(added)}" : title,
            configured.Prepend(new DeclareSms(server)).ToValueList());

        var redundant = galaxy.Pairs.SelectMany(pair => new[] { pair.Primary.Platform, pair.Backup.Platform }).Distinct().OrderBy(platform => platform.Index).ToArray();
        yield return new Repair(
            $"{title}, and connect {Words.List(redundant)} to it",
            redundant.Select(platform => (PlanEdit)new ConnectToSms(platform, server)).Prepend(new DeclareSms(server)).ToValueList());
    }

    private static IEnumerable<Platform> PlatformsOf(Finding finding) =>
        finding.Others.OfType<DeclarationPlace>().Select(place => place.Declaration).OfType<Platform>();

    /// <summary>The platforms of what the finding is about.</summary>
    private IEnumerable<int> About() => finding.Others.OfType<DeclarationPlace>().Select(place => place.Declaration)
        .OfType<DeployTarget>()
        .Select(target => PlanWalk.PlatformOf(target).Index)
        .Distinct();
}

using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests;

/// <summary>Branches that the rule accepts: in whatever order their steps are taken, the plan does the same and has the same faults.</summary>
public sealed class ParallelPropertyTests
{
    private static readonly Arbitrary<(UpgradePlan Plan, InParallel Group, int Seed)> Accepted = (
        from galaxy in Galaxies.Any.Where(galaxy => galaxy.Platforms.Count > 2)
        from branches in Gen.Choose(0, 2).ArrayOf(galaxy.Platforms.Count)
        from steps in Gen.Elements(Galaxies.StepsOf(galaxy)).ArrayOf(24)
        from nodes in Gen.Shuffle(galaxy.Platforms.ToArray())
        from seed in Gen.Choose(0, int.MaxValue)
        let @group = Group(galaxy, branches, [.. nodes.SelectMany(node => new Step[] { new Upgrade(node), new CascadeDeploy(node) }), .. steps])
        let plan = PlanOf(galaxy, @group)
        where !new ParallelChecks(plan).Collide(@group)
        select (plan, @group, seed)).ToArbitrary();

    [Fact]
    public void Any_interleaving_ends_in_the_same_state_with_the_same_transitions_and_findings() => Prop.ForAll(Accepted, item =>
    {
        var random = new Random(item.Seed);
        var written = Told(item.Plan, item.Plan);
        var transitions = Transitions(item.Plan);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var other = item.Plan with { Steps = item.Plan.Steps.Take(4).Concat(Interleaved(item.Group, random)).ToPlanSteps() };
            var place = PlaceOfEach(item.Plan, other);
            var taken = Transitions(other);
            Assert.Equal(transitions[^1].After, taken[^1].After);
            for (var i = 0; i < transitions.Length; i++)
            {
                Assert.Equal(transitions[i].Changes, taken[place[i]].Changes);
                Assert.Equal(transitions[i].Effects, taken[place[i]].Effects);
            }

            Assert.Equal(written, Told(other, item.Plan));
        }
    }).Check(cases: 200);

    [Fact]
    public void The_order_in_which_branches_are_written_makes_no_difference_at_all() => Prop.ForAll(Accepted, item =>
    {
        var turned = item.Group with { Branches = item.Group.Branches.Reverse().ToValueList() };
        var other = PlanOf(item.Plan.Galaxy, turned);
        Assert.Equal(ToldOf(item.Plan), ToldOf(other));

        // A pair that was open before the branches is told of once, in the branch that is written first.
        static IEnumerable<string> ToldOf(UpgradePlan plan) => Problems.Of(plan)
            .Where(finding => finding.Rule != RuleTable.PairLeftOpen)
            .Select(finding => finding.ToString())
            .Order(StringComparer.Ordinal);
    }).Check(cases: 200);

    /// <summary>What is missing before all branches is taken as done before all of them, in whichever branch it is missed.</summary>
    [Fact]
    public void What_is_missing_before_the_branches_does_not_undo_what_another_branch_did()
    {
        var galaxy = Galaxies.Make(2, [(1, 0, false)], alone: [], sms: [false, true, true]);
        Platform[] nodes = [.. galaxy.Platforms];
        Branch[] branches =
        [
            new(ValueList.Of<PlanPart>(new ConfigureSms(nodes[0]))),
            new(ValueList.Of<PlanPart>(new Upgrade(nodes[2]), new CascadeDeploy(nodes[2]))),
        ];
        PlanPart[] rest =
        [
            new Upgrade(nodes[0]), new Reboot(nodes[0]), new MigrateGalaxy(), new CascadeDeploy(nodes[0]), new Upgrade(nodes[1]), new CascadeDeploy(nodes[1]),
        ];
        string[][] told = [.. new[] { branches, [.. branches.Reverse()] }.Select(order => Problems.Of(Galaxies.Procedure(galaxy, []) with
        {
            Steps = rest.Prepend(new InParallel(order.ToValueList())).ToPlanSteps(),
        }).Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal).ToArray())];
        Assert.Contains("UPG4001", told[0]);
        Assert.DoesNotContain("UPG3001", told[0]);
        Assert.Equal(told[0], told[1]);
    }

    /// <summary>Each step in the branch of its platform; what is nowhere in the galaxy in the first.</summary>
    private static InParallel Group(Galaxy galaxy, int[] branches, IEnumerable<Step> steps)
    {
        var byBranch = steps.ToLookup(step => step.Targets.Count == 0 ? 0 : branches[PlanWalk.PlatformOf(step.Targets[0]).Index]);
        return new InParallel(Enumerable.Range(0, 3)
            .Select(branch => new Branch(byBranch[branch].Where(step => !Footprint.Of(galaxy, step).IsGalaxyWide).ToValueList<PlanPart>()))
            .ToValueList());
    }

    private static UpgradePlan PlanOf(Galaxy galaxy, InParallel group)
    {
        var procedure = Galaxies.Procedure(galaxy, []);
        return procedure with { Steps = procedure.Steps.Append<PlanPart>(group).ToPlanSteps() };
    }

    private static IEnumerable<Step> Interleaved(InParallel group, Random random)
    {
        var open = group.Branches.Select(branch => new Queue<Step>(branch.Parts.Cast<Step>())).Where(branch => branch.Count > 0).ToList();
        while (open.Count > 0)
        {
            var branch = open[random.Next(open.Count)];
            yield return branch.Dequeue();
            open.RemoveAll(rest => rest.Count == 0);
        }
    }

    /// <summary>Where each step of one plan stands in the other: equal steps keep their order, since they are of one branch.</summary>
    private static int[] PlaceOfEach(UpgradePlan plan, UpgradePlan other)
    {
        var places = other.Steps.Select((step, index) => (step, index)).GroupBy(item => item.step, item => item.index)
            .ToDictionary(group => group.Key, group => new Queue<int>(group));
        return [.. plan.Steps.Select(step => places[step].Dequeue())];
    }

    private static Transition[] Transitions(UpgradePlan plan)
    {
        var transitions = new List<Transition>();
        foreach (var step in plan.Steps)
        {
            transitions.Add(UpgradeProcedure.Apply(transitions.Count > 0 ? transitions[^1].After : GalaxyState.AtStart(plan.Galaxy), step));
        }

        return [.. transitions];
    }

    /// <summary>
    /// What is told of a plan: rule, place and message. Left out is what speaks of an order in time, which branches do not have among
    /// each other: a pair that stays open while others are worked at, and who of a circle of pairs goes first.
    /// </summary>
    private static string[] Told(UpgradePlan plan, UpgradePlan like)
    {
        var place = PlaceOfEach(plan, like);
        return
        [
            .. Problems.Of(plan)
                .Where(finding => finding.Rule != RuleTable.PairLeftOpen && finding.Rule != RuleTable.StandbyFirst)
                .Select(finding => $"{(finding.Place is StepPlace { Index: var index } ? place[index] : -1):D3} {finding}")
                .Order(StringComparer.Ordinal),
        ];
    }
}

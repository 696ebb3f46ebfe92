using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests.Planning;

/// <summary>Planned upgrades of galaxies of any shape.</summary>
public sealed class PlannerTests
{
    private const SystemPlatform To = SystemPlatform.V2023R2SP1;

    /// <summary>Groups from single platforms to ones that are too large to be looked at exactly, in circles and without.</summary>
    private static readonly Arbitrary<Galaxy> Any = (
        from platforms in Gen.Choose(5, 40)
        from pairCount in Gen.Choose(0, 50)
        from reach in Gen.Choose(1, platforms)
        from pairs in Pair(platforms, reach).ArrayOf(pairCount)
        from alone in Gen.Choose(0, platforms).ArrayOf(2)
        from sms in Gen.Choose(0, 3).ArrayOf(platforms + 1)
        select Galaxies.Make(platforms, pairs, alone, [.. sms.Select(number => number > 0)])).ToArbitrary();

    [Fact]
    public void There_is_nothing_to_say_against_a_planned_upgrade() => Prop.ForAll(Any, galaxy =>
    {
        Assert.Empty(PlanCheck.Run(PlanOf(galaxy, Planner.Plan(galaxy, To))).Findings);
        Assert.Empty(Problems.Of(PlanOf(galaxy, Planner.Plan(galaxy, To, PlannerOptions.Minimal with { EnableCpuLoadBalancing = true }))));
    }).Check();

    [Fact]
    public void It_costs_what_it_says_and_not_less_than_its_bound() => Prop.ForAll(Any, galaxy =>
    {
        var planned = Planner.Plan(galaxy, To);
        Assert.Equal(PlanCost.Of(PlanCheck.Run(PlanOf(galaxy, planned)).Transitions), planned.Cost);
        Assert.Equal(FailoverOrder.Fewest(galaxy), planned.Cost.Failovers);
        Assert.True(planned.Bound <= planned.Cost);
    }).Check();

    [Fact]
    public void What_else_a_plan_has_costs_nothing() => Prop.ForAll(Any, galaxy =>
        Assert.Equal(Planner.Plan(galaxy, To, PlannerOptions.Minimal).Cost, Planner.Plan(galaxy, To).Cost)).Check();

    [Fact]
    public void The_vendors_galaxy_gets_the_vendors_procedure()
    {
        var planned = Planner.Plan(VendorProcedure.Plant7, To, new PlannerOptions { BackUp = false, EnableCpuLoadBalancing = true });
        Assert.Equal(VendorProcedure.Steps, planned.Steps);
        Assert.Equal(["Galaxy Repository", "Pair E1/E1b"], planned.Steps.Parts.OfType<Phase>().Select(phase => phase.Title));
        Assert.Equal(new PlanCost(Failovers: 1, StepsWithoutBackup: 3), planned.Cost);
        Assert.True(planned.IsProvenOptimal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(14)]
    [InlineData(50)]
    public void Nodes_that_share_their_load_in_a_circle_need_one_failover_more_than_pairs_however_many_they_are(int nodes)
    {
        var galaxy = Galaxies.Make(
            nodes,
            [.. Enumerable.Range(0, nodes).Select(node => (node + 1, ((node + 1) % nodes) + 1, false))],
            alone: [],
            [.. Enumerable.Repeat(true, nodes + 1)]);
        var planned = Planner.Plan(galaxy, To);
        Assert.Equal(nodes + 1, planned.Cost.Failovers);
        Assert.True(planned.IsProvenOptimal);
    }

    [Fact]
    public void Nodes_are_pointed_at_the_sms_before_a_pair_loses_its_backup()
    {
        var galaxy = Galaxies.Make(3, [(1, 2, false), (0, 3, false)], alone: [], sms: [false, false, true, false]);
        Assert.Equal(
            "ConfigureSms(P0), ConfigureSms(P3), Upgrade(P0), Reboot(P0), MigrateGalaxy(), CascadeDeploy(P0), Upgrade(P3), CascadeDeploy(P3), "
            + "ConfigureSms(P1), Upgrade(P2), CascadeDeploy(P2), Upgrade(P1), CascadeDeploy(P1)",
            Planner.Plan(galaxy, To, PlannerOptions.Minimal).Steps.ToString());
    }

    [Fact]
    public void Without_an_sms_the_platforms_that_need_one_are_named()
    {
        var galaxy = Galaxies.Make(3, [(1, 2, false)], alone: [3], sms: [false, false, false, false]);
        var without = new Galaxy(galaxy.Name, ValueList<SystemManagementServer>.Empty, galaxy.Platforms, galaxy.Engines);
        var planned = Planner.Plan(without, To);
        Assert.Equal(ValueList.Of(galaxy.Platforms[1], galaxy.Platforms[2]), planned.WithoutSms);
        Assert.Equal([RuleTable.SmsRequired, RuleTable.SmsRequired], PlanCheck.Run(PlanOf(without, planned)).Findings.Select(finding => finding.Rule));
        Assert.Empty(Planner.Plan(galaxy, To).WithoutSms);
    }

    [Fact]
    public void A_galaxy_with_errors_is_not_planned()
    {
        var galaxy = Galaxies.Make(1, [(1, 1, false)], alone: [], sms: [true, true]);
        Assert.Contains("UPG2002", Assert.Throws<ArgumentException>(() => Planner.Plan(galaxy, To)).Message, StringComparison.Ordinal);
    }

    private static UpgradePlan PlanOf(Galaxy galaxy, PlannedUpgrade planned) => new("Upgrade", galaxy, SystemPlatform.V2020R2SP1, To, planned.Steps);

    private static Gen<(int Primary, int Backup, bool BackupActive)> Pair(int platforms, int reach) =>
        from primary in Gen.Choose(0, platforms)
        from distance in Gen.Choose(1, reach)
        from backupActive in Gen.Elements(true, false)
        select (primary, (primary + distance) % (platforms + 1), backupActive);
}

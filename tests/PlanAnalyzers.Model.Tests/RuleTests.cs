using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>The cases of single rules that the other tests do not reach.</summary>
public sealed class RuleTests
{
    [Fact]
    public void A_reboot_of_the_only_running_engine_of_a_pair_is_an_error_and_one_with_a_ready_partner_is_not()
    {
        Step[] afterTakeover = [.. Steps[..8], new Reboot(P2), .. Steps[8..]];
        Step[] afterSync = [.. Steps[..10], new Reboot(P2)];

        Assert.Equal(["UPG4006"], Ids(Plan(afterTakeover)));
        Assert.Empty(Ids(Plan(afterSync)));
    }

    [Fact]
    public void A_failover_is_forced_at_the_active_engine_while_its_standby_is_ready()
    {
        Assert.Empty(Ids(Plan([new ForceFailover(E1), .. Galaxies.Procedure(Plant7, [P1, P2]).Steps])));
        Assert.Empty(Ids(Plan([.. Steps, new ForceFailover(E1b)])));
        Assert.Equal(["UPG4014"], Ids(Plan([new ForceFailover(E1b), .. Steps])));
        foreach (var place in new[] { 7, 8, 9 })
        {
            Assert.Equal(["UPG4014"], Ids(Plan([.. Steps[..place], new ForceFailover(place == 7 ? E1 : E1b), .. Steps[place..]])));
        }
    }

    [Fact]
    public void A_plan_without_steps_says_only_what_is_true_of_it()
    {
        var finding = Assert.Single(Problems.Of(Plan()));
        Assert.Equal("UPG6001", finding.Rule.Id);
        Assert.DoesNotContain("undeployed", finding.Message, StringComparison.Ordinal); // Nothing is migrated, so everything can be.

        var migrated = Assert.Single(Problems.Of(Plan([.. Steps[1..4], Steps[5]])));
        Assert.Contains("neither deployed nor undeployed", migrated.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_balancing_belongs_to_2023_R2_SP1_and_later()
    {
        Assert.Equal(["UPG4010"], Ids(Plan(Steps) with { To = SystemPlatform.V2023R2 }));
        Assert.Empty(Ids(Plan(Steps) with { To = SystemPlatform.V2023R2SP2 }));
    }

    [Fact]
    public void Versions_the_wrong_way_round_are_one_mistake() =>
        Assert.Equal(["UPG2006"], Ids(Plan(Steps) with { From = SystemPlatform.V2023R2SP1, To = SystemPlatform.V2020R2SP1 }));

    [Fact]
    public void The_same_version_twice_is_not_an_upgrade() =>
        Assert.Equal(["UPG2006"], Ids(Plan(Steps) with { From = SystemPlatform.V2023R2SP1 }));

    [Fact]
    public void An_upload_that_is_late_and_not_acknowledged_is_two_mistakes() =>
        Assert.Equal(
            ["UPG4009", "UPG7001"],
            Ids(Plan([.. Steps[1..3], new UploadRuntimeChanges(OverwriteDefaults: false), .. Steps[3..]])).Order(StringComparer.Ordinal));

    [Fact]
    public void An_engine_needs_its_platform_and_is_then_deployed_with_it()
    {
        Assert.Equal(["UPG5008"], Ids(Plan([.. Steps[..7], new CascadeDeploy(E1b), .. Steps[8..]])));
        Assert.Equal(["UPG4008"], Ids(Plan([.. Steps[..8], new CascadeDeploy(E1b), .. Steps[8..]])));
    }

    [Fact]
    public void The_role_at_run_time_decides_who_goes_first_not_the_configured_one()
    {
        var active = E1b with { ActiveAtStart = true };
        var galaxy = new Galaxy("Plant7", ValueList.Of(Sms), ValueList.Of(P0, P1, P2), ValueList.Of(E1, active));

        Assert.Empty(Ids(Galaxies.Procedure(galaxy, [P1, P2])));
        Assert.Equal(["UPG4005"], Ids(Galaxies.Procedure(galaxy, [P2, P1])));
    }

    [Fact]
    public void A_message_about_the_sms_says_whether_data_will_be_lost()
    {
        var p2 = P2 with { Sms = null };
        foreach (var (historized, expected) in new[] { (true, "data will be lost"), (false, "will not work as a redundant pair") })
        {
            var e1 = E1 with { Historized = historized };
            var galaxy = new Galaxy("Plant7", ValueList.Of(Sms), ValueList.Of(P0, P1, p2), ValueList.Of(e1, E1b with { Platform = p2, Primary = e1 }));
            var finding = Assert.Single(Problems.Of(Galaxies.Procedure(galaxy, [p2, P1])));
            Assert.Equal("UPG3001", finding.Rule.Id);
            Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_circle_of_pairs_larger_than_what_is_computed_exactly_gets_no_warning_and_costs_no_time()
    {
        // Each platform runs the active engine of one pair and the standby of the next: no order pleases them all.
        const int Platforms = 40;
        var galaxy = Galaxies.Make(
            Platforms,
            Enumerable.Range(1, Platforms).Select(platform => (platform, (platform % Platforms) + 1, false)).ToArray(),
            alone: [],
            Enumerable.Repeat(true, Platforms + 1).ToArray());

        Assert.DoesNotContain("UPG4005", Ids(Galaxies.Procedure(galaxy, galaxy.Platforms.Skip(1).Take(1))));
    }

    [Fact]
    public void Other_work_is_said_once_a_pair_and_work_in_the_same_group_or_already_begun_is_none()
    {
        var galaxy = Galaxies.OfPairs(3);
        var p = galaxy.Platforms;
        Step[] gr = [new Upgrade(p[0]), new Reboot(p[0]), new MigrateGalaxy(), new CascadeDeploy(p[0])];
        Step[] Node(int platform) => [new Upgrade(p[platform]), new CascadeDeploy(p[platform])];
        UpgradePlan Of(params int[] order) => Galaxies.Procedure(galaxy, []) with { Steps = gr.Concat(order.SelectMany(Node)).ToPlanSteps() };

        Assert.Empty(Ids(Of(2, 1, 4, 3, 6, 5)));
        Assert.Equal([("UPG4007", 6)], At(Of(2, 4, 1, 3, 6, 5)));
        Assert.Equal([("UPG4007", 6), ("UPG4007", 8)], At(Of(2, 4, 6, 1, 3, 5)));

        // One backup platform for two primaries is one group, whatever the order of its three platforms.
        var shared = Galaxies.Make(3, [(1, 3, false), (2, 3, false)], alone: [], [true, true, true, true]);
        Assert.Empty(Ids(Galaxies.Procedure(shared, [shared.Platforms[3], shared.Platforms[1], shared.Platforms[2]])));

        static IEnumerable<(string, int)> At(UpgradePlan plan) => Problems.Of(plan)
            .Select(finding => (finding.Rule.Id, ((StepPlace)finding.Place).Index));
    }

    [Fact]
    public void Topology()
    {
        Assert.Equal(["UPG2001"], TopologyIds([P1 with { Index = 0 }], []));
        Assert.Equal(["UPG2001", "UPG2001"], TopologyIds(
            [P0, new(1, "P1", "A", PlatformRole.GalaxyRepository, null), new(2, "P2", "B", PlatformRole.GalaxyRepository, null)], []));
        Assert.Equal(["UPG2002"], TopologyIds([P0, P1, P2], [E1, E1b with { Platform = P1 }]));
        Assert.Equal(["UPG2003"], TopologyIds([P0, P1, P2], [E1, E1b, new(2, "E1c", P0, false, false, E1)]));
        Assert.Equal(["UPG2003"], TopologyIds([P0, P1, P2], [E1, E1b, new(2, "E1c", P0, false, false, E1b)]));
        Assert.Equal(["UPG2007"], TopologyIds([P0, P1, P2], [E1 with { ActiveAtStart = true }, E1b with { ActiveAtStart = true, Primary = E1 with { ActiveAtStart = true } }]));
        Assert.Equal(["UPG2005"], TopologyCheck.Run(new Galaxy(
            "Plant7", ValueList.Of(Sms, new SystemManagementServer(1, "Sms2", "SMS02")), ValueList.Of(P0), ValueList<AppEngine>.Empty))
            .Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void A_galaxy_with_findings_is_all_that_is_said_of_its_plans()
    {
        var galaxy = new Galaxy("Plant7", ValueList.Of(Sms), ValueList.Of(P0, P1, P2), ValueList.Of(E1, E1b with { Platform = P1 }));
        Assert.Equal(["UPG2002"], Ids(Plan(Steps[1..3]) with { Galaxy = galaxy }));
    }

    private static IEnumerable<string> Ids(UpgradePlan plan) => Problems.Of(plan).Select(finding => finding.Rule.Id);

    private static IEnumerable<string> TopologyIds(Platform[] platforms, AppEngine[] engines) =>
        TopologyCheck.Run(new Galaxy("Plant7", ValueList.Of(Sms), platforms.ToValueList(), engines.ToValueList()))
            .Select(finding => finding.Rule.Id);
}

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

    /// <summary>What is left of a circle without its first platform is no circle, and need not cost a failover more.</summary>
    [Fact]
    public void In_a_circle_of_eleven_platforms_one_has_to_go_before_its_standby()
    {
        (int Standby, int Active)[] arcs =
            [(6, 2), (2, 1), (4, 5), (5, 10), (10, 11), (11, 7), (11, 9), (7, 3), (10, 6), (9, 8), (10, 8), (3, 4), (1, 11), (8, 4)];
        var galaxy = Galaxies.Make(11, [.. arcs.Select(arc => (arc.Active, arc.Standby, false))], alone: [], [.. Enumerable.Repeat(true, 12)]);
        Platform[] order = [.. new[] { 10, 6, 2, 1, 11, 9, 8, 7, 3, 4, 5 }.Select(index => galaxy.Platforms[index])];
        Assert.Empty(Ids(Galaxies.Procedure(galaxy, order)));
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
    public void What_closes_a_pair_that_has_no_backup_depends_on_what_is_missing()
    {
        Step[] gr = [.. Steps[1..4], Steps[5]];
        Step[] stopped = [new ShutDown(P2), .. gr, new Start(P2), .. Steps[6..10]];
        Step[] undeployed = [new Undeploy(E1b), .. gr, .. Steps[6..10]];
        Assert.EndsWith("Start P2 first.", Assert.Single(Problems.Of(Plan(stopped))).Message, StringComparison.Ordinal);
        Assert.EndsWith("Leave E1b deployed until P0 is upgraded and deployed.", Assert.Single(Problems.Of(Plan(undeployed))).Message, StringComparison.Ordinal);

        // Both platforms are new and deployed, and only an engine is missing.
        var galaxy = Galaxies.OfPairs(2);
        var p = galaxy.Platforms;
        var pair = galaxy.Pairs[0];
        var alone = Galaxies.Procedure(galaxy, []) with
        {
            Steps = new Step[]
            {
                new Upgrade(p[0]), new Reboot(p[0]), new MigrateGalaxy(), new CascadeDeploy(p[0]),
                new Upgrade(p[2]), new CascadeDeploy(p[2]), new Upgrade(p[1]), new Deploy(p[1], ForcedDeployment.Unanswered),
                new Upgrade(p[4]), new CascadeDeploy(p[4]), new Upgrade(p[3]), new CascadeDeploy(p[3]), new CascadeDeploy(pair.Primary),
            }.ToPlanSteps(),
        };
        var finding = Assert.Single(Problems.Of(alone));
        Assert.Equal(("UPG4007", 8), (finding.Rule.Id, ((StepPlace)finding.Place).Index));
        Assert.EndsWith($"Cascade deploy {pair.Primary} first.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_software_upgrade_pending_bars_stops_nobody() =>
        Assert.Equal(["UPG4012"], Ids(Plan([.. Steps[..7], new Undeploy(P1), .. Steps[7..]])));

    [Fact]
    public void A_selection_that_skips_an_engine_is_taken_apart()
    {
        Step[] Selecting(params DeployTarget[] selection) => [.. Steps[..7], new CascadeDeploy(selection.ToValueList()), .. Steps[8..]];
        string Advice(params DeployTarget[] selection) => Assert.Single(Problems.Of(Plan(Selecting(selection)))).Message;

        Assert.EndsWith(" Cascade deploy P2 by itself, and leave P1 out of the selection.", Advice(P2, P1), StringComparison.Ordinal);
        Assert.EndsWith(" Cascade deploy P2 by itself.", Advice(P2, E1b), StringComparison.Ordinal);
        Assert.Contains("E1b stays undeployed. As it stands the plan will not run", Advice(P2, E1b), StringComparison.Ordinal);
    }

    [Fact]
    public void A_platform_that_is_shut_down_is_not_started_by_deploying_it()
    {
        var findings = Problems.Of(Plan([.. Steps[..10], new ShutDown(P1), new CascadeDeploy(P1)]));
        Assert.Equal(["UPG4008", "UPG6003"], findings.Select(finding => finding.Rule.Id));
        Assert.Contains("deploying does not start it", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Failovers_without_need_are_said_with_the_pair_that_makes_them()
    {
        var plan = PlanCheck.Run(Plan([.. Steps[..10], new Manual("Check that E1 shows Standby - Ready"), new ForceFailover(E1b)]));
        Assert.True(plan.IsValid);
        var finding = Assert.Single(plan.Findings, finding => finding.Rule == RuleTable.MoreFailoversThanNeeded);
        Assert.Contains("needs 1 failover and makes 2, each with a gap in the collected data; E1/E1b fails over", finding.Message, StringComparison.Ordinal);
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

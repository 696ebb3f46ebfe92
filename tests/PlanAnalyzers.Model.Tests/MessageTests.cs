using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>What an author reads, word for word, with the declarations that it points to and the steps that are missing.</summary>
public sealed class MessageTests
{
    private const string Gr = "Upgrade(P0) Reboot(P0) Migrate() CascadeDeploy(P0) ";
    private const string Second = "Upgrade(P2) CascadeDeploy(P2) ";
    private const string First = "Upgrade(P1) CascadeDeploy(P1) ";

    [Theory]

    // The Galaxy Repository first, and all the way.
    [InlineData(
        "Migrate()",
        "UPG4001: The galaxy is migrated while its Galaxy Repository P0 still runs 2020 R2 SP1, so there is no new IDE to migrate it with. "
        + "Upgrade P0 and reboot it first. [P0] Upgrade(P0)")]
    [InlineData(
        "Upgrade(P2)",
        "UPG4001: Upgrade(P2) comes before the Galaxy Repository P0 is upgraded: what runs on P2 could not be deployed again and would stay down. "
        + "Upgrade P0, reboot it, migrate the galaxy and cascade deploy P0 first. [P0] Upgrade(P0)")]
    [InlineData(
        "CascadeDeploy(P2)",
        "UPG4001: CascadeDeploy(P2) comes before the Galaxy Repository P0 is upgraded: P2 would be deployed at 2020 R2 SP1 once more. "
        + "Upgrade P0, reboot it, migrate the galaxy and cascade deploy P0 first. [P0] Upgrade(P0)")]
    [InlineData(
        "[ ForceFailover(E1) | Upgrade(P2) ] CascadeDeploy(P2)",
        "UPG4001: CascadeDeploy(P2) comes before the Galaxy Repository P0 is upgraded: what runs on P2 could not be deployed again and would stay "
        + "down. Upgrade P0, reboot it, migrate the galaxy and cascade deploy P0 first. [P0] Upgrade(P0)")]
    [InlineData(
        "Upgrade(P0) Migrate()",
        "UPG4002: MigrateGalaxy() comes while P0 waits for its reboot: 2023 R2 SP1 is installed only after the reboot, so this fails halfway. "
        + "Reboot P0 first. [P0] Reboot(P0)")]
    [InlineData(
        "Upgrade(P0) Reboot(P0) CascadeDeploy(P0)",
        "UPG4003: CascadeDeploy(P0) comes before the galaxy Plant7 is migrated: P0 cannot be deployed at 2023 R2 SP1 from a galaxy database of "
        + "2020 R2 SP1. Migrate the galaxy first. [P0] MigrateGalaxy()")]
    [InlineData(
        "Upgrade(P0) Reboot(P0) CascadeDeploy(P0, P1)",
        "UPG4003: CascadeDeploy(P0, P1) comes before the galaxy Plant7 is migrated: P0 and P1 cannot be deployed at 2023 R2 SP1 from a galaxy "
        + "database of 2020 R2 SP1. Migrate the galaxy first. [P0] MigrateGalaxy()")]
    [InlineData(
        "Upgrade(P0) Reboot(P0) Deploy(E1)",
        "UPG4003: Deploy(E1) comes before the galaxy Plant7 is migrated: E1 would be deployed at 2020 R2 SP1 once more. "
        + "Migrate the galaxy first. [P0] MigrateGalaxy()")]
    [InlineData(
        "Upgrade(P0) Upgrade(P2)",
        "UPG4003: Upgrade(P2) comes before the galaxy Plant7 is migrated: what runs on P2 could not be deployed again and would stay down. "
        + "Migrate the galaxy first. [P0] Reboot(P0) MigrateGalaxy()")]
    [InlineData(
        "ViewApps()",
        "UPG4003: MigrateViewApps() comes before the galaxy Plant7 is migrated: the ViewApps can only be migrated with a migrated galaxy. "
        + "Migrate the galaxy first. [P0] Upgrade(P0) Reboot(P0) MigrateGalaxy()")]
    [InlineData(
        "Upgrade(P0) Reboot(P0) Migrate() Upgrade(P2)",
        "UPG4004: Upgrade(P2) comes while the Galaxy Repository P0 is undeployed: nothing can be deployed to P2 from there, so what runs on it "
        + "would stay down. Cascade deploy P0 first. [P0] CascadeDeploy(P0)")]
    [InlineData(
        Gr + "ShutDown(P0) Upgrade(P2)",
        "UPG4004: Upgrade(P2) comes while the Galaxy Repository P0 is shut down: nothing can be deployed to P2 from there, so what runs on it "
        + "would stay down. Start P0 first. [P0] Start(P0)")]

    // One partner at a time.
    [InlineData(
        Gr + First,
        "UPG4005: P1 runs the active engine E1. If it is upgraded before P2 with E1b, the pair fails over twice instead of once, each time with a "
        + "gap in the collected data. Upgrade and cascade deploy P2 first. [E1, E1b]")]
    [InlineData(
        Gr + Second + "Reboot(P2)",
        "UPG4006: Reboot(P2) takes E1b down while E1 is not there to take over: nothing runs the objects of E1/E1b. "
        + "Wait with this step until E1 is ready to take over. [E1b, E1]")]
    [InlineData(
        "ShutDown(P2) ShutDown(P1)",
        "UPG4006: ShutDown(P1) stops E1 while E1b is not there to take over: nothing runs the objects of E1/E1b. "
        + "Add Start(P2) before this step. [E1, E1b] Start(P2)")]
    [InlineData(
        Gr + "Upgrade(P2) " + First,
        "UPG4006: Upgrade(P1) undeploys E1 while E1b is not there to take over: nothing runs the objects of E1/E1b. "
        + "Add CascadeDeploy(P2) before this step. [E1, E1b] CascadeDeploy(P2)")]
    [InlineData(
        Gr + "Undeploy(P2)",
        "UPG4012: P2 still runs 2020 R2 SP1 (software upgrade pending), so P2 cannot be undeployed any more: the step fails. "
        + "Remove it; Upgrade(P2) undeploys what is on the node. [P2]")]
    [InlineData(
        "Undeploy(P2) " + Gr + Second,
        "UPG4013: P2 is undeployed before Upgrade(P2), which is done with Application Server deployed but shut down and undeploys the node by "
        + "itself: what runs on P2 is down for longer than it must. Remove this step. [P2]")]
    [InlineData(
        "ForceFailover(E1b)",
        "UPG4014: E1b is not the active engine of E1/E1b at this step, and a failover is forced at the active one. Name E1. [E1, E1b]")]
    [InlineData(
        Gr + "Upgrade(P2) ForceFailover(E1)",
        "UPG4014: E1b cannot take over from E1 at this step, since it is not deployed at the same version and in sync, so the failover fails. "
        + "Move the step to where both E1 and E1b are deployed at one version. [E1, E1b]")]

    // The galaxy as a whole.
    [InlineData(
        "Upgrade(P0) Upload()",
        "UPG4009: Run-time changes are uploaded after P0 was upgraded: the upgrade undeployed its objects, so what operators changed on them before "
        + "is lost. Upload before Upgrade(P0).")]
    [InlineData(
        Gr + "LoadBalancing()",
        "UPG4010: CPU load balancing is enabled while P1 and P2 are not yet upgraded and deployed: it needs both partners of every pair at "
        + "2023 R2 SP1 and deployed. Enable it after P1 and P2 are upgraded and deployed. [P1, P2] "
        + "Upgrade(P1) CascadeDeploy(P1) Upgrade(P2) CascadeDeploy(P2)")]
    [InlineData(
        Gr + "Upgrade(P2) LoadBalancing()",
        "UPG4010: CPU load balancing is enabled while P1 and P2 are not yet upgraded and deployed: it needs both partners of every pair at "
        + "2023 R2 SP1 and deployed. Enable it after P1 and P2 are upgraded and deployed. [P1, P2] Upgrade(P1) CascadeDeploy(P1) CascadeDeploy(P2)")]
    [InlineData(
        Gr + Second + "Upgrade(P1) Deploy(P1) LoadBalancing()",
        "UPG4010: CPU load balancing is enabled while P1 is not yet deployed: it needs both partners of every pair at 2023 R2 SP1 and deployed. "
        + "Enable it after P1 is deployed. [P1] CascadeDeploy(P1)")]

    // Steps side by side.
    [InlineData(
        Gr + "[ " + Second + "|" + First + "]",
        "UPG4011: Upgrade(P1) touches the pair E1/E1b, and so does CascadeDeploy(P2) in another branch: the two run side by side, and both partners "
        + "may be down at once. Put all steps at the pair E1/E1b into one branch, or the branches one after the other. [P1]")]
    [InlineData(
        "[ Reboot(P2) | ConfigureSms(P2) ]",
        "UPG4011: ConfigureSms(P2) touches P2, and so does Reboot(P2) in another branch: the two run side by side, and which comes first is chance. "
        + "Put all steps at P2 into one branch, or the branches one after the other. [P2]")]
    [InlineData(
        "[ ViewApps() | Manual(Look) ]",
        "UPG4011: MigrateViewApps() is about the whole galaxy and stands in a branch: the branches beside it find it done or not, whichever is "
        + "faster. Move it before or after InParallel.")]

    // Deploying.
    [InlineData(
        Gr + "CascadeDeploy(P1)",
        "UPG5001: P1 still runs 2020 R2 SP1 (software upgrade pending), so the deployment of P1 fails. Upgrade P1 first. [P1] Upgrade(P1)")]
    [InlineData(
        Gr + Second + "CascadeDeploy(E1)",
        "UPG5001: P1 still runs 2020 R2 SP1 (software upgrade pending), so E1 cannot be deployed beside its upgraded partner E1b. "
        + "Upgrade P1 first. [P1] Upgrade(P1)")]
    [InlineData(
        Gr + "Upgrade(P2) CascadeDeploy(E1b)",
        "UPG5008: E1b is deployed while its platform P2 is undeployed, so the deployment fails. Cascade deploy P2, which deploys E1b too. "
        + "[E1b] CascadeDeploy(P2)")]
    [InlineData(
        Gr + "Upgrade(P2) Deploy(E1b, Continue)",
        "UPG5008: E1b is deployed while its platform P2 is undeployed, so the deployment fails. Deploy P2 first. [E1b] Deploy(P2)")]
    [InlineData(
        Gr + Second + First + "ForceFailover(E1b)",
        "UPG7004: The failover of E1b is forced without a look at E1, which cannot take over while it is still syncing. "
        + "Add a line such as Manual(\"Check that E1 shows Standby - Ready\"). [E1]")]

    // Several at once.
    [InlineData(
        Gr + Second + "CascadeDeploy(P2, P0)",
        "UPG5002: CascadeDeploy(P2, P0) selects several things, and E1b is skipped: a multi-selection passes over redundant engines that are in "
        + "software upgrade pending or whose partner is, and only logs a message. Leave P2 out of the selection. [E1b]")]
    [InlineData(
        Gr + Second + "CascadeDeploy(P1, P0)",
        "UPG5002: CascadeDeploy(P1, P0) selects several things, and E1 is skipped: a multi-selection passes over redundant engines that are in "
        + "software upgrade pending or whose partner is, and only logs a message. Leave P1 out of the selection. [E1]")]

    // Steps without effect.
    [InlineData("ShutDown(P2) ShutDown(P2)", "UPG4008: ShutDown(P2) has no effect: P2 is already shut down. Remove the step, or name what was meant.")]
    [InlineData("Start(P2)", "UPG4008: Start(P2) has no effect: P2 already runs. Remove the step, or name what was meant.")]
    [InlineData("Upgrade(P0) Upgrade(P0)", "UPG4008: Upgrade(P0) has no effect: P0 already runs 2023 R2 SP1. Remove the step, or name what was meant.")]
    [InlineData(Gr + "Deploy(P0)", "UPG4008: Deploy(P0) has no effect: P0 is already deployed. Remove the step, or name what was meant.")]
    [InlineData(
        Gr + "Upgrade(P2) ShutDown(P2)",
        "UPG4008: ShutDown(P2) has no effect: P2 is undeployed, so nothing runs there. Remove the step, or name what was meant.")]
    [InlineData(
        Gr + "Upgrade(P2) Start(P2)",
        "UPG4008: Start(P2) has no effect: P2 is undeployed; deploying it starts it. Remove the step, or name what was meant.")]
    [InlineData(
        Gr + "Upgrade(P2) Deploy(P2) Deploy(E1b, Cancel) CascadeDeploy(E1b)",
        "UPG4008: Deploy(E1b, ForcedDeployment.Cancel) has no effect: the forced deployment is cancelled, and E1b stays undeployed. "
        + "Remove the step, or name what was meant.")]

    // The end.
    [InlineData(
        "",
        "UPG6001: P0, P1 and P2 are never upgraded: at the end of the plan they still run 2020 R2 SP1. Begin with Upgrade(P0), Reboot(P0), "
        + "MigrateGalaxy() and CascadeDeploy(P0), then Upgrade and CascadeDeploy for P1 and P2. [P0, P1, P2] "
        + "Upgrade(P0) Reboot(P0) MigrateGalaxy() CascadeDeploy(P0) Upgrade(P1) CascadeDeploy(P1) Upgrade(P2) CascadeDeploy(P2)")]
    [InlineData(
        Gr + Second,
        "UPG6001: P1 is never upgraded: at the end of the plan it still runs 2020 R2 SP1 in a galaxy of 2023 R2 SP1 and can be neither deployed nor "
        + "undeployed. Add Upgrade and CascadeDeploy for P1. [P1] Upgrade(P1) CascadeDeploy(P1)")]
    [InlineData(
        "Upgrade(P0)",
        "UPG6002: This step undeploys P0, and no later step deploys it again: at the end of the plan P0 is undeployed. "
        + "Add Reboot(P0), MigrateGalaxy() and CascadeDeploy(P0) after it. [P0] Reboot(P0) MigrateGalaxy() CascadeDeploy(P0)")]
    [InlineData(
        Gr + Second + First + "Undeploy(P1)",
        "UPG6002: This step undeploys P1, and no later step deploys it again: at the end of the plan P1 is undeployed, and with it E1. "
        + "Add CascadeDeploy(P1) after it. [P1] CascadeDeploy(P1)")]
    [InlineData(
        Gr + Second + First + "ShutDown(P1)",
        "UPG6003: This step shuts P1 down, and no later step starts it: at the end of the plan P1 does not run, and with it E1. "
        + "Add Start(P1) after it. [P1] Start(P1)")]
    public void Reads(string steps, string message) => Assert.Equal(message, Said(Plant7, steps, message));

    /// <summary>Several pairs, and what is said of several things.</summary>
    [Theory]
    [InlineData(
        Gr + "Upgrade(P2) Upgrade(P4) CascadeDeploy(P2, P4) CascadeDeploy(E1b) CascadeDeploy(E3b) " + First,
        "UPG5002: CascadeDeploy(P2, P4) selects several things, and E1b and E3b are skipped: a multi-selection passes over redundant engines that "
        + "are in software upgrade pending or whose partner is, and only logs a message. E1b and E3b stay undeployed. "
        + "Cascade deploy P2 and P4 each by itself. [E1b, E3b] CascadeDeploy(E1b) CascadeDeploy(E3b)")]
    [InlineData(
        Gr + Second + "Upgrade(P4) CascadeDeploy(P4) " + First,
        "UPG4007: Work at P4 begins while E0/E1b has no backup: if the running engine stops meanwhile, nothing takes over. "
        + "Upgrade and deploy P1 first. [E0, E1b]")]
    [InlineData(
        Gr + "Reboot(P2) Reboot(P4) Upgrade(P2) Upgrade(P4) Reboot(P6) CascadeDeploy(P2) CascadeDeploy(P4) " + First,
        "UPG4007: Work at P6 begins while E0/E1b and E2/E3b have no backup: if the running engine stops meanwhile, nothing takes over. "
        + "Upgrade and deploy P1, P2, P3 and P4 first. [E0, E1b, E2, E3b]",
        true)]
    public void Reads_of_several_pairs(string steps, string message, bool isAboutThree = false)
    {
        var galaxy = Galaxies.OfPairs(3);
        Assert.Equal(message, Said(galaxy, isAboutThree ? steps + "Upgrade(P3) CascadeDeploy(P3)" : steps, message));
    }

    [Fact]
    public void Reads_of_a_platform_with_the_active_engines_of_two_pairs()
    {
        const string Message = "UPG4005: P1 runs the active engines E0 and E2. If it is upgraded before P2 and P3 with E1b and E3b, each of these pairs "
            + "fails over twice instead of once, each time with a gap in the collected data. Upgrade and cascade deploy P2 and P3 first. "
            + "[E0, E1b, E2, E3b]";
        var galaxy = Galaxies.Make(3, [(1, 2, false), (1, 3, false)], alone: [], [true, true, true, true]);
        Assert.Equal(Message, Said(galaxy, Gr + First, Message));
    }

    [Theory]
    [InlineData("CascadeDeploy(P1, P2)", "UPG5001: P1 and P2 still run 2020 R2 SP1 (software upgrade pending), so the deployment of P1 and P2 fails. "
        + "Upgrade P1 and P2 first. [P1, P2] Upgrade(P1) Upgrade(P2)", false)]
    [InlineData(Second + "CascadeDeploy(P1)", "UPG5001: P1 still runs 2020 R2 SP1 (software upgrade pending), so E0 and E2 cannot be deployed beside their "
        + "upgraded partners E1b and E3b. Upgrade P1 first. [P1] Upgrade(P1)", true)]
    public void Reads_of_software_upgrade_pending(string steps, string message, bool hasPairs)
    {
        var galaxy = Galaxies.Make(2, hasPairs ? [(1, 2, false), (1, 2, false)] : [], alone: [], [true, true, true]);
        Assert.Equal(message, Said(galaxy, Gr + steps, message));
    }

    [Theory]
    [InlineData("ForceFailover(E1b)", "makes 3, each with a gap in the collected data; E0/E1b fails over more than once.")]
    [InlineData("ForceFailover(E1b) Manual(Look) ForceFailover(E3b)", "makes 4, each with a gap in the collected data; E0/E1b and E2/E3b fail over more than once.")]
    public void Reads_of_failovers_without_need(string steps, string made)
    {
        var message = $"UPG6004: The plan needs 2 failovers and {made} Upgrade standby platforms first, and leave out failovers that are forced without need.";
        Assert.Equal(message, Said(Galaxies.OfPairs(2), Gr + Second + First + "Upgrade(P4) CascadeDeploy(P4) Upgrade(P3) CascadeDeploy(P3) Manual(Look) " + steps, message));
    }

    [Fact]
    public void Reads_of_a_galaxy_that_is_a_galaxy_repository()
    {
        const string Message = "UPG6001: P0 is never upgraded: at the end of the plan it still runs 2020 R2 SP1. Begin with Upgrade(P0), Reboot(P0), "
            + "MigrateGalaxy() and CascadeDeploy(P0). [P0] Upgrade(P0) Reboot(P0) MigrateGalaxy() CascadeDeploy(P0)";
        Assert.Equal(Message, Said(Galaxies.Make(0, [], alone: [], [true]), "", Message));
    }

    /// <summary>Secure communication is required from 2023 R2 on, and recommended before.</summary>
    [Theory]
    [InlineData(
        true,
        SystemPlatform.V2023R2,
        "UPG3001: P2 is deployed at 2023 R2 without a System Management Server: data will be lost, since E1/E1b is historized. "
        + "Connect P2 to Sms in its declaration, or add ConfigureSms(P2) before this step. [P2] ConfigureSms(P2)")]
    [InlineData(
        true,
        SystemPlatform.V2023,
        "UPG3002: P2 hosts E1b of a redundant pair and is deployed without a System Management Server: at 2023 the pair works, but its "
        + "communication is not secured. Connect P2 to Sms in its declaration, or add ConfigureSms(P2) before this step. [P2]")]
    [InlineData(
        false,
        SystemPlatform.V2023R2,
        "UPG3001: P2 is deployed at 2023 R2 without a System Management Server: data will be lost, since E1/E1b is historized. "
        + "Declare the System Management Server and connect P2 to it in its declaration. [P2] ConfigureSms(P2)")]
    public void Reads_of_a_node_without_the_sms(bool isDeclared, SystemPlatform to, string message) =>
        Assert.Equal(message, Said(WithoutSms(P2, isDeclared), Gr + Second, message, to));

    [Fact]
    public void A_node_without_the_sms_is_said_once() =>
        Assert.Equal("6:UPG4006 7:UPG3001", PlanText.Problems(Plan() with
        {
            Galaxy = WithoutSms(P2, isDeclared: true),
            Steps = PlanText.Parse(
                WithoutSms(P2, isDeclared: true),
                Gr + "Upgrade(P2) Upgrade(P1) CascadeDeploy(P2) CascadeDeploy(P1) Undeploy(E1b) CascadeDeploy(E1b)"),
        }));

    [Theory]
    [InlineData("ConfigureSms(P1)", ", and E1 would run without it", "P1")]
    [InlineData("ConfigureSms(P0)", "", "P0")]
    public void Reads_of_a_server_that_is_not_declared(string steps, string consequence, string platform)
    {
        var message = $"UPG3003: {platform} is pointed at the System Management Server, but the galaxy Plant7 declares none: there is nothing to "
            + $"point it at{consequence}. Declare the server with SystemManagementServer.On(node). [{platform}]";
        Assert.Equal(message, Said(WithoutSms(P1, isDeclared: false), steps, message));
    }

    /// <summary>Releases of 2014, 2017, 2020 and 2023 are generations; next to each other they may run side by side.</summary>
    [Theory]
    [InlineData(SystemPlatform.V2014R2SP1, SystemPlatform.V2017U3, false)]
    [InlineData(SystemPlatform.V2014R2SP1, SystemPlatform.V2020, true)]
    [InlineData(SystemPlatform.V2017, SystemPlatform.V2020R2SP1, false)]
    [InlineData(SystemPlatform.V2017U3, SystemPlatform.V2023, true)]
    [InlineData(SystemPlatform.V2020, SystemPlatform.V2023R2SP2, false)]
    public void A_generation_that_is_passed_over_is_said(SystemPlatform from, SystemPlatform to, bool isSaid)
    {
        var found = PlanCheck.Run(Plan(Steps[..^1]) with { From = from, To = to }).Findings.Where(finding => finding.Rule == RuleTable.VersionsFarApart);
        Assert.Equal(isSaid ? [new VersionsPlace()] : [], found.Select(finding => finding.Place));
    }

    [Fact]
    public void Two_platforms_on_one_node_are_found_whatever_the_letters_case()
    {
        var galaxy = new Galaxy("Plant7", ValueList.Of(Sms), ValueList.Of(P0, P1, P2 with { Node = "aos01" }), ValueList<AppEngine>.Empty);
        var finding = Assert.Single(TopologyCheck.Run(galaxy));
        Assert.Equal((RuleTable.OnePlatformANode, new DeclarationPlace(galaxy.Platforms[2])), (finding.Rule, finding.Place));
        Assert.Equal([new DeclarationPlace(P1)], finding.Others);
    }

    [Theory]
    [InlineData(1, "P1")]
    [InlineData(2, "P1 and P2")]
    [InlineData(6, "P1, P2, P3, P4, P5 and P6")]
    [InlineData(7, "P1, P2, P3, P4, P5 and 2 others")]
    public void A_row_of_names_is_cut_where_that_saves_more_than_one(int count, string row)
    {
        Assert.Equal(row, Words.List(Enumerable.Range(1, count).Select(number => $"P{number}")));
        Assert.Equal(count == 1 ? "is" : "are", Words.Are(count));
    }

    [Fact]
    public void Steps_tell_the_engineer_what_to_do()
    {
        string Instruction(string step) => PlanText.Parse(Plant7, step)[0].Instruction;
        string? Detail(string step) => PlanText.Parse(Plant7, step)[0].Detail(Plan());

        Assert.Equal("Select P2 and P1 together and cascade deploy them", Instruction("CascadeDeploy(P2, P1)"));
        Assert.Equal("Cascade deploy P2", Instruction("CascadeDeploy(P2)"));
        Assert.Contains("Do not cascade", Detail("Undeploy(E1)"), StringComparison.Ordinal);
        Assert.Null(Detail("Undeploy(P1)"));
    }

    [Fact]
    public void Every_rule_is_in_the_table_once_and_in_the_order_of_the_ids()
    {
        var ids = RuleTable.All.Select(rule => rule.Id).ToArray();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.Contains(RuleTable.SmsRequired, RuleTable.All);
    }

    private static Galaxy WithoutSms(Platform which, bool isDeclared)
    {
        Platform Of(Platform platform) => platform.Index == which.Index || !isDeclared ? platform with { Sms = null } : platform;
        var (p1, p2) = (Of(P1), Of(P2));
        var e1 = E1 with { Platform = p1 };
        return new Galaxy(
            "Plant7",
            isDeclared ? ValueList.Of(Sms) : ValueList<SystemManagementServer>.Empty,
            ValueList.Of(P0, p1, p2),
            ValueList.Of(e1, E1b with { Platform = p2, Primary = e1 }));
    }

    /// <summary>The first finding of the rule that a message is of, with the declarations and the missing steps that belong to it.</summary>
    private static string Said(Galaxy galaxy, string steps, string message, SystemPlatform to = SystemPlatform.V2023R2SP1)
    {
        var plan = Plan() with { Galaxy = galaxy, To = to, Steps = PlanText.Parse(galaxy, steps) };
        var finding = PlanCheck.Run(plan).Findings.First(finding => finding.Rule.Id == message[..7]);
        var about = finding.Others.Count > 0 ? $" [{string.Join(", ", finding.Others.Cast<DeclarationPlace>().Select(place => place.Declaration.Name))}]" : "";
        return $"{finding}{about}{string.Concat(finding.Missing.Select(step => $" {step}"))}";
    }
}

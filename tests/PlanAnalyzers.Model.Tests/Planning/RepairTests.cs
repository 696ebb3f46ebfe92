using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests.Planning;

/// <summary>The repairs that are offered for each rule, by their titles.</summary>
public sealed class RepairTests
{
    private const string Gr = "Upgrade(P0) Reboot(P0) Migrate() CascadeDeploy(P0) ";
    private const string Pair = "Upgrade(P2) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1)";

    [Theory]
    [InlineData("UPG4001", Pair + " " + Gr, "Move Upgrade(P0), Reboot(P0), MigrateGalaxy() and CascadeDeploy(P0) before Upgrade(P2)")]
    [InlineData("UPG4001", Pair, "Add Upgrade(P0), Reboot(P0), MigrateGalaxy() and CascadeDeploy(P0) before Upgrade(P2)")]
    [InlineData("UPG4002", "Upgrade(P0) Migrate() CascadeDeploy(P0) " + Pair, "Add Reboot(P0) before MigrateGalaxy()")]
    [InlineData("UPG4002", "Upgrade(P0) Migrate() Reboot(P0) CascadeDeploy(P0) " + Pair, "Move MigrateGalaxy() after Reboot(P0)")]
    [InlineData("UPG4003", "Upgrade(P0) Reboot(P0) CascadeDeploy(P0) " + Pair, "Add MigrateGalaxy() before CascadeDeploy(P0)")]
    [InlineData("UPG4004", "Upgrade(P0) Reboot(P0) Migrate() " + Pair, "Add CascadeDeploy(P0) before Upgrade(P2)")]
    [InlineData("UPG4005", Gr + "Upgrade(P1) CascadeDeploy(P1) Upgrade(P2) CascadeDeploy(P2)", "Upgrade P2 before P1")]
    [InlineData("UPG4006", Gr + "Upgrade(P2) Upgrade(P1) CascadeDeploy(P1)", "Add CascadeDeploy(P2) before Upgrade(P1)")]
    [InlineData("UPG4006", Gr + "Upgrade(P2) Upgrade(P1) CascadeDeploy(P2) CascadeDeploy(P1)", "Move Upgrade(P1) after CascadeDeploy(P2)")]
    [InlineData("UPG4007", "Undeploy(P2) " + Gr + Pair, "Remove Undeploy(P2)")]
    [InlineData("UPG4007", "ShutDown(P2) " + Gr + Pair, "Remove ShutDown(P2)")]
    [InlineData("UPG4008", Gr + Pair + " Upgrade(P1)", "Remove Upgrade(P1)")]
    [InlineData("UPG4009", "Upgrade(P0) Upload() Reboot(P0) Migrate() CascadeDeploy(P0) " + Pair, "Move UploadRuntimeChanges(overwriteDefaults: true) before Upgrade(P0) | Remove UploadRuntimeChanges(overwriteDefaults: true)")]
    [InlineData("UPG4010", Gr + "LoadBalancing() " + Pair, "Move EnableCpuLoadBalancing() after CascadeDeploy(P1) | Remove EnableCpuLoadBalancing()")]
    [InlineData("UPG4011", Gr + "[Upgrade(P2) CascadeDeploy(P2) | Upgrade(P1) CascadeDeploy(P1)]", "Put the branches around Upgrade(P1) one after the other")]
    [InlineData("UPG4011", "Upgrade(P0) Reboot(P0) Migrate() [CascadeDeploy(P0) | Manual(Look)] " + Pair, "Move CascadeDeploy(P0) before InParallel | Move CascadeDeploy(P0) after InParallel")]
    [InlineData("UPG4012", Gr + "Undeploy(P2) " + Pair, "Remove Undeploy(P2)")]
    [InlineData("UPG4013", "Undeploy(P2) " + Gr + Pair, "Remove Undeploy(P2)")]
    [InlineData("UPG4014", Gr + Pair + " ForceFailover(E1)", "Force the failover of E1b | Remove ForceFailover(E1)")]
    [InlineData("UPG5001", Gr + "CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1)", "Add Upgrade(P2) before CascadeDeploy(P2)")]
    [InlineData("UPG5001", Gr + "CascadeDeploy(P2) Upgrade(P2) Upgrade(P1) CascadeDeploy(P1)", "Move CascadeDeploy(P2) after Upgrade(P2)")]
    [InlineData("UPG5002", Gr + "Upgrade(P2) CascadeDeploy(P2, P1) Upgrade(P1) CascadeDeploy(P1)", "Leave P1 out of CascadeDeploy(P2, P1) | Remove CascadeDeploy(P2, P1)")]
    [InlineData("UPG5003", Gr + "Upgrade(P2) Deploy(P2) Deploy(E1b) Upgrade(P1) CascadeDeploy(P1)", "Answer the forced deployment of E1b with Continue | Write CascadeDeploy(E1b)")]
    [InlineData("UPG5008", Gr + "Upgrade(P2) CascadeDeploy(E1b) Upgrade(P1) CascadeDeploy(P1)", "Change CascadeDeploy(E1b) to CascadeDeploy(P2)")]
    [InlineData("UPG6001", Gr + "Upgrade(P2) CascadeDeploy(P2)", "Add Upgrade(P1) and CascadeDeploy(P1) after CascadeDeploy(P2)")]
    [InlineData("UPG6002", Gr + "Upgrade(P2) CascadeDeploy(P2) Upgrade(P1)", "Add CascadeDeploy(P1) after Upgrade(P1)")]
    [InlineData("UPG6003", Gr + Pair + " ShutDown(P1)", "Add Start(P1) after ShutDown(P1) | Remove ShutDown(P1)")]
    [InlineData("UPG6004", "ForceFailover(E1) ForceFailover(E1b) " + Gr + Pair, "Remove ForceFailover(E1), and remove ForceFailover(E1b)")]
    [InlineData("UPG7002", Gr + Pair, "Add UploadRuntimeChanges(overwriteDefaults: true) before Upgrade(P0)")]
    [InlineData("UPG7003", Gr + Pair, "Add a line of work that backs the galaxy up before Upgrade(P0)")]
    [InlineData("UPG7004", Gr + Pair + " ForceFailover(E1b)", "Add a look at E1 before ForceFailover(E1b)")]
    public void Are_offered_in_the_order_of_preference(string rule, string steps, string titles)
    {
        var found = PlanCheck.Run(Plan() with { Steps = PlanText.Parse(Plant7, steps) });
        var finding = found.Findings.First(item => item.Rule.Id == rule);
        Assert.Equal(titles, string.Join(" | ", Repairs.Of(found, finding).Select(repair => repair.Title)));
    }

    [Fact]
    public void A_node_is_pointed_at_the_sms_by_a_step_or_in_its_declaration()
    {
        var p2 = P2 with { Sms = null };
        var galaxy = new Galaxy("Plant7", ValueList.Of(Sms), ValueList.Of(P0, P1, p2), ValueList.Of(E1, E1b with { Platform = p2 }));
        var found = PlanCheck.Run(Plan() with { Galaxy = galaxy, Steps = PlanText.Parse(galaxy, Gr + Pair) });
        var repairs = Repairs.Of(found, found.Findings.Single(finding => finding.Rule == RuleTable.SmsRequired));
        Assert.Equal(["Add ConfigureSms(P2) before CascadeDeploy(P2)", "Connect P2 to Sms"], repairs.Select(repair => repair.Title));
        Assert.All(repairs, repair => Assert.Empty(Problems.Of(repair.Apply(found.Plan))));
    }

    [Theory]
    [InlineData("P0", "Sms", "Upgrade(P2) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1)", "UPG3001", ", and add ConfigureSms(P2) and ConfigureSms(P1)")]
    [InlineData("Sms", "SmsServer", "Upgrade(P2) ConfigureSms(P2) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1)", "UPG3003", ", and add ConfigureSms(P1)")]
    [InlineData("Sms", "SmsServer", "Upgrade(P2) ConfigureSms(P2) CascadeDeploy(P2) Upgrade(P1) ConfigureSms(P1) CascadeDeploy(P1)", "UPG3003", "")]
    public void A_galaxy_without_a_server_gets_one_and_every_node_that_lacks_it_uses_it(string repository, string server, string pair, string rule, string added)
    {
        var (p0, p1, p2) = (P0 with { Name = repository }, P1 with { Sms = null }, P2 with { Sms = null });
        var e1 = E1 with { Platform = p1 };
        var galaxy = new Galaxy("Plant7", ValueList<SystemManagementServer>.Empty, ValueList.Of(p0, p1, p2), ValueList.Of(e1, E1b with { Platform = p2, Primary = e1 }));
        var steps = PlanText.Parse(galaxy, Gr.Replace("P0", repository, StringComparison.Ordinal) + pair);
        var found = PlanCheck.Run(Plan() with { Galaxy = galaxy, Steps = steps });
        var repairs = Repairs.Of(found, found.Findings.First(finding => finding.Rule.Id == rule));
        var declare = $"Declare the System Management Server {server} on GR01";
        string[] titles = rule == "UPG3001" ? [declare + added, $"{declare}, and connect P1 and P2 to it"] : [declare + added];
        Assert.Equal(titles, repairs.Select(repair => repair.Title));
        Assert.All(repairs, repair => Assert.Empty(Problems.Of(repair.Apply(found.Plan))));
    }

    [Theory]
    [InlineData(Pair + " " + Gr, Gr + Pair, 1)]
    [InlineData(Gr + "[Upgrade(P2) CascadeDeploy(P2) | Upgrade(P1) CascadeDeploy(P1)]", Gr + Pair, 1)]
    [InlineData("{ " + Gr + "} Manual(Call the shift) { Upgrade(P2) Upgrade(P1) CascadeDeploy(P1) CascadeDeploy(P2) }", "{ " + Gr + "} Manual(Call the shift) { " + Pair + " }", 1)]
    [InlineData("", Gr + Pair, 1)]
    public void The_whole_plan_is_repaired_and_the_rest_of_it_stays(string wrong, string right, int changes)
    {
        var plan = Plan() with { Steps = PlanText.Parse(Plant7, wrong) };
        var repair = Repairs.Whole(plan);
        Assert.NotNull(repair);
        Assert.Equal(PlanText.Parse(Plant7, right), repair.Apply(plan).Steps);
        Assert.Equal(changes, repair.Edits.Count);
        Assert.Null(Repairs.Whole(repair.Apply(plan)));
    }

    [Fact]
    public void What_no_plan_of_the_galaxy_can_help_is_left()
    {
        var (p1, p2) = (P1 with { Sms = null }, P2 with { Sms = null });
        var e1 = E1 with { Platform = p1 };
        var galaxy = new Galaxy("Plant7", ValueList<SystemManagementServer>.Empty, ValueList.Of(P0, p1, p2), ValueList.Of(e1, E1b with { Platform = p2, Primary = e1 }));
        var plan = Plan() with { Galaxy = galaxy, Steps = PlanText.Parse(galaxy, Gr + "Upgrade(P2) CascadeDeploy(P2) Upgrade(P1)") };
        var repair = Repairs.Whole(plan);
        Assert.Equal(PlanText.Parse(galaxy, Gr + Pair), repair?.Apply(plan).Steps);
        Assert.Null(Repairs.Whole(plan with { Steps = PlanText.Parse(galaxy, Gr + Pair) }));
    }

    [Fact]
    public void A_plan_of_many_pairs_is_aligned_with_the_planners_in_the_authors_order_of_groups()
    {
        var galaxy = Galaxies.OfPairs(300);
        var order = Enumerable.Range(0, 300).Reverse().SelectMany(pair => new[] { galaxy.Platforms[(2 * pair) + 2], galaxy.Platforms[(2 * pair) + 1] }).ToArray();
        var plan = Galaxies.Procedure(galaxy, order);
        var wrong = plan with { Steps = plan.Steps.Where((_, index) => index % 100 != 50).ToPlanSteps() };
        var repair = Repairs.Whole(wrong);
        Assert.Equal(12, repair?.Edits.Count);
        Assert.Equal(plan.Steps, repair?.Apply(wrong).Steps);
    }
}

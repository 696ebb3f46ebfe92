using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>States as an engineer reads them, with the words of the vendor's tools.</summary>
public sealed class StateTextTests
{
    private const string Gr = "Upgrade(P0) Reboot(P0) Migrate() CascadeDeploy(P0) ";
    private const string Second = "Upgrade(P2) CascadeDeploy(P2) ";

    private static StateText Text => new(Plan());

    [Theory]

    // Platforms.
    [InlineData("", "P0 (GR node GR01): 2020 R2 SP1, Deployed")]
    [InlineData("", "P1 (node AOS01): 2020 R2 SP1, Deployed, SMS configured")]
    [InlineData("Upgrade(P0)", "P0 (GR node GR01): 2023 R2 SP1, Undeployed, reboot pending")]
    [InlineData("Upgrade(P0) Reboot(P0)", "P0 (GR node GR01): 2023 R2 SP1, Undeployed")]
    [InlineData(Gr, "P0 (GR node GR01): 2023 R2 SP1, Deployed")]
    [InlineData(Gr, "P2 (node AOS02): 2020 R2 SP1, Deployed, Software Upgrade Pending (SUP), SMS configured")]
    [InlineData("ShutDown(P2)", "P2 (node AOS02): 2020 R2 SP1, Deployed, shut down, SMS configured")]
    [InlineData("Undeploy(P2)", "P2 (node AOS02): 2020 R2 SP1, Undeployed, SMS configured")]

    // Engines.
    [InlineData("", "E1 (primary on P1): 2020 R2 SP1, Deployed, Active")]
    [InlineData("", "E1b (backup on P2): Deployed, Standby - Ready")]
    [InlineData("Undeploy(P2)", "E1b (backup on P2): Undeployed")]
    [InlineData("ShutDown(P2)", "E1b (backup on P2): Deployed, shut down")]
    [InlineData("ShutDown(P2)", "E1 (primary on P1): 2020 R2 SP1, Deployed, Active - Standby not Available")]
    [InlineData(Gr + Second, "E1b (backup on P2): 2023 R2 SP1, Deployed, Active - Partner not Upgraded")]
    [InlineData(Gr + Second + "Upgrade(P1) Undeploy(E1b) Deploy(E1b)", "E1b (backup on P2): Deployed, Active - Standby not Available, objects out of service")]

    // The pair.
    [InlineData("", "E1/E1b (pair): 2020 R2 SP1, Pair Deployed, objects run on E1")]
    [InlineData("Undeploy(P1)", "E1/E1b (pair): 2020 R2 SP1, Partial Deployed, objects run on E1b, no backup")]
    [InlineData("Undeploy(P2) Undeploy(P1)", "E1/E1b (pair): Pair Undeployed, objects out of service, no backup")]
    [InlineData(Gr + Second, "E1/E1b (pair): 2023 R2 SP1, Partial Deployed, objects run on E1b, no backup")]
    [InlineData(Gr + Second + "Upgrade(P1) Undeploy(E1b) Deploy(E1b)", "E1/E1b (pair): Partial Deployed, objects out of service, no backup")]

    // The galaxy.
    [InlineData("", "Plant7 (galaxy): 2020 R2 SP1, galaxy not migrated, ViewApps not migrated")]
    [InlineData("Upload() " + Gr + "ViewApps()", "Plant7 (galaxy): 2023 R2 SP1, galaxy migrated, ViewApps migrated, run-time changes uploaded")]
    [InlineData(Gr + "LoadBalancing()", "Plant7 (galaxy): 2023 R2 SP1, galaxy migrated, ViewApps not migrated, CPU load balancing enabled")]
    public void Reads_like_this(string steps, string row) => Assert.Contains(row, Text.Rows(After(Plant7, steps)).Select(item => item.ToString()));

    [Theory]
    [InlineData("", "E0 (engine on P1): 2020 R2 SP1, Deployed, objects run", "Deployed")]
    [InlineData("ShutDown(P1)", "E0 (engine on P1): 2020 R2 SP1, Deployed, shut down, objects out of service", "Shut down")]
    [InlineData("Undeploy(E0)", "E0 (engine on P1): Undeployed, objects out of service", "Undeployed")]
    [InlineData("Undeploy(E0) Deploy(E0)", "E0 (engine on P1): Deployed, objects out of service", "Deployed")]
    public void An_engine_alone_has_no_redundancy_status(string steps, string row, string status)
    {
        var galaxy = Galaxies.Make(1, [], alone: [1], [true, true]);
        var state = After(galaxy, steps);
        Assert.Contains(row, new StateText(Plan() with { Galaxy = galaxy }).Rows(state).Select(item => item.ToString()));
        Assert.Equal(status, StateText.StatusOf(state, galaxy.Engines[0]));
        Assert.DoesNotContain("pair", string.Join(' ', new StateText(Plan() with { Galaxy = galaxy }).Rows(state)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "E1 is Active, E1b is Standby - Ready")]
    [InlineData(Gr + Second + "Upgrade(P1) CascadeDeploy(P1)", "E1b is Active, E1 is Standby - Ready")]
    [InlineData("Undeploy(P2) ShutDown(P1)", "E1 is Shut down, E1b is Undeployed")]
    public void The_active_engine_of_a_pair_is_named_first(string steps, string roles) =>
        Assert.Equal(roles, StateText.RolesIn(After(Plant7, steps), Plant7.Pairs[0]));

    [Fact]
    public void Engines_stand_below_their_platform_then_come_pairs_and_galaxy_and_only_what_a_step_changed_is_marked()
    {
        var state = After(Plant7, Gr + "Upgrade(P2)");
        Assert.Equal(["P0", "P1", "E1", "P2", "E1b", "E1/E1b", "Plant7"], Text.Rows(state).Select(row => row.Name));

        var rows = Text.RowsAfter(UpgradeProcedure.Apply(state, new CascadeDeploy(P2)));
        Assert.Equal(["E1", "P2", "E1b", "E1/E1b"], rows.Where(row => row.HasChanged).Select(row => row.Row.Name));
        Assert.All(Text.RowsAfter(UpgradeProcedure.Apply(state, new Manual("Look"))), row => Assert.False(row.HasChanged));
    }

    [Fact]
    public void Every_status_has_the_words_of_the_vendor()
    {
        Assert.Equal(
            ["", "Active", "Active - Standby not Available", "Active - Partner not Upgraded", "Standby - Ready"],
            Enum.GetValues<RedundancyStatus>().Select(status => status.Text()));
        Assert.Equal(["Pair Undeployed", "Partial Deployed", "Pair Deployed"], Enum.GetValues<PairStatus>().Select(status => status.Text()));
        Assert.Equal(
            ["2014 R2 SP1", "2017", "2017 Update 3", "2020", "2020 R2", "2020 R2 SP1", "2023", "2023 R2", "2023 R2 SP1", "2023 R2 SP2"],
            Enum.GetValues<SystemPlatform>().Select(version => version.Text()));
    }

    private static GalaxyState After(Galaxy galaxy, string steps) =>
        PlanText.Parse(galaxy, steps).Aggregate(GalaxyState.AtStart(galaxy), (state, step) => UpgradeProcedure.Apply(state, step).After);
}

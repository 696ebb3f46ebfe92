using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>
/// The states that the vendor's page "Upgrade redundant pairs" names, in its order and written from the page: the initial state, the
/// state after each numbered step, and the final state.
/// </summary>
public sealed class VendorProcedureTests
{
    private static CheckedPlan Checked => PlanCheck.Run(Plan(Steps));

    [Fact]
    public void The_published_procedure_with_its_optional_steps_has_no_finding() => Assert.Empty(Problems.Of(Checked.Plan));

    [Fact]
    public void Initial_state()
    {
        var state = Checked.Transitions[0].Before;

        // "All platforms, including the GR, are deployed."
        Assert.All(Plant7.Platforms, platform => Assert.True(state[platform] is { Deployed: true, Running: true, Software: Software.Old }));

        // E1 on P1 is the active engine, E1b on P2 the standby.
        Assert.Equal("Active", state[E1].Redundancy.Text());
        Assert.Equal("Standby - Ready", state[E1b].Redundancy.Text());
        Assert.Equal(PairStatus.PairDeployed, state.StatusOf(Plant7.Pairs[0]));
    }

    [Fact]
    public void Gr_step_1_saves_run_time_changes_to_the_database_over_the_configured_defaults()
    {
        Assert.Equal(new DatabaseState { RuntimeChangesUploaded = true }, After(1).Database);
        Assert.Equal([new DefaultsOverwritten()], Checked.Transitions[0].Effects.ToArray());
    }

    [Fact]
    public void Gr_step_2_upgrade_undeploys_the_objects_on_the_gr_node()
    {
        Assert.Equal(
            new PlatformState(Software.New, Deployed: false, Running: false, RebootPending: true, SmsConfigured: false), After(2)[P0]);
        AssertPairUntouched(After(2));
    }

    [Fact]
    public void Gr_step_3_reboot_completes_the_installation()
    {
        Assert.Equal(
            new PlatformState(Software.New, Deployed: false, Running: false, RebootPending: false, SmsConfigured: false), After(3)[P0]);
        Assert.False(After(3).IsSoftwareUpgradePending(P1));
    }

    [Fact]
    public void Gr_step_4_migration_puts_p1_and_p2_into_software_upgrade_pending()
    {
        Assert.True(After(4).Database.Migrated);
        Assert.Equal([P1, P2], Plant7.Platforms.Where(After(4).IsSoftwareUpgradePending));
        AssertPairUntouched(After(4));
    }

    [Fact]
    public void Gr_step_5_migrates_the_view_apps() => Assert.True(After(5).Database.ViewAppsMigrated);

    [Fact]
    public void Gr_step_6_cascade_deploy_deploys_everything_on_the_gr_node()
    {
        Assert.True(After(6)[P0] is { Deployed: true, Running: true });
        AssertPairUntouched(After(6));
    }

    [Fact]
    public void Standby_step_1_upgrade_undeploys_p2_and_what_it_hosts()
    {
        Assert.True(After(7)[P2] is { Software: Software.New, Deployed: false });
        Assert.False(After(7)[E1b].Deployed);

        // "When only one node is upgraded, backup and failover are not available."
        Assert.Equal("Active - Standby not Available", After(7)[E1].Redundancy.Text());
        Assert.Equal(Software.Old, After(7)[E1].Objects);
        Assert.False(After(7).HasBackup(Plant7.Pairs[0]));
        Assert.Equal("Partial Deployed", After(7).StatusOf(Plant7.Pairs[0]).Text());
        Assert.Empty(Checked.Transitions[6].Effects);
    }

    [Fact]
    public void Standby_step_2_cascade_deploy_makes_e1b_active_without_the_checkpoint_of_e1()
    {
        // E1 becomes undeployed, and its platform stays deployed with the old software.
        Assert.False(After(8)[E1].Deployed);
        Assert.True(After(8)[P1] is { Deployed: true, Running: true, Software: Software.Old });

        // "Objects under E1 continue to show as deployed", which puzzles whoever looks at the IDE.
        Assert.EndsWith("its objects still show as deployed", Checked.Transitions[7].Effects[0].ToString(), StringComparison.Ordinal);

        // E1b becomes active and runs the objects at the new version.
        Assert.Equal("Active - Partner not Upgraded", After(8)[E1b].Redundancy.Text());
        Assert.Equal(Software.New, After(8)[E1b].Objects);

        // The partner is stopped and unregistered, its objects are extracted and forced, the checkpoint is lost, a brief downtime.
        Assert.Equal(
            [
                new PartnerStopped(E1),
                new ObjectsExtracted(E1, E1b),
                new Failover(E1, E1b),
                new CheckpointLost(E1b, E1),
                new Outage(E1b, Plant7.Pairs[0], OutageCause.Takeover),
            ],
            Checked.Transitions[7].Effects.ToArray());
    }

    [Fact]
    public void Active_step_1_upgrade_undeploys_p1()
    {
        Assert.True(After(9)[P1] is { Software: Software.New, Deployed: false });
        Assert.Equal("Active - Partner not Upgraded", After(9)[E1b].Redundancy.Text());
        Assert.Empty(Checked.Transitions[8].Effects);
    }

    [Fact]
    public void Active_step_2_cascade_deploy_makes_e1_the_standby_in_sync()
    {
        Assert.Equal("Standby - Ready", After(10)[E1].Redundancy.Text());
        Assert.Equal("Active", After(10)[E1b].Redundancy.Text());
        Assert.Empty(Checked.Transitions[9].Effects);
    }

    [Fact]
    public void Final_state()
    {
        // "All nodes are upgraded and deployed", E1b active, E1 standby; then load balancing may be enabled.
        var end = After(11);
        Assert.All(Plant7.Platforms, platform => Assert.True(end[platform] is { Software: Software.New, Deployed: true, Running: true }));
        Assert.Equal(E1b, end.ActiveOf(Plant7.Pairs[0]));
        Assert.Equal("Standby - Ready", end[E1].Redundancy.Text());
        Assert.Equal(PairStatus.PairDeployed, end.StatusOf(Plant7.Pairs[0]));
        Assert.True(end.Database.CpuLoadBalancing);

        // "This way, only one failover of the redundant engines is needed."
        Assert.Equal(1, ValidatedPlan.Of(Checked).Failovers);
        Assert.Equal(1, ValidatedPlan.Of(Checked).Outages);
    }

    private static GalaxyState After(int step) => Checked.Transitions[step - 1].After;

    private static void AssertPairUntouched(GalaxyState state)
    {
        Assert.Equal(Checked.Transitions[0].Before[E1], state[E1]);
        Assert.Equal(Checked.Transitions[0].Before[E1b], state[E1b]);
    }
}

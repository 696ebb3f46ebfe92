using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>What happens in a step, in the words of a report, and what a step keeps others from touching meanwhile.</summary>
public sealed class EffectTests
{
    private const string Gr = "Upgrade(P0) Reboot(P0) Migrate() CascadeDeploy(P0) ";
    private const string Second = "Upgrade(P2) CascadeDeploy(P2) ";
    private const string First = "Upgrade(P1) CascadeDeploy(P1) ";

    [Theory]

    // A reboot hands the objects over where somebody stands by, and otherwise they are out while it lasts.
    [InlineData("Reboot(P1)", "Failover: E1b takes over from E1")]
    [InlineData("Reboot(P2)", "")]
    [InlineData("ForceFailover(E1) Reboot(P1)", "")]
    [InlineData("ShutDown(P2) Reboot(P1)", "Outage: the objects of E1/E1b are out while P1 reboots")]
    [InlineData("ShutDown(P2) Reboot(P2)", "")]
    [InlineData(Gr + "Upgrade(P2) Reboot(P1)", "Outage: the objects of E1/E1b are out while P1 reboots")]

    // Stopping the active engine makes the standby active; stopping the only one takes the objects away.
    [InlineData("ShutDown(P1)", "Failover: E1b takes over from E1")]
    [InlineData("Undeploy(E1)", "Failover: E1b takes over from E1")]
    [InlineData("ShutDown(P2)", "")]
    [InlineData("ShutDown(P2) ShutDown(P1)", "Outage: the objects of E1/E1b are out until P1 is started again")]
    [InlineData("Undeploy(P2) Undeploy(P1)", "Outage: the objects of E1/E1b are out until the engine is deployed again")]
    [InlineData("ForceFailover(E1)", "Failover: E1b takes over from E1")]
    [InlineData("ForceFailover(E1) ForceFailover(E1b)", "Failover: E1 takes over from E1b")]
    [InlineData("ForceFailover(E1b)", "")]

    // Of two engines that are down the first to start runs the objects, from what it last synced; the other stands by.
    [InlineData("ShutDown(P2) ShutDown(P1) Start(P2)", "The objects of E1/E1b run again on E1b")]
    [InlineData("ShutDown(P2) ShutDown(P1) Start(P1)", "The objects of E1/E1b run again on E1")]
    [InlineData("ShutDown(P2) ShutDown(P1) Start(P2) Start(P1)", "")]
    [InlineData("ShutDown(P2) Undeploy(P1) Start(P2)", "")]

    // Deploying.
    [InlineData("Undeploy(P2) Undeploy(P1) CascadeDeploy(P1)", "The objects of E1/E1b run again on E1")]
    [InlineData("Undeploy(P2) Undeploy(P1) Deploy(P1) Deploy(E1)", "")]
    [InlineData("Undeploy(P2) Undeploy(P1) Deploy(P1) Deploy(E1) CascadeDeploy(E1)", "The objects of E1/E1b run again on E1")]
    [InlineData("Undeploy(P2) CascadeDeploy(P2)", "")]
    [InlineData(
        Gr + Second,
        "E1 still has the older software and is stopped and unregistered; its objects still show as deployed\n"
        + "The objects of E1 are deployed with E1b and forced to the new version\n"
        + "Failover: E1b takes over from E1\n"
        + "E1b starts without the checkpoint of E1\n"
        + "Outage: the objects of E1/E1b are out for a few seconds to a few minutes")]
    [InlineData(
        "Undeploy(P2) Undeploy(E1) Deploy(E1) " + Gr + Second,
        "E1 still has the older software and is stopped and unregistered; its objects still show as deployed\n"
        + "The objects of E1 are deployed with E1b and forced to the new version\n"
        + "Failover: E1b takes over from E1\n"
        + "E1b starts without the checkpoint of E1\n"
        + "The objects of E1/E1b run again on E1b")]
    [InlineData(Gr + "Upgrade(P2) CascadeDeploy(P2, P1)", "E1b is skipped and not deployed; the IDE only logs a message\nE1 is skipped and not deployed; the IDE only logs a message")]
    [InlineData(Gr + Second + First, "")]
    [InlineData("Upload()", "Configured defaults, such as set points, are overwritten with their run-time values")]
    public void Happens_in_the_last_step(string steps, string effects) => Assert.Equal(effects, string.Join('\n', Walk(steps).Last().Effects));

    [Theory]
    [InlineData("ShutDown(P2) ShutDown(P1) Start(P2)", "E1: Deployed", "E1b: 2020 R2 SP1, Deployed, Active - Standby not Available")]
    [InlineData("ShutDown(P2) ShutDown(P1) Start(P2) Start(P1)", "E1: Deployed, Standby - Ready", "E1b: 2020 R2 SP1, Deployed, Active")]
    [InlineData("ShutDown(P2) ShutDown(P1) Start(P1) Start(P2)", "E1: 2020 R2 SP1, Deployed, Active", "E1b: Deployed, Standby - Ready")]
    [InlineData("Reboot(P1)", "E1: Deployed, Standby - Ready", "E1b: 2020 R2 SP1, Deployed, Active")]
    [InlineData("Undeploy(E1b)", "E1: 2020 R2 SP1, Deployed, Active - Standby not Available", "E1b: Undeployed")]
    public void Leaves_the_engines_so(string steps, string primary, string backup)
    {
        var (state, text) = (Walk(steps).Last().After, new StateText(Plan()));
        Assert.StartsWith(primary, $"E1: {text.RowOf(state, E1).State}", StringComparison.Ordinal);
        Assert.StartsWith(backup, $"E1b: {text.RowOf(state, E1b).State}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_that_is_pointed_at_the_sms_uses_it_from_then_on()
    {
        Assert.False(GalaxyState.AtStart(Plant7)[P0].SmsConfigured);
        Assert.True(Walk("ConfigureSms(P0)").Last().After[P0].SmsConfigured);
        Assert.True(Walk("ConfigureSms(P0) " + Gr).Last().After[P0].SmsConfigured);
    }

    [Fact]
    public void Only_outages_by_a_stop_or_an_undeployment_go_on_after_the_step()
    {
        Assert.Equal([OutageCause.ShutDown, OutageCause.Undeployed], Enum.GetValues<OutageCause>().Where(cause => new Outage(E1, null, cause).GoesOn));
        Assert.Equal("E1", new Outage(E1, null, OutageCause.Reboot).Objects);
        Assert.Equal([E1, E1b], new CheckpointLost(E1, E1b).Engines);
        Assert.Equal([E1], new PartnerStopped(E1).Engines);
        Assert.Empty(new DefaultsOverwritten().Engines);
    }

    /// <summary>A platform's own steps concern what it hosts; the pair's other platform is only touched where both engines take part.</summary>
    [Theory]
    [InlineData("Upgrade(P1)", false, "P1, E1/E1b")]
    [InlineData("CascadeDeploy(P2, P1)", false, "P2, E1/E1b, P1")]
    [InlineData("CascadeDeploy(E1b)", false, "P2, E1/E1b")]
    [InlineData("Undeploy(E1)", false, "P1, E1/E1b")]
    [InlineData("ForceFailover(E1)", false, "P1, P2, E1/E1b")]
    [InlineData("ConfigureSms(P1)", false, "P1")]
    [InlineData("ConfigureSms(P0)", false, "P0")]
    [InlineData("Reboot(P0)", true, "P0")]
    [InlineData("CascadeDeploy(P1, P0)", true, "P1, E1/E1b, P0")]
    [InlineData("Upload()", true, "")]
    [InlineData("Migrate()", true, "")]
    [InlineData("ViewApps()", true, "")]
    [InlineData("LoadBalancing()", true, "")]
    [InlineData("Manual(Look)", false, "")]
    [InlineData("Approve(Shift)", false, "")]
    public void A_step_touches_this(string step, bool isGalaxyWide, string touched)
    {
        var footprint = Footprint.Of(Plant7, PlanText.Parse(Plant7, step)[0]);
        Assert.Equal((isGalaxyWide, touched), (footprint.IsGalaxyWide, footprint.Touched.ToString()));

        var alone = Galaxies.Make(1, [], alone: [1], [true, true]);
        Assert.Equal("P1", Footprint.Of(alone, new CascadeDeploy(alone.Engines[0])).Touched.ToString());
    }

    private static IEnumerable<Transition> Walk(string steps)
    {
        var state = GalaxyState.AtStart(Plant7);
        foreach (var step in PlanText.Parse(Plant7, steps))
        {
            var transition = UpgradeProcedure.Apply(state, step);
            yield return transition;
            state = transition.After;
        }
    }
}

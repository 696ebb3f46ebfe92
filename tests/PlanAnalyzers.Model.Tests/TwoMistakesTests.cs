using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>Two mistakes that have nothing to do with each other are two findings, each at its own step; a consequence is none.</summary>
public sealed class TwoMistakesTests
{
    private const string Gr = "Upgrade(P0) Reboot(P0) Migrate() CascadeDeploy(P0)";
    private const string Pair = "Upgrade(P2) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1)";

    [Theory]

    // The GR comes last, and something of its procedure is nowhere.
    [InlineData(Pair + " Upgrade(P0) Migrate() CascadeDeploy(P0)", "1:UPG4001 6:UPG4002")]
    [InlineData(Pair + " Upgrade(P0) Reboot(P0) CascadeDeploy(P0)", "1:UPG4001 7:UPG4003")]
    [InlineData(Pair + " Upgrade(P0) CascadeDeploy(P0)", "1:UPG4001 6:UPG4002 6:UPG4003")]
    [InlineData(Pair + " Upgrade(P0) Reboot(P0) Migrate()", "1:UPG4001 5:UPG6002")]
    [InlineData(Pair, "1:UPG4001")]
    [InlineData(Pair + " Reboot(P0) Migrate() CascadeDeploy(P0)", "1:UPG4001")]

    // Two steps of the GR's procedure are missing, or one is missing and one too late.
    [InlineData("Upgrade(P0) CascadeDeploy(P0) " + Pair, "2:UPG4002 2:UPG4003")]
    [InlineData("Upgrade(P0) Reboot(P0) " + Pair, "3:UPG4003 3:UPG4004")]
    [InlineData("Upgrade(P0) ViewApps() Migrate() CascadeDeploy(P0) " + Pair, "2:UPG4003 3:UPG4002")]
    [InlineData("Upgrade(P0) Upgrade(P2) Reboot(P0) Migrate() CascadeDeploy(P0) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1)", "2:UPG4003")]

    // A step stands too early and once more where it belongs: the rest of the plan is checked as it is.
    [InlineData(Gr + " CascadeDeploy(P1) Upgrade(P1) CascadeDeploy(P1) Upgrade(P2) CascadeDeploy(P2)", "5:UPG5001 6:UPG4005")]
    [InlineData("Upgrade(P2) " + Gr + " Upgrade(P2) Upgrade(P1) CascadeDeploy(P1) CascadeDeploy(P2)", "1:UPG4001 7:UPG4006")]
    [InlineData(Gr + " Upgrade(P2) Upgrade(P1) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1)", "6:UPG4006")]

    // What is only so because something was assumed is nobody's mistake.
    [InlineData(Gr + " Upgrade(P2) CascadeDeploy(P2) CascadeDeploy(E1) CascadeDeploy(P1) Upgrade(P1) CascadeDeploy(P1)", "7:UPG5001")]
    [InlineData(Pair + " Upload() " + Gr, "1:UPG4001")]
    [InlineData(Pair + " Upgrade(P0) Upload() Reboot(P0) Migrate() CascadeDeploy(P0)", "1:UPG4001 6:UPG4009")]
    public void Are_two_findings(string steps, string expected) => Assert.Equal(expected, PlanText.Problems(Plan() with { Steps = PlanText.Parse(Plant7, steps) }));

    [Theory]
    [InlineData(Gr + " Upgrade(P2) Upgrade(P1) CascadeDeploy(P1) CascadeDeploy(P2)", "6:UPG4006 8:UPG3001")]
    [InlineData(Gr + " Upgrade(P2) CascadeDeploy(P1) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1)", "6:UPG5001 7:UPG3001")]
    [InlineData(Gr + " CascadeDeploy(P2) Upgrade(P2) CascadeDeploy(P2) Upgrade(P1) CascadeDeploy(P1)", "5:UPG5001 7:UPG3001")]
    [InlineData(Gr + " Upgrade(P2) CascadeDeploy(P2) ConfigureSms(P2) Upgrade(P1) CascadeDeploy(P1)", "6:UPG3001")]
    public void A_missing_sms_is_found_at_the_step_that_deploys_whatever_else_is_wrong(string steps, string expected)
    {
        var p2 = P2 with { Sms = null };
        var galaxy = new Galaxy("Plant7", ValueList.Of(Sms), ValueList.Of(P0, P1, p2), ValueList.Of(E1, E1b with { Platform = p2 }));
        Assert.Equal(expected, PlanText.Problems(Plan() with { Galaxy = galaxy, Steps = PlanText.Parse(galaxy, steps) }));
    }

    [Theory]
    [InlineData(SystemPlatform.V2020R2SP1, SystemPlatform.V2020R2SP1)]
    [InlineData(SystemPlatform.V2023R2, SystemPlatform.V2020R2SP1)]
    [InlineData(SystemPlatform.V2023R2SP2, SystemPlatform.V2020)]
    public void Wrong_versions_are_one_mistake_whatever_depends_on_them(SystemPlatform from, SystemPlatform to)
    {
        var galaxy = new Galaxy(
            "Plant7",
            ValueList<SystemManagementServer>.Empty,
            ValueList.Of(P0, P1 with { Sms = null }, P2 with { Sms = null }),
            ValueList.Of(E1 with { Platform = P1 with { Sms = null } }, E1b with { Platform = P2 with { Sms = null }, Primary = E1 with { Platform = P1 with { Sms = null } } }));
        var plan = Plan() with
        {
            Galaxy = galaxy,
            Steps = PlanText.Parse(galaxy, Gr + " " + Pair + " LoadBalancing()"),
            From = from,
            To = to,
        };
        Assert.Equal("UPG2006", PlanText.Problems(plan));
    }
}

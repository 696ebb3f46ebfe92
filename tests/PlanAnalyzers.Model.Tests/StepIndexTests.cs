using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>What comes later in a plan: strictly after a place, and the first of its kind.</summary>
public sealed class StepIndexTests
{
    private static StepIndex Index => new(PlanText.Parse(
        Plant7, "Upgrade(P1) CascadeDeploy(P1, P2) Upgrade(P1) Deploy(E1, Cancel) Deploy(E1, Continue) CascadeDeploy(P1, P2)"));

    [Theory]
    [InlineData(-1, 0, 1, 0, 4)]
    [InlineData(0, 2, 1, 1, 4)]
    [InlineData(1, 2, 5, 2, 4)]
    [InlineData(2, int.MaxValue, 5, 3, 4)]
    [InlineData(4, int.MaxValue, 5, 5, int.MaxValue)]
    [InlineData(5, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)]
    public void Is_strictly_after_a_place(int place, int upgrade, int cascade, int atP1, int deployment)
    {
        Assert.Equal(upgrade, Index.Next(new Upgrade(P1), place));
        Assert.Equal(cascade, Index.NextCascade(P2, place));
        Assert.Equal(cascade, Index.NextDeployment(P2, place));
        Assert.Equal(atP1, Index.NextAt(P1, place));
        Assert.Equal(deployment, Index.NextDeployment(E1, place));
    }
}

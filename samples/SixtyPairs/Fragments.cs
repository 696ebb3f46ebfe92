using PlanAnalyzers;

/// <summary>What is done the same way at every pair.</summary>
static class Fragments
{
    /// <summary>The node of the engine that stands by first, so that the pair fails over once; then the other one, as soon as possible.</summary>
    public static Plan UpgradePair(this Plan plan, RedundantPair pair) => plan
        .UpgradeNode(pair.StandbyPlatform)
        .Manual($"Look at the trends of {pair.Active}: values must come in again")
        .UpgradeNode(pair.ActivePlatform);

    public static Plan UpgradeNode(this Plan plan, Platform node) => plan.Upgrade(node).CascadeDeploy(node);
}

namespace PlanAnalyzers.CodeFixes.Spelling;

/// <summary>What engineers call the steps, besides the names that the steps have here.</summary>
internal static class StepWords
{
    private static readonly Dictionary<string, string> ByWord = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Install"] = "Upgrade",
        ["Update"] = "Upgrade",
        ["Restart"] = "Reboot",
        ["Redeploy"] = "CascadeDeploy",
        ["DeployCascade"] = "CascadeDeploy",
        ["Failover"] = "ForceFailover",
        ["SwitchOver"] = "ForceFailover",
        ["Switch"] = "ForceFailover",
        ["Migrate"] = "MigrateGalaxy",
        ["Upload"] = "UploadRuntimeChanges",
        ["Stop"] = "ShutDown",
        ["LoadBalancing"] = "EnableCpuLoadBalancing",
        ["Parallel"] = "InParallel",
        ["Note"] = "Manual",
        ["SignOff"] = "Approve",
    };

    /// <summary>
    /// The step that a word stands for, and else those that it may be misspelt from. Who writes Restart means Reboot, and not Start, which
    /// is only spelt alike.
    /// </summary>
    public static IEnumerable<string> Meant(string word, IEnumerable<string> steps) =>
        ByWord.TryGetValue(word, out var step) ? [step] : Similarity.Closest(word, steps);

    /// <summary>The steps that are named so, for the test that each is one.</summary>
    public static IEnumerable<string> Steps => ByWord.Values;
}

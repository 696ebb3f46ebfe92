namespace PlanAnalyzers.Model.Tests;

/// <summary>What is wrong with plans: the findings without mere advice.</summary>
internal static class Problems
{
    public static IReadOnlyList<Finding> Of(UpgradePlan plan) => Of(PlanCheck.Run(plan));

    public static IReadOnlyList<Finding> Of(CheckedPlan plan) =>
        [.. plan.Findings.Where(finding => finding.Rule.Severity != RuleSeverity.Info)];
}

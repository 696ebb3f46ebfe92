namespace PlanAnalyzers.Model;

/// <summary>How many findings of which rule a plan has.</summary>
internal sealed class Diagnosis
{
    private readonly Dictionary<Rule, int> counts = [];

    public Diagnosis(CheckedPlan plan)
    {
        foreach (var finding in plan.Findings.Concat(plan.Consequences))
        {
            counts[finding.Rule] = Of(finding.Rule) + 1;
        }
    }

    public int Errors => Sum(RuleSeverity.Error);

    public int Warnings => Sum(RuleSeverity.Warning);

    /// <summary>Whether a rule has fewer findings than before, and no other one more, but for mere advice.</summary>
    public bool Mends(Diagnosis before, Rule rule) =>
        HasFewer(before, rule) && counts.Keys.All(other => !HasMore(before, other));

    public bool HasFewer(Diagnosis before, Rule rule) => Of(rule) < before.Of(rule);

    /// <summary>Whether a rule has more findings than before, and they are more than advice.</summary>
    public bool HasMore(Diagnosis before, Rule rule) => rule.Severity != RuleSeverity.Info && Of(rule) > before.Of(rule);

    private int Of(Rule rule) => counts.TryGetValue(rule, out var count) ? count : 0;

    private int Sum(RuleSeverity severity) => counts.Where(item => item.Key.Severity == severity).Sum(item => item.Value);
}

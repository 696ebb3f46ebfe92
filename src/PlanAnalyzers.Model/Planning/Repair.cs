namespace PlanAnalyzers.Model;

/// <summary>A change of a plan that mends something.</summary>
/// <param name="Title">What it does, as an instruction that names the author's objects: <c>Move Upgrade(P1) before CascadeDeploy(P1)</c>.</param>
/// <param name="Edits">The edits, to be made together.</param>
public sealed record Repair(string Title, ValueList<PlanEdit> Edits)
{
    internal Repair(string title, params PlanEdit[] edits)
        : this(title, edits.ToValueList())
    {
    }

    /// <summary>The plan with the edits made.</summary>
    /// <param name="plan">The plan that the repair was made for.</param>
    public UpgradePlan Apply(UpgradePlan plan) => PlanEdit.Apply(plan, Edits);
}

namespace PlanAnalyzers.Model;

/// <summary>A change of a plan. Edits that are made together all name steps by their places before any of them.</summary>
/// <remarks>
/// Steps that are put at the same position stand there in the order of the edits. A phase or a branch that loses its last step goes with it.
/// </remarks>
public abstract record PlanEdit
{
    /// <summary>Makes edits together.</summary>
    /// <param name="plan">The plan that the edits are about.</param>
    /// <param name="edits">The edits; no two of them take away the same step.</param>
    public static UpgradePlan Apply(UpgradePlan plan, IReadOnlyCollection<PlanEdit> edits)
    {
        var edited = plan with { Steps = new EditedSteps(plan.Steps, edits).Build() };
        return edits.OfType<GalaxyEdit>().Aggregate(edited, (before, edit) => edit.ApplyTo(before));
    }
}

/// <summary>New steps are put somewhere.</summary>
/// <param name="Steps">The steps in order.</param>
/// <param name="At">Where.</param>
public sealed record InsertSteps(ValueList<Step> Steps, PlanPosition At) : PlanEdit;

/// <summary>A step is taken out.</summary>
/// <param name="Index">The step.</param>
public sealed record RemoveStep(int Index) : PlanEdit;

/// <summary>Neighbouring steps are put somewhere else. They leave the phases and branches that they stand in.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many they are.</param>
/// <param name="At">Where they go.</param>
public sealed record MoveSteps(int First, int Count, PlanPosition At) : PlanEdit;

/// <summary>Other steps stand in the place of one.</summary>
/// <param name="Index">The step.</param>
/// <param name="By">What stands in its place, in order.</param>
public sealed record ReplaceStep(int Index, ValueList<Step> By) : PlanEdit;

/// <summary>Branches that run side by side are put one after the other: the steps stay, <see cref="InParallel"/> goes.</summary>
/// <param name="Index">A step of a branch; of branches within branches all that are around the step are meant.</param>
public sealed record UnfoldBranches(int Index) : PlanEdit;

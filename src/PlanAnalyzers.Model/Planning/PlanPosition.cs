using System.Runtime.InteropServices;

namespace PlanAnalyzers.Model;

/// <summary>A place between the steps of a plan.</summary>
/// <param name="Index">
/// The step, by its place in the plan before any edit, that the place is beside. The number of the steps stands for the end of the plan.
/// </param>
/// <param name="IsAfter">Whether the place is after that step and not before it.</param>
/// <param name="Out">Out of how many of the phases and groups of branches around that step the place is; 0 is beside the step itself.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlanPosition(int Index, bool IsAfter, int Out = 0)
{
    /// <summary>The place before a step, in the phase or branch that it stands in.</summary>
    public static PlanPosition Before(int index) => new(index, IsAfter: false);

    /// <summary>The place after a step, in the phase or branch that it stands in.</summary>
    public static PlanPosition After(int index) => new(index, IsAfter: true);

    /// <summary>The end of a plan, outside of all phases.</summary>
    public static PlanPosition EndOf(PlanSteps steps) => new(steps.Count, IsAfter: false);
}

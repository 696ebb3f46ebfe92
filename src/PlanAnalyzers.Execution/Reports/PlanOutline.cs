using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A part of a plan as reports name it: steps have their numbers, branches their labels.</summary>
internal abstract record OutlinePart;

/// <summary>A step.</summary>
/// <param name="Number">Its number among all steps as they are written, from 1.</param>
/// <param name="Transition">What it does.</param>
/// <param name="Branch">The label of the branch that it stands in; none outside of branches.</param>
/// <param name="Phases">The titles of the phases that it stands in, from the outermost.</param>
internal sealed record OutlineStep(int Number, Transition Transition, string? Branch, IReadOnlyList<string> Phases) : OutlinePart;

/// <summary>A phase.</summary>
/// <param name="Titles">Its title, after those of the phases around it.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Parts">Its parts in order.</param>
/// <param name="IsInBranch">Whether the phase stands in a branch, beside which others run.</param>
internal sealed record OutlinePhase(
    IReadOnlyList<string> Titles, StepRange Steps, IReadOnlyList<OutlinePart> Parts, bool IsInBranch) : OutlinePart
{
    /// <summary>Titles one within the other, so that a heading is clear wherever it stands.</summary>
    public string Title => $"Phase: {string.Join(" > ", Titles)} ({Steps})";
}

/// <summary>Branches that run side by side.</summary>
/// <param name="Number">Its number among all such groups as they are written, from 1.</param>
/// <param name="Steps">The steps of all branches.</param>
/// <param name="Branches">The branches.</param>
/// <param name="Before">The state before all of them.</param>
/// <param name="After">The state after all of them.</param>
/// <param name="IsInBranch">Whether the group itself stands in a branch, beside which others run.</param>
internal sealed record OutlineGroup(
    int Number, StepRange Steps, IReadOnlyList<OutlineBranch> Branches, GalaxyState Before, GalaxyState After, bool IsInBranch) : OutlinePart
{
    public string Title => $"Side by side: {Labels} ({Steps})";

    public string TitleOfTheEnd => $"After {Labels}";

    private string Labels => Branches.Count switch
    {
        0 => "no branch",
        1 => $"branch {Branches[0].Label}",
        2 => $"branches {Branches[0].Label} and {Branches[1].Label}",
        _ => $"branches {Branches[0].Label} to {Branches[^1].Label}",
    };
}

/// <summary>A branch.</summary>
/// <param name="Label">What it is called: the number of the group and a letter, so that no two of a plan are called alike.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Parts">Its parts in order.</param>
internal sealed record OutlineBranch(string Label, StepRange Steps, IReadOnlyList<OutlinePart> Parts)
{
    public string Title => $"Branch {Label} ({Steps})";
}

/// <summary>Steps one after the other as they are written.</summary>
/// <param name="First">The number of the first one.</param>
/// <param name="Count">How many they are.</param>
internal sealed record StepRange(int First, int Count)
{
    public override string ToString() => Count switch
    {
        0 => "no steps",
        1 => string.Create(CultureInfo.InvariantCulture, $"step {First}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"steps {First} to {First + Count - 1}"),
    };
}

/// <summary>The parts of a plan with the numbers and labels that every report and export gives them.</summary>
internal sealed class PlanOutline
{
    private readonly ValidatedPlan plan;
    private readonly List<OutlineStep> steps = [];
    private GalaxyState state;
    private int groups;

    private PlanOutline(ValidatedPlan plan)
    {
        this.plan = plan;
        state = plan.Start;
        Parts = Of(plan.Plan.Steps.Parts, branch: null, phases: []);
        LongestLabel = steps.Select(step => step.Branch?.Length ?? 0).DefaultIfEmpty(0).Max();
    }

    /// <summary>The parts in order.</summary>
    public IReadOnlyList<OutlinePart> Parts { get; }

    /// <summary>The steps as they are written.</summary>
    public IReadOnlyList<OutlineStep> Steps => steps;

    /// <summary>Whether anything runs side by side.</summary>
    public bool HasBranches => LongestLabel > 0;

    /// <summary>The length of the longest label of a branch with steps; 0 where there are none.</summary>
    public int LongestLabel { get; }

    public static PlanOutline Of(ValidatedPlan plan) => new(plan);

    private OutlinePart[] Of(IEnumerable<PlanPart> parts, string? branch, IReadOnlyList<string> phases) =>
        parts.Select(part => Of(part, branch, phases)).ToArray();

    private OutlinePart Of(PlanPart part, string? branch, IReadOnlyList<string> phases)
    {
        switch (part)
        {
            case Phase phase:
                string[] titles = [.. phases, phase.Title];
                var first = steps.Count;
                var parts = Of(phase.Parts, branch, titles);
                return new OutlinePhase(titles, Since(first), parts, IsInBranch: branch is not null);
            case InParallel group:
                return Of(group, branch, phases);
            default:
                var step = new OutlineStep(steps.Count + 1, plan.Transitions[steps.Count], branch, phases);
                steps.Add(step);
                state = step.Transition.After;
                return step;
        }
    }

    private OutlineGroup Of(InParallel group, string? branch, IReadOnlyList<string> phases)
    {
        var number = ++groups;
        var (first, before) = (steps.Count, state);
        var branches = new List<OutlineBranch>();
        foreach (var one in group.Branches)
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"{number}{Letters(branches.Count)}");
            var firstOfBranch = steps.Count;
            var parts = Of(one.Parts, label, phases);
            branches.Add(new OutlineBranch(label, Since(firstOfBranch), parts));
        }

        return new OutlineGroup(number, Since(first), branches, before, state, IsInBranch: branch is not null);
    }

    private StepRange Since(int first) => new(first + 1, steps.Count - first);

    /// <summary>A to Z, then AA, as the columns of a spreadsheet.</summary>
    private static string Letters(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : Letters((index / 26) - 1) + Letters(index % 26);
}

using System.Collections;

namespace PlanAnalyzers.Model;

/// <summary>
/// The steps of a plan in the order in which they are written, branches one after the other, together with the phases and branches that
/// they stand in. A value.
/// </summary>
public sealed class PlanSteps : IReadOnlyList<Step>, IEquatable<PlanSteps>
{
    private readonly List<Step> steps = [];

    /// <summary>Makes the steps of their parts.</summary>
    /// <param name="parts">The parts in order.</param>
    public PlanSteps(ValueList<PlanPart> parts)
    {
        Parts = parts;
        Collect(parts);
    }

    /// <summary>No step.</summary>
    public static PlanSteps Empty { get; } = new(ValueList<PlanPart>.Empty);

    /// <summary>The parts in order: steps, phases and groups of branches.</summary>
    public ValueList<PlanPart> Parts { get; }

    /// <summary>Whether any steps run side by side.</summary>
    internal bool HasBranches { get; private set; }

    /// <inheritdoc />
    public int Count => steps.Count;

    /// <inheritdoc />
    public Step this[int index] => steps[index];

    /// <summary>How many steps a part has.</summary>
    public static int CountOf(PlanPart part) => part switch
    {
        Phase phase => phase.Parts.Sum(CountOf),
        InParallel group => group.Branches.Sum(CountOf),
        _ => 1,
    };

    /// <summary>How many steps a branch has.</summary>
    public static int CountOf(Branch branch) => branch.Parts.Sum(CountOf);

    /// <inheritdoc />
    public IEnumerator<Step> GetEnumerator() => steps.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public bool Equals(PlanSteps? other) => other is not null && Parts.Equals(other.Parts);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as PlanSteps);

    /// <inheritdoc />
    public override int GetHashCode() => Parts.GetHashCode();

    /// <summary>The steps in a row.</summary>
    public override string ToString() => string.Join(", ", steps);

    private void Collect(IEnumerable<PlanPart> parts)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case Step step:
                    steps.Add(step);
                    break;
                case Phase phase:
                    Collect(phase.Parts);
                    break;
                case InParallel group:
                    HasBranches = true;
                    foreach (var branch in group.Branches)
                    {
                        Collect(branch.Parts);
                    }

                    break;
            }
        }
    }
}

/// <summary>Makes the steps of a plan.</summary>
public static class PlanStepsExtensions
{
    /// <summary>The steps of a plan, made of parts in order.</summary>
    public static PlanSteps ToPlanSteps(this IEnumerable<PlanPart> parts) => new(parts.ToValueList());
}

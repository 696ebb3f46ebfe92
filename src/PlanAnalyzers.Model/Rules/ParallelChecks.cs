namespace PlanAnalyzers.Model;

/// <summary>UPG4011: branches that run side by side do not touch the same thing.</summary>
/// <remarks>Footprints do not depend on states, so this is known before a plan is walked through.</remarks>
internal sealed class ParallelChecks
{
    private readonly Galaxy galaxy;
    private readonly Dictionary<int, Violation> violations = [];
    private readonly HashSet<InParallel> colliding = [];

    public ParallelChecks(UpgradePlan plan)
    {
        galaxy = plan.Galaxy;
        if (plan.Steps.HasBranches)
        {
            LookAt(plan.Steps.Parts, 0);
        }
    }

    /// <summary>Whether branches of a group touch the same thing, so that they cannot run side by side.</summary>
    public bool Collide(InParallel group) => colliding.Contains(group);

    /// <summary>What is wrong with a step beside the branches before it. Of each branch the first such step is reported.</summary>
    public Violation? At(int index) => violations.Count > 0 && violations.TryGetValue(index, out var violation) ? violation : null;

    private void LookAt(ValueList<PlanPart> parts, int first)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case Phase phase:
                    LookAt(phase.Parts, first);
                    break;
                case InParallel group:
                    LookAt(group, first);
                    break;
            }

            first += PlanSteps.CountOf(part);
        }
    }

    private void LookAt(InParallel group, int first)
    {
        var touchedBefore = new Dictionary<object, Step>();
        var collides = false;
        foreach (var branch in group.Branches)
        {
            LookAt(branch.Parts, first);
            var steps = branch.Parts.ToPlanSteps();
            var footprints = steps.Select(step => Footprint.Of(galaxy, step)).ToArray();
            var isReported = false;
            for (var i = 0; i < steps.Count; i++)
            {
                isReported |= violations.ContainsKey(first + i); // By branches inside this one.
                if (Collision(steps[i], footprints[i], touchedBefore) is { } message)
                {
                    collides = true;
                    if (!isReported)
                    {
                        isReported = true;
                        violations.Add(first + i, new Violation(RuleTable.BranchesCollide, message) { About = steps[i].Targets });
                    }
                }
            }

            for (var i = 0; i < steps.Count; i++)
            {
                foreach (var touched in footprints[i].Touched)
                {
                    touchedBefore[touched] = steps[i];
                }
            }

            first += steps.Count;
        }

        if (collides)
        {
            colliding.Add(group); // Once, since it takes the hash of all its steps.
        }
    }

    private static string? Collision(Step step, Footprint footprint, Dictionary<object, Step> touchedBefore)
    {
        if (footprint.IsGalaxyWide)
        {
            return $"{step} is about the whole galaxy and stands in a branch: the branches beside it find it done or not, whichever is faster. "
                + "Move it before or after InParallel.";
        }

        if (footprint.Touched.FirstOrDefault(touchedBefore.ContainsKey) is not { } shared)
        {
            return null;
        }

        var (name, consequence) = shared is RedundantPair
            ? ($"the pair {shared}", "both partners may be down at once")
            : ($"{shared}", "which comes first is chance");
        return $"{step} touches {name}, and so does {touchedBefore[shared]} in another branch: the two run side by side, and {consequence}. "
            + $"Put all steps at {name} into one branch, or the branches one after the other.";
    }
}

namespace PlanAnalyzers.Model;

/// <summary>Where in a plan its steps are. Made in one go, so that a walk which asks at each step what comes later stays linear.</summary>
internal sealed class StepIndex
{
    private static readonly List<int> Nowhere = [];

    private readonly Dictionary<Step, List<int>> equal = [];
    private readonly Dictionary<DeployTarget, List<int>> cascades = [];
    private readonly Dictionary<Platform, List<int>> touching = [];
    private readonly Dictionary<DeployTarget, List<int>> deploying = [];

    public StepIndex(IReadOnlyList<Step> steps)
    {
        for (var place = 0; place < steps.Count; place++)
        {
            var step = steps[place];
            Add(equal, step, place);
            foreach (var target in step.Targets)
            {
                Add(touching, PlanWalk.PlatformOf(target), place);
            }

            switch (step)
            {
                case CascadeDeploy { Selection: var selection }:
                    foreach (var target in selection)
                    {
                        Add(cascades, target, place);
                        Add(deploying, target, place);
                    }

                    break;
                case Deploy { Target: var target, Answer: not ForcedDeployment.Cancel }:
                    Add(deploying, target, place);
                    break;
            }
        }
    }

    /// <summary>The first step after a place that equals this one; the largest number where there is none.</summary>
    public int Next(Step step, int after) => Next(equal, step, after);

    /// <summary>The first step after a place that cascade deploys a target.</summary>
    public int NextCascade(DeployTarget target, int after) => Next(cascades, target, after);

    /// <summary>The first step after a place that does something to a platform or to an engine on it.</summary>
    public int NextAt(Platform platform, int after) => Next(touching, platform, after);

    /// <summary>The first step after a place that deploys a target, by itself or among others.</summary>
    public int NextDeployment(DeployTarget target, int after) => Next(deploying, target, after);

    private static void Add<T>(Dictionary<T, List<int>> index, T key, int place)
        where T : notnull
    {
        if (!index.TryGetValue(key, out var places))
        {
            index.Add(key, places = []);
        }

        places.Add(place);
    }

    private static int Next<T>(Dictionary<T, List<int>> index, T key, int after)
        where T : notnull
    {
        var places = index.TryGetValue(key, out var known) ? known : Nowhere;
        var found = places.BinarySearch(after + 1);
        return found >= 0 ? after + 1 : ~found < places.Count ? places[~found] : int.MaxValue;
    }
}

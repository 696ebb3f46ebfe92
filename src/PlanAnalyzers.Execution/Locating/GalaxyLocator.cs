using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>Finds the places of a plan whose states are nearest to what was seen of a galaxy.</summary>
/// <remarks>
/// Branches that run side by side touch different things. So each of them is looked at by itself, by what it touches, and their differences
/// add up: the places of a plan with branches are more than anybody could go through one by one.
/// </remarks>
internal sealed class GalaxyLocator
{
    /// <summary>How many places are kept: more than anybody reads.</summary>
    public const int Most = 50;

    private readonly ValidatedPlan plan;
    private readonly Observation observed;

    private GalaxyLocator(ValidatedPlan plan, Observation observed)
    {
        this.plan = plan;
        this.observed = observed;
    }

    public static Location Locate(ValidatedPlan plan, Observation observed)
    {
        var locator = new GalaxyLocator(plan, observed);
        var places = locator.PlacesIn(plan.Plan.Steps.Parts, first: 0, _ => true);
        var nearest = places[0].In(plan).Current;
        return new Location(places, [.. StateDifference.Between(plan.Plan, nearest, observed, _ => true).Where(IsUnknown)]);
    }

    /// <summary>The nearest places in parts that follow each other, by what is compared; that before the first of them among these.</summary>
    private Place[] PlacesIn(IReadOnlyList<PlanPart> parts, int first, Func<string, bool> isCompared)
    {
        var places = new List<Place> { new([], From(Before(first), isCompared)) };
        var next = first;
        foreach (var part in parts)
        {
            var done = Enumerable.Range(first + 1, next - first).ToArray();
            places.AddRange(PlacesIn(part, next, isCompared)
                .Where(place => place.Done.Count > 0)
                .Select(place => place with { Done = [.. done, .. place.Done] }));
            next += PlanSteps.CountOf(part);
        }

        return Nearest(places);
    }

    private IEnumerable<Place> PlacesIn(PlanPart part, int first, Func<string, bool> isCompared) => part switch
    {
        Phase phase => PlacesIn(phase.Parts, first, isCompared),
        InParallel group => PlacesIn(group, first, isCompared),
        _ => [new Place([first + 1], From(plan.Transitions[first].After, isCompared))],
    };

    private IEnumerable<Place> PlacesIn(InParallel group, int first, Func<string, bool> isCompared)
    {
        var touchedByAny = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<Place> places = [new Place([], [])];
        var next = first;
        foreach (var branch in group.Branches)
        {
            var count = PlanSteps.CountOf(branch);
            var touched = Enumerable.Range(next, count)
                .SelectMany(index => Subjects.TouchedBy(plan.Galaxy, plan.Plan.Steps[index]))
                .ToHashSet(StringComparer.Ordinal);
            touchedByAny.UnionWith(touched);
            var ofBranch = PlacesIn(branch.Parts, next, subject => isCompared(subject) && touched.Contains(subject));
            places = Nearest(places.SelectMany(_ => ofBranch, (before, here) =>
                new Place([.. before.Done, .. here.Done], [.. before.Differences, .. here.Differences])));
            next += count;
        }

        var besides = From(Before(first), subject => isCompared(subject) && !touchedByAny.Contains(subject));
        return places.Select(place => place with { Differences = [.. besides, .. place.Differences] });
    }

    private GalaxyState Before(int index) => index < plan.Transitions.Count ? plan.Transitions[index].Before : plan.End;

    private Difference[] From(GalaxyState state, Func<string, bool> isCompared) =>
        [.. StateDifference.Between(plan.Plan, state, observed, isCompared).Where(difference => !IsUnknown(difference))];

    private static bool IsUnknown(Difference difference) => difference.Observed == StateDifference.NotSeen;

    private static Place[] Nearest(IEnumerable<Place> places) =>
        [.. places.OrderBy(place => place.Differences.Count).ThenBy(place => place.Done.Count).Take(Most)];
}

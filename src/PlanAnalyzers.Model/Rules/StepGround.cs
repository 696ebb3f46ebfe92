namespace PlanAnalyzers.Model;

/// <summary>Why a step of a validated plan is allowed: a rule that would bar it, or warn of it, had an earlier step not been done.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="MetBy">The place of the step, from 0, since which the rule has nothing to say.</param>
/// <param name="Otherwise">What the rule says where the step is taken before that one.</param>
public sealed record StepGround(Rule Rule, int MetBy, string Otherwise);

/// <summary>Finds the grounds of steps.</summary>
/// <remarks>
/// Nothing is known here of what steps need: the checks of a step are asked the same question again in the states before the earlier steps.
/// The last of those steps before which a check objects, and after which it does not, is the one that met the need.
/// </remarks>
public sealed class StepGrounds
{
    /// <summary>More states than a step at a pair is asked in; what concerns the whole galaxy is asked in each, and would keep them all.</summary>
    private const int MostKept = 32;

    private static readonly List<int> Never = [];

    private readonly ValidatedPlan plan;
    private readonly Dictionary<Declaration, List<int>> changes = [];
    private readonly List<int> databaseChanges = [];

    /// <summary>The states that the checks of one step are asked in, which look and change nothing: a copy of a state has the size of the galaxy.</summary>
    private readonly Dictionary<(int Place, bool IsAfter), TransitionBuilder> states = [];

    /// <summary>Gets to know a plan.</summary>
    /// <param name="plan">The plan.</param>
    public StepGrounds(ValidatedPlan plan)
    {
        this.plan = plan;
        for (var place = 0; place < plan.Transitions.Count; place++)
        {
            foreach (var change in plan.Transitions[place].Changes)
            {
                ChangesOf(change).Add(place);
            }
        }
    }

    /// <summary>Why a step is allowed where it stands; nothing where no earlier step had to be done.</summary>
    /// <param name="place">Its place among the plan's steps, from 0.</param>
    public ValueList<StepGround> Of(int place)
    {
        states.Clear();
        var checks = StepChecks.Of(plan.Plan.Steps[place]);
        var earlier = Earlier(place);
        return checks.Needs.Select(need => (StepChecks.Checks)(walk => need(walk) is { } violation ? [violation] : []))
            .Concat(checks.Hazards)
            .Select(check => Ground(check, place, earlier))
            .OfType<StepGround>()
            .OrderBy(ground => ground.MetBy)
            .ToValueList();
    }

    private StepGround? Ground(StepChecks.Checks check, int place, int[] earlier)
    {
        if (check(At(place, place)).Length > 0)
        {
            return null; // A warning that the author lives with.
        }

        foreach (var other in earlier)
        {
            if (check(At(place, other)) is { Length: > 0 } violations)
            {
                return check(At(place, other, isAfter: true)).Length == 0
                    ? new StepGround(violations[0].Rule, other, violations[0].Message)
                    : null;
            }
        }

        return null;
    }

    /// <summary>A step, taken before or after another one.</summary>
    private PlanWalk At(int place, int other, bool isAfter = false)
    {
        if (!states.TryGetValue((other, isAfter), out var state))
        {
            if (states.Count == MostKept)
            {
                states.Clear();
            }

            var transition = plan.Transitions[other];
            states.Add((other, isAfter), state = new TransitionBuilder(isAfter ? transition.After : transition.Before));
        }

        var walk = new PlanWalk(plan.Plan) { State = state };
        walk.GoTo(place, plan.Plan.Steps[place]);
        return walk;
    }

    /// <summary>The earlier steps that changed what a step may depend on, the nearest first.</summary>
    private int[] Earlier(int place)
    {
        var targets = plan.Plan.Steps[place].Targets;
        if (targets.Count == 0)
        {
            return [.. Enumerable.Range(0, place).Reverse()];
        }

        var (galaxy, subjects) = (plan.Galaxy, new HashSet<Declaration> { plan.Galaxy.GalaxyRepository });
        foreach (var platform in targets.Select(PlanWalk.PlatformOf))
        {
            subjects.Add(platform);
            foreach (var engine in galaxy.EnginesOn(platform))
            {
                subjects.Add(engine);
                if (galaxy.PartnerOf(engine) is { } partner)
                {
                    subjects.Add(partner);
                    subjects.Add(partner.Platform);
                }
            }
        }

        return
        [
            .. subjects.SelectMany(subject => changes.TryGetValue(subject, out var places) ? places : Never)
                .Concat(databaseChanges)
                .Where(other => other < place)
                .Distinct()
                .OrderByDescending(other => other),
        ];
    }

    private List<int> ChangesOf(StateChange change)
    {
        if (change is DatabaseChange)
        {
            return databaseChanges;
        }

        Declaration subject = change is PlatformChange ofPlatform ? ofPlatform.Platform : ((EngineChange)change).Engine;
        if (!changes.TryGetValue(subject, out var places))
        {
            changes.Add(subject, places = []);
        }

        return places;
    }
}

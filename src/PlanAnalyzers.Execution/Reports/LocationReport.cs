using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>Where a galaxy is in a plan, in words: the place, the places that look alike, or the nearest ones with what differs.</summary>
/// <param name="plan">The plan.</param>
/// <param name="observed">What was seen.</param>
internal sealed class LocationReport(ValidatedPlan plan, Observation observed)
{
    /// <summary>How many places are shown; more where they are equally near.</summary>
    private const int Few = 2;

    private const int Many = 10;

    private readonly PlanOutline outline = PlanOutline.Of(plan);

    public IEnumerable<Block> Blocks(Location location)
    {
        yield return new Heading($"Where the galaxy {plan.Galaxy.Name} is in {plan.Plan.Name}", IsMain: true);
        foreach (var block in location.Exact.Count switch
        {
            0 => Nearest(location.Places),
            1 => Located(location.Exact[0]),
            _ => Alike(location.Exact),
        })
        {
            yield return block;
        }

        if (location.NotSeen.Count > 0)
        {
            yield return new Line("");
            yield return new Line(new Words("Not seen, so nothing is known of it:", Tone.Caution));
            yield return new Bullets([.. location.NotSeen
                .GroupBy(difference => difference.Subject, StringComparer.Ordinal)
                .Select(of => new Words($"{of.Key}: {string.Join(", ", of.Select(difference => ManualDriver.AspectText(difference.Aspect)))}", Tone.Caution))]);
        }
    }

    /// <summary>Whether the galaxy is where a journal says that the run stands.</summary>
    public IEnumerable<Block> Blocks(JournalPlace place)
    {
        yield return new Heading($"By the journal {place.Journal}");
        foreach (var block in new RunReport(plan, place.Journal).Standing(place.History))
        {
            yield return block;
        }

        if (place.Differences.Count > 0)
        {
            yield return new Line(new Words("The galaxy is not where the journal says that the run stands:", Tone.Alarm));
            yield return new Bullets([.. StateDifference.Sentences(place.Differences).Select(sentence => new Words(sentence, Tone.Alarm))]);
            yield return new Line("'resume' stops at these. Bring the galaxy into that state, or accept the differences: resume --accept --reason TEXT");
        }
        else if (place.History.Open.Count > 0)
        {
            yield return new Line("The galaxy is where the journal says that the run stands, but for what the steps in doubt may have changed: 'resume' decides by looking.");
        }
        else
        {
            yield return new Line(new Words(
                place.SeesAll
                    ? "The galaxy is where the journal says that the run stands."
                    : "What is seen of the galaxy is as it must be where the journal says that the run stands.",
                place.SeesAll ? Tone.Good : Tone.Caution));
        }
    }

    private IEnumerable<Block> Located(Place place)
    {
        yield return new Line(new Words($"The galaxy is as {At(place)}: {Number(place.Done.Count)} of {Number(plan.Transitions.Count)} steps are done.", Tone.Good));
        yield return new Line(NextOf(place));
    }

    private IEnumerable<Block> Alike(IReadOnlyList<Place> places)
    {
        yield return new Line(new Words("What is seen is the same at several places of the plan:", Tone.Caution));
        yield return new Bullets([.. places.Take(Many).Select(place => new Words($"{At(place)}. {NextOf(place)}"))]);
        if (places.Count > Many)
        {
            yield return new Line($"  and {More(places.Count)} others.");
        }

        var always = places.Select(place => place.Done.AsEnumerable()).Aggregate((one, other) => one.Intersect(other)).ToHashSet();
        var inDoubt = places.SelectMany(place => place.Done).Distinct().Order().Where(step => !always.Contains(step)).ToArray();
        yield return new Line("");
        yield return new Line("In doubt, since they leave no trace that was seen or later steps undo them; find out whether they were done:");
        yield return new Bullets([.. inDoubt.Select(step => new Words($"step {Number(step)}, {plan.Plan.Steps[step - 1].Instruction}"))]);
        if (Telling(places) is { Length: > 0 } telling)
        {
            yield return new Line("What was not looked at and would tell more:");
            yield return new Bullets(telling);
        }
    }

    private IEnumerable<Block> Nearest(IReadOnlyList<Place> places)
    {
        yield return new Line(new Words("The galaxy is in no state that the plan passes through. The nearest ones:", Tone.Alarm));
        var asNear = places.Count(place => place.Differences.Count == places[0].Differences.Count);
        foreach (var place in places.Take(Math.Clamp(asNear, Few, Many)))
        {
            var count = place.Differences.Count;
            yield return new Heading($"{Capital(At(place))}: {(count == 1 ? "1 difference" : $"{Number(count)} differences")}");
            yield return new Bullets([.. StateDifference.Sentences(place.Differences).Select(sentence => new Words(sentence, Tone.Alarm))]);
            foreach (var line in ByHand(place))
            {
                yield return line;
            }

            yield return new Line(NextOf(place));
        }

        if (asNear > Many)
        {
            yield return new Line("");
            yield return new Line($"{Capital(More(asNear))} others are as near.");
        }

        yield return new Heading("What you can do");
        yield return new Bullets(
        [
            "Look again at what differs: a status that passes, such as Determining Failover Status, is over after a while",
            "Bring the galaxy into one of these states, and locate it again",
        ]);
    }

    private IEnumerable<Line> ByHand(Place place)
    {
        if (HandChange.Find(plan, place.In(plan).Current, observed, place.Differences) is not { } change)
        {
            yield break;
        }

        yield return new Line(new Words($"So it would be if somebody had done this by hand: {change.Step.Instruction}.", Tone.Caution));
        if (change.Back is not { } back)
        {
            yield return new Line("No single step takes that back.");
            yield break;
        }

        yield return new Line(new Words($"This takes it back: {back.Step.Instruction}.", Tone.Good));
        foreach (var words in StepText.Happenings(back))
        {
            yield return new Line("  What will happen: ", words);
        }
    }

    /// <summary>What differs between places that look alike, of which nothing was seen.</summary>
    private Words[] Telling(IReadOnlyList<Place> places) =>
    [
        .. places.SelectMany(place => VisibleState.Of(plan.Plan, place.In(plan).Current))
            .Where(fact => observed[fact.Subject, fact.Aspect] is null)
            .Distinct()
            .GroupBy(fact => (fact.Subject, fact.Aspect))
            .Where(of => of.Count() > 1)
            .Select(of => new Words($"{of.Key.Subject}: {string.Join(" or ", of.Select(fact => fact.Value))}")),
    ];

    private string At(Place place) => StepList.Done(outline, place.Done);

    private string NextOf(Place place) => place.In(plan).NextPlaces is { Count: > 0 } next
        ? $"Next: {StepList.Next(outline, [.. next.Select(index => index + 1)])}."
        : "Nothing is left to do.";

    /// <summary>How many places are not shown.</summary>
    private static string More(int count) => count < GalaxyLocator.Most ? Number(count - Many) : $"at least {Number(count - Many)}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

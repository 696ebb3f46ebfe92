namespace PlanAnalyzers.Model;

/// <content>Repairs of any finding at a step: what is missing comes before it, or the step goes elsewhere or out.</content>
internal sealed partial class RepairCandidates
{
    /// <summary>As many steps as may be missing before one, with what those need themselves.</summary>
    private const int MostMissing = 12;

    /// <summary>Plans with more steps than this are not tried with a step at each place.</summary>
    private const int MostPlaces = 200;

    private IEnumerable<Repair> OfMissingSteps(int index)
    {
        if (finding.Missing.Count == 0)
        {
            yield break;
        }

        var later = finding.Missing.Select(missing => IndexOf(missing, index + 1)).ToArray();
        if (later.All(place => place >= 0))
        {
            yield return Move(index, 1, PlanPosition.After(later.Max()), $"after {steps[later.Max()]}");
        }

        foreach (var early in StoodTooEarly(index))
        {
            yield return early;
        }

        if (MakeReady(index) is { } ready)
        {
            yield return ready;
        }

        foreach (var missing in finding.Missing)
        {
            foreach (var wrong in OfTheSameKind(missing))
            {
                yield return Replace($"Change {steps[wrong]} to {missing}", wrong, missing);
            }
        }
    }

    /// <summary>
    /// What is missing may stand before, where it did nothing because something else did not: it comes later, or that comes before it.
    /// </summary>
    private IEnumerable<Repair> StoodTooEarly(int index)
    {
        foreach (var missing in finding.Missing)
        {
            for (var early = index - 1; early >= 0; early--)
            {
                if (steps[early].Equals(missing))
                {
                    yield return Move(early, 1, PlanPosition.Before(index), $"before {steps[index]}");
                }
            }
        }

        // An upgrade that is missing belongs before what else is done at its node, such as the reboot.
        var first = index;
        while (first > 0 && finding.Missing[0] is Upgrade upgrade && steps[first - 1].Targets.Equals(upgrade.Targets))
        {
            first--;
        }

        if (first < index)
        {
            yield return Insert($"Add {Words.List(finding.Missing)} before {steps[first]}", PlanPosition.Before(first), [.. finding.Missing]);
        }
    }

    private IEnumerable<Repair> OfTheStep(int index)
    {
        yield return Remove(index);
        foreach (var missing in checkedPlan.Findings.SelectMany(other => other.Missing).Distinct().Where(missing => missing.Kind == steps[index].Kind))
        {
            yield return Replace($"Change {steps[index]} to {missing}", index, missing);
        }
    }

    /// <summary>The step at each other place, the nearest first; and what is missing at each place before it.</summary>
    private IEnumerable<RepairCandidate> Elsewhere(int index)
    {
        foreach (var place in Places(0, steps.Count).Where(place => place != index).OrderBy(place => Math.Abs(place - index)))
        {
            var repair = place < index
                ? Move(index, 1, PlanPosition.Before(place), $"before {steps[place]}")
                : Move(index, 1, PlanPosition.After(place), $"after {steps[place]}");
            yield return new RepairCandidate(repair, nameof(Elsewhere), IsAGuess: true);
        }

        foreach (var added in AtAnyPlace(Places(0, index).Reverse()))
        {
            yield return added with { IsAGuess = true };
        }
    }

    private IEnumerable<RepairCandidate> OfTheEnd(int index)
    {
        if (finding.Rule == RuleTable.MoreFailoversThanNeeded)
        {
            return Enumerable.Range(0, steps.Count).Where(place => steps[place] is ForceFailover)
                .Select(Remove)
                .Select(repair => new RepairCandidate(repair, repair.Title));
        }

        var places = Places(index, steps.Count - index);
        return finding.Missing
            .SelectMany(missing => OfTheSameKind(missing).Select(wrong => Replace($"Change {steps[wrong]} to {missing}", wrong, missing)))
            .Select(repair => new RepairCandidate(repair, repair.Title))
            .Concat(AtAnyPlace(finding.Place is StepPlace ? places : places.Reverse()));
    }

    /// <summary>What is missing stands together after some step.</summary>
    private IEnumerable<RepairCandidate> AtAnyPlace(IEnumerable<int> places)
    {
        if (finding.Missing.Count == 0)
        {
            yield break;
        }

        var missing = InTheBestOrder(finding.Missing);
        var title = $"Add {Words.List(missing)}";
        foreach (var place in places)
        {
            yield return new RepairCandidate(Insert($"{title} after {steps[place]}", PlanPosition.After(place), missing), title);
            if (place == 0)
            {
                yield return new RepairCandidate(Insert($"{title} before {steps[place]}", PlanPosition.Before(place), missing), title);
            }
        }

        if (steps.Count == 0)
        {
            yield return new RepairCandidate(Insert(title, PlanPosition.EndOf(steps), missing), title);
        }
    }

    /// <summary>Places to be tried one after the other; not in a plan that is so long that this takes too long.</summary>
    private IEnumerable<int> Places(int first, int count) => steps.Count > MostPlaces ? [] : Enumerable.Range(first, count);

    /// <summary>Steps at several platforms in the planner's order of these.</summary>
    private Step[] InTheBestOrder(ValueList<Step> missing)
    {
        if (missing.Count < 3)
        {
            return [.. missing];
        }

        var order = Planner.Plan(galaxy, plan.To, PlannerOptions.Minimal).Steps.ToList();
        return [.. missing.OrderBy(order.IndexOf)];
    }

    /// <summary>
    /// What the step needs comes before it, and what that needs before that: moved where it stands later in the plan, and new otherwise.
    /// </summary>
    private Repair? MakeReady(int index)
    {
        var ready = new List<(Step Step, int From)>();
        var checkedSoFar = checkedPlan;
        while (NextMissing(checkedSoFar, index, ready.Count) is { } next)
        {
            foreach (var missing in next.Missing)
            {
                var from = Enumerable.Range(index + 1, steps.Count - index - 1)
                    .FirstOrDefault(later => steps[later].Equals(missing) && ready.All(item => item.From != later));
                ready.Insert(Math.Min(next.At++, ready.Count), (missing, from > 0 ? from : -1));
            }

            if (ready.Count > MostMissing)
            {
                return null;
            }

            checkedSoFar = PlanCheck.Run(PlanEdit.Apply(plan, Edits()));
        }

        return ready.Count == 0 ? null : new Repair(Title(), Edits());

        ValueList<PlanEdit> Edits()
        {
            var edits = new EditList();
            foreach (var (step, from) in ready)
            {
                edits.Add(from >= 0 ? new MoveSteps(from, 1, Place(step)) : new InsertSteps(ValueList.Of(step), Place(step)));
            }

            return edits.ToValueList();
        }

        PlanPosition Place(Step step) =>
            new(index, IsAfter: false, Footprint.Of(galaxy, step).IsGalaxyWide && OutOfBranches(index) is { } @out ? @out : 0);

        string Title() => ready.All(item => item.From >= 0) ? $"Move {Names()} before {steps[index]}" : $"Add {Names()} before {steps[index]}";

        string Names() => Words.List(ready.Select(item => item.Step));
    }

    /// <summary>The first steps that are missing at a step or at those that were put before it, and before which of them.</summary>
    private static (int At, ValueList<Step> Missing)? NextMissing(CheckedPlan plan, int index, int before)
    {
        foreach (var found in plan.Findings)
        {
            // What is missing at the end of the plan comes after the step that it is said of.
            if (found is { Place: StepPlace { Index: var place }, Missing.Count: > 0, Rule.Category: not RuleCategory.End }
                && place >= index && place <= index + before)
            {
                return (place - index, found.Missing);
            }
        }

        return null;
    }

    /// <summary>The steps with a finding that do the same as another one, to something else.</summary>
    private IEnumerable<int> OfTheSameKind(Step missing) => checkedPlan.Findings
        .Select(other => other.Place)
        .OfType<StepPlace>()
        .Select(place => place.Index)
        .Distinct()
        .Where(index => steps[index].Kind == missing.Kind);

    private int IndexOf(Step step, int from = 0) =>
        Enumerable.Range(from, steps.Count - from).Where(index => steps[index].Equals(step)).DefaultIfEmpty(-1).First();

    private static bool IsAt(Step step, IEnumerable<int> platforms) =>
        step.Targets.Any(target => platforms.Contains(PlanWalk.PlatformOf(target).Index));

    /// <summary>Out of how many parts a step is to be moved to be out of all branches; nothing where it stands in none.</summary>
    private int? OutOfBranches(int index)
    {
        var (depth, outermost, first) = (0, -1, 0);
        IEnumerable<PlanPart> parts = steps.Parts;
        while (true)
        {
            PlanPart? inside = null;
            foreach (var part in parts)
            {
                if (index < first + PlanSteps.CountOf(part))
                {
                    inside = part;
                    break;
                }

                first += PlanSteps.CountOf(part);
            }

            switch (inside)
            {
                case Phase phase:
                    parts = phase.Parts;
                    break;
                case InParallel group:
                    outermost = outermost < 0 ? depth : outermost;
                    var branch = group.Branches.First(candidate =>
                    {
                        var isHere = index < first + PlanSteps.CountOf(candidate);
                        first += isHere ? 0 : PlanSteps.CountOf(candidate);
                        return isHere;
                    });
                    parts = branch.Parts;
                    break;
                default:
                    return outermost < 0 ? null : depth - outermost;
            }

            depth++;
        }
    }

    private static ValueList<PlanEdit> Moves(int[] indexes, PlanPosition at)
    {
        var moves = new EditList();
        foreach (var index in indexes)
        {
            moves.Add(new MoveSteps(index, 1, at));
        }

        return moves.ToValueList();
    }

    private Repair Remove(int index) => new($"Remove {steps[index]}", new RemoveStep(index));

    private Repair Move(int first, int count, PlanPosition at, string where) => new($"Move {steps[first]} {where}", new MoveSteps(first, count, at));

    private Repair InsertBefore(int index, string title, Step added) => Insert($"{title} before {steps[index]}", PlanPosition.Before(index), added);

    private static Repair Insert(string title, PlanPosition at, params Step[] added) => new(title, new InsertSteps(added.ToValueList(), at));

    private static Repair Replace(string title, int index, params Step[] by) => new(title, new ReplaceStep(index, by.ToValueList()));
}

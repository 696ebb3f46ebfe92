using System.Runtime.InteropServices;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Benchmarks.Exploring;

/// <summary>
/// Steps, asked of the model in any state: which of them the rules accept, and where they lead. An answer holds for all states that are alike
/// in the parts that it depends on, and is remembered for them: a tree whose nodes are those parts, one after the other.
/// </summary>
/// <param name="steps">The steps, all at one part.</param>
/// <param name="looked">The parts that the answer depends on, the one of the Galaxy Repository first.</param>
/// <param name="state">The state that is used to ask.</param>
/// <param name="remembers">Whether answers are remembered.</param>
internal sealed class AskedSteps(IReadOnlyList<Step> steps, IReadOnlyList<int> looked, PartedState state, bool remembers)
{
    private readonly UpgradePlan[] plans = [.. steps.Select(step => new UpgradePlan(
        "Plan", state.Galaxy, SystemPlatform.V2020R2SP1, SystemPlatform.V2023R2SP1, new[] { step }.ToPlanSteps()))];

    private readonly Upgrade upgradeOfTheRepository = new(state.Galaxy.GalaxyRepository);
    private readonly Node root = new(part: 0);

    /// <summary>What changes with each step that the rules accept and that changes something.</summary>
    /// <param name="numbers">The number of each part's state.</param>
    public Change[][] From(ReadOnlySpan<byte> numbers)
    {
        var node = root;
        object? found;
        while ((found = node[numbers[node.Part]]) is Node next)
        {
            node = next;
        }

        return (Change[][]?)found ?? Ask(numbers);
    }

    private Change[][] Ask(ReadOnlySpan<byte> numbers)
    {
        var answer = new List<Change[]>();
        int? decisivePart = null;
        foreach (var plan in plans)
        {
            state.Load(numbers);
            if (Violation(plan) is not { } violation)
            {
                UpgradeProcedure.Apply(state, plan.Steps[0]);
                answer.Add(Changes(numbers));
            }
            else if (plans.Length == 1 && violation.Rule == RuleTable.LoadBalancingTooEarly)
            {
                // It names every platform that is not done, and one of them would be enough, whatever the other parts are.
                decisivePart = state.PartOf((Model.Platform)violation.About[0]);
            }
        }

        Change[][] changes = [.. answer.Where(change => change.Length > 0)];
        if (remembers)
        {
            Remember(numbers, changes, decisivePart);
        }

        return changes;
    }

    /// <summary>What is wrong with a step where nothing was wrong so far; a partner in the wrong order is not accepted either.</summary>
    private Violation? Violation(UpgradePlan plan)
    {
        var walk = new PlanWalk(plan) { State = state };
        if (state[state.Galaxy.GalaxyRepository].Software == Software.New)
        {
            walk.Write(upgradeOfTheRepository);
        }

        var checks = StepChecks.Of(walk.Step);
        return checks.Needs.Select(need => need(walk)).FirstOrDefault(violation => violation is not null)
            ?? checks.Hazards.SelectMany(hazard => hazard(walk)).FirstOrDefault(
                violation => violation.Rule.Severity == RuleSeverity.Error || violation.Rule == RuleTable.StandbyFirst);
    }

    private Change[] Changes(ReadOnlySpan<byte> numbers)
    {
        var changes = new List<Change>();
        foreach (var part in looked)
        {
            var number = state.NumberOf(part);
            if (number != numbers[part])
            {
                changes.Add(new Change(part, number));
            }
        }

        return [.. changes];
    }

    private void Remember(ReadOnlySpan<byte> numbers, Change[][] answer, int? decisivePart)
    {
        var node = root;
        for (var i = 1; i < looked.Count && node.Part != decisivePart; i++)
        {
            var next = (Node?)node[numbers[node.Part]] ?? new Node(looked[i]);
            node[numbers[node.Part]] = next;
            node = next;
        }

        node[numbers[node.Part]] = answer;
    }

    /// <summary>The part that is looked at next. For each of its states there is another node, an answer, or nothing yet.</summary>
    private sealed class Node(int part)
    {
        private object?[] next = new object?[4];

        public int Part => part;

        public object? this[byte number]
        {
            get => number < next.Length ? next[number] : null;
            set
            {
                if (number >= next.Length)
                {
                    Array.Resize(ref next, 2 * (number + 1));
                }

                next[number] = value;
            }
        }
    }
}

/// <summary>A part that a step changes, and the number of its state after it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Change(int Part, byte Number);

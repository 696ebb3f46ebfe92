using System.Globalization;
using System.Text;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>
/// The plan as a Mermaid flowchart: a box a step with what happens in it, and on the arrows what engines become. Phases are frames, and
/// branches part at one box and meet at another.
/// </summary>
internal sealed class MermaidDiagram
{
    private readonly StringBuilder boxes = new();

    /// <summary>Arrows come after all boxes: one that is written in a frame would draw the box that it comes from into it.</summary>
    private readonly StringBuilder arrows = new();

    private readonly ValidatedPlan plan;
    private int depth = 1;
    private int frames;

    private MermaidDiagram(ValidatedPlan plan) => this.plan = plan;

    public static string Of(ValidatedPlan plan) => new MermaidDiagram(plan).Write();

    private string Write()
    {
        var start = new[] { $"Start: {plan.Plan.Name}", PlanHead.Versions(plan) }.Concat(Roles(plan.Start));
        Box("start", start, "quiet");
        var last = Parts(PlanOutline.Of(plan).Parts, new Tail("start", []));
        Box("finish", PlanHead.End(plan).Select(words => words.Text).Prepend("End"), "quiet");
        Arrow(last, "finish");
        return new StringBuilder("flowchart TD\n")
            .Append(boxes)
            .Append(arrows)
            .Append("    classDef quiet fill:#f4f4f4,stroke:#666666,color:#000000\n")
            .Append("    classDef step fill:#ffffff,stroke:#336699,color:#000000\n")
            .Append("    classDef failover fill:#fff3cd,stroke:#b58100,color:#000000\n")
            .Append("    classDef outage fill:#f8d7da,stroke:#b02a37,color:#000000\n")
            .ToString();
    }

    /// <returns>Where what follows the parts goes on.</returns>
    private Tail Parts(IEnumerable<OutlinePart> parts, Tail tail) => parts.Aggregate(tail, (from, part) => part switch
    {
        OutlinePhase phase => Phase(phase, from),
        OutlineGroup group => Group(group, from),
        OutlineStep step => Step(step, from),
        _ => throw new ArgumentOutOfRangeException(nameof(parts)),
    });

    private Tail Phase(OutlinePhase phase, Tail from)
    {
        if (phase.Steps.Count == 0)
        {
            return from; // A frame around nothing would be drawn as a box that no arrow leads to.
        }

        Line(boxes, string.Create(CultureInfo.InvariantCulture, $"subgraph phase{++frames}[\"{MermaidText.Label([$"Phase: {phase.Titles[^1]}"])}\"]"));
        depth++;
        var last = Parts(phase.Parts, from);
        depth--;
        Line(boxes, "end");
        return last;
    }

    private Tail Group(OutlineGroup group, Tail from)
    {
        var (fork, join) = (Id("fork", group.Number), Id("join", group.Number));
        Box(fork, [group.Title], "quiet");
        Arrow(from, fork);
        var tails = group.Branches.Select(branch => Parts(branch.Parts, new Tail(fork, [$"Branch {branch.Label}"]))).ToArray();
        Box(join, [group.TitleOfTheEnd], "quiet");
        foreach (var tail in tails.DefaultIfEmpty(new Tail(fork, [])))
        {
            Arrow(tail, join);
        }

        return new Tail(join, []);
    }

    private Tail Step(OutlineStep step, Tail from)
    {
        var id = Id("step", step.Number);
        var title = string.Create(CultureInfo.InvariantCulture, $"Step {step.Number}: {step.Transition.Step.Instruction}");
        Box(id, StepText.Happenings(step.Transition).Select(words => words.Text).Prepend(title), ClassOf(step.Transition));
        Arrow(from, id);
        return new Tail(id, EngineChanges(step.Transition));
    }

    private static string ClassOf(Transition transition) =>
        transition.Effects.OfType<Outage>().Any() ? "outage"
        : transition.Effects.OfType<Failover>().Any() ? "failover"
        : "step";

    private IEnumerable<string> Roles(GalaxyState state) =>
        plan.Galaxy.Pairs.Select(pair => $"{pair}: {StateText.RolesIn(state, pair)}");

    /// <summary>What the engines have become that the step changed.</summary>
    private static string[] EngineChanges(Transition transition) =>
        transition.Changes.OfType<EngineChange>()
            .Select(change => $"{change.Engine.Name}: {StateText.StatusOf(transition.After, change.Engine)}")
            .ToArray();

    private static string Id(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number}");

    private void Box(string id, IEnumerable<string> lines, string style) => Line(boxes, $"{id}[\"{MermaidText.Label(lines)}\"]:::{style}");

    private void Arrow(Tail from, string to) => arrows.Append(
        CultureInfo.InvariantCulture,
        $"    {from.Box} --> {(from.Label.Count > 0 ? $"|\"{MermaidText.Label(from.Label)}\"| " : "")}{to}\n");

    private void Line(StringBuilder text, string line) => text.Append(' ', 4 * depth).Append(line).Append('\n');

    /// <summary>A box that an arrow is to leave, and what stands on the arrow.</summary>
    private readonly record struct Tail(string Box, IReadOnlyList<string> Label);
}

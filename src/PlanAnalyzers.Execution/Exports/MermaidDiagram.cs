using System.Globalization;
using System.Text;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>The plan as a Mermaid flowchart: a box a step with what happens in it, and on the arrows what engines become.</summary>
internal static class MermaidDiagram
{
    /// <summary>Beyond these a box names no more: it would grow wider than a page.</summary>
    private const int MostLines = 8;

    private const string Harmless = " ,:()/";

    public static string Of(ValidatedPlan plan)
    {
        var text = new StringBuilder("flowchart TD\n");
        var start = new[] { $"Start: {plan.Plan.Name}", PlanHead.Versions(plan) }.Concat(Roles(plan, plan.Start));
        Node(text, "start", start, "quiet");
        var previous = "start";
        string[] arrow = [];
        for (var i = 0; i < plan.Transitions.Count; i++)
        {
            var transition = plan.Transitions[i];
            var id = string.Create(CultureInfo.InvariantCulture, $"step{i + 1}");
            var title = string.Create(CultureInfo.InvariantCulture, $"Step {i + 1}: {transition.Step.Instruction}");
            Node(text, id, StepText.Happenings(transition).Select(words => words.Text).Prepend(title), ClassOf(transition));
            Arrow(text, previous, id, arrow);
            previous = id;
            arrow = EngineChanges(transition);
        }

        Node(text, "finish", PlanHead.End(plan).Select(words => words.Text).Prepend("End"), "quiet");
        Arrow(text, previous, "finish", arrow);
        return text
            .Append("    classDef quiet fill:#f4f4f4,stroke:#666666,color:#000000\n")
            .Append("    classDef step fill:#ffffff,stroke:#336699,color:#000000\n")
            .Append("    classDef failover fill:#fff3cd,stroke:#b58100,color:#000000\n")
            .Append("    classDef outage fill:#f8d7da,stroke:#b02a37,color:#000000\n")
            .ToString();
    }

    private static string ClassOf(Transition transition) =>
        transition.Effects.OfType<Outage>().Any() ? "outage"
        : transition.Effects.OfType<Failover>().Any() ? "failover"
        : "step";

    private static IEnumerable<string> Roles(ValidatedPlan plan, GalaxyState state) =>
        plan.Galaxy.Pairs.Select(pair => $"{pair}: {StateText.RolesIn(state, pair)}");

    /// <summary>What the engines have become that the step changed.</summary>
    private static string[] EngineChanges(Transition transition) =>
        transition.Changes.OfType<EngineChange>()
            .Select(change => $"{change.Engine.Name}: {StateText.StatusOf(transition.After, change.Engine)}")
            .ToArray();

    private static void Node(StringBuilder text, string id, IEnumerable<string> lines, string style) =>
        text.Append(CultureInfo.InvariantCulture, $"    {id}[\"{Label(lines)}\"]:::{style}\n");

    private static void Arrow(StringBuilder text, string from, string to, string[] lines) =>
        text.Append(CultureInfo.InvariantCulture, $"    {from} --> {(lines.Length > 0 ? $"|\"{Label(lines)}\"| " : "")}{to}\n");

    private static string Label(IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        var shown = all.Length <= MostLines + 1
            ? all
            : [.. all.Take(MostLines), string.Create(CultureInfo.InvariantCulture, $"and {all.Length - MostLines} more")];
        return string.Join("<br/>", shown.Select(Escape));
    }

    /// <summary>What is neither a letter, a digit nor harmless becomes a numbered entity, which Mermaid never reads as syntax.</summary>
    private static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 16);
        foreach (var rune in SafeText.Of(line).EnumerateRunes())
        {
            _ = rune.Value < 128 && !Rune.IsLetterOrDigit(rune) && !Harmless.Contains((char)rune.Value, StringComparison.Ordinal)
                ? escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};")
                : escaped.Append(rune);
        }

        return escaped.ToString();
    }
}

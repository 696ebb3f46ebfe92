using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Model.Tests.Oracle;

/// <summary>A condition of the Promela model that a test can take away.</summary>
/// <param name="Name">What it asks for.</param>
/// <param name="NeedsFull">Whether it takes other steps than the vendor's to notice that it is gone.</param>
internal sealed record Guard(string Name, bool NeedsFull);

/// <summary>The Promela model <c>procedure.pml</c> and the graphs that it spans, each explored once a test run.</summary>
internal static partial class Procedure
{
    private static readonly string Text = File.ReadAllText(
        Repository.PathOf("tests", "PlanAnalyzers.Model.Tests", "Oracle", "procedure.pml"));

    private static readonly ConcurrentDictionary<string, Lazy<StateGraph>> Graphs = new(StringComparer.Ordinal);

    /// <summary>The conditions that tests take away.</summary>
    public static IReadOnlyList<Guard> Guards { get; } =
        [.. GuardLine().Matches(Text).Select(match => new Guard(match.Groups["name"].Value, match.Groups["full"].Success))];

    /// <summary>The graph for a number of pairs.</summary>
    public static StateGraph Explore(int pairs, Alphabet alphabet)
    {
        SpinTools.Require();
        return Graphs.GetOrAdd($"{alphabet.Name} {pairs}", _ => new(() => Explore(Text, pairs, alphabet))).Value;
    }

    /// <summary>The graph without one of the conditions.</summary>
    public static StateGraph ExploreWithout(Guard guard, int pairs, Alphabet alphabet)
    {
        SpinTools.Require();
        var without = GuardLine().Replace(
            Text, match => string.Equals(match.Groups["name"].Value, guard.Name, StringComparison.Ordinal) ? "(true) &&" : match.Value);
        Assert.NotEqual(Text, without);
        return Explore(without, pairs, alphabet);
    }

    private static StateGraph Explore(string model, int pairs, Alphabet alphabet)
    {
        var graph = new StateGraph();
        SpinTools.Explore(model, [.. alphabet.Macros, $"N={pairs}"], graph.Read);
        return graph;
    }

    [GeneratedRegex(@"\(.*\) && /\* guard: (?<name>.+?)(?<full>, full)? \*/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex GuardLine();
}

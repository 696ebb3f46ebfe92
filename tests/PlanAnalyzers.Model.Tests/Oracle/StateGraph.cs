namespace PlanAnalyzers.Model.Tests.Oracle;

/// <summary>Where a step leads in the oracle.</summary>
/// <param name="State">The number of the state after it.</param>
/// <param name="Event">What happens on the way: <c>failover</c>, <c>takeover</c> or <c>-</c>.</param>
internal readonly record struct Edge(int State, string Event);

/// <summary>Every state that the oracle can reach, and every step that can be taken there.</summary>
internal sealed class StateGraph
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly List<Dictionary<string, Edge>> edges = [];
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);

    /// <summary>Every reachable state.</summary>
    public IReadOnlyList<string> States => texts;

    /// <summary>The number of transitions.</summary>
    public int Transitions => edges.Sum(from => from.Count);

    /// <summary>Every step that can be taken somewhere.</summary>
    public IReadOnlySet<string> Steps => edges.SelectMany(from => from.Keys).ToHashSet(StringComparer.Ordinal);

    /// <summary>The number of a state, which must be there.</summary>
    public int NumberOf(string state) =>
        numbers.TryGetValue(state, out var number) ? number : throw new KeyNotFoundException($"The oracle knows no state {state}.");

    /// <summary>Whether a step can be taken in a state, and where it leads.</summary>
    public bool Accepts(int state, string step, out Edge edge) => edges[state].TryGetValue(step, out edge);

    /// <summary>Takes a line <c>&gt; before step after event</c>; what else the exploration prints is passed over.</summary>
    public void Read(string line)
    {
        if (!line.StartsWith("> ", StringComparison.Ordinal))
        {
            return;
        }

        var parts = line.Split(' ');
        Assert.True(parts.Length == 5, $"Not a transition: {line}");
        var edge = new Edge(Add(parts[3]), Word(parts[4]));
        var from = edges[Add(parts[1])];
        if (!from.TryAdd(Word(parts[2]), edge))
        {
            Assert.Equal(from[parts[2]], edge); // The same step leads to the same state.
        }
    }

    private int Add(string state)
    {
        if (!numbers.TryGetValue(state, out var number))
        {
            number = texts.Count;
            numbers.Add(state, number);
            texts.Add(state);
            edges.Add(new Dictionary<string, Edge>(StringComparer.Ordinal));
        }

        return number;
    }

    /// <summary>The same few words come in every line: they are kept once.</summary>
    private string Word(string word)
    {
        if (!words.TryGetValue(word, out var known))
        {
            words.Add(word, word);
            return word;
        }

        return known;
    }
}

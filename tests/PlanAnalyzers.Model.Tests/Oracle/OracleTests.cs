using System.Diagnostics;

namespace PlanAnalyzers.Model.Tests.Oracle;

/// <summary>Our model and the oracle say the same of every sequence of steps.</summary>
/// <remarks>Floors keep a comparison from becoming empty: where steps are added the figures grow.</remarks>
public sealed class OracleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 8, 1)]
    [InlineData(2, 7, 1)]
    [InlineData(3, 6, 1)]
    public void Agrees_on_every_sequence_of_the_vendors_steps(int pairs, int length, int floor) =>
        CompareSequences(pairs, Alphabet.Strict, length, floor);

    [Theory]
    [InlineData(1, 6, 1)]
    [InlineData(2, 5, 1)]
    [InlineData(3, 4, 1)]
    public void Agrees_on_every_sequence_of_all_steps(int pairs, int length, int floor) =>
        CompareSequences(pairs, Alphabet.Full, length, floor);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Agrees_on_every_one_of_the_vendors_steps_in_every_state(int pairs) => CompareStates(pairs, Alphabet.Strict);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Agrees_on_every_step_in_every_state(int pairs) => CompareStates(pairs, Alphabet.Full);

    [Fact]
    public void Agrees_on_every_step_in_many_states_of_three_pairs() => CompareStates(pairs: 3, Alphabet.Lean, every: 29);

    private void CompareSequences(int pairs, Alphabet alphabet, int length, int floor)
    {
        var graph = Procedure.Explore(pairs, alphabet);
        var watch = Stopwatch.StartNew();
        var comparison = new Comparison(graph, alphabet, pairs);
        comparison.EverySequence(length);
        Report(comparison, graph, $"{alphabet}, {pairs} pairs, up to {length} steps", watch);
        Assert.True(comparison.Compared >= floor, $"Only {comparison.Compared} sequences were compared.");
    }

    private void CompareStates(int pairs, Alphabet alphabet, int every = 1)
    {
        var graph = Procedure.Explore(pairs, alphabet);
        var watch = Stopwatch.StartNew();
        var comparison = new Comparison(graph, alphabet, pairs);
        comparison.EveryState(every);
        Report(comparison, graph, $"{alphabet}, {pairs} pairs, {comparison.Reached} states, every step in one of {every}", watch);
    }

    private void Report(Comparison comparison, StateGraph graph, string what, Stopwatch watch)
    {
        output.WriteLine(
            $"{what}: {comparison.Compared} sequences compared in {watch.Elapsed.TotalSeconds:F1} s; "
            + $"the oracle has {graph.States.Count} states and {graph.Transitions} transitions.");
        Assert.True(comparison.Disagreements.Count == 0, string.Join("\n\n", comparison.Disagreements));
    }
}

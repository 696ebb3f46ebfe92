using System.Diagnostics;

namespace PlanAnalyzers.Model.Tests.Oracle;

/// <summary>Our model and the oracle say the same of every sequence of steps.</summary>
/// <remarks>Floors keep a comparison from becoming empty.</remarks>
public sealed class OracleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 10, false, 25_000)]
    [InlineData(2, 8, false, 7_500)]
    [InlineData(3, 8, false, 12_000)]
    [InlineData(1, 8, true, 11_000)]
    [InlineData(2, 6, true, 13_000)]
    [InlineData(3, 5, true, 12_000)]
    public void Agrees_on_every_sequence_of_the_vendors_steps(int pairs, int length, bool isRepositoryDone, int floor) =>
        CompareSequences(pairs, Alphabet.Strict, length, isRepositoryDone, floor);

    [Theory]
    [InlineData(1, 4, false, 50_000)]
    [InlineData(2, 3, false, 25_000)]
    [InlineData(3, 3, false, 50_000)]
    [InlineData(1, 4, true, 26_000)]
    [InlineData(2, 4, true, 180_000)]
    [InlineData(3, 3, true, 25_000)]
    public void Agrees_on_every_sequence_of_all_steps(int pairs, int length, bool isRepositoryDone, int floor) =>
        CompareSequences(pairs, pairs > 2 ? Alphabet.Lean : Alphabet.Full, length, isRepositoryDone, floor);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Agrees_on_every_one_of_the_vendors_steps_in_every_state(int pairs) => CompareStates(pairs, Alphabet.Strict);

    [Fact]
    public void Agrees_on_every_step_in_every_state() => CompareStates(pairs: 1, Alphabet.Full);

    [Fact]
    public void Agrees_on_every_step_at_run_time_platforms_in_every_state_of_two_pairs() => CompareStates(pairs: 2, Alphabet.Lean);

    /// <summary>Every transition of every state is followed; that nothing else is possible is looked at in some of the states.</summary>
    [Fact]
    public void Agrees_on_every_step_in_many_states_of_two_pairs() => CompareStates(pairs: 2, Alphabet.Full, every: 13);

    /// <inheritdoc cref="Agrees_on_every_step_in_many_states_of_two_pairs" />
    [Fact]
    public void Agrees_on_every_step_in_many_states_of_three_pairs() => CompareStates(pairs: 3, Alphabet.Lean, every: 53);

    private void CompareSequences(int pairs, Alphabet alphabet, int length, bool isRepositoryDone, int floor)
    {
        var graph = Procedure.Explore(pairs, alphabet);
        var watch = Stopwatch.StartNew();
        var comparison = new Comparison(graph, alphabet, pairs);
        comparison.EverySequence(length, isRepositoryDone);
        Report(comparison, graph, $"{alphabet}, {pairs} pairs, up to {length} steps{(isRepositoryDone ? " after the GR" : "")}", watch);
        Assert.True(comparison.Compared >= floor, $"Only {comparison.Compared} sequences were compared.");
    }

    private void CompareStates(int pairs, Alphabet alphabet, int every = 1)
    {
        var graph = Procedure.Explore(pairs, alphabet);
        var watch = Stopwatch.StartNew();
        var comparison = new Comparison(graph, alphabet, pairs);
        comparison.EveryState(every);
        Report(comparison, graph, $"{alphabet}, {pairs} pairs, {comparison.Reached} states, every step in one of {every}", watch);
        var words = comparison.Steps().Select(step => step.Word).ToArray();
        Assert.Equal(graph.Steps.Order(StringComparer.Ordinal), words.Order(StringComparer.Ordinal));
        Assert.Equal(graph.States.Count, comparison.Reached);

        Assert.True(comparison.Compared >= comparison.Reached / every * words.Length, $"Only {comparison.Compared} sequences were compared.");
    }

    private void Report(Comparison comparison, StateGraph graph, string what, Stopwatch watch)
    {
        output.WriteLine(
            $"{what}: {comparison.Compared} sequences compared in {watch.Elapsed.TotalSeconds:F1} s; "
            + $"the oracle has {graph.States.Count} states and {graph.Transitions} transitions.");
        Assert.True(comparison.Disagreements.Count == 0, string.Join("\n\n", comparison.Disagreements));
    }
}

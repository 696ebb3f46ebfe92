namespace PlanAnalyzers.Model.Tests.Oracle;

/// <summary>The oracle itself: its size is known beforehand, and what its comments promise is so.</summary>
public sealed class GraphTests
{
    /// <summary>
    /// By hand: ten states before the GR is deployed, and then, with and without the upload and the ViewApps, five stages of each pair
    /// and one state more with load balancing: 10 + 4 * (5^n + 1).
    /// </summary>
    [Theory]
    [InlineData(1, 34)]
    [InlineData(2, 114)]
    [InlineData(3, 514)]
    [InlineData(4, 2514)]
    [InlineData(5, 12_514)]
    public void The_vendors_workflow_has_as_many_states_as_counted_by_hand(int pairs, int states) =>
        Assert.Equal(states, Procedure.Explore(pairs, Alphabet.Strict).States.Count);

    /// <summary>
    /// By hand: before the migration a pair has 10 states (which engine is active; whether the other stands by, or is undeployed on a
    /// platform that runs, is shut down or undeployed, or is shut down with it), afterwards 36, and 10 with load balancing. The GR has
    /// 5 stages before and 3 after, and the upload and the ViewApps come or do not: 10 * 10^n + 12 * (36^n + 10^n).
    /// </summary>
    [Theory]
    [InlineData(1, 652)]
    [InlineData(2, 17_752)]
    public void All_steps_have_as_many_states_as_counted_by_hand(int pairs, int states) =>
        Assert.Equal(states, Procedure.Explore(pairs, Alphabet.Full).States.Count);

    /// <summary>By hand: 4 * 10^n until the GR is deployed, and then 36^n + 10^n.</summary>
    [Theory]
    [InlineData(2, 1796)]
    [InlineData(3, 51_656)]
    public void Without_steps_at_the_GR_there_are_as_many_states_as_counted_by_hand(int pairs, int states) =>
        Assert.Equal(states, Procedure.Explore(pairs, Alphabet.Lean).States.Count);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_pair_always_has_one_running_active_engine_and_it_runs_the_objects(int pairs) =>
        Assert.All(Procedure.Explore(pairs, Alphabet.Full).States, state =>
        {
            var parts = state.Split('/');
            Assert.Equal((2 * pairs) + 1, parts[1].Length / 2);
            for (var pair = 0; pair < pairs; pair++)
            {
                var engines = parts[2].Substring(4 * pair, 4);
                var active = new[] { 0, 2 }.Where(at => engines[at] is 'A' or 'L' or 'M').ToArray();
                Assert.Single(active);
                Assert.Equal('-', engines[3 - active[0]]);
                Assert.Equal(parts[1].Substring((4 * pair) + 2 + active[0], 2), $"{engines[active[0] + 1]}r");
            }
        });
}

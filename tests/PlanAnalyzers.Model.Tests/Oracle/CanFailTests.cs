namespace PlanAnalyzers.Model.Tests.Oracle;

/// <summary>The comparison is worth something: take away any condition of either model and it finds a disagreement.</summary>
public sealed class CanFailTests(ITestOutputHelper output)
{
    /// <summary>The rules of ours that decide about one of the vendor's steps.</summary>
    private static readonly string[] StrictRules =
        ["UPG4001", "UPG4002", "UPG4003", "UPG4004", "UPG4005", "UPG4006", "UPG4008", "UPG4009", "UPG4010", "UPG5001"];

    /// <summary>The rules of ours that decide about other steps only.</summary>
    /// <remarks>
    /// UPG5004 is not among them: a partner that does not run can only be met by deploying what is deployed already, or after a UPG4006.
    /// </remarks>
    private static readonly string[] FullRules = ["UPG4012", "UPG4014", "UPG5008"];

    public static TheoryData<string> Guards => [.. Procedure.Guards.Select(guard => guard.Name)];

    public static TheoryData<string, bool> Rules =>
        [.. StrictRules.Select(id => (id, false)), .. FullRules.Select(id => (id, true))];

    [Fact]
    public void No_two_guards_have_one_name() => Assert.Distinct(Procedure.Guards.Select(guard => guard.Name));

    [Theory]
    [MemberData(nameof(Guards))]
    public void A_guard_of_the_oracle_that_is_gone_is_noticed(string name)
    {
        var guard = Procedure.Guards.Single(guard => string.Equals(guard.Name, name, StringComparison.Ordinal));
        var alphabet = guard.NeedsFull ? Alphabet.Full : Alphabet.Strict;
        var without = Procedure.ExploreWithout(guard, pairs: 1, alphabet);
        var comparison = new Comparison(without, alphabet, pairs: 1);
        comparison.EveryState();
        Assert.NotEmpty(comparison.Disagreements);
        output.WriteLine(comparison.Disagreements[0]);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_of_ours_that_is_gone_is_noticed(string id, bool needsFull)
    {
        var alphabet = needsFull ? Alphabet.Full : Alphabet.Strict;
        var comparison = new Comparison(Procedure.Explore(1, alphabet), alphabet, pairs: 1, ignoredRule: id);
        comparison.EveryState();
        Assert.NotEmpty(comparison.Disagreements);
        output.WriteLine(comparison.Disagreements[0]);
    }

    [Fact]
    public void Every_rule_that_decides_about_a_step_is_taken_away_by_a_test()
    {
        Assert.Equal(StrictRules, DecidingRules(Alphabet.Strict));
        Assert.Equal(StrictRules.Concat(FullRules).Order(StringComparer.Ordinal), DecidingRules(Alphabet.Full));
    }

    private static IEnumerable<string> DecidingRules(Alphabet alphabet)
    {
        var comparison = new Comparison(Procedure.Explore(1, alphabet), alphabet, pairs: 1);
        comparison.EveryState();
        return comparison.DecidingRules.Order(StringComparer.Ordinal);
    }
}

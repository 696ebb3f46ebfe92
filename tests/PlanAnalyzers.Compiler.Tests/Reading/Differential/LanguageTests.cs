using Microsoft.CodeAnalysis.CSharp;

namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <summary>Hard questions of C#, each asked of the compiler by running the plan and of the reader by reading it.</summary>
public sealed class LanguageTests
{
    public static TheoryData<string> Topics() => [nameof(LanguageCases.Values), nameof(LanguageCases.Functions), nameof(LanguageCases.Control), nameof(LanguageCases.Numbers), nameof(LanguageCases.Queries), nameof(LanguageCases.Objects)];

    [Theory]
    [MemberData(nameof(Topics))]
    public void The_reader_answers_as_the_compiler_does(string topic)
    {
        var cases = (LanguageCase[])typeof(LanguageCases).GetField(topic)!.GetValue(null)!;
        Expect(cases, Agreement.SameSteps, LanguageVersion.CSharp13);
    }

    [Fact]
    public void A_plan_that_throws_when_it_is_made_is_reported() => Expect([.. LanguageCases.Throwing.Append("var unused = P0.Sms!.Node;").Select(LanguageCases.Reported)], Agreement.Throws);

    [Fact]
    public void A_plan_that_nobody_knows_before_it_runs_is_reported_and_not_guessed() => Expect([.. LanguageCases.Unknowable.Select(LanguageCases.Reported)], Agreement.Unknown);

    [Fact]
    public void What_the_reader_does_not_follow_is_reported_and_not_guessed() => Expect(LanguageCases.Outside, Agreement.Unknown);

    private static void Expect(LanguageCase[] cases, Agreement expected, LanguageVersion version = LanguageVersion.CSharp13)
    {
        var comparisons = Comparison.Of([.. cases.Select((subject, i) => subject.ToProgram(i))], version);
        Assert.Equal(cases.Length, comparisons.Count);
        var wrong = comparisons.Zip(cases).Where(pair => pair.First.Agreement != expected).Select(pair => $"{pair.Second.Title}: {pair.First.Agreement}: {pair.First.Detail}").ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }
}

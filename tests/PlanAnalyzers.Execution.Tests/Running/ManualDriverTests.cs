using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

public class ManualDriverTests
{
    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public async Task Who_does_what_the_program_says_comes_to_the_end(string name)
    {
        var plan = Plans.Get(name);
        var (journals, person) = (new MemoryJournals(), new TruthfulOperator(plan));

        Assert.Equal(ExitCode.Done, await RunAsync(plan, person, journals, "run", "--driver", "manual"));
        Assert.Equal(Enumerable.Range(1, plan.Transitions.Count), person.Done.Order());
        Assert.All(journals["run"].Where(entry => entry.Kind == "Reported"), entry => Assert.Contains("AB the line was empty", entry.Content, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_appears_between_a_question_and_its_answer()
    {
        var person = new TruthfulOperator(Plans.Parallel) { Thinks = true };
        Assert.Equal(ExitCode.Done, await RunAsync(Plans.Parallel, person, new MemoryJournals(), "run", "--driver", "manual"));
        Assert.Contains("begins", person.Screen.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vendor", false)]
    [InlineData("Vendor", true)]
    [InlineData("Parallel", false)]
    [InlineData("Parallel", true)]
    public async Task Called_away_at_any_question_a_run_goes_on_and_nothing_is_done_twice(string name, bool finishesBeforeHeLeaves)
    {
        var plan = Plans.Get(name);
        var whole = new TruthfulOperator(plan);
        await RunAsync(plan, whole, new MemoryJournals(), "run", "--driver", "manual");
        for (var patience = 0; patience < whole.Answers; patience += name == "Vendor" ? 1 : 5)
        {
            var (journals, person) = (new MemoryJournals(), new TruthfulOperator(plan) { Patience = patience, FinishesBeforeHeLeaves = finishesBeforeHeLeaves });
            Assert.Contains(await RunAsync(plan, person, journals, "run", "--driver", "manual"), new[] { ExitCode.RunFailed, ExitCode.CannotObserve });

            person.Patience = int.MaxValue;
            Assert.Equal(ExitCode.Done, await RunAsync(plan, person, journals, "resume"));
            Assert.Equal(Enumerable.Range(1, plan.Transitions.Count), person.Done.Order());
        }
    }

    [Fact]
    public async Task What_is_seen_to_be_otherwise_stops_the_run_with_the_words_that_were_typed()
    {
        var (journals, person) = (new MemoryJournals(), new TruthfulOperator(Plans.Vendor));
        person.Sees = fact => fact is { Subject: "E1b", Aspect: Aspect.Redundancy } && person.Done.Count == 8 ? fact with { Value = "Determining Failover Status" } : fact;

        Assert.Equal(ExitCode.RunFailed, await RunAsync(Plans.Vendor, person, journals, "run", "--driver", "manual"));
        Assert.Contains("E1b should be: Active - Partner not Upgraded; it is: Determining Failover Status", person.Screen.ToString(), StringComparison.Ordinal);

        person.Sees = fact => fact;
        Assert.Equal(ExitCode.Done, await RunAsync(Plans.Vendor, person, journals, "resume"));
        Assert.Equal(Enumerable.Range(1, 11), person.Done);
    }

    [Theory]
    [InlineData("failed: the disk is full")]
    [InlineData("Fail the disk is full")]
    [InlineData("no, it failed\nFAILED the disk is full")]
    [InlineData("n\n\nfailed the disk is full")]
    [InlineData("y\nfailed the disk is full")]
    public async Task Nothing_that_could_mean_that_a_step_failed_counts_as_done(string answers)
    {
        var run = await AnswerAsync($"y\ny\ny\ny\ny\ny\n{answers}\ny\ny\n", "run", "--driver", "manual");
        Assert.Equal(ExitCode.RunFailed, run.ExitCode);
        Assert.Contains("Step 1 failed: the disk is full.", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n")]
    [InlineData("yes")]
    [InlineData("9")]
    [InlineData("0")]
    [InlineData("-1")]
    public async Task What_is_no_answer_to_a_choice_is_asked_again(string mistake)
    {
        var run = await AnswerAsync($"n\n1\n{mistake}\n1\n2\n1\n1\n1\ny\ny\ny\ny\ny\n", "run", "--driver", "manual");
        Assert.Equal(ExitCode.RunFailed, run.ExitCode);
        Assert.Contains("Please type a number from 1 to 2, or what is seen in words.", run.Out, StringComparison.Ordinal);
        Assert.Contains("P0 should be: Deployed; it is: Undeployed", run.Out, StringComparison.Ordinal);
    }

    private static Task<Executable> AnswerAsync(string answers, params string[] args) => Executable.RunAsync(
        Plans.Vendor,
        terminal => terminal with { Journals = new MemoryJournals(), In = new StringReader(answers) },
        [.. args, "--journal", "run"]);

    private static Task<ExitCode> RunAsync(ValidatedPlan plan, TruthfulOperator person, MemoryJournals journals, params string[] args) => PlanHost.RunAsync(
        () => plan,
        () => plan.Plan.Steps,
        [.. args, "--journal", "run"],
        person.SitDown() with { Journals = journals },
        TestContext.Current.CancellationToken);
}

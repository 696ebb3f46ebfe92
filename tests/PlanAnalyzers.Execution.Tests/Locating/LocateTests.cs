using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>The command <c>locate</c>: what it says of what is seen.</summary>
public sealed class LocateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_place_and_what_comes_next_are_named()
    {
        var located = await LocateAsync(Plans.Vendor, After(Plans.Vendor, 7));
        Assert.Equal((ExitCode.Done, ""), (located.ExitCode, located.Error));
        Assert.Contains("The galaxy is as after step 7, Upgrade P2 (node AOS02): 7 of 11 steps are done.", located.Lines);
        Assert.Contains("Next: step 8, Cascade deploy P2, and all after it.", located.Lines);
        Assert.Contains("Nothing is left to do.", (await LocateAsync(Plans.Vendor, After(Plans.Vendor, 11))).Lines);
    }

    [Fact]
    public async Task Steps_that_leave_no_trace_are_in_doubt()
    {
        var located = await LocateAsync(Plans.Parallel, After(Plans.Parallel, 10));
        Assert.Equal(ExitCode.Ambiguous, located.ExitCode);
        Assert.Contains("- step 11, Approval by shift lead", located.Lines);
        Assert.Contains(located.Lines, line => line.StartsWith("- after step 10, Cascade deploy P1. Next: step 11, ", StringComparison.Ordinal));
        Assert.Contains(located.Lines, line => line.StartsWith("- after steps 1-10 and 17. ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_somebody_did_by_hand_is_named_and_what_takes_it_back()
    {
        var p1 = Plans.Vendor.Galaxy.Platforms[1];
        var located = await LocateAsync(Plans.Vendor, VisibleState.Of(Plans.Vendor.Plan, UpgradeProcedure.Apply(Plans.Vendor.Transitions[5].After, new ShutDown(p1)).After));
        Assert.Equal(ExitCode.RunFailed, located.ExitCode);
        Assert.Contains("P1 should be: running; it is: shut down", located.Out, StringComparison.Ordinal);
        Assert.Contains("So it would be if somebody had done this by hand: Shut down P1 (node AOS01).", located.Lines);
    }

    [Fact]
    public async Task What_was_not_seen_leaves_a_doubt()
    {
        var located = await LocateAsync(Plans.Vendor, After(Plans.Vendor, 7).Where(fact => fact is not { Subject: "P2", Aspect: Aspect.Deployment }));
        Assert.Equal(ExitCode.Ambiguous, located.ExitCode);
        Assert.Contains("The galaxy is as after step 7, Upgrade P2 (node AOS02): 7 of 11 steps are done.", located.Lines);
        Assert.Contains("- P2: deployment", located.Lines);
    }

    [Fact]
    public async Task The_template_is_a_file_that_can_be_read()
    {
        var template = await Executable.RunAsync(Plans.VendorWithHostileNodes, "locate", "--template");
        var located = await LocateAsync(Plans.VendorWithHostileNodes, template.Out);
        Assert.Equal((ExitCode.Done, ""), (located.ExitCode, located.Error));
        Assert.Contains("The galaxy is as before the first step: 0 of 11 steps are done.", located.Lines);
        Assert.Contains("\"Deployment\": \"Deployed\", // or \"Undeployed\"", template.Lines);
    }

    [Theory]
    [InlineData("{", "seen.json cannot be understood at line 1: ")]
    [InlineData("null", "seen.json says nothing.")]
    [InlineData("{}", "seen.json cannot be understood")]
    [InlineData("""{"seen":{"P9":{}}}""", "seen.json says how 'P9' is, which is no name of this plan.")]
    [InlineData("""{"seen":{"P1":{"Colour":"red"}}}""", "seen.json cannot be understood at line 1: ")]
    [InlineData("""{"seen":{"P1":{"Deployment":"Deployed","Deployment":"Undeployed"}}}""", "seen.json cannot be understood")]
    public async Task A_file_that_makes_no_sense_is_refused(string content, string text)
    {
        var located = await LocateAsync(Plans.Vendor, content);
        Assert.Equal(ExitCode.WrongArguments, located.ExitCode);
        Assert.Contains(text, located.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_that_was_stopped_is_located()
    {
        using var rehearsal = new Rehearsal(Plans.Vendor) { Journals = new SqliteJournals() };
        await rehearsal.BeginAsync("--fault", "8=fails");
        var located = await Executable.RunAsync(Plans.Vendor, "locate", "--driver", "simulator", "--journal", rehearsal.Journal);
        Assert.Equal(ExitCode.Done, located.ExitCode);
        Assert.Contains("The galaxy is as after step 7, Upgrade P2 (node AOS02): 7 of 11 steps are done.", located.Lines);
    }

    [Fact]
    public async Task The_journal_says_which_of_the_places_that_look_alike_it_is_and_what_is_otherwise_there()
    {
        using var rehearsal = new Rehearsal(Plans.Parallel) { Journals = new SqliteJournals() };
        await rehearsal.BeginAsync("--fault", "22=changed");
        string[] journal = ["--journal", rehearsal.Journal];
        var before = VisibleState.Of(Plans.Parallel.Plan, Plans.Parallel.Transitions[21].Before).ToArray();
        Assert.Equal(ExitCode.Ambiguous, (await LocateAsync(Plans.Parallel, before)).ExitCode);

        var there = await LocateAsync(Plans.Parallel, before, journal);
        Assert.Equal((ExitCode.Done, ""), (there.ExitCode, there.Error));
        Assert.Contains("Done: 21 of 22 steps.", there.Lines);
        Assert.Contains("The galaxy is where the journal says that the run stands.", there.Lines);

        var elsewhere = await LocateAsync(Plans.Parallel, After(Plans.Parallel, 9), journal);
        Assert.Equal(ExitCode.RunFailed, elsewhere.ExitCode);
        Assert.Contains("- P1 should be: Deployed", elsewhere.Out, StringComparison.Ordinal);

        var unseen = await LocateAsync(Plans.Parallel, before.Where(fact => fact is not { Subject: "P1", Aspect: Aspect.Deployment }), journal);
        Assert.Equal(ExitCode.Ambiguous, unseen.ExitCode);
        Assert.Equal(ExitCode.JournalUnusable, (await LocateAsync(Plans.Vendor, After(Plans.Vendor, 7), journal)).ExitCode);
    }

    [Fact]
    public async Task A_step_in_doubt_is_for_resume_to_decide()
    {
        using var rehearsal = new Rehearsal(Plans.Vendor) { Journals = new SqliteJournals() };
        await rehearsal.BeginAsync("--fault", "8=fails");
        var located = await LocateAsync(Plans.Vendor, After(Plans.Vendor, 8), "--journal", rehearsal.Journal);
        Assert.Equal((ExitCode.Done, ""), (located.ExitCode, located.Error));
        Assert.Contains("Begun and not known to be done: step 8, Cascade deploy P2.", located.Lines);
        Assert.Contains("'resume' decides by looking.", located.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answers_the_questions_learns_where_the_galaxy_is()
    {
        // Only P2 is upgraded. A question that is answered with yes is a guess by the answers before it.
        string[] answers =
        [
            "n", "2", "2", "2", "", // The galaxy is migrated, and so are its ViewApps; run-time changes are uploaded, load balancing cannot be seen.
            "n", "1", "1", "deployed", "1", "1", "1", // P0 is not undeployed any more.
            "y", // P1
            "n", "1", "1", "1", "active - standby not available", "1", // E1
            "y", // P2
            "y", // E1b
        ];
        var located = await Executable.RunAsync(
            Plans.Vendor, terminal => terminal with { In = new StringReader(string.Join('\n', answers)) }, "locate", "--driver", "manual");
        Assert.Equal((ExitCode.Done, ""), (located.ExitCode, located.Error));
        Assert.Contains("The galaxy is as after step 7, Upgrade P2 (node AOS02): 7 of 11 steps are done.", located.Lines);
    }

    private static IEnumerable<Fact> After(ValidatedPlan plan, int step) => VisibleState.Of(plan.Plan, plan.Transitions[step - 1].After);

    private Task<Executable> LocateAsync(ValidatedPlan plan, IEnumerable<Fact> facts, params string[] more) =>
        LocateAsync(plan, System.Text.Json.JsonSerializer.Serialize(new
        {
            seen = new Observation(facts).NewsSince(Observation.Nothing).ToDictionary(of => of.Key, of => of.Value.ToDictionary(fact => fact.Key.ToString(), fact => fact.Value)),
        }), more);

    private async Task<Executable> LocateAsync(ValidatedPlan plan, string content, params string[] more)
    {
        await File.WriteAllTextAsync(folder.File("seen.json"), content, TestContext.Current.CancellationToken);
        return await Executable.RunAsync(plan, ["locate", "--seen", folder.File("seen.json"), .. more]);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

/// <summary>Runs whose steps are carried out by commands: processes of their own, the sample's plant among them.</summary>
public sealed class ScriptDriverTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "PlanAnalyzers.Execution.Victim.dll");
    private readonly TemporaryFolder folder = new();
    private readonly MemoryJournals journals = new();

    public static TheoryData<string, string> Answers => new()
    {
        { "fails", "Step 2 failed: dotnet PROGRAM script fails ended with exit code 3: the setup ended \\u001B[31mbadly." },
        { "says-failed", "Step 2 failed: the disk is full." },
        { "wordless", "Step 2 failed. The galaxy" },
        { "silent", "Step 2 gave no answer: the answer of dotnet PROGRAM script silent is empty." },
        { "chatty", "Step 2 gave no answer: the answer of dotnet PROGRAM script chatty cannot be understood: " },
        { "huge", "Step 2 gave no answer: the answer of dotnet PROGRAM script huge is longer than 8 MB." },
        { "binary", "Step 2 gave no answer: the answer of dotnet PROGRAM script binary is no UTF-8." },
        { "deep", "Step 2 gave no answer: the answer of dotnet PROGRAM script deep cannot be understood: " },
        { "double", "Step 2 gave no answer: the answer of dotnet PROGRAM script double cannot be understood: " },
        { "stranger", "Step 2 gave no answer: the answer of dotnet PROGRAM script stranger cannot be understood: " },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Vendor")]
    [InlineData("Parallel")]
    public async Task Commands_carry_a_plan_out(string name)
    {
        var plan = Plans.Get(name);
        var run = await BeginAsync(plan, Map());
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(Enumerable.Range(1, plan.Transitions.Count), Done.Order());
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Whatever_a_command_answers_the_run_stops_and_says_what_it_was(string behaviour, string text)
    {
        var run = await BeginAsync(Plans.Vendor, Map(("Upgrade", Command(behaviour))));
        Assert.Equal((ExitCode.RunFailed, ""), (run.ExitCode, run.Error));
        Assert.Contains(text.Replace("PROGRAM", Program, StringComparison.Ordinal), run.Out, StringComparison.Ordinal);
        Assert.Contains("The galaxy is as it was before the step.", run.Out, StringComparison.Ordinal);
        Assert.Equal([1], Done);
    }

    [Fact]
    public async Task A_run_goes_on_when_the_command_is_mended()
    {
        Assert.Equal(ExitCode.RunFailed, (await BeginAsync(Plans.Vendor, Map(("CascadeDeploy", Command("silent"))))).ExitCode);
        Write(Map());
        Assert.Equal(ExitCode.Done, (await InvokeAsync(Plans.Vendor, "resume")).ExitCode);
        Assert.Equal(Enumerable.Range(1, 11), Done);
    }

    [Fact]
    public async Task Of_words_without_end_the_beginning_is_kept()
    {
        var failed = await BeginAsync(Plans.Vendor, Map(("Upgrade", Command("wordy"))));
        Assert.Equal(ExitCode.RunFailed, failed.ExitCode);
        Assert.Contains("Step 2 failed: xxxx", failed.Out, StringComparison.Ordinal);
        Assert.InRange(failed.Out.Length, 2000, 20_000);
        Assert.All(journals["run"], entry => Assert.InRange(entry.Content.Length, 0, 10_000));

        var map = Map();
        map["observe"] = Command("wordy-sight");
        Write(map);
        var unseen = await InvokeAsync(Plans.Vendor, "resume");
        Assert.Equal(ExitCode.CannotObserve, unseen.ExitCode);
        Assert.Contains("what is said of P1 is longer than 2000 characters", unseen.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_has_to_read_the_question()
    {
        var run = await BeginAsync(Plans.Vendor, Map(("Upgrade", Command("deaf"))));
        Assert.Equal(ExitCode.RunFailed, run.ExitCode);
        Assert.Contains("Step 2 was reported as done, but the galaxy is not as the plan promises after it.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_too_long_is_ended()
    {
        var late = Command("late");
        late["limitMinutes"] = 0.05;
        var run = await BeginAsync(Plans.Vendor, Map(("Upgrade", late)));
        Assert.Equal(ExitCode.RunFailed, run.ExitCode);
        Assert.Contains("took longer than 3 s and was ended; what it began may still be going on", run.Out, StringComparison.Ordinal);
        var pid = int.Parse(await File.ReadAllTextAsync(folder.File("late.pid"), TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(pid));
    }

    [Fact]
    public async Task Only_what_may_be_done_twice_is_tried_again()
    {
        var once = Command("fails-once");
        once["safeToRepeat"] = true;
        once["retries"] = 1;
        once["waitSeconds"] = 0;
        Assert.Equal(ExitCode.Done, (await BeginAsync(Plans.Vendor, Map(("Upgrade", once)))).ExitCode);
        Assert.Equal(Enumerable.Range(1, 11), Done);
    }

    [Fact]
    public async Task Where_the_galaxy_cannot_be_seen_no_step_is_begun()
    {
        var map = Map();
        map["observe"] = Command("stranger");
        var run = await BeginAsync(Plans.Vendor, map);
        Assert.Equal(ExitCode.CannotObserve, run.ExitCode);
        Assert.Contains("it is said how 'P9' is, which is no name of this plan", run.Out, StringComparison.Ordinal);
        Assert.Empty(Done);
    }

    [Theory]
    [InlineData("{", "run.json cannot be understood at line 1: ")]
    [InlineData("null", "run.json says nothing. It needs \"observe\" and \"steps\".")]
    [InlineData("""{"steps":{}}""", "run.json cannot be understood")]
    [InlineData("""{"observe":OK,"steps":{"*":OK},"stepz":{}}""", "'stepz'")]
    [InlineData("""{"observe":OK,"steps":{"Upgrade":OK}}""", "run.json has no command for UploadRuntimeChanges, Reboot, MigrateGalaxy, MigrateViewApps, CascadeDeploy, EnableCpuLoadBalancing. Add it under \"steps\", or one for \"*\"")]
    [InlineData("""{"observe":OK,"steps":{"*":OK,"upgrade":OK}}""", "has a command for 'upgrade', which is no kind of step. The kinds are ")]
    [InlineData("""{"observe":OK,"steps":{"*":OK,"Upgrade":{"command":"dotnet","retries":1}}}""", "lets Upgrade be tried again, and does not say that it is safe to do it twice")]
    [InlineData("""{"observe":OK,"steps":{"*":{"command":"dotnet","limitMinutes":0}}}""", "of *, \"limitMinutes\" must be more than 0")]
    [InlineData("""{"observe":OK,"steps":{"*":{"command":"./not-there"}}}""", "* names the program './not-there', which is not there or must not be executed.")]
    [InlineData("""{"observe":{"command":"observe.cmd"},"steps":{"*":OK}}""", "observe names the batch file 'observe.cmd', which only a shell can run.")]
    public async Task A_file_that_makes_no_sense_is_refused_before_anything_is_done(string map, string text)
    {
        await File.WriteAllTextAsync(
            folder.File("run.json"), map.Replace("OK", """{"command":"dotnet"}""", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var run = await InvokeAsync(Plans.Vendor, "run", "--driver", "script");
        Assert.Equal(ExitCode.WrongArguments, run.ExitCode);
        Assert.Contains(text, run.Error, StringComparison.Ordinal);
        Assert.Empty(journals["run"]);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var run = await InvokeAsync(Plans.Vendor, "run", "--driver", "script");
        Assert.Equal(ExitCode.WrongArguments, run.ExitCode);
        Assert.Contains("Name their file with --script FILE.", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The steps that the plant carried out, in order.</summary>
    private IReadOnlyList<int> Done => File.Exists(folder.File("plant.json"))
        ? [.. JsonNode.Parse(File.ReadAllText(folder.File("plant.json")))!["done"]!.AsArray().Select(number => (int)number!)]
        : [];

    private static JsonObject Command(string behaviour) => new()
    {
        ["command"] = "dotnet",
        ["arguments"] = new JsonArray(Program, "script", behaviour),
    };

    /// <summary>The plant for everything but some kinds of steps.</summary>
    private static JsonObject Map(params (string Kind, JsonObject Command)[] others)
    {
        var steps = new JsonObject { ["*"] = Command("plant") };
        foreach (var (kind, command) in others)
        {
            steps[kind] = command;
        }

        return new JsonObject { ["observe"] = Command("plant"), ["trace"] = Command("plant"), ["steps"] = steps };
    }

    private void Write(JsonObject map) => File.WriteAllText(folder.File("run.json"), map.ToJsonString());

    private async Task<Executable> BeginAsync(ValidatedPlan plan, JsonObject map)
    {
        Write(map);
        var seen = new Observation(VisibleState.Of(plan.Plan, plan.Start)).NewsSince(Observation.Nothing);
        await File.WriteAllTextAsync(
            folder.File("plant-at-start.json"),
            JsonSerializer.Serialize(new
            {
                seen = seen.ToDictionary(of => of.Key, of => of.Value.ToDictionary(fact => fact.Key.ToString(), fact => fact.Value, StringComparer.Ordinal), StringComparer.Ordinal),
                done = Array.Empty<int>(),
            }),
            TestContext.Current.CancellationToken);
        return await InvokeAsync(plan, "run", "--driver", "script");
    }

    private Task<Executable> InvokeAsync(ValidatedPlan plan, params string[] args) => Executable.RunAsync(
        plan, terminal => terminal with { Journals = journals }, [.. args, "--journal", "run", "--script", folder.File("run.json")]);
}

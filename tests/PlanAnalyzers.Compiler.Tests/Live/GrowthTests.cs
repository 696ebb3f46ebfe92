using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Generation;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>Twice the steps or plans are twice the work, in operations and in bytes, never in seconds.</summary>
public sealed class GrowthTests(ITestOutputHelper output)
{
    /// <summary>The most that twice the input may cost, as a factor: two, and what a list that grows adds.</summary>
    private const double Doubled = 2.2;

    /// <summary>Ways to write one step more, each with what it makes of a number of them.</summary>
    private static readonly Dictionary<string, Func<int, string>> Ways = new(StringComparer.Ordinal)
    {
        ["a chain"] = count => Define("plan" + string.Concat(Enumerable.Repeat(".Manual(\"x\")", count))),
        ["statements"] = count => Body(string.Concat(Enumerable.Repeat("plan = plan.Manual(\"x\");\n", count)) + "return plan;"),
        ["a loop"] = count => Body($"for (var i = 0; i < {count}; i++) {{ plan = plan.Manual($\"x{{i}}\"); }} return plan;"),
        ["a loop over pairs"] = count => Body($"for (var i = 0; i < {count}; i++) {{ foreach (var p in new[] {{ P1 }}) {{ plan = plan.Reboot(p); }} }} return plan;"),
        ["calls of a fragment"] = count => Body($"for (var i = 0; i < {count}; i++) {{ plan = Step(plan, P1); }} return plan;")
            + "static class F { public static Plan Step(Plan plan, Platform p) => plan.Reboot(p); }",
        ["phases"] = count => Define("plan" + string.Concat(Enumerable.Repeat(".Phase(\"x\", p => p.Manual(\"x\"))", count))),
        ["branches"] = count => Define("plan.InParallel(" + string.Join(", ", Enumerable.Repeat("p => p.Manual(\"x\")", count)) + ")"),
        ["local functions"] = count => Body(string.Concat(Enumerable.Range(0, count).Select(i => $"plan = F{i}(plan); static Plan F{i}(Plan p) => p.Manual(\"x\");\n")) + "return plan;"),
        ["dropped steps"] = count => Body(string.Concat(Enumerable.Repeat("plan.Manual(\"x\");\n", count)) + "return plan;"),
        ["steps that are not known"] = count => Define("plan" + string.Concat(Enumerable.Repeat(".Manual(System.Environment.MachineName)", count))),
    };

    public static TheoryData<string> Names() => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_and_checking_cost_the_same_for_each_step(string way)
    {
        Cost(way, 100); // What is made once a process is not counted.
        var (once, twice) = (Cost(way, 500), Cost(way, 1_000));
        output.WriteLine($"{way}: {once}; {twice}");
        Assert.InRange(twice.Work.Operations, 1, once.Work.Operations * Doubled);
        Assert.InRange(twice.Work.Rounds, 0, once.Work.Rounds * Doubled);
        Assert.InRange(twice.Work.Models, 1, 2);
        Assert.InRange(twice.Bytes, 1, (long)(once.Bytes * Doubled));
        Assert.InRange(once.Work.Operations / 500d, 0.9, 20);
    }

    [Theory]
    [InlineData("a chain")]
    [InlineData("a loop")]
    public void The_longest_plans_that_are_read_cost_no_more_for_each_step(string way)
    {
        var (shorter, longest) = (Cost(way, 1_000), Cost(way, 20_000));
        output.WriteLine($"{way}: {shorter}; {longest}");
        Assert.Equal(20_000, longest.Steps);
        Assert.InRange(longest.Work.Operations, 1, shorter.Work.Operations * 20.1);
        Assert.InRange(longest.Bytes, 1, (long)(shorter.Bytes * 20 * Doubled / 2));
    }

    [Fact]
    public async Task Plans_that_share_a_galaxy_and_a_fragment_cost_the_same_each_and_the_galaxy_is_read_once()
    {
        var (once, twice) = (await OfPlans(100), await OfPlans(200));
        output.WriteLine($"{once}; {twice}");
        Assert.Equal((100, 200), (once.Plans, twice.Plans));
        Assert.Equal((1, 1), (once.Galaxies, twice.Galaxies));
        Assert.Equal((204, 404), (once.Models, twice.Models)); // One a file, to read it and to say whether it compiles.
        Assert.InRange(twice.Operations, 1, once.Operations * 2);
        Assert.InRange(twice.Rounds, 1, once.Rounds * 2);

        static async Task<ReadingWork> OfPlans(int count)
        {
            var plans = Enumerable.Range(0, count).Select(i => (
                $"Upgrade{i}.cs",
                Plans.VendorProcedure
                    .Replace("Plant7Upgrade", $"Upgrade{i}", StringComparison.Ordinal)
                    .Replace(".Upgrade(P2).CascadeDeploy(P2)", ".UpgradeNode(P2)", StringComparison.Ordinal)));
            var host = new LiveHost(TestProject.WithExecution(
            [
                (LiveSource.Path, "using PlanAnalyzers; static class Fragments { public static Plan UpgradeNode(this Plan plan, Platform p) => plan.Upgrade(p).CascadeDeploy(p); }"),
                ("Plant7.cs", Marked.Plant7),
                .. plans,
            ]));
            var look = await host.Type("using PlanAnalyzers; static class Fragments { public static Plan UpgradeNode(this Plan plan, Platform p) => plan.Upgrade(p).CascadeDeploy(p);  }");
            Assert.Empty(look.Errors);
            Assert.Empty(look.Ours.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info));
            return look.Work;
        }
    }

    private static (ReadingWork Work, long Bytes, int Steps) Cost(string way, int count)
    {
        // A chain of many thousand calls takes the compiler itself more stack than the thread of a test has.
        (ReadingWork, long, int) cost = default;
        var thread = new Thread(() => cost = CostOnThisThread(way, count), maxStackSize: 256 * 1024 * 1024);
        thread.Start();
        thread.Join();
        return cost;
    }

    private static (ReadingWork Work, long Bytes, int Steps) CostOnThisThread(string way, int count)
    {
        var compilation = TestProject.Of(Marked.Plant7, Ways[way](count)).Compilation;
        var type = compilation.GetTypeByMetadataName("Plant7Upgrade")!;
        var define = type.GetMembers("Define").OfType<IMethodSymbol>().Single();
        Assert.NotNull(SourceModels.Of(compilation).BodyOf(define, CancellationToken.None)); // What binding costs is the compiler's.

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = PlanReader.Read(compilation, LibrarySymbols.Find(compilation)!, type, ReadingLimits.Default, CancellationToken.None)!;
        if (reading.Plan is { } plan)
        {
            PlanEmitter.Write(PlanOutcome.Of(new PlanSource(PlanClass.Of(type), plan, ValueList<string>.Empty), CancellationToken.None), canRun: true);
        }

        return (SourceModels.Of(compilation).Work, GC.GetAllocatedBytesForCurrentThread() - before, reading.Plan?.Steps.Count ?? 0);
    }

    private static string Define(string plan) => Marked.PlanHead + "{\n    static Plan Define(Plan plan) => " + plan + ";\n}\n";

    private static string Body(string body) =>
        Marked.PlanHead.Replace("using static Plant7;", "using static Plant7; using static F;", StringComparison.Ordinal)
        + "{\n    static Plan Define(Plan plan)\n    {\n" + body + "\n    }\n}\n"
        + (body.Contains("Step(", StringComparison.Ordinal) ? "" : "static class F { }\n");
}

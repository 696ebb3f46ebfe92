using FsCheck;
using FsCheck.Fluent;

namespace PlanAnalyzers.Model.Tests.Planning;

/// <summary>Plans with one to three mistakes, mended one finding after the other, and all at once.</summary>
public sealed class RepairPropertyTests(ITestOutputHelper output)
{
    private static readonly Arbitrary<MistakenPlan> Plans = Mistakes.Any.ToArbitrary();

    [Fact]
    public void The_first_repair_again_and_again_leads_to_a_plan_without_errors()
    {
        var (all, mended, more) = (0, 0, new List<string>());
        Prop.ForAll(Plans, item =>
        {
            var fixes = Fixes(item, out var log);
            all++;
            mended += fixes <= item.Made.Count + 1 ? 1 : 0;
            if (fixes > item.Made.Count + 1)
            {
                more.Add($"{item}\n  {string.Join("\n  ", log)}");
            }
        }).Check(cases: 200);

        output.WriteLine($"{mended} of {all} in at most one fix more than mistakes");
        output.WriteLine(string.Join('\n', more));
        Assert.True(mended >= 0.95 * all, string.Join('\n', more));
    }

    [Fact]
    public void The_whole_plan_is_repaired_in_few_changes()
    {
        var (all, few) = (0, 0);
        var more = new List<string>();
        Prop.ForAll(Plans, item =>
        {
            all++;
            if (Repairs.Whole(item.Wrong) is not { } repair)
            {
                Assert.Empty(Problems.Of(item.Wrong));
                few++;
                return;
            }

            Assert.True(PlanCheck.Run(repair.Apply(item.Wrong)).IsValid, item.ToString());
            Assert.Empty(Problems.Of(repair.Apply(item.Wrong)));
            few += repair.Edits.Count <= item.Changes ? 1 : 0;
            if (repair.Edits.Count > item.Changes)
            {
                more.Add($"{item}\n  {string.Join("\n  ", repair.Edits)}");
            }
        }).Check(cases: 200);

        output.WriteLine($"{few} of {all} in at most as many changes as mistakes");
        output.WriteLine(string.Join('\n', more));
        Assert.True(few >= 0.9 * all, string.Join('\n', more));
    }

    private static int Fixes(MistakenPlan item, out List<string> log)
    {
        var (plan, fixes) = (item.Wrong, 0);
        log = [];
        for (; PlanCheck.Run(plan) is { IsValid: false } found; fixes++)
        {
            var (finding, repair) = found.Errors
                .Select(finding => (finding, repair: Repairs.Of(found, finding) is [var first, ..] ? first : null))
                .FirstOrDefault(offer => offer.repair is not null);
            log.Add($"{finding} -> {repair?.Title}");
            if (repair is null || fixes > 6)
            {
                log.AddRange(found.Errors.Select(error => "left: " + error));
                return int.MaxValue;
            }

            plan = repair.Apply(plan);
        }

        return fixes;
    }
}

using Microsoft.CodeAnalysis;
using PlanAnalyzers.CodeFixes.Tests.Harness;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Repairing;

/// <summary>
/// A mistake that is made by hand in a right plan is mended by a fix, and what comes out is what the author had written before, to the last
/// blank: in a chain with a step in each line, in a chain with several in a line, and in statements.
/// </summary>
public sealed class UndoneMistakeTests
{
    private static readonly string[] Steps =
    [
        "Upgrade(P0)", "Reboot(P0)", "MigrateGalaxy()", "CascadeDeploy(P0)", "Upgrade(P2)", "CascadeDeploy(P2)", "Upgrade(P1)", "CascadeDeploy(P1)",
    ];

    public static TheoryData<string> Layouts => ["Lines", "Row", "Statements"];

    /// <summary>A comment behind a step is lost with a step that is dropped, so only where steps change places it can come out as it was.</summary>
    public static TheoryData<string> LayoutsWithComments => [.. Layouts.Select(row => row.Data), "Commented"];

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task A_step_that_was_dropped_comes_back(string layout)
    {
        var wanted = Write(layout, Steps);
        for (var dropped = 0; dropped < Steps.Length; dropped++)
        {
            await IsMended(layout, [.. Steps.Where((_, index) => index != dropped)], wanted, $"without {Steps[dropped]}");
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task A_step_that_was_written_twice_goes(string layout)
    {
        var wanted = Write(layout, Steps);
        foreach (var doubled in Enumerable.Range(0, Steps.Length).Where(index => Steps[index][0] != 'R'))
        {
            await IsMended(layout, [.. Steps[..(doubled + 1)], .. Steps[doubled..]], wanted, $"{Steps[doubled]} twice");
        }
    }

    [Theory]
    [MemberData(nameof(LayoutsWithComments))]
    public async Task Steps_that_were_swapped_change_places_again(string layout)
    {
        var wanted = Write(layout, Steps);
        for (var swapped = 0; swapped + 1 < Steps.Length; swapped++)
        {
            string[] mistaken = [.. Steps[..swapped], Steps[swapped + 1], Steps[swapped], .. Steps[(swapped + 2)..]];
            await IsMended(layout, mistaken, wanted, $"{Steps[swapped + 1]} before {Steps[swapped]}");
        }
    }

    private static async Task IsMended(string layout, string[] mistaken, string wanted, string mistake)
    {
        var editor = Editor.Open(Marked.Plant7, Write(layout, mistaken));
        var offered = new List<string>();
        foreach (var diagnostic in (await editor.Diagnostics()).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning))
        {
            foreach (var offer in await editor.FixesFor(diagnostic))
            {
                var after = await editor.Apply(offer.Action);
                offered.Add($"{diagnostic.Id}: {offer.Action.Title}\n{after.Texts[1]}");
                if (after.Texts[1] == wanted)
                {
                    return;
                }
            }
        }

        Assert.Fail($"{layout}, {mistake}:\n{await editor.Annotated()}\nOffered are:\n{string.Join('\n', offered)}");
    }

    private static string Write(string layout, string[] steps) => Fixing.Class(layout switch
    {
        "Row" => $"    static Plan Define(Plan plan) => plan.{string.Join(".", steps)};",
        "Lines" => $"    static Plan Define(Plan plan) => plan\n        .{string.Join("\n        .", steps)};",
        "Commented" => "    static Plan Define(Plan plan) => plan // Plant 7"
            + string.Concat(steps.Select((step, index) => $"\n        .{step}{(index + 1 < steps.Length ? "" : ";")} // {step}, of course")),
        _ => $"    static Plan Define(Plan plan)\n    {{\n        plan = plan.{string.Join(";\n        plan = plan.", steps)};\n        return plan;\n    }}",
    });
}

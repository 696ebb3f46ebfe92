using System.Globalization;
using PlanAnalyzers.Compiler.Tests.Live;

namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <summary>Generated plans of every construct, in any combination: the steps that were read are those that <c>Define</c> builds.</summary>
public sealed class GeneratedProgramTests(ITestOutputHelper output)
{
    private const int PlansAProgram = 50;
    private const int ConstructsThereAre = 331;
    private const string Throwing = "statement that throws";

    /// <summary>What is put into a plan so that it is none that can be read, and what comes of it unless the plan throws before.</summary>
    private static readonly Dictionary<string, Agreement> Spoilt = new(StringComparer.Ordinal)
    {
        [Throwing] = Agreement.Throws,
        ["value that nobody knows"] = Agreement.Unknown,
        ["step that is dropped"] = Agreement.Objected,
        ["platform of another galaxy"] = Agreement.Objected,
    };

    [Fact]
    public void The_steps_of_any_plan_are_read_as_they_are_built()
    {
        var programs = Nightly.IsOn ? 160 : 6;
        var all = new List<Comparison>();
        foreach (var seeds in Enumerable.Range(1, programs).Chunk(3))
        {
            all.AddRange(Comparison.Of([.. seeds.Select(seed => ProgramGenerator.Make(seed, PlansAProgram))]));
        }

        var uses = all.SelectMany(comparison => comparison.Constructs).CountBy(name => name).OrderBy(pair => pair.Value).ToArray();
        WriteFigures(all, uses);
        Assert.Equal(programs * PlansAProgram, all.Count);
        ExpectNone(all, comparison => comparison.Agreement == Agreement.Different);

        // All that the generator makes is C# that the reader follows; what it does not know, and what it objects to, was put there.
        ExpectNone(all, comparison => comparison.Agreement is not (Agreement.SameSteps or Agreement.Throws) && !Expected(comparison).Contains(comparison.Agreement));
        ExpectNone(all, comparison => comparison.Agreement != Agreement.Throws && comparison.Constructs.Contains(Throwing));

        // A test of what is refused, or of plans without the construct, would be none.
        Assert.InRange(all.Count(comparison => comparison.Agreement == Agreement.SameSteps), all.Count * 3 / 4, all.Count);
        Assert.True(all.Count(comparison => comparison.IsRight) > all.Count / 5);
        Assert.Equal(ConstructsThereAre, uses.Length);
        Assert.True(uses[0].Value >= programs, $"{uses[0].Key} is in {uses[0].Value} plans only");
    }

    private static IEnumerable<Agreement> Expected(Comparison comparison) => comparison.Constructs.Where(Spoilt.ContainsKey).Select(name => Spoilt[name]);

    /// <summary>Fails with the seeds and the sources of the first plans of which something holds that must not.</summary>
    private static void ExpectNone(List<Comparison> all, Func<Comparison, bool> isWrong)
    {
        var wrong = all.Where(isWrong).ToArray();
        Assert.True(wrong.Length == 0, $"{wrong.Length} plans:\n{string.Join('\n', wrong.Take(30))}\n\n{string.Join("\n\n", wrong.Take(2).Select(Source))}");
    }

    private static string Source(Comparison comparison) => string.Create(CultureInfo.InvariantCulture, $"""
        // {comparison.PlanClass} of ProgramGenerator.Make({comparison.Program.Name["Program".Length..]}, {PlansAProgram}), besides its galaxies and tools:
        {string.Join('\n', comparison.Program.Files.Where(file => file.Contains($"partial class {comparison.PlanClass}\n", StringComparison.Ordinal)))}
        """);

    private void WriteFigures(List<Comparison> all, KeyValuePair<string, int>[] uses)
    {
        output.WriteLine($"{all.Count} plans in {all.Sum(comparison => comparison.Program.Files.Count) / PlansAProgram} files, {all.Count(comparison => comparison.IsRight)} of them right");
        foreach (var group in all.GroupBy(comparison => comparison.Agreement))
        {
            output.WriteLine($"{group.Key}: {group.Count()} plans, {group.Sum(comparison => comparison.Steps)} steps");
        }

        output.WriteLine($"{uses.Length} constructs, in so many plans each: {string.Join(", ", uses.Select(pair => $"{pair.Key} {pair.Value}"))}");
    }
}

using Microsoft.CodeAnalysis;

using PlanAnalyzers.Compiler.Reading;

namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>
/// Every source cut off at each token, and with each token missing, doubled and swapped with the next: nothing throws, reading stays cheap,
/// and no squiggle is wrong about what is not finished.
/// </summary>
public sealed class RobustnessTests(ITestOutputHelper output)
{
    private const int Sample = 2_000;

    /// <summary>
    /// What reading any text of these sources may cost. Whole sources take some hundreds of operations; only a loop that lost its end costs
    /// more, until the limits stop it after a few operations a round.
    /// </summary>
    private static readonly long MostOperations = 16 * ReadingLimits.Default.Iterations;

    [Fact]
    public async Task Half_typed_code_throws_nothing_costs_little_and_gets_no_diagnostic_that_may_be_wrong()
    {
        var all = LiveSource.All.SelectMany(source => Mutations.Of(source.Typed).Select(mutation => (Source: source, Mutation: mutation))).ToArray();
        Assert.True(all.Length >= 50_000, $"Only {all.Length} texts.");
        var every = Nightly.IsOn ? 1 : all.Length / Sample;
        var texts = all.Where((_, index) => index % every == 0).ToArray();

        var found = new List<(string Kind, string Finding)>();
        var (broken, reported, most) = (0, 0, 0L);
        var besideErrors = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in texts.GroupBy(text => text.Source))
        {
            var host = new LiveHost(group.Key.Project);
            foreach (var (_, (kind, token, text)) in group)
            {
                Look look;
                try
                {
                    look = await host.Type(text);
                }
                catch (Exception exception)
                {
                    found.Add((exception.GetType().Name, $"{group.Key.Name} {kind} {token}: {exception}\n{text}"));
                    host = new LiveHost(group.Key.Project);
                    continue;
                }

                most = Math.Max(most, look.Work.Operations);
                reported += look.Ours.Length;
                if (look.Work.Operations > MostOperations)
                {
                    found.Add(("Work", $"{group.Key.Name} {kind} {token}: {look.Work}\n{text}"));
                }

                if (look.Errors.Length > 0)
                {
                    broken++;
                    foreach (var diagnostic in look.Ours)
                    {
                        besideErrors[diagnostic.Id] = besideErrors.GetValueOrDefault(diagnostic.Id) + 1;
                    }
                }

                found.AddRange(Certainty.WrongOf(look).Select(diagnostic => (
                    diagnostic.Id,
                    $"{group.Key.Name} {kind} {token}: {diagnostic}\nbeside {string.Join('\n', look.Errors)}\n{text}")));
            }
        }

        output.WriteLine($"{texts.Length} texts of {LiveSource.All.Count} sources, {broken} of them with errors of the compiler; "
            + $"{reported} diagnostics, beside such errors {string.Join(", ", besideErrors.Select(pair => $"{pair.Value} {pair.Key}"))}; at most {most} operations for a text; {found.Count} findings: {string.Join(", ", found.CountBy(finding => finding.Kind).Select(kind => $"{kind.Value} {kind.Key}"))}.");
        var examples = found.GroupBy(finding => finding.Kind).SelectMany(kind => kind.Take(3)).Select(finding => finding.Finding);
        Assert.True(found.Count == 0, $"{found.Count} findings:\n{string.Join("\n\n", examples)}");
    }
}

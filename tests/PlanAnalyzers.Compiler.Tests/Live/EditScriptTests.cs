using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanAnalyzers.Compiler.Analysis;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>
/// What is kept from one keystroke to the next is never out of date: after every edit the outputs of the generator and the diagnostics of the
/// analyzer are those of a generator and an analyzer that see the same text for the first time.
/// </summary>
public sealed class EditScriptTests(ITestOutputHelper output)
{
    private static int Edits => Nightly.IsOn ? 3_000 : 40;

    /// <summary>How much may be read: usually enough, and sometimes not.</summary>
    private static readonly ProjectOptions[] Limits = [new([]), new([("build_property." + ReadingLimits.StepsProperty, "8")])];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_each_edit_everything_is_as_if_it_were_read_for_the_first_time(int seed)
    {
        var script = new EditScript(seed);
        var random = new Random(seed);
        var compilation = script.First;
        var driver = TestProject.Driver(tracksSteps: false, Limits[0]);
        var edits = new List<string>();
        var (limits, kept, read, different) = (0, 0, 0, new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < Edits; i++)
        {
            (compilation, var edit) = script.Next(compilation);
            if (random.Next(15) == 0)
            {
                limits = 1 - limits;
                edit += ", limits";
            }

            edits.Add(edit);
            driver = driver.WithUpdatedAnalyzerConfigOptions(Limits[limits]);
            (driver, var now) = await Look(driver, compilation, Limits[limits]);
            read += SourceModels.Of(compilation).Work.Plans;
            var anew = EditScript.Anew(compilation);
            var (_, fresh) = await Look(TestProject.Driver(tracksSteps: false, Limits[limits]), anew, Limits[limits]);
            kept += SourceModels.Of(anew).Work.Plans;
            different.Add(now);
            if (fresh != now || now.Contains("CS8785", StringComparison.Ordinal))
            {
                Assert.Fail($"After edit {i + 1}:\n{string.Join('\n', edits.TakeLast(12))}\n\n{FirstDifference(fresh, now)}\n\n"
                    + string.Join("\n\n", compilation.SyntaxTrees.Select(tree => $"// {tree.FilePath}\n{tree}")));
            }
        }

        output.WriteLine($"{Edits} edits, {different.Count} different results; {read} plans read instead of {kept}.");
        Assert.InRange(different.Count, Edits / 4, Edits); // An edit that changes nothing shows little.
        Assert.InRange(read, 1, kept - 1); // Nor does a memory that is never used.
    }

    /// <summary>Everything that an author gets to see.</summary>
    private static async Task<(GeneratorDriver Driver, string Text)> Look(GeneratorDriver driver, CSharpCompilation compilation, ProjectOptions limits)
    {
        var cancellation = TestContext.Current.CancellationToken;
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var reported, cancellation);
        if (!reported.IsEmpty)
        {
            return (driver, string.Join('\n', reported)); // The generator itself reports nothing, so it failed.
        }

        Exception? failure = null;
        var analysis = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], limits), (exception, _, _) => failure = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await generated.WithAnalyzers([new UpgradePlanAnalyzer()], analysis).GetAnalyzerDiagnosticsAsync(cancellation);
        Assert.True(failure is null, failure?.ToString());

        // A place must be one of this compilation.
        Assert.All(diagnostics.SelectMany(diagnostic => diagnostic.AdditionalLocations.Prepend(diagnostic.Location)), place =>
            Assert.True(place.SourceTree is null || generated.ContainsSyntaxTree(place.SourceTree), place.ToString()));
        var outputs = driver.GetRunResult().Results.Single().GeneratedSources
            .OrderBy(source => source.HintName, StringComparer.Ordinal)
            .Select(source => $"== {source.HintName}\n{source.SourceText}");
        return (driver, string.Join('\n', outputs.Concat(diagnostics.Select(TextOf).Order(StringComparer.Ordinal))));
    }

    private static string TextOf(Diagnostic diagnostic) =>
        $"{TextOf(diagnostic.Location)} {diagnostic.Id} {diagnostic.Severity} {diagnostic.GetMessage(CultureInfo.InvariantCulture)} "
        + string.Join(", ", diagnostic.AdditionalLocations.Select(TextOf));

    private static string TextOf(Location place) => $"{place.GetLineSpan().Path}{place.SourceSpan}";

    private static string FirstDifference(string fresh, string now)
    {
        var (expected, actual) = (fresh.Split('\n').ToHashSet(StringComparer.Ordinal), now.Split('\n').ToHashSet(StringComparer.Ordinal));
        return $"Read for the first time:\n{string.Join('\n', expected.Except(actual, StringComparer.Ordinal).Take(8))}\n"
            + $"Kept:\n{string.Join('\n', actual.Except(expected, StringComparer.Ordinal).Take(8))}";
    }
}

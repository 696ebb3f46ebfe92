using System.Globalization;
using PlanAnalyzers.Compiler.Tests.Live;

namespace PlanAnalyzers.Compiler.Tests.Reading.Differential;

/// <summary>
/// Queries whose functions write down that they are called: when and how often is read as it happens, and reported where it depends on the
/// framework.
/// </summary>
public sealed class QueryEffectTests(ITestOutputHelper output)
{
    private const string Plant =
        "[Galaxy] static class Plant { public static readonly Platform P0 = Platform.GalaxyRepository(\"GR01\"), P1 = Platform.RunTime(\"AOS01\"); }\n";

    private static readonly string[] Sources = ["new[] { 3, 1, 2 }", "new List<int> { 3, 1, 2 }", "Enumerable.Range(1, 3)", "Enumerable.Repeat(3, 3)", "new HashSet<int> { 3, 1, 2 }", "new int[0]"];

    /// <summary>What stands in the middle of a query. <c>E</c> writes down a number, and <c>S</c> is a sequence of three such numbers.</summary>
    private static readonly string[] Middles =
    [
        "", ".Where(x => x > 0)", ".Select(x => x + 1)", ".Reverse()", ".Distinct()", ".Order()", ".OrderBy(x => x)",
        ".OrderByDescending(x => -x)", ".Append(7)", ".Prepend(7)", ".Concat([8, 9])", ".Take(2)", ".Skip(1)", ".TakeLast(2)", ".SkipLast(1)",
        ".TakeWhile(x => x < 3)", ".SkipWhile(x => x > 2)", ".DefaultIfEmpty()", ".Chunk(2).Select(c => c[0])",
        ".Index().Select(p => p.Item)", ".Zip([1, 2]).Select(p => p.First)", ".Union([3, 4])", ".Except([3])", ".Intersect([3, 1])",
        ".SelectMany(x => new[] { x, x })", ".GroupBy(x => x % 2).Select(g => g.Key)", ".OfType<int>()", ".Cast<int>()",
        ".ToList().AsEnumerable()", ".ToHashSet()", ".AsEnumerable()", ".DistinctBy(x => x % 2)", ".Take(1..^1)", ".Take(^2..)",
        ".Join([1, 2, 3], x => x, y => y, (x, y) => x)",
        ".Where(x => E(x, \"w\") > 1)", ".Select(x => E(x, \"t\"))", ".Concat(S(\"c\"))", ".Zip(S(\"z\")).Select(p => p.First)",
        ".Zip(S(\"z\"), (a, b) => E(a, \"f\"))", ".Zip(S(\"y\"), S(\"z\")).Select(p => p.Third)", ".Union(S(\"u\"))", ".Except(S(\"e\"))",
        ".Intersect(S(\"i\"))", ".ExceptBy(S(\"e\"), x => E(x, \"k\"))", ".IntersectBy(S(\"e\"), x => E(x, \"k\"))",
        ".UnionBy(S(\"e\"), x => E(x, \"k\"))", ".DistinctBy(x => E(x, \"k\"))",
        ".Join(S(\"j\"), x => E(x, \"o\"), y => E(y, \"i\"), (x, y) => E(x, \"r\"))",
        ".GroupJoin(S(\"j\"), x => E(x, \"o\"), y => E(y, \"i\"), (x, y) => E(x, \"r\") + y.Count())",
        ".GroupBy(x => E(x, \"k\") % 2).Select(g => E(g.Key, \"g\"))", ".GroupBy(x => E(x, \"k\") % 2, x => E(x, \"v\")).SelectMany(g => g)",
        ".GroupBy(x => E(x, \"k\") % 2, x => E(x, \"v\"), (k, g) => E(k, \"r\"))", ".GroupBy(x => E(x, \"k\") % 2, (k, g) => E(k, \"r\"))",
        ".ToLookup(x => E(x, \"k\"), x => E(x, \"v\")).Select(g => g.Key)", ".SelectMany(x => S(\"m\"))",
        ".SelectMany(x => S(\"m\"), (x, y) => E(x + y, \"r\"))", ".TakeWhile(x => E(x, \"w\") > 2)", ".SkipWhile(x => E(x, \"w\") > 2)",
        ".OrderBy(x => E(x, \"o\"))", ".Chunk(2).Select(c => E(c.Length, \"c\"))", ".Where((x, i) => E(i, \"w\") >= 0)",
        ".Select((x, i) => E(i, \"w\"))", ".ToDictionary(x => E(x, \"k\"), x => E(x, \"v\")).Select(p => p.Value)",
        ".DefaultIfEmpty(5).Where(x => E(x, \"w\") > 1)", ".Concat(S(\"c\")).Where(x => E(x, \"w\") > 1).Select(x => E(x, \"t\"))",
        ".Where(x => E(x, \"w\") > 1).Where(x => E(x, \"v\") > 1)", ".Select(x => E(x, \"w\")).Select(x => E(x, \"v\"))",
        ".Select(x => E(x, \"w\")).ToArray().Where(x => E(x, \"v\") > 1)", ".Select(x => E(x, \"w\")).ToList().Select(x => E(x, \"v\"))",
        ".Distinct().Select(x => E(x, \"d\"))", ".OfType<int>().Select(x => E(x, \"d\"))", ".Append(9).Select(x => E(x, \"d\"))",
        ".Index().Select(x => E(x.Index, \"d\"))",
    ];

    private static readonly string[] Ends =
    [
        ".First()", ".Last()", ".FirstOrDefault(x => x > 1)", ".LastOrDefault(x => x > 1)", ".Count()", ".Any()", ".Any(x => x == 2)",
        ".All(x => x > 0)", ".Contains(3)", ".ElementAt(1)", ".ElementAt(^1)", ".ElementAtOrDefault(9)", ".Take(1).Single()",
        ".SingleOrDefault(x => x == 2)", ".Sum()", ".Max()", ".Min()", ".MinBy(x => -x)", ".Aggregate((a, b) => a + b)", ".ToArray().Length",
        ".ToList().Count", ".ToDictionary(x => x.ToString() + log.Length).Count", ".SequenceEqual([3, 1, 2])", ".Skip(1).First()",
        ".Skip(1).Any()", ".Skip(1).Count()", ".Take(2).Last()", ".Reverse().First()", ".Order().First()", ".OrderBy(x => x).Last()",
        ".Select(x => x * 2).Last()", ".Select(x => x * 2).Count()", ".Append(4).Count()", ".Append(4).Last()", ".Distinct().Count()",
        ".DefaultIfEmpty(1).Last()", ".LongCount()", ".Count(x => x > 1)", ".ToHashSet().Count", ".Contains(99)",
    ];

    [Fact]
    public void When_and_how_often_the_functions_of_a_query_are_called_is_read_as_it_happens()
    {
        string[] queries = [.. from source in Sources from middle in Middles from end in Ends select $"{source}.Select(x => E(x, \"s\")){middle}{end}"];
        var sample = Nightly.IsOn ? queries : [.. queries.Where((_, i) => i % 47 == 0)];
        var all = sample.Chunk(1000).SelectMany(Compare).ToArray();

        output.WriteLine(string.Join(", ", all.CountBy(pair => pair.Comparison.Agreement)));
        Assert.Equal(sample.Length, all.Length);
        var wrong = all.Where(pair => pair.Comparison.Agreement == Agreement.Different).Select(pair => $"{pair.Query}: {pair.Comparison.Detail}").ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
        Assert.True(all.Count(pair => pair.Comparison.Agreement == Agreement.SameSteps) > all.Length / 3);
    }

    private static IEnumerable<(string Query, Comparison Comparison)> Compare(string[] queries)
    {
        var plans = queries.Select((query, i) => string.Create(CultureInfo.InvariantCulture, $$"""
            [UpgradePlan(typeof(Plant), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
            static partial class Subject{{i}}
            {
                static Plan Define(Plan plan)
                {
                    var log = "";
                    int E(int x, string s) { log += s + x; return x; }
                    IEnumerable<int> S(string s) => new[] { 2, 3, 4 }.Select(x => E(x, s));
                    var result = $"{{{query}}}";
                    return plan.Manual(result + log);
                }
            }

            """));
        return Comparison.Of([PlanProgram.Of("Queries", Plant + string.Concat(plans))])
            .Select(comparison => (queries[int.Parse(comparison.PlanClass["Subject".Length..], CultureInfo.InvariantCulture)], comparison));
    }
}

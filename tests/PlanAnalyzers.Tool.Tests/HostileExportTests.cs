using System.Text;
using PlanAnalyzers.Sites;

namespace PlanAnalyzers.Tool.Tests;

/// <summary>Exports that are broken, hostile or huge.</summary>
[Collection(nameof(HostileExportTests))]
public sealed class HostileExportTests
{
    private const string Header = "tag_name,template,hosted_by";

    /// <summary>Exports, and the beginnings of what must be said of them with file, line and column.</summary>
    public static TheoryData<string, string> Broken() => new()
    {
        { "", "(1,1): error: The export is empty." },
        { "\n\n  \n", "(4,1): error: The export is empty." },
        { "GR01,$WinPlatform,\n", "(1,1): error: The first line does not name tag_name, template, hosted_by. Needed are" },
        { "tag_name,hosted_by\n", "(1,1): error: The first line does not name template." },
        { Header + "\n", "(1,1): error: None of the 0 rows is a platform" },
        { Header + ",tag_name\n", "(1,29): error: The column tag_name is there twice." },
        { Header + "\nGR01,$WinPlatform\n", "(2,1): error: The row has 2 values, and the first line names 3 columns." },
        { Header + "\nGR01,$WinPlatform,,more\n", "(2,20): error: The row has 4 values" },
        { Header + "\nGR01,$WinPlatform,\n\"AOS01,$WinPlatform,\n", "(3,1): error: A quote is opened here and never closed." },
        { Header + "\nGR01,$Win\"Platform,\n", "(2,6): error: A quote stands in the middle of a value." },
        { Header + ",extra\n\"GR,\r\n01\",$WinPlatform,,\"a\nb\" c\n", "(3,19): error: A quote stands in the middle of a value." },
        { Header + "\nGR01,$WinPlatform,\n,$WinPlatform,\n", "(3,1): error: The row of a $WinPlatform has no tag_name." },
        { Header + "\nGR01,,\n", "(2,6): error: The row names no template" },
        { Header + "\nGR01,$WinPlatform,\ngr01,$WinPlatform,\n", "(3,1): error: gr01 stands in line 2 already" },
        { Header + "\nGR01,$WinPlatform,\nE1,$AppEngine,AOS1\n", "(3,15): error: The engine E1 is hosted by AOS1, and the export has no platform of that name." },
        { Header + "\nGR01,$WinPlatform,\nE1,$AppEngine,E1\n", "(3,15): error: The engine E1 is hosted by itself." },
        { Header + "\nGR01,$WinPlatform,\nE1,$AppEngine,E2\nE2,$AppEngine,E1\n", "(3,15): error: The engine E1 is hosted by E2, which is an engine." },
        { Header + ",deployed\nGR01,$WinPlatform,,maybe\n", "(2,20): error: The column deployed says 'maybe'." },
        { Header + ",hosted_objects\nGR01,$WinPlatform,,\nE1,$AppEngine,GR01,-1\n", "(3,20): error: The column hosted_objects says '-1'." },
        { Header + ",redundancy_role\nGR01,$WinPlatform,,\nE1,$AppEngine,GR01,master\n", "(3,20): error: The column redundancy_role says 'master'." },
        { Header + ",galaxy_repository\nGR01,$WinPlatform,,1\nGR02,$WinPlatform,,1\n", "(3,20): error: GR02 is a second Galaxy Repository beside GR01 in line 2" },
        { Header + ",galaxy\nGR01,$WinPlatform,,A\nGR02,$WinPlatform,,B\n", "(3,20): error: The column galaxy says B, and A in a row before." },
        { Header + ",partner\nGR01,$WinPlatform,,\nE1,$AppEngine,GR01,E2\n", "(3,20): error: The partner of E1 is E2, and the export has no engine of that name." },
        { Header + ",partner\nGR01,$WinPlatform,,\nE1,$AppEngine,GR01,GR01\n", "(3,20): error: The partner of E1 is GR01, which is a platform." },
        { Header + ",partner\nGR01,$WinPlatform,,\nE1,$AppEngine,GR01,E1\n", "(3,20): error: The partner of E1 is E1 itself." },
        { Header + ",partner\nGR01,$WinPlatform,,\nE1,$AppEngine,GR01,E2\nE2,$AppEngine,GR01,E3\nE3,$AppEngine,GR01,E1\n", "(3,20): error: The partner of E1 is E2, but that one's partner is E3 (line 4)." },
        { Header + ",partner\nGR01,$WinPlatform,,\nE1,$AppEngine,GR01,E3\nE2,$AppEngine,GR01,E3\nE3,$AppEngine,GR01,\n", "(4,20): error: The partner of E2 is E3, which is the partner of E1 in line 3 already." },
        { Header + ",partner,redundancy_role\nGR01,$WinPlatform,,,\nE1,$AppEngine,GR01,E2,primary\nE2,$AppEngine,GR01,E1,primary\n", "(3,20): error: E1 and its partner E2 are both configured as primary." },
        { Header + "\nGR01,$Win\0Platform,\n", "(2,10): error: This is no text" },
        { Header + "\nGR\uFFFD01,$WinPlatform,\n", "(2,3): error: This letter cannot be read" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_export_is_refused_with_file_line_and_column(string export, string expected)
    {
        var outcome = await Tool.Import(export);
        Assert.Equal((ExitCode.ExportRefused, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("site.csv" + expected, outcome.Error, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> BrokenJson() => new()
    {
        { "", "(1,1): error: This is no JSON" },
        { "{}", "(1,1): error: An export in JSON is a list of objects" },
        { "[ 1 ]", "(1,3): error: The list has something else than objects in it." },
        { "[\n  {\"tag_name\": \"GR01\"}\n]", "(2,3): error: The first object has no template." },
        { "[\n  {\"tag_name\": \"ä\", \"tag_name\": \"b\"}\n]", "(2,33): error: The object has the property tag_name twice." },
        { "[\n  {\"tag_name\": [1]}\n]", "(2,16): error: The property tag_name can be a text" },
        { "[\n  {\"tag_name\": \"GR01\", \"template\": \"$WinPlatform\",\n   \"deployed\": 2}\n]", "(3,16): error: The column deployed says '2'." },
        { "[\n  {\"tag_name\": \"GR01\" \"template\"", "(2,23): error: This is no JSON" },
        { "[\n  {\"tag_name\": \"GR01\", \"template\": \"$WinPlatform\"}", "(2,51): error: This is no JSON" },
        { "[[", "(1,2): error: The list has something else than objects in it." },
        { "[{\"other\": " + new string('[', 100), "(1,74): error: This is no JSON" },
    };

    [Theory]
    [MemberData(nameof(BrokenJson))]
    public async Task Broken_json_is_refused_with_file_line_and_column(string export, string expected)
    {
        var outcome = await Tool.Import("site.json", Encoding.UTF8.GetBytes(export));
        Assert.Equal((ExitCode.ExportRefused, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("site.json" + expected, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_mistakes_the_first_are_told()
    {
        var rows = string.Concat(Enumerable.Range(0, 1000).Select(i => $"E{i},$AppEngine,NO{i}\n"));
        var outcome = await Tool.Import(Header + "\nGR01,$WinPlatform,\n" + rows);
        Assert.Equal(ExportLimits.Problems + 1, outcome.Error.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("There are many mistakes", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_of_any_kind_are_refused()
    {
        var bytes = new byte[100_000];
        new Random(8).NextBytes(bytes);
        foreach (var name in new[] { "site.csv", "site.json" })
        {
            Assert.Equal(ExitCode.ExportRefused, (await Tool.Import(name, bytes)).ExitCode);
        }
    }

    /// <summary>Text without end: of a value, of a quote, of a row, in both forms.</summary>
    [Theory]
    [InlineData(Header + "\n", "x", "A value in the row that begins here is longer")]
    [InlineData(Header + "\n\"", "x\n", "A value in the row that begins here is longer")]
    [InlineData(Header + "\n", "x,", "A row is longer")]
    [InlineData("", "x", "The first line is longer")]
    [InlineData(Header + "\n", "x,$WinPlatform,\n", "x stands in line 2 already")]
    public void What_has_no_end_costs_no_memory(string beginning, string repeated, string expected)
    {
        using var text = new EndlessText(beginning, repeated, 100_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = CsvExport.Read(text, TestContext.Current.CancellationToken);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64_000_000);
        Assert.StartsWith(expected, reading.Problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"tag_name\": \"", "x", "A value that begins here is longer")]
    [InlineData("[", "{\"tag_name\":\"x\",\"template\":\"$WinPlatform\"},", "x stands in line 1 already")]
    public void What_has_no_end_costs_no_memory_in_json(string beginning, string repeated, string expected)
    {
        using var text = new EndlessText(beginning, repeated, 100_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = JsonExport.Read(text, TestContext.Current.CancellationToken);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64_000_000);
        Assert.StartsWith(expected, reading.Problems[0].Message, StringComparison.Ordinal);
    }

    /// <summary>A million objects beside two platforms: what is kept afterwards is those two, and what is live on the way is some buffers.</summary>
    [Fact]
    public void A_million_rows_leave_nothing_behind()
    {
        const int Rows = 1_000_000;
        var live = new List<long>();
        using var text = new EndlessText(Header + "\nGR01,$WinPlatform,\nAOS01,$WinPlatform,\n", "Pump_001,$UserDefined,Mixer\n", Rows * 28, () => live.Add(GC.GetTotalMemory(forceFullCollection: true)));
        var reading = CsvExport.Read(text, TestContext.Current.CancellationToken);
        Assert.Equal((2, Rows + 2L), (reading.Site!.Platforms.Count, reading.Rows));
        Assert.True(live.Count > 5);
        Assert.InRange(live.Max() - live[0], long.MinValue, 4_000_000);
    }

    [Fact]
    public void More_platforms_and_engines_than_a_galaxy_has_are_refused()
    {
        var rows = string.Concat(Enumerable.Range(0, ExportLimits.Objects + 1).Select(i => $"P{i},$WinPlatform,\n"));
        var reading = CsvExport.Read(new StringReader(Header + "\n" + rows), TestContext.Current.CancellationToken);
        Assert.Null(reading.Site);
        Assert.Contains("more than 5000 platforms and engines", reading.Problems[^1].Message, StringComparison.Ordinal);
    }

    /// <summary>A text that is made while it is read.</summary>
    private sealed class EndlessText(string beginning, string repeated, long length, Action? measure = null) : TextReader
    {
        private long position;
        private int blocks;

        public override int Read(char[] buffer, int index, int count)
        {
            if (blocks++ % 1000 == 0)
            {
                measure?.Invoke();
            }

            var read = 0;
            for (; read < count && position < beginning.Length + length; read++, position++)
            {
                buffer[index + read] = position < beginning.Length
                    ? beginning[(int)position]
                    : repeated[(int)((position - beginning.Length) % repeated.Length)];
            }

            return read;
        }
    }
}

/// <summary>What is live is measured for the whole process, so nothing else may run.</summary>
[CollectionDefinition(nameof(HostileExportTests), DisableParallelization = true)]
public sealed class Alone;

using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PlanAnalyzers.Model.Tests;

namespace PlanAnalyzers.Tool.Tests;

/// <summary>A galaxy, its export, the code that is imported of that, and the galaxy that the compiler reads in it.</summary>
public sealed class RoundTripTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly string[] Versions = ["--from", "2020R2SP1", "--to", "2023 R2 SP1", "--sms", "SMS01"];

    [Fact]
    public void What_is_exported_in_full_comes_back_and_nothing_is_guessed_or_reported() => Prop.ForAll(
        Gen.Two(Galaxies.Any).Select(pair => pair.Item1).ToArbitrary(),
        galaxy =>
        {
            var outcome = Tool.Import(Exports.Csv(galaxy, Exports.Everything), Versions).GetAwaiter().GetResult();
            Assert.Equal((ExitCode.Done, 0), (outcome.ExitCode, Occurrences(outcome.Output, "guessed:")));
            Assert.DoesNotContain("warning", outcome.Error, StringComparison.Ordinal);
            Assert.Equal(Exports.Content(galaxy), Exports.Content(outcome.Validated().GetAwaiter().GetResult()));
        }).Check(cases: 25);

    /// <summary>The pairs are known by their names alone, and which engines are active is not known at all.</summary>
    [Fact]
    public async Task Sixty_pairs_are_known_by_their_names_and_every_guess_is_marked_and_counted()
    {
        var galaxy = Exports.WithBackupsNamed(Galaxies.OfPairs(60), primary => $"Standby{primary}");
        var outcome = await Tool.Import(
            Exports.Csv(galaxy, ["tag_name", "template", "hosted_by", "historized", "node", "galaxy_repository"]),
            [.. Versions, "--class", "Plant7", "--namespace", "Plants.North", "--partner-rule", "{primary}_Backup", "--partner-rule", "STANDBY{primary}"]);

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal(120, Occurrences(outcome.Output, "guessed: ")); // Of each pair that it is one, and that the primary is active.
        Assert.Contains("120 guesses, marked with 'guessed:' in the code: 60 × backup, 60 × active.", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("namespace Plants.North;", outcome.Output, StringComparison.Ordinal);
        var validated = await outcome.Validated();
        Assert.Equal(60, validated.Pairs.Count);
        Assert.Equal(Exports.Content(galaxy).Select(WithoutSms), Exports.Content(validated).Select(WithoutSms));

        static string WithoutSms(string line) => line.Replace("SMS01", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_encoding_separator_line_end_quoting_and_order_of_columns_gives_the_same_code()
    {
        var galaxy = Galaxies.Make(3, [(1, 2, true), (3, 1, false)], [2], [true, true, true, true]);
        var expected = (await Tool.Import(Exports.Csv(galaxy, Exports.Everything), Versions)).Output;
        Assert.Contains("E0.BackupOn(P2).ActiveAtStart()", expected, StringComparison.Ordinal);

        var encodings = new[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode };
        Func<string, string>[] quotings = [value => value, value => $"\"{value}\"", value => value.Length == 0 ? "NULL" : $" {value} "];
        string[] preambles = ["", "sep=|\r\n", "#TYPE System.Data.DataRow\r\n", "\r\n"];
        foreach (var (encoding, i) in encodings.Select((encoding, i) => (encoding, i)))
        {
            foreach (var separator in new[] { ",", ";", "\t", "|" })
            {
                foreach (var newLine in new[] { "\n", "\r\n", "\r" })
                {
                    foreach (var written in quotings)
                    {
                        var columns = Exports.Everything.Reverse().ToArray();
                        var preamble = separator == "|" ? preambles[i] : "";
                        var text = preamble + Exports.Csv(galaxy, columns, separator, newLine, written);
                        var outcome = await Tool.Import("site.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)], Versions);
                        Assert.Equal((expected, ""), (outcome.Output, outcome.Error.Contains("error", StringComparison.Ordinal) ? outcome.Error : ""));
                    }
                }
            }
        }
    }

    [Fact]
    public async Task Json_with_the_same_columns_gives_the_same_code()
    {
        var galaxy = Galaxies.Make(3, [(1, 2, true), (3, 1, false)], [2], [true, true, true, true]);
        var expected = (await Tool.Import(Exports.Csv(galaxy, Exports.Everything), Versions)).Output.Replace("site.csv", "site.json", StringComparison.Ordinal);
        var rows = Exports.Rows(galaxy).Select(row => row.ToDictionary(
            item => item.Key,
            item => item.Value switch { "" => null, "1" => true, "0" => (object)0, var text => text })).ToArray();
        foreach (var encoding in new[] { new UTF8Encoding(true), Encoding.Unicode })
        {
            var json = JsonSerializer.Serialize(rows, Indented);
            var outcome = await Tool.Import("site.json", [.. encoding.GetPreamble(), .. encoding.GetBytes(json)], Versions);
            Assert.Equal((ExitCode.Done, expected), (outcome.ExitCode, outcome.Output));
        }
    }

    [Fact]
    public async Task What_the_tools_of_the_database_draw_around_a_table_is_passed_over()
    {
        var galaxy = Galaxies.OfPairs(1);
        var lines = Exports.Csv(galaxy, Exports.Everything).TrimEnd('\n').Split('\n');
        var drawn = string.Join("\r\n", lines.Take(1).Append(string.Join(',', Exports.Everything.Select(_ => "-----"))).Concat(lines.Skip(1))) + "\r\n\r\n(5 rows affected)\r\n";
        var outcome = await Tool.Import(drawn, Versions);
        Assert.Equal((await Tool.Import(Exports.Csv(galaxy, Exports.Everything), Versions)).Output, outcome.Output);
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}

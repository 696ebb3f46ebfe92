using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PlanAnalyzers.Benchmarks.Rivals;

namespace PlanAnalyzers.Benchmarks;

/// <summary>
/// What an operator waits for on the day: how long the executable of the sample takes from its start to its first character and to its end, and
/// how many entries its journal takes in a second. A harness of its own, since whole processes and the disk are measured.
/// </summary>
internal static class ExecutableBenchmark
{
    private const int Rounds = 9;
    private const string Sample = "RedundantPair";

    /// <summary>Measures both; the folder in which the journals are written says which disk.</summary>
    public static async Task RunAsync(string[] arguments)
    {
        var folder = Directory.CreateDirectory(Path.Combine(arguments is [var given, ..] ? given : Path.GetTempPath(), $"plananalyzers-{Guid.NewGuid():N}")).FullName;
        try
        {
            await JournalBenchmark.RunAsync(folder, Rounds);
            Starting(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Starting(string folder)
    {
        var journal = Path.Combine(folder, "sample.journal");
        var managed = Publish(folder, "managed", "--no-self-contained");
        var single = Publish(folder, "single", "--self-contained", "-p:PublishSingleFile=true");
        var compressed = Publish(folder, "compressed", "--self-contained", "-p:PublishSingleFile=true", "-p:EnableCompressionInSingleFile=true");
        (string Program, string[] Before)[] sides = [("dotnet", [Path.Combine(managed, $"{Sample}.dll")]), (Path.Combine(single, Sample), []), (Path.Combine(compressed, Sample), [])];
        string[][] questions = [["--version"], ["show"], ["status", "--journal", journal]];

        Start(sides[0], ["run", "--driver", "simulator", "--journal", journal]);
        Console.WriteLine();
        Console.WriteLine($"| Asked for | `dotnet x.dll`, first, end | Single file, {Megabytes(sides[1])} MB | Ratio | Compressed, {Megabytes(sides[2])} MB | Ratio |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var question in questions)
        {
            foreach (var side in sides)
            {
                Start(side, question); // Does not count: the first start of a single file writes the library of SQLite into a folder.
            }

            var times = Enumerable.Range(0, Rounds).Select(_ => sides.Select(side => Start(side, question)).ToArray()).ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| `{question[0]}` | {Cell(0)} | {Cell(1)} | {Ratio(1)} | {Cell(2)} | {Ratio(2)} |"));

            string Cell(int side) => string.Create(
                CultureInfo.InvariantCulture,
                $"{Median(times.Select(round => round[side].First)):N0} ms, {Median(times.Select(round => round[side].End)):N0} ms");
            string Ratio(int side) => string.Create(
                CultureInfo.InvariantCulture,
                $"{Median(times.Select(round => round[side].First / round[0].First)):N2}, {Median(times.Select(round => round[side].End / round[0].End)):N2}");
        }
    }

    public static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static string Publish(string folder, string name, params string[] options)
    {
        var output = Path.Combine(folder, name);
        var project = Path.Combine(Path.GetDirectoryName(SourceFile())!, "..", "..", "samples", Sample);
        ExternalProgram.Run(project, "dotnet", ["publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output, "-nodeReuse:false", .. options]);
        return Directory.Exists(output) ? output : throw new InvalidOperationException($"The sample cannot be published to {output}.");
    }

    private static (double First, double End) Start((string Program, string[] Before) side, string[] question)
    {
        var start = new ProcessStartInfo(side.Program, [.. side.Before, .. question]) { UseShellExecute = false, RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardOutput.BaseStream.ReadExactly(new byte[1]);
        var first = watch.Elapsed.TotalMilliseconds;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? (first, watch.Elapsed.TotalMilliseconds)
            : throw new InvalidOperationException($"{side.Program} {string.Join(' ', question)} ended with {process.ExitCode}.");
    }

    private static long Megabytes((string Program, string[] Before) side) => new FileInfo(side.Program).Length / 1_000_000;

    private static string SourceFile([CallerFilePath] string path = "") => path;
}

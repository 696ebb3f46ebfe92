using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using PlanAnalyzers.Compiler.Analysis;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Benchmarks;

/// <summary>
/// The processor time that the compiler takes for a project with plans: alone, with an analyzer and a generator that do nothing, with ours, and
/// with one that does no more than any reader of plans must. A harness of its own, since a whole process is measured.
/// </summary>
internal static partial class BuildBenchmark
{
    /// <summary>Measures projects of 1, 100 and 1,000 plans, or of the numbers that are given.</summary>
    public static void Run(string[] arguments)
    {
        const int Rounds = 5;
        int[] sizes = arguments.Length > 0 ? [.. arguments.Select(argument => int.Parse(argument, CultureInfo.InvariantCulture))] : [1, 100, 1_000];
        var folder = Directory.CreateTempSubdirectory("plananalyzers-build-").FullName;
        try
        {
            var empty = Baselines.Compile(folder, "Empty", Baselines.Nothing);
            var binding = Baselines.Compile(folder, "Binding", Baselines.Binding);
            string[] ours = [typeof(UpgradePlanAnalyzer).Assembly.Location, typeof(Galaxy).Assembly.Location, typeof(Plan).Assembly.Location];
            Console.WriteLine("| Plans | Compiler alone | Empty | Package | Package / empty | lowest and highest ratio | Only binding the plans / empty | Only the generated source / empty |");
            Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
            foreach (var size in sizes)
            {
                var project = Write(Path.Combine(folder, size.ToString(CultureInfo.InvariantCulture)), size);
                var generated = Path.Combine(project, "generated");
                Compile(project, ours, $"-generatedfilesout:\"{Directory.CreateDirectory(generated).FullName}\"");
                var written = string.Join('\n', Directory.GetFiles(generated, "*.cs", SearchOption.AllDirectories).Select(file => $"\"{file}\""));
                var times = Enumerable.Range(0, Rounds).Select(_ => (
                    Alone: Compile(project, []).Seconds,
                    Empty: Compile(project, [empty]).Seconds,
                    Package: Compile(project, ours).Seconds,
                    Binding: Compile(project, [binding]).Seconds,
                    Written: Compile(project, [empty], written).Seconds)).ToArray();
                var ratios = times.Select(time => time.Package / time.Empty).Order().ToArray();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {size:N0} | {Median(times.Select(time => time.Alone)):N2} s | {Median(times.Select(time => time.Empty)):N2} s | {Median(times.Select(time => time.Package)):N2} s "
                    + $"| {Median(ratios):N2} | {ratios[0]:N2} to {ratios[^1]:N2} "
                    + $"| {Median(times.Select(time => time.Binding / time.Empty)):N2} | {Median(times.Select(time => time.Written / time.Empty)):N2} |"));
                foreach (var line in Compile(project, ours, "-reportanalyzer").Output.Split('\n').Where(line => line.Contains("PlanAnalyzers.Compiler", StringComparison.Ordinal)))
                {
                    Console.WriteLine($"    {line.Trim()}");
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static string Write(string folder, int plans)
    {
        Directory.CreateDirectory(folder);
        foreach (var tree in Projects.WithPlans(plans).SyntaxTrees)
        {
            File.WriteAllText(Path.Combine(folder, tree.FilePath), tree.ToString());
        }

        return folder;
    }

    /// <summary>Compiles a project in a process of its own, which no server helps.</summary>
    private static (double Seconds, string Output) Compile(string project, string[] analyzers, string? more = null)
    {
        var response = Path.Combine(project, "compile.rsp");
        File.WriteAllLines(response,
        [
            "-nologo", "-nostdlib+", "-target:library", "-langversion:13", "-nullable:enable", "-deterministic+", "-debug:portable", "-optimize+",
            $"-out:\"{Path.Combine(project, "Plants.dll")}\"",
            .. Projects.ReferencePaths.Select(path => $"-r:\"{path}\""),
            .. analyzers.Select(path => $"-analyzer:\"{path}\""),
            .. Directory.GetFiles(project, "*.cs").Select(path => $"\"{path}\""),
            more ?? "",
        ]);
        var start = new ProcessStartInfo("sh") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"dotnet exec '{Csc}' -noconfig '@{response}' 2>&1; echo exit $?; times");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (!output.Contains("exit 0", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(output);
        }

        // The last line has the time of the children: in the program and in the system.
        var times = Minutes().Matches(output.TrimEnd().Split('\n')[^1]);
        return (times.Sum(time => (60 * Number(time, "minutes")) + Number(time, "seconds")), output);

        static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The compiler of the SDK whose run time this is: beside <c>shared/Microsoft.NETCore.App/VERSION</c>.</summary>
    private static string Csc { get; } = Directory.GetFiles(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk"), "csc.dll", SearchOption.AllDirectories)
        .Where(path => path.Contains("bincore", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Last();

    [GeneratedRegex(@"(?<minutes>\d+)m(?<seconds>[\d.]+)s", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Minutes();
}

using System.Diagnostics;

namespace PlanAnalyzers.Model.Tests.Oracle;

/// <summary>Runs the model checker Spin: it turns a Promela model into a C program that goes through every reachable state.</summary>
internal static class SpinTools
{
    /// <summary>The variable that turns a missing Spin from a skipped test into a failed one, so that a build server cannot lose the oracle.</summary>
    private const string RequiredVariable = "PLANANALYZERS_REQUIRE_SPIN";

    /// <summary>Skips the test where Spin cannot be run.</summary>
    public static void Require()
    {
        var missing = new[] { "spin", "gcc" }.Where(tool => PathOf(tool) is null).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        var message = $"The oracle needs {string.Join(" and ", missing)} on the PATH. On Debian or Ubuntu: apt-get install spin gcc.";
        Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable(RequiredVariable), "1", StringComparison.Ordinal), message);
        Assert.Fail(message);
    }

    /// <summary>Explores a model and reads every line that it prints.</summary>
    /// <param name="model">The Promela text.</param>
    /// <param name="macros">The macros that choose the variant: <c>STRICT</c>, <c>N=2</c>.</param>
    /// <param name="read">Gets each line.</param>
    public static void Explore(string model, IEnumerable<string> macros, Action<string> read)
    {
        var directory = Directory.CreateTempSubdirectory("oracle-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(directory, "procedure.pml"), model);
            Run(directory, PathOf("spin")!, [.. macros.Select(macro => $"-D{macro}"), "-a", "procedure.pml"], _ => { });

            // Without partial order reduction, which would leave out transitions; the exploration ends where it finds an error.
            Run(directory, PathOf("gcc")!, ["-w", "-DNOREDUCE", "-DMEMLIM=2048", "-o", "pan", "pan.c"], _ => { });
            var isComplete = false;
            Run(directory, Path.Combine(directory, "pan"), ["-m200000"], line =>
            {
                Assert.False(line.StartsWith("error:", StringComparison.Ordinal), line);
                isComplete |= line.EndsWith("errors: 0", StringComparison.Ordinal);
                read(line);
            });
            Assert.True(isComplete, "Spin did not explore the whole model.");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static void Run(string directory, string program, string[] arguments, Action<string> read)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var printed = new Queue<string>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            read(line);
            printed.Enqueue(line);
            if (printed.Count > 20)
            {
                printed.Dequeue();
            }
        }

        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)} failed:\n{string.Join('\n', printed)}");
    }

    private static string? PathOf(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, tool), Path.Combine(folder, $"{tool}.exe") })
        .FirstOrDefault(File.Exists);
}

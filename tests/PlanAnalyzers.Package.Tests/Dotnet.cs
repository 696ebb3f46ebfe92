using System.Diagnostics;

namespace PlanAnalyzers.Package.Tests;

/// <summary>The dotnet command as a user types it, in a folder.</summary>
internal static class Dotnet
{
    /// <summary>Runs it to the end.</summary>
    public static Task<(int ExitCode, string Output)> Run(string folder, params string[] arguments) => RunAs(home: null, folder, arguments);

    /// <summary>The same for a user who has this home, where the command remembers the tools of all projects, those that are gone too.</summary>
    public static async Task<(int ExitCode, string Output)> RunAs(string? home, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the test run itself was started with must not reach the user's build.
        foreach (var name in start.Environment.Keys.Where(name =>
            name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_CLI_TELEMETRY_SESSIONID" or "CI").ToArray())
        {
            start.Environment.Remove(name);
        }

        if (home is not null)
        {
            start.Environment["DOTNET_CLI_HOME"] = home;
            start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using var process = Process.Start(start)!;
        process.StandardInput.Close(); // Who asks something gets no answer, and must not wait for one.
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}

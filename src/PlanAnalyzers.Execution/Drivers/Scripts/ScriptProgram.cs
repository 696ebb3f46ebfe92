namespace PlanAnalyzers.Execution;

/// <summary>Finds the program of a command, as a system without a shell would.</summary>
internal static class ScriptProgram
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Whether a file is one of commands for the shell of Windows, whose way with arguments is open to injection.</summary>
    public static bool IsBatch(string command) => Path.GetExtension(command).ToUpperInvariant() is ".BAT" or ".CMD";

    /// <summary>The path of a program; none where it is not there or cannot be executed.</summary>
    /// <param name="command">Its name, which is looked up in <c>PATH</c>, or a path from a folder.</param>
    /// <param name="folder">The folder.</param>
    public static string? Find(string command, string folder)
    {
        if (string.IsNullOrWhiteSpace(command) || command.Contains('\0', StringComparison.Ordinal) || IsBatch(command))
        {
            return null;
        }

        var folders = Path.GetFileName(command) != command
            ? [folder]
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] endings = OperatingSystem.IsWindows() && !Path.HasExtension(command) ? [".exe", ""] : [""];
        return folders
            .SelectMany(place => endings.Select(ending => Path.Combine(place, command + ending)))
            .FirstOrDefault(IsExecutable);
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != UnixFileMode.None);
}

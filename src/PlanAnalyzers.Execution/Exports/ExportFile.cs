using System.Text;

namespace PlanAnalyzers.Execution;

/// <summary>Writes an export so that a failure on the way leaves an existing file as it was.</summary>
internal static class ExportFile
{
    /// <summary>Writes the text.</summary>
    /// <returns>What went wrong and what to do; nothing where the file is written.</returns>
    public static string? Write(string path, string text, bool overwrite, string option = "--output")
    {
        try
        {
            return Refusal(path, overwrite, option) ?? WriteBeside(Path.GetFullPath(path), text, overwrite);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"{path} cannot be written: {exception.Message}";
        }
    }

    private static string? Refusal(string path, bool overwrite, string option)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return $"{option} has no file name. Give one, or leave the option out.";
        }

        if (Directory.Exists(path))
        {
            return $"{path} is a directory. Give the name of a file.";
        }

        // To move a file onto a device would replace the device.
        if (!OperatingSystem.IsWindows() && Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal))
        {
            return $"{path} is no regular file. Give the name of a file.";
        }

        if (!overwrite && File.Exists(path))
        {
            return $"{path} exists already. Add --force to overwrite it, or give another name.";
        }

        return Path.GetDirectoryName(Path.GetFullPath(path)) is { } directory && !Directory.Exists(directory)
            ? $"{path} cannot be written: the directory {directory} does not exist. Create it first."
            : null;
    }

    private static string? WriteBeside(string path, string text, bool overwrite)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, path, overwrite);
            return null;
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}

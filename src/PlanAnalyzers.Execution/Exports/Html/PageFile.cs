namespace PlanAnalyzers.Execution;

/// <summary>The file that a page of a run is in. A page that is there already may be replaced, but no other file.</summary>
internal static class PageFile
{
    /// <summary>The option that names it.</summary>
    private const string Option = "--html";

    /// <returns>Why a page must not be written there; nothing where it may.</returns>
    public static string? Refusal(string path)
    {
        try
        {
            return File.Exists(path) && !File.ReadLines(path).Take(10).Any(line => line.Contains(PlanPage.Generator, StringComparison.Ordinal))
                ? $"{path} exists already and is not a page of a plan. Give another name."
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read: {exception.Message}";
        }
    }

    /// <returns>What went wrong; nothing where it is written.</returns>
    public static string? Write(string path, string page) => ExportFile.Write(path, page, overwrite: true, Option);
}

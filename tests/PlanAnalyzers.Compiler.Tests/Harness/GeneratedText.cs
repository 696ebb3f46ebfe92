namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>Files of the repository that are, in whole or in part, made of something else and must not differ from it.</summary>
internal static class GeneratedText
{
    /// <summary>Set to 1, the tests write what is generated instead of comparing it.</summary>
    public const string UpdateVariable = "UPDATE_GENERATED_DOCS";

    private const string Begin = "<!-- generated -->\n";
    private const string End = "<!-- /generated -->";

    /// <summary>The file's text with line feeds, whatever git made of them.</summary>
    public static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    /// <summary>Requires that the text between the markers is this, and, where it is given, the first line.</summary>
    public static void BlockIs(string path, string block, string? firstLine = null)
    {
        var text = Read(path);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, $"{path} has no lines '{Begin.Trim()}' and '{End}'.");
        text = text[..begin] + block + text[end..];
        FileIs(path, firstLine is null ? text : firstLine + text[text.IndexOf('\n', StringComparison.Ordinal)..]);
    }

    /// <summary>Requires that the whole file is this.</summary>
    public static void FileIs(string path, string text)
    {
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(
            File.Exists(path) && Read(path) == text,
            $"{path} is out of date. Run this test with {UpdateVariable}=1, which writes it, and review the change. "
            + $"It should be:\n{text}");
    }
}

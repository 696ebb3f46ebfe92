using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Harness;

/// <summary>Refactorings of the last of several files, at the word <c>Define</c> in it.</summary>
internal static class Refactoring
{
    /// <summary>What is offered at the first place of a word.</summary>
    public static async Task<string[]> OfferedAt(string word, params string[] sources)
    {
        var offers = await Editor.Open(sources).RefactoringsAt(sources.Length - 1, At(sources[^1], word));
        return [.. offers.Select(offer => offer.Title)];
    }

    /// <summary>The files after the refactoring, which must leave what our analyzer and the compiler say as it was.</summary>
    public static async Task<IReadOnlyList<string>> Apply(string title, params string[] sources)
    {
        var editor = Editor.Open(sources);
        var offers = await editor.RefactoringsAt(sources.Length - 1, At(sources[^1], "Define"));
        var after = await editor.Apply(offers.Single(offer => offer.Title == title));
        Assert.Equal(
            (await editor.Diagnostics()).Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(null)}"),
            (await after.Diagnostics()).Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(null)}"));
        return after.Texts;
    }

    /// <summary>The same of the body of a class with a plan for <see cref="Marked.Plant7"/>.</summary>
    public static async Task<string> ApplyToDefine(string title, string define)
    {
        var text = (await Apply(title, Marked.Plant7, Fixing.Class(define)))[1];
        return text[(text.IndexOf('{', StringComparison.Ordinal) + 2)..^3];
    }

    private static TextSpan At(string source, string word) => new(source.IndexOf(word, StringComparison.Ordinal), 0);
}

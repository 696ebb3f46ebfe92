using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Harness;

/// <summary>
/// Fixes of one diagnostic, which the first mark <c>{|UPG1003:Upgrade(P1)|}</c> in the sources names and underlines. Whatever is applied
/// must leave a project that compiles, without that diagnostic and without one that was not there before, and so must applying all of its
/// kind in the document, the project and the solution.
/// </summary>
internal sealed class Fixing
{
    private readonly string[] clean;
    private readonly (string Path, Microsoft.CodeAnalysis.Text.TextSpan Span, string Id) mark;
    private bool compiles = true;
    private string? export;

    private Fixing(string[] sources)
    {
        (clean, var marks) = Marked.Split(sources);
        mark = marks.MinBy(candidate => (candidate.Path, candidate.Span.Start));
    }

    /// <summary>Sources of one file each.</summary>
    public static Fixing In(params string[] sources) => new(sources);

    /// <summary>The same in a class with a plan for <see cref="Marked.Plant7"/>.</summary>
    public static Fixing InDefine(string define) => In(Marked.Plant7, Class(define));

    /// <summary>The file with a plan for <see cref="Marked.Plant7"/>.</summary>
    public static string Class(string define) => Marked.PlanHead + "{\n" + define + "\n}\n";

    /// <summary>Whether a diagnostic may show only when another one is gone: while a plan cannot be read or its galaxy is wrong nothing else is said of it.</summary>
    public static bool Hides(string mended, string id) => id.StartsWith("UPG", StringComparison.Ordinal)
        && (mended.StartsWith("UPG", StringComparison.Ordinal) ? mended[3] : '1') is var level && ((level <= '2' && level < id[3]) || (level == '8' && id[3] > '2'));

    /// <summary>Says that the project has errors of the compiler that the fix cannot mend, as a project has while it is typed.</summary>
    public Fixing AmongErrors()
    {
        compiles = false;
        return this;
    }

    /// <summary>Says what the export of the galaxy's site has, which is compared with the galaxy.</summary>
    public Fixing WithSite(string rows)
    {
        export = rows;
        return this;
    }

    /// <summary>Exactly these fixes are offered, in this order.</summary>
    public async Task Offers(params string[] titles)
    {
        var editor = Editor.OpenWith(export, clean);
        Assert.Equal(titles, (await editor.FixesFor(await Target(editor))).Select(offer => offer.Action.Title));
    }

    /// <summary>The fix turns the last file into this text and leaves the others alone.</summary>
    public Task Gives(string title, string last) => Gives(title, [.. clean[..^1], last]);

    /// <summary>The fix turns the body of the plan's class into this text.</summary>
    public Task GivesDefine(string title, string define) => Gives(title, Class(define));

    /// <summary>The fix turns the files into these texts.</summary>
    public async Task Gives(string title, string[] expected)
    {
        var editor = Editor.OpenWith(export, clean);
        var target = await Target(editor);
        var offers = await editor.FixesFor(target);
        var offer = offers.SingleOrDefault(candidate => candidate.Action.Title == title);
        Assert.True(offer is not null, $"Offered are: {string.Join(", ", offers.Select(other => other.Action.Title))}\n{await editor.Annotated()}");
        Assert.NotNull(offer.Action.EquivalenceKey);

        var after = await editor.Apply(offer.Action);
        Assert.Equal(expected, after.Texts);
        await Mended(editor, after, target);

        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            var all = await editor.ApplyAll(offer, scope);
            await Mended(editor, all, target);
            Assert.DoesNotContain(await OffersOf(all, offer), other => other.Action.EquivalenceKey == offer.Action.EquivalenceKey);
        }
    }

    /// <summary>Applying all of the kind of a fix turns the files into these texts.</summary>
    public async Task AllGive(string title, params string[] expected)
    {
        var editor = Editor.OpenWith(export, clean);
        var offer = (await editor.FixesFor(await Target(editor))).Single(candidate => candidate.Action.Title == title);
        Assert.Equal(expected, (await editor.ApplyAll(offer, FixAllScope.Project)).Texts);
    }

    private static async Task<IEnumerable<Editor.Offer>> OffersOf(Editor editor, Editor.Offer like)
    {
        var offers = new List<Editor.Offer>();
        foreach (var diagnostic in (await editor.Diagnostics()).Where(diagnostic =>
            diagnostic.Id == like.Diagnostic.Id && diagnostic.Location.SourceTree?.FilePath == like.Diagnostic.Location.SourceTree!.FilePath))
        {
            offers.AddRange(await editor.FixesFor(diagnostic));
        }

        return offers;
    }

    private async Task<Diagnostic> Target(Editor editor)
    {
        var all = await editor.Diagnostics();
        var target = all.FirstOrDefault(diagnostic => diagnostic.Id == mark.Id
            && diagnostic.Location.SourceTree!.FilePath == mark.Path && diagnostic.Location.SourceSpan == mark.Span);
        Assert.True(target is not null, $"{mark} is not reported.\n{await editor.Annotated()}");
        return target;
    }

    private async Task Mended(Editor before, Editor after, Diagnostic target)
    {
        var was = (await before.Diagnostics()).ToLookup(Said, StringComparer.Ordinal);
        var now = (await after.Diagnostics()).ToLookup(Said, StringComparer.Ordinal);
        if (now[Said(target)].Count() >= was[Said(target)].Count())
        {
            Assert.Fail($"{Said(target)} is still there.\n{await after.Annotated()}");
        }

        // Advice is for plans without errors.
        var isNew = now.Where(said => said.Count() > was[said.Key].Count() && said.First() is { Severity: >= DiagnosticSeverity.Warning, Id: var id }
            && !Hides(target.Id, id));
        if (isNew.Any() || (compiles && now.Any(said => said.First() is { Severity: DiagnosticSeverity.Error, Id: ['C', 'S', ..] })))
        {
            Assert.Fail($"New: {string.Join(", ", isNew.Select(said => said.Key))}\n{await after.Annotated()}");
        }
    }

    private static string Said(Diagnostic diagnostic) => $"{diagnostic.Id}: {diagnostic.GetMessage(null)}";
}

using System.Text.RegularExpressions;
using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests;

/// <summary>
/// All C# in the pages of <c>docs</c> compiles and gets exactly the diagnostics that are marked. A page may show a whole file, the chain of a
/// plan from its first step on, or statements of a program; what it leaves out is added here.
/// </summary>
public sealed partial class DocumentationTests
{
    private const string PlanUsings = "using PlanAnalyzers; using System.Diagnostics.CodeAnalysis; ";
    private const string ProgramUsings = "using PlanAnalyzers.Model; using System; using System.Linq; using System.Threading.Tasks; ";

    /// <summary>The plans that the statements of a page talk about.</summary>
    private static readonly Dictionary<string, string> Spoken = new(StringComparer.Ordinal)
    {
        ["embedding.md"] = File.ReadAllText(Repository.PathOf("samples", "Embedding", "Twin.cs")),
        ["executables.md"] = PlanOf(
            ".Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1)"),
    };

    public static TheoryData<string> Pages() =>
        [.. Directory.GetFiles(Repository.PathOf("docs"), "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task All_code_of_a_page_compiles(string page)
    {
        var blocks = CodeBlock().Matches(GeneratedText.Read(Repository.PathOf("docs", page))).Select(match => match.Groups["code"].Value).ToArray();
        foreach (var block in blocks.Where(IsFile))
        {
            await Verify((block.Contains("class Plant7\n", StringComparison.Ordinal) ? PlanUsings : PlanUsings + "using static Plant7; ") + block);
        }

        foreach (var block in blocks.Where(IsChain))
        {
            await Verify(PlanOf(block));
        }

        if (string.Concat(blocks.Where(block => !IsFile(block) && !IsChain(block))) is { Length: > 0 } statements)
        {
            var end = statements.Contains("return await", StringComparison.Ordinal) ? "" : "await Task.Yield(); return 0;";
            await Verify(
                $"{ProgramUsings} static class Program {{ static async Task<int> Run(string[] args, (string Fingerprint, int[] Places) kept) {{ {statements} {end} }} }}",
                Spoken[page]);
        }
    }

    /// <summary>The guide names every step that there is.</summary>
    [Fact]
    public void The_guide_for_authors_has_every_method_of_Plan()
    {
        var guide = GeneratedText.Read(Repository.PathOf("docs", "authoring.md"));
        var steps = typeof(Plan).GetMethods().Where(method => method.ReturnType == typeof(Plan) && !method.IsStatic).Select(method => method.Name).Distinct();
        Assert.All(steps, step => Assert.Matches($@"`{step}[(`,]", guide));
    }

    private static string PlanOf(string chain) => Marked.PlanHead + "{ static Plan Define(Plan plan) => plan\n" + chain + "; }";

    private static async Task Verify(params string[] sources)
    {
        var declaresItsGalaxy = sources.Any(source => source.Contains("class Plant7\n", StringComparison.Ordinal));
        var comparison = await ExpectedDiagnostics.Compare(TestProject.WithExecution(declaresItsGalaxy ? sources : [.. sources, Marked.Plant7]));
        Assert.True(comparison.Passes, comparison.Report);
    }

    private static bool IsFile(string block) => Declaration().IsMatch(block);

    private static bool IsChain(string block) => !IsFile(block) && block.TrimStart().StartsWith('.');

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^(public |internal )?(static )?(partial )?class \w+$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}

using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>Sources in which <c>{|UPG4006:Upgrade(P1)|}</c> marks a diagnostic of ours and exactly what it underlines.</summary>
internal static class Marked
{
    /// <summary>The galaxy of the vendor's page, for sources that are about something else.</summary>
    public const string Plant7 = """
        using PlanAnalyzers;

        [Galaxy]
        public static class Plant7
        {
            public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");

            public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
            public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms);
            public static readonly Platform P2 = Platform.RunTime("AOS02").ConnectedTo(Sms);

            public static readonly AppEngine E1 = AppEngine.On(P1).Historized();
            public static readonly AppEngine E1b = E1.BackupOn(P2);
        }
        """;

    /// <summary>The head of a file with a plan for <see cref="Plant7"/>.</summary>
    public const string PlanHead = """
        using PlanAnalyzers;
        using static Plant7;

        [UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
        public static partial class Plant7Upgrade

        """;

    /// <summary>Checks that our diagnostics are exactly the marks, and that the compiler has no errors of its own.</summary>
    /// <returns>The diagnostics, in the order of the marks.</returns>
    public static async Task<ImmutableArray<Diagnostic>> Verify(params string[] sources)
    {
        var (clean, marks) = Split(sources);
        var project = TestProject.WithExecution(clean);
        var found = await project.AnalyzerDiagnostics();
        Assert.Empty(project.CompilerDiagnostics());
        var actual = found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => (diagnostic.Location.SourceTree!.FilePath, diagnostic.Location.SourceSpan, diagnostic.Id))
            .Order();
        Assert.True(
            marks.Order().SequenceEqual(actual),
            $"Expected {string.Join(", ", marks)}\n{Report.Annotate(project.Compilation, found)}");
        return found;
    }

    /// <summary>Checks the body of <c>Define</c> of a plan for <see cref="Plant7"/>.</summary>
    public static Task<ImmutableArray<Diagnostic>> VerifyDefine(string define) =>
        Verify(Plant7, PlanHead + "{\n" + define + "\n}\n");

    /// <summary>The sources without their marks, and the marks.</summary>
    public static (string[] Sources, List<(string Path, TextSpan Span, string Id)> Marks) Split(string[] sources)
    {
        var marks = new List<(string Path, TextSpan Span, string Id)>();
        var clean = new string[sources.Length];
        for (var i = 0; i < sources.Length; i++)
        {
            var text = new StringBuilder();
            var open = new Stack<(string Id, int Start)>();
            for (var at = 0; at < sources[i].Length;)
            {
                if (string.CompareOrdinal(sources[i], at, "{|", 0, 2) == 0)
                {
                    var colon = sources[i].IndexOf(':', at);
                    open.Push((sources[i][(at + 2)..colon], text.Length));
                    at = colon + 1;
                }
                else if (string.CompareOrdinal(sources[i], at, "|}", 0, 2) == 0)
                {
                    var (id, start) = open.Pop();
                    marks.Add(($"File{i + 1}.cs", TextSpan.FromBounds(start, text.Length), id));
                    at += 2;
                }
                else
                {
                    text.Append(sources[i][at++]);
                }
            }

            clean[i] = text.ToString();
        }

        return (clean, marks);
    }
}

using System.Text;
using Microsoft.CodeAnalysis;

namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>Diagnostics as a person reads them, for failures.</summary>
internal static class Report
{
    /// <summary>The sources with each diagnostic under the line where it starts.</summary>
    public static string Annotate(Compilation compilation, IEnumerable<Diagnostic> diagnostics)
    {
        var all = diagnostics.ToArray();
        var text = new StringBuilder();
        foreach (var tree in compilation.SyntaxTrees)
        {
            text.Append("--- ").AppendLine(tree.FilePath);
            foreach (var line in tree.GetText().Lines)
            {
                text.AppendLine(line.ToString());
                foreach (var diagnostic in all.Where(diagnostic => diagnostic.Location.SourceTree == tree && LineOf(diagnostic) == line.LineNumber + 1))
                {
                    var span = diagnostic.Location.GetLineSpan();
                    var end = span.EndLinePosition.Line == line.LineNumber ? span.EndLinePosition.Character : line.Span.Length;
                    text.Append(' ', span.StartLinePosition.Character)
                        .Append('~', Math.Max(1, end - span.StartLinePosition.Character))
                        .Append(' ').Append(diagnostic.Id).Append(": ").AppendLine(diagnostic.GetMessage(null));
                }
            }
        }

        return text.ToString();
    }

    /// <summary>The line of a diagnostic, counted from 1.</summary>
    public static int LineOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
}

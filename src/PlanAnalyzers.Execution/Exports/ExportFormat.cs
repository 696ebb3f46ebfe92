using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>A form in which a plan leaves the program.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Write">Writes a plan, with lines that end in <c>\n</c>.</param>
internal sealed record ExportFormat(string Name, string Description, Func<ValidatedPlan, string> Write)
{
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("markdown", "a runbook with checklists", MarkdownRunbook.Of),
        new("mermaid", "a diagram of the steps", MermaidDiagram.Of),
        new("html", "a page with a lane for each platform and engine, to look at and to print", PlanPage.Of),
        new("json", "everything, for programs", JsonDocumentOfPlan.Of),
    ];
}

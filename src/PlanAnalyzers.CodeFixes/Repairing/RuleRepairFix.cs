using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.CodeFixes.Steps;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Repairing;

/// <summary>What the model proposes to mend a finding about the steps of a plan, in the source of the plan.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RuleRepairFix() : PlanFixProvider([.. RuleTable.All.Where(IsAboutSteps).Select(rule => rule.Id)])
{
    private protected override async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
    {
        if (await WrittenPlan.At(context.Document, diagnostic.Location.SourceSpan, context.CancellationToken).ConfigureAwait(false) is not { } written
            || written.Check() is not { } check
            || check.Findings.FirstOrDefault(finding => written.IsSaidBy(finding, diagnostic)) is not { } found)
        {
            return;
        }

        var place = 0;
        foreach (var repair in Repairs.Of(check, found))
        {
            foreach (var changed in await SourceEdits.Apply(written, repair.Edits).ConfigureAwait(false))
            {
                // Applying all of a kind takes the best repair of each finding, or the second best of each. The rule is not part of it, since
                // a tool may take the kind from a finding of another rule.
                if (await ProvenFix.Offer(context, diagnostic, repair.Title, $"{nameof(RuleRepairFix)}{place + 1}", changed).ConfigureAwait(false))
                {
                    place++;
                    break;
                }
            }
        }
    }

    private static bool IsAboutSteps(Rule rule) => rule.Category is not (RuleCategory.Authoring or RuleCategory.Topology);
}

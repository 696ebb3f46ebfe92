using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.CodeFixes.Steps;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Repairing;

/// <summary>
/// In the class of a plan: a plan with faults is repaired with the fewest changes, and one without steps is written, as the planner would
/// have it.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp)]
public sealed class WholePlanRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc />
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await WrittenPlan.At(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { } written
            || written.Check() is not { } check)
        {
            return;
        }

        if (written.Steps.Count == 0)
        {
            await OfferToWrite(context, written).ConfigureAwait(false);
        }
        else if (Repairs.Whole(check.Plan) is { } repair
            && await SourceEdits.Apply(written, repair.Edits).ConfigureAwait(false) is [var changed, ..]
            && await written.In(changed).ConfigureAwait(false) is { } after
            && after.Check() is { IsValid: true })
        {
            context.RegisterRefactoring(CodeAction.Create(
                repair.Title, _ => Task.FromResult(changed), nameof(WholePlanRefactoring)));
        }
    }

    private static async Task OfferToWrite(CodeRefactoringContext context, WrittenPlan written)
    {
        var galaxy = written.Reading.Plan!.Galaxy;
        if (TopologyCheck.Run(galaxy).Count > 0 || written.Reading.Plan.To <= written.Reading.Plan.From)
        {
            return; // What is wrong with the galaxy or the versions is said there, and comes first.
        }

        if (await EmptyDefinition(context.Document, written, context.CancellationToken).ConfigureAwait(false) is not { } empty)
        {
            return;
        }

        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var steps = Planner.Plan(galaxy, written.Reading.Plan.To).Steps;
        var indent = text.IndentOf(empty.FirstAncestorOrSelf<MethodDeclarationSyntax>()!);
        var names = written.NamesAt(context.Document, empty.SpanStart);
        var code = new PlanCode(names.Of, names.OfForcedDeployment(), text.NewLine(), indent)
            .Of(steps.Parts, text.IndentationAt(empty.SpanStart) + indent);
        var changed = await context.Document.With([new TextChange(new TextSpan(empty.Span.End, 0), code)], context.CancellationToken).ConfigureAwait(false);
        if (await written.In(changed).ConfigureAwait(false) is { } after && after.Steps.Equals(steps))
        {
            context.RegisterRefactoring(CodeAction.Create(
                $"Write the upgrade plan of {galaxy}", _ => Task.FromResult(changed), nameof(WholePlanRefactoring) + "New"));
        }
    }

    /// <summary>The plan as <c>Define</c> is handed it, where that is all that <c>Define</c> returns.</summary>
    private static async Task<IdentifierNameSyntax?> EmptyDefinition(Document document, WrittenPlan written, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var define = written.Reading.Define;
        return define.SourceTree == root?.SyntaxTree
            && root?.FindToken(define.SourceSpan.Start).Parent is MethodDeclarationSyntax { ParameterList.Parameters: [var handed] } method
            && (method.ExpressionBody?.Expression ?? (method.Body?.Statements.LastOrDefault() as ReturnStatementSyntax)?.Expression) is IdentifierNameSyntax name
            && name.Identifier.ValueText == handed.Identifier.ValueText
                ? name
                : null;
    }
}

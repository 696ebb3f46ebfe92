using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;

namespace PlanAnalyzers.CodeFixes.States;

/// <summary>On a plan: writes what each step changes behind it, and takes these comments away again.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp)]
public sealed class StateCommentsRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc />
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await OpenPlan.At(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { } plan)
        {
            return;
        }

        if (plan.Reading.Steps.Count > 0)
        {
            Offer("Write the state after each step as comments", comments => comments.Write());
        }

        if (StateComments.AreIn(plan.Syntax))
        {
            Offer("Remove the state comments", comments => comments.Remove());
        }

        void Offer(string title, Func<StateComments, IEnumerable<TextChange>> changes) => context.RegisterRefactoring(CodeAction.Create(
            title,
            async cancellation =>
            {
                var comments = await StateComments.Of(plan, context.Document, cancellation).ConfigureAwait(false);
                return await context.Document.With(changes(comments), cancellation).ConfigureAwait(false);
            },
            equivalenceKey: title));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Authoring;

/// <summary>UPG1003: the dropped plan is assigned to the variable it was made of, or returned.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class StepDroppedFix() : PlanFixProvider(RuleTable.StepDropped.Id)
{
    private protected override async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
    {
        // A step that is dropped in a fragment of another class is reported at the call in Define, with the step as the other location.
        foreach (var place in diagnostic.AdditionalLocations.Prepend(diagnostic.Location))
        {
            if (context.Document.Project.GetDocument(place.SourceTree) is { } document
                && await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } code)
            {
                var dropped = new DroppedStep(context, diagnostic, document, place.SourceSpan);
                await (code.FindNode(place.SourceSpan).FirstAncestorOrSelf<StatementSyntax>() switch
                {
                    ExpressionStatementSyntax statement => OfferForStatement(dropped, statement),
                    LocalDeclarationStatementSyntax { Declaration.Variables: [{ Identifier: var variable }] } declaration =>
                        OfferReturn(dropped, declaration, variable.Text),
                    _ => Task.CompletedTask,
                }).ConfigureAwait(false);
            }
        }
    }

    private static async Task OfferForStatement(DroppedStep dropped, ExpressionStatementSyntax statement)
    {
        var value = statement.Expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "_" } } discard
            ? discard.Right
            : statement.Expression;
        if (await dropped.Document.GetSemanticModelAsync(dropped.Cancellation).ConfigureAwait(false) is not { } model
            || PlanOf(value, model, dropped.Cancellation) is not { } plan)
        {
            return;
        }

        var text = await dropped.Document.GetTextAsync(dropped.Cancellation).ConfigureAwait(false);
        var name = text.ToString(dropped.Step);
        await dropped.Offer($"Assign {name} to {plan}", "Assign", [Replace(statement.SpanStart, value.SpanStart, $"{plan} = ")]).ConfigureAwait(false);
        if (ReturnAfter(statement) is { Expression: IdentifierNameSyntax returned } end
            && returned.Identifier.Text == plan
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(statement.Span.End, end.SpanStart))))
        {
            await dropped.Offer(
                $"Return {name}",
                "Return",
                [Replace(statement.SpanStart, value.SpanStart, "return "), Replace(statement.Span.End, end.Span.End, "")]).ConfigureAwait(false);
        }
    }

    private static Task OfferReturn(DroppedStep dropped, LocalDeclarationStatementSyntax declaration, string variable) =>
        ReturnAfter(declaration) is { Expression: IdentifierNameSyntax returned }
            ? dropped.Offer($"Return {variable}", "Return", [new TextChange(returned.Span, variable)])
            : Task.CompletedTask;

    /// <summary>The variable that a chain of steps starts with, or that a fragment is handed.</summary>
    private static string? PlanOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        var first = expression;
        while (first is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var before } })
        {
            first = before;
        }

        var handed = (expression as InvocationExpressionSyntax)?.ArgumentList.Arguments.Select(argument => argument.Expression) ?? [];
        return handed.Prepend(first)
            .OfType<IdentifierNameSyntax>()
            .FirstOrDefault(name => model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol or IParameterSymbol
                && LibrarySymbols.Same(model.GetTypeInfo(name, cancellation).Type, LibrarySymbols.Find(model.Compilation)?.Plan))
            ?.Identifier.Text;
    }

    private static ReturnStatementSyntax? ReturnAfter(StatementSyntax statement) =>
        statement.Parent is BlockSyntax block && block.Statements.IndexOf(statement) is var index && index + 1 < block.Statements.Count
            ? block.Statements[index + 1] as ReturnStatementSyntax
            : null;

    private static TextChange Replace(int start, int end, string by) => new(TextSpan.FromBounds(start, end), by);

    /// <summary>A step that is dropped, and who asks what can be done.</summary>
    private sealed record DroppedStep(CodeFixContext Context, Diagnostic Diagnostic, Document Document, TextSpan Step)
    {
        public CancellationToken Cancellation => Context.CancellationToken;

        public async Task Offer(string title, string kind, TextChange[] changes) => await ProvenFix.Offer(
            Context, Diagnostic, title, nameof(StepDroppedFix) + kind, await Document.With(changes, Cancellation).ConfigureAwait(false))
            .ConfigureAwait(false);
    }
}

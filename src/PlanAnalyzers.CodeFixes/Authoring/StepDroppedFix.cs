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
    private protected override Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<StatementSyntax>() switch
        {
            ExpressionStatementSyntax statement => OfferForStatement(context, diagnostic, statement),
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Identifier: var variable }] } declaration =>
                OfferReturn(context, diagnostic, declaration, variable.Text),
            _ => Task.CompletedTask,
        };

    private static async Task OfferForStatement(CodeFixContext context, Diagnostic diagnostic, ExpressionStatementSyntax statement)
    {
        var value = statement.Expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "_" } } discard
            ? discard.Right
            : statement.Expression;
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || PlanOf(value, model, context.CancellationToken) is not { } plan)
        {
            return;
        }

        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var name = text.ToString(diagnostic.Location.SourceSpan);
        await Offer($"Assign {name} to {plan}", "Assign", [Replace(statement.SpanStart, value.SpanStart, $"{plan} = ")]).ConfigureAwait(false);
        if (ReturnAfter(statement) is { Expression: IdentifierNameSyntax returned } end
            && returned.Identifier.Text == plan
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(statement.Span.End, end.SpanStart))))
        {
            await Offer(
                $"Return {name}",
                "Return",
                [Replace(statement.SpanStart, value.SpanStart, "return "), Replace(statement.Span.End, end.Span.End, "")]).ConfigureAwait(false);
        }

        async Task Offer(string title, string kind, TextChange[] changes) => await ProvenFix.Offer(
            context, diagnostic, title, nameof(StepDroppedFix) + kind, await context.Document.With(changes, context.CancellationToken).ConfigureAwait(false))
            .ConfigureAwait(false);
    }

    private static async Task OfferReturn(CodeFixContext context, Diagnostic diagnostic, LocalDeclarationStatementSyntax declaration, string variable)
    {
        if (ReturnAfter(declaration) is { Expression: IdentifierNameSyntax returned })
        {
            var changed = await context.Document.With([new TextChange(returned.Span, variable)], context.CancellationToken).ConfigureAwait(false);
            await ProvenFix.Offer(context, diagnostic, $"Return {variable}", nameof(StepDroppedFix) + "Return", changed).ConfigureAwait(false);
        }
    }

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
}

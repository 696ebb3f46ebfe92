using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PlanAnalyzers.CodeFixes.Steps;

/// <summary>A branch as it is written among the arguments of <c>InParallel</c>: a lambda around steps, or the name of a method.</summary>
/// <param name="Span">All of it.</param>
/// <param name="Frame">The tokens that make steps a branch, the branch's own name of the plan among them.</param>
/// <param name="Before">What stands before that name in the expression that the lambda returns: the beginning of the call of a fragment.</param>
/// <param name="After">What stands behind it: steps that go on it, or the rest of the call.</param>
/// <param name="Method">The method, where it is named only.</param>
internal sealed record BranchCode(TextSpan Span, IReadOnlyList<SyntaxToken> Frame, TextSpan Before, TextSpan After, ExpressionSyntax? Method)
{
    /// <summary>The branch that an argument is, or nothing where its steps are not in it or are not a chain.</summary>
    public static BranchCode? Of(ArgumentSyntax argument) => argument switch
    {
        { NameColon: not null } => null,
        { Expression: LambdaExpressionSyntax lambda } => Of(lambda),
        { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } => new BranchCode(
            argument.Span, [.. argument.DescendantTokens()], new TextSpan(argument.SpanStart, 0), new TextSpan(argument.Span.End, 0), argument.Expression),
        _ => null,
    };

    private static BranchCode? Of(LambdaExpressionSyntax lambda)
    {
        var handed = lambda switch
        {
            SimpleLambdaExpressionSyntax { Parameter.Identifier: var name } => name,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [{ Identifier: var name }] } => name,
            _ => default,
        };
        var returned = lambda.ExpressionBody ?? (lambda.Block?.Statements is [ReturnStatementSyntax { Expression: { } value }] ? value : null);
        return returned is InvocationExpressionSyntax or IdentifierNameSyntax
            && returned.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == handed.ValueText).ToArray() is [var plan]
                ? new BranchCode(
                    lambda.Span,
                    [.. lambda.DescendantTokens().Where(token => !returned.Span.Contains(token.Span) || token == plan.Identifier)],
                    TextSpan.FromBounds(returned.SpanStart, plan.SpanStart),
                    TextSpan.FromBounds(plan.Span.End, returned.Span.End),
                    Method: null)
                : null;
    }
}

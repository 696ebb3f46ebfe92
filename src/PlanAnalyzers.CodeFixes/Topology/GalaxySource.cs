using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.CodeFixes.Steps;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Topology;

/// <summary>A galaxy in the source of a project, in whatever files its class stands, and what that becomes where a declaration changes.</summary>
internal sealed class GalaxySource(Project project, GalaxyReading galaxy, Func<Document, int, Names> namesAt, CancellationToken cancellation)
{
    /// <summary>A platform is connected to a server in its declaration.</summary>
    public IEnumerable<Task<Solution>> Connect(Model.Platform platform, Model.SystemManagementServer server)
    {
        foreach (var member in galaxy.Declarations.Where(pair => pair.Value == platform).Select(pair => pair.Key))
        {
            if (ValueOf(member) is InvocationExpressionSyntax call
                && project.GetDocument(call.SyntaxTree) is { } document
                && new StepCall(call.SyntaxTree.GetText(cancellation), call)
                    .InsertAfter(new NewCalls([$"ConnectedTo({namesAt(document, call.SpanStart).Of(server)})"], IsRow: false)) is { } change)
            {
                yield return document.With([change], cancellation);
            }
        }
    }

    /// <summary>
    /// A server is declared in the way in which the first declaration is, and before it: what is connected to it comes later, since C#
    /// initializes from top to bottom.
    /// </summary>
    public IEnumerable<Task<Solution>> Declare(Model.SystemManagementServer server)
    {
        var first = galaxy.Declarations.Keys.FirstOrDefault()?.ContainingType.GetMembers().FirstOrDefault(galaxy.Declarations.ContainsKey);
        if (first is not null
            && SyntaxOf(first)?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && project.GetDocument(member.SyntaxTree) is { } document)
        {
            var declaration = Code(server, member, namesAt(document, member.SpanStart));
            yield return document.With([Before(member, declaration)], cancellation);
        }
    }

    /// <summary>A platform or an engine is declared as another one than it was.</summary>
    public async Task<Solution?> Redeclare(Model.DeployTarget declared, Model.DeployTarget correction)
    {
        var member = galaxy.Declarations.Where(pair => pair.Value == declared).Select(pair => pair.Key).FirstOrDefault();
        if (member is null || ValueOf(member) is not { } value || project.GetDocument(value.SyntaxTree) is not { } document)
        {
            return null;
        }

        var names = namesAt(document, value.SpanStart);
        return await document.With([new TextChange(value.Span, new DeclarationCode(names.Of, names.OfType).Of(correction))], cancellation).ConfigureAwait(false);
    }

    /// <summary>A platform or an engine is declared behind the last declaration, in the way in which that one is.</summary>
    public async Task<Solution?> Add(Model.DeployTarget declaration)
    {
        var last = galaxy.Declarations.Keys.FirstOrDefault()?.ContainingType.GetMembers().LastOrDefault(galaxy.Declarations.ContainsKey);
        if (last is null || SyntaxOf(last)?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member || project.GetDocument(member.SyntaxTree) is not { } document)
        {
            return null;
        }

        var text = member.SyntaxTree.GetText(cancellation);
        var line = text.Lines.GetLineFromPosition(member.Span.End);
        var code = Code(declaration, member, namesAt(document, member.SpanStart));
        return await document.With(
            [new TextChange(new TextSpan(line.End, 0), $"{text.NewLine()}{text.IndentationAt(member.SpanStart)}{code}")], cancellation).ConfigureAwait(false);
    }

    /// <summary>A declaration written like another one.</summary>
    private static string Code(Declaration declaration, MemberDeclarationSyntax like, Names names)
    {
        var property = like is PropertyDeclarationSyntax { AccessorList: { } accessors } ? $" {accessors}" : "";
        return $"{like.Modifiers} {names.OfType(declaration.GetType().Name)} {declaration}{property} = {new DeclarationCode(names.Of, names.OfType).Of(declaration)};";
    }

    /// <summary>A member before another one and the comments above that: in a line of its own, and apart where the author keeps kinds apart.</summary>
    private TextChange Before(MemberDeclarationSyntax member, string declaration)
    {
        var text = member.SyntaxTree.GetText(cancellation);
        var before = text.Lines.GetLineFromPosition(member.GetFirstToken().GetPreviousToken().Span.End);
        if (before.LineNumber == text.Lines.GetLineFromPosition(member.SpanStart).LineNumber)
        {
            return new TextChange(new TextSpan(member.SpanStart, 0), $"{declaration} ");
        }

        var type = member.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        var isApart = type.Members.Skip(1).Any(other => other.GetLeadingTrivia() is [var blank, ..] && blank.IsKind(SyntaxKind.EndOfLineTrivia));
        var newLine = text.NewLine();
        return new TextChange(
            new TextSpan(before.EndIncludingLineBreak, 0),
            $"{text.IndentationAt(member.SpanStart)}{declaration}{newLine}{(isApart ? newLine : "")}");
    }

    private ExpressionSyntax? ValueOf(ISymbol member) => SyntaxOf(member) switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => value,
        PropertyDeclarationSyntax { Initializer.Value: var value } => value,
        _ => null,
    };

    private SyntaxNode? SyntaxOf(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
}

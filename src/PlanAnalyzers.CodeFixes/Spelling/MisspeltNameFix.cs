using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanAnalyzers.CodeFixes.Editing;
using PlanAnalyzers.Compiler.Reading;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.CodeFixes.Spelling;

/// <summary>A name that does not exist: the platform, engine or step that was meant, by its spelling, its node or the vendor's word for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MisspeltNameFix() : PlanFixProvider(NoName, NoMember, NoMethod)
{
    private const string NoName = "CS0103";
    private const string NoMember = "CS0117";
    private const string NoMethod = "CS1061";

    private protected override async Task Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
    {
        var document = context.Document;
        if (NameAt(root, diagnostic.Location.SourceSpan) is not { } written
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || LibrarySymbols.Find(model.Compilation) is not { } library)
        {
            return;
        }

        var meant = diagnostic.Id == NoMethod
            ? StepsMeant(written, model, library, context.CancellationToken)
            : await DeclarationsMeant(document, diagnostic.Id, written, library, context.CancellationToken).ConfigureAwait(false);
        foreach (var name in meant)
        {
            var changed = await document.With([new TextChange(written.Span, name)], context.CancellationToken).ConfigureAwait(false);
            if (await Binds(changed.GetDocument(document.Id)!, written.SpanStart, name.Length, context.CancellationToken).ConfigureAwait(false))
            {
                var title = $"Change '{written.Identifier.Text}' to '{name}'";
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), equivalenceKey: title), diagnostic);
            }
        }
    }

    private static IdentifierNameSyntax? NameAt(SyntaxNode root, TextSpan span) => root.FindNode(span, getInnermostNodeForTie: true) switch
    {
        IdentifierNameSyntax name => name,
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } => name,
        _ => null,
    };

    private static IEnumerable<string> StepsMeant(
        IdentifierNameSyntax written, SemanticModel model, LibrarySymbols library, CancellationToken cancellation) =>
        written.Parent is MemberAccessExpressionSyntax { Expression: var receiver }
        && LibrarySymbols.Same(model.GetTypeInfo(receiver, cancellation).Type, library.Plan)
            ? StepWords.Meant(written.Identifier.Text, library.Plan.GetMembers().OfType<IMethodSymbol>()
                .Where(method => method is { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public }
                    && LibrarySymbols.Same(method.ReturnType, library.Plan))
                .Select(method => method.Name))
            : [];

    private static async Task<IEnumerable<string>> DeclarationsMeant(
        Document document, string id, IdentifierNameSyntax written, LibrarySymbols library, CancellationToken cancellation)
    {
        if (await GalaxyNames.At(document, written, cancellation).ConfigureAwait(false) is not { } galaxy)
        {
            return [];
        }

        var word = written.Identifier.Text;
        var fitting = galaxy.Targets.Where(target => Fits(written, target, library)).ToArray();
        var onNode = fitting.OfType<Model.Platform>()
            .Where(platform => string.Equals(platform.Node, word, StringComparison.OrdinalIgnoreCase))
            .Select(platform => platform.Name);
        return onNode.Concat(Similarity.Closest(word, fitting.Select(target => target.Name)))
            .Distinct(StringComparer.Ordinal)
            .Select(name => id == NoMember ? name : galaxy.At(name, written.SpanStart));
    }

    /// <summary>Whether a step that names it would take it; in other places everything is as good.</summary>
    private static bool Fits(IdentifierNameSyntax written, DeployTarget target, LibrarySymbols library)
    {
        if (written.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax step } })
        {
            return true;
        }

        var parameter = library.Plan.GetMembers(step.Name.Identifier.Text).OfType<IMethodSymbol>().FirstOrDefault()?.Parameters.FirstOrDefault();
        return parameter is null
            || !(LibrarySymbols.Same(parameter.Type, library.Platform) || LibrarySymbols.Same(parameter.Type, library.AppEngine))
            || LibrarySymbols.Same(parameter.Type, target is Model.Platform ? library.Platform : library.AppEngine);
    }

    /// <summary>Whether the name means something now, and so does the call that it stands in.</summary>
    private static async Task<bool> Binds(Document document, int start, int length, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return false;
        }

        var name = root.FindNode(new TextSpan(start, length), getInnermostNodeForTie: true);
        var call = name.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        return model.GetSymbolInfo(name, cancellation).Symbol is not null
            && (call is null || model.GetSymbolInfo(call, cancellation).Symbol is not null);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>
/// Whether a diagnostic of ours is certain beside the compiler's errors. It is when all compiles that it can depend on: of a galaxy the whole
/// class; of a plan its attribute, <c>Define</c> and its galaxy; and everything that one of these names, as often as it takes. Of another galaxy whose
/// platform is named, the class matters where it is said that something is not known. What is wrong with the attribute depends on that and the
/// galaxy alone, with what stands before the galaxy, which may be a half-typed modifier; and what is wrong with its versions on that alone. That a
/// plan class lacks something is certain when the class has no error of syntax.
/// </summary>
/// <remarks>It goes by names alone and asks nothing of the reader, which it is there to check.</remarks>
internal sealed class Certainty
{
    private readonly Look look;
    private readonly ILookup<string, SyntaxNode> declarations;
    private readonly Location[] errors;

    private Certainty(Look look)
    {
        this.look = look;
        errors = [.. look.Errors.Select(error => error.Location).Where(place => !Look.IsGenerated(place.SourceTree))];
        declarations = look.Compilation.SyntaxTrees.Where(tree => !Look.IsGenerated(tree))
            .SelectMany(tree => tree.GetRoot().DescendantNodes())
            .SelectMany(node => NamesOf(node).Select(name => (name, node)))
            .ToLookup(pair => pair.name, pair => pair.node);
    }

    /// <summary>What must not be there: diagnostics of ours that are not certain, and errors in what is generated.</summary>
    public static IEnumerable<Diagnostic> WrongOf(Look look)
    {
        if (look.Errors.IsEmpty)
        {
            return [];
        }

        var certainty = new Certainty(look);
        return look.Ours.Where(diagnostic => !certainty.Allows(diagnostic))
            .Concat(look.Errors.Where(error => Look.IsGenerated(error.Location.SourceTree)));
    }

    private bool Allows(Diagnostic diagnostic)
    {
        var type = diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (type is null)
        {
            return false;
        }

        if (diagnostic.Id == "UPG1002")
        {
            return PartsOf(type).All(part => !part.ContainsDiagnostics);
        }

        var attribute = type.AttributeLists.FirstOrDefault(list => list.Span.Contains(diagnostic.Location.SourceSpan));
        var isOfTheGalaxy = IsMarked(type, "Galaxy") && (diagnostic.Id.StartsWith("UPG2", StringComparison.Ordinal) || !IsMarked(type, "UpgradePlan"));
        IEnumerable<SyntaxNode> dependsOn = diagnostic.Id is "UPG2006" or "UPG2009" && attribute is not null ? [attribute]
            : attribute is not null ? All(GalaxiesOf(attribute).Append(attribute))
            : isOfTheGalaxy ? PartsOf(type).Concat(All(PartsOf(type).SelectMany(part => part.Members).Where(IsDeclaration)))
            : All(
                PartsOf(type).SelectMany(part => part.Members.Where(member => NamesOf(member).Contains("Define"))
                    .Concat<SyntaxNode>(part.AttributeLists)
                    .Concat(part.AttributeLists.SelectMany(GalaxiesNamedIn))),
                ofOtherGalaxies: diagnostic.Id == "UPG1001");
        if (diagnostic.Id == "UPG1004")
        {
            dependsOn = dependsOn.Where(node => node is not BaseFieldDeclarationSyntax); // What stands behind a loop without end is never come to.
        }

        return !errors.Any(error => dependsOn.Any(node => IsIn(error, node)));
    }

    private IEnumerable<TypeDeclarationSyntax> GalaxiesNamedIn(AttributeListSyntax attribute) => attribute.DescendantNodes()
        .OfType<TypeOfExpressionSyntax>()
        .SelectMany(named => TypesOf(named.Type.ToString().Split('.')[^1]));

    private IEnumerable<SyntaxNode> GalaxiesOf(AttributeListSyntax attribute) => GalaxiesNamedIn(attribute)
        .SelectMany(type => new[] { type, type.Parent!.ChildNodes().TakeWhile(sibling => sibling != type).LastOrDefault() ?? type });

    /// <summary>The declarations that others name, with those others.</summary>
    private HashSet<SyntaxNode> All(IEnumerable<SyntaxNode> others, bool ofOtherGalaxies = true)
    {
        var found = new HashSet<SyntaxNode>();
        var open = new Stack<SyntaxNode>(others);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (found.Add(node))
            {
                foreach (var name in node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).Distinct())
                {
                    foreach (var declaration in declarations[name].Where(one => ofOtherGalaxies || one.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || !IsMarked(type, "Galaxy")))
                    {
                        open.Push(declaration);
                    }
                }
            }
        }

        return found;
    }

    private IEnumerable<TypeDeclarationSyntax> PartsOf(TypeDeclarationSyntax type) => TypesOf(type.Identifier.ValueText);

    private IEnumerable<TypeDeclarationSyntax> TypesOf(string name) => look.Compilation.SyntaxTrees
        .Where(tree => !Look.IsGenerated(tree))
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
        .Where(type => type.Identifier.ValueText == name);

    /// <summary>
    /// The names under which a declaration can be used; a static class is used through its members, unless it is a galaxy, and a member that
    /// stands in no class is used by nobody.
    /// </summary>
    private static IEnumerable<string> NamesOf(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax type when !type.Modifiers.Any(SyntaxKind.StaticKeyword) || IsMarked(type, "Galaxy") => [type.Identifier.ValueText],
        EnumDeclarationSyntax type => [type.Identifier.ValueText],
        { Parent: not TypeDeclarationSyntax } => [],
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        _ => [],
    };

    /// <summary>Whether a member of a galaxy declares a part of it, so that what it names matters.</summary>
    private static bool IsDeclaration(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Type,
        PropertyDeclarationSyntax property => property.Type,
        _ => null,
    } is { } type && type.ToString().Split('.')[^1] is "Platform" or "AppEngine" or "SystemManagementServer";

    private static bool IsMarked(TypeDeclarationSyntax type, string attribute) =>
        type.AttributeLists.SelectMany(list => list.Attributes).Any(mark => mark.Name.ToString().Split('.')[^1] == attribute);

    private static bool IsIn(Location error, SyntaxNode node) =>
        error.SourceTree == node.SyntaxTree && error.SourceSpan.IntersectsWith(node.Span);
}

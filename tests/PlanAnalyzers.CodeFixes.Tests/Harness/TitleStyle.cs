using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanAnalyzers.CodeFixes.Tests.Harness;

/// <summary>What the title of a fix must be: an order that names what the author wrote.</summary>
internal static partial class TitleStyle
{
    private static readonly HashSet<string> Verbs =
    [
        "Acknowledge", "Add", "Answer", "Assign", "Change", "Close", "Connect", "Declare", "Force", "Leave", "Make", "Mark", "Move", "Put", "Remove",
        "Return", "Split", "Swap", "Upgrade", "Use", "Write",
    ];

    /// <summary>Requires that a title begins with a verb, has no full stop, and names a declaration, a node, a step or a version of the sources.</summary>
    public static void Check(string title, IEnumerable<string> sources)
    {
        Assert.True(Verbs.Contains(title.Split(' ')[0]), $"'{title}' does not begin with a verb that is known.");
        Assert.False(title.EndsWith('.'), title);
        Assert.True(
            sources.Any(source => NamesIn(source) is var names && (names.Overlaps(Words().Matches(title).Select(word => word.Value)) || names.Overlaps(Calls().Matches(title).Select(call => call.Value)))),
            $"'{title}' names nothing that the author wrote.");
    }

    private static HashSet<string> NamesIn(string source)
    {
        var nodes = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().ToArray();
        return
        [
            .. nodes.Select(node => node switch
            {
                BaseTypeDeclarationSyntax { Identifier.Text: var name } => name,
                MethodDeclarationSyntax { Identifier.Text: var name } => name,
                PropertyDeclarationSyntax { Identifier.Text: var name } => name,
                VariableDeclaratorSyntax { Identifier.Text: var name } => name,
                LiteralExpressionSyntax { Token.ValueText: var text } => text,
                ParameterSyntax { Identifier.Text: var name } => name,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name }, ArgumentList: var arguments } => $"{name}{arguments}",
                IdentifierNameSyntax { Identifier.Text: var name } when Enum.TryParse<SystemPlatform>(name, out _) => name,
                _ => "",
            }),
        ];
    }

    [GeneratedRegex(@"\w+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\w+\([^)]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Calls();
}

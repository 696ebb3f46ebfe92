using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>What a message must do: name what the author wrote, and say what to do.</summary>
internal static partial class MessageStyle
{
    /// <summary>
    /// Whether the message names a platform, an engine, a server or a class that the author declared, or quotes the source.
    /// </summary>
    public static bool NamesTheAuthorsOwn(Diagnostic diagnostic, Compilation compilation)
    {
        var message = diagnostic.GetMessage(null);
        var sources = compilation.SyntaxTrees.Select(tree => tree.ToString()).ToArray();
        var declared = compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes())
            .Select(node => node switch
            {
                VariableDeclaratorSyntax field => field.Identifier.Text,
                ClassDeclarationSyntax type => type.Identifier.Text,
                _ => null,
            })
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return Word().Matches(message).Any(word => declared.Contains(word.Value))
            || Quotation().Matches(message)
                .Select(quotation => quotation.Groups["text"].Value)
                .Any(quoted => sources.Any(source => source.Contains(quoted, StringComparison.Ordinal)));
    }

    /// <summary>Whether the last sentence has a clause that starts with an order.</summary>
    public static bool SaysWhatToDo(string message)
    {
        var end = message.LastIndexOf(". ", StringComparison.Ordinal);
        return Order().IsMatch(end < 0 ? message : message[(end + 2)..]);
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex("'(?<text>[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quotation();

    // A closed list of verbs, so that a message that only describes does not pass; a new message may add its own.
    [GeneratedRegex(
        "(^|[:;,] )(Add|Build|Cascade deploy|Connect|Declare|Deploy|Enable|Export|Give|Leave|Make|Mend|Migrate|Name|Put|Reboot|Remove|Move|Rename|Say|Set|Start|Upgrade|Upload"
        + "|Use|Wait|Write) ",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Order();
}

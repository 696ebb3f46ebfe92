using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Live;

/// <summary>What a source looks like between two keystrokes.</summary>
internal enum Mutation
{
    /// <summary>Everything from the token on is not typed yet.</summary>
    CutOff,

    /// <summary>The token is missing.</summary>
    Deleted,

    /// <summary>The token stands there twice.</summary>
    Doubled,

    /// <summary>The token has changed places with the next one.</summary>
    Swapped,
}

/// <summary>Makes one text of another by one mutation of one token.</summary>
internal static class Mutations
{
    private static readonly Mutation[] Kinds = Enum.GetValues<Mutation>();

    /// <summary>The tokens of a text; the one at the end of the file, which has no text, comes last.</summary>
    public static SyntaxToken[] TokensOf(string text) => [.. TestProject.Parse(text, LiveSource.Path).GetRoot().DescendantTokens()];

    /// <summary>Every mutation of a source at every token of it.</summary>
    public static IEnumerable<(Mutation Kind, int Token, string Text)> Of(string source)
    {
        var tokens = TokensOf(source);
        for (var i = 0; i < tokens.Length - 1; i++)
        {
            foreach (var kind in Kinds)
            {
                yield return (kind, i, Apply(kind, source, tokens, i));
            }
        }
    }

    /// <summary>One mutation.</summary>
    public static string Apply(Mutation kind, string source, SyntaxToken[] tokens, int token)
    {
        var (span, next) = (tokens[token].Span, tokens[token + 1].Span);
        return kind switch
        {
            Mutation.CutOff => source[..span.Start],
            Mutation.Deleted => source.Remove(span.Start, span.Length),
            Mutation.Doubled => source.Insert(span.End, " " + tokens[token].Text),
            _ => source[..span.Start] + tokens[token + 1].Text + source[span.End..next.Start] + " " + tokens[token].Text + source[next.End..],
        };
    }
}

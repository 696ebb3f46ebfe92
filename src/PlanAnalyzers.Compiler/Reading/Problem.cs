using Microsoft.CodeAnalysis;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>A rule about the source that was found broken while reading it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Location">The smallest piece of source that the author would edit.</param>
/// <param name="Others">Other places that matter, the first most.</param>
internal sealed record Problem(Rule Rule, string Message, Location Location, params ImmutableArray<Location> Others)
{
    /// <summary>
    /// The same as an editor can show it. It asks for the diagnostics of one class at a time, and shows those that stand in a part of it; so
    /// a mistake in a function of another class stands where this class calls it, which the author of this class can see.
    /// </summary>
    /// <param name="type">The class.</param>
    /// <param name="otherwise">The place in the class where there is no call.</param>
    public Problem InSightOf(INamedTypeSymbol type, Location otherwise) =>
        IsPartOf(type, Location) ? this
        : Others.FirstOrDefault(place => IsPartOf(type, place)) is { } call ? this with { Location = call, Others = Others.Replace(call, Location) }
        : this with { Location = otherwise, Others = Others.Insert(0, Location) };

    private static bool IsPartOf(INamedTypeSymbol type, Location place) => type.DeclaringSyntaxReferences.Any(part =>
        part.SyntaxTree == place.SourceTree && part.Span.Contains(place.SourceSpan));

    /// <summary>Id and message, as a finding of the model writes them.</summary>
    public override string ToString() => $"{Rule.Id}: {Message}";
}

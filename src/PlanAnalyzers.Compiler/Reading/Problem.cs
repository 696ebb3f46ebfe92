using Microsoft.CodeAnalysis;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Reading;

/// <summary>A rule about the source that was found broken while reading it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Location">The smallest piece of source that the author would edit.</param>
/// <param name="Other">Another place that matters, if any.</param>
internal sealed record Problem(Rule Rule, string Message, Location Location, Location? Other = null)
{
    /// <summary>Id and message, as a finding of the model writes them.</summary>
    public override string ToString() => $"{Rule.Id}: {Message}";
}

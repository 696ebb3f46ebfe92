using System.Reflection;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Analysis;

/// <summary>The compiler's form of the rules. Made of the rule table; no descriptor is made elsewhere.</summary>
internal static class Descriptors
{
    // The build writes it from the property RepositoryUrl; without a published repository there is nothing to link to.
    private static readonly string? RepositoryUrl = typeof(Descriptors).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value;

    private static readonly Dictionary<string, DiagnosticDescriptor> ById =
        RuleTable.All.ToDictionary(rule => rule.Id, Make, StringComparer.Ordinal);

    /// <summary>All descriptors, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [.. RuleTable.All.Select(Of)];

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => ById[rule.Id];

    private static DiagnosticDescriptor Make(Rule rule) => new(
        rule.Id,
        rule.Title,
        messageFormat: "{0}",
        category: $"PlanAnalyzers.{rule.Category}",
        rule.Severity switch
        {
            RuleSeverity.Error => DiagnosticSeverity.Error,
            RuleSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        description: rule.Evidence is null ? rule.Why : $"{rule.Why} Source: {rule.Evidence}.",
        helpLinkUri: RepositoryUrl is null ? null : $"{RepositoryUrl}/blob/main/docs/rules/{rule.Id}.md");
}

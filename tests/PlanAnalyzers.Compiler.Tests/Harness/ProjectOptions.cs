using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>Options for a project as a whole, and for its additional files the galaxy that each names; its sources have none of their own.</summary>
internal sealed class ProjectOptions((string Key, string Value)[] global, Func<string, string?>? galaxyOf = null) : AnalyzerConfigOptionsProvider
{
    /// <inheritdoc />
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(global);

    /// <inheritdoc />
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options([]);

    /// <inheritdoc />
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(galaxyOf?.Invoke(textFile.Path) is { } galaxy ? [("build_metadata.AdditionalFiles.PlanAnalyzersGalaxy", galaxy)] : []);

    private sealed class Options((string Key, string Value)[] values) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> values = values.ToDictionary(pair => pair.Key, pair => pair.Value, KeyComparer);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}

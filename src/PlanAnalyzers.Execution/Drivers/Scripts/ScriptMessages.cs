using System.Text.Json.Serialization;

namespace PlanAnalyzers.Execution;

// What a command of a site is asked and what it answers, version 1: docs/executables.md says what each member means. A member may be added;
// to remove or rename one, or to change its meaning, is another version.

internal enum ScriptQuestion
{
    Step,
    Observe,
    Trace,
}

internal sealed record ScriptRequest(
    int SchemaVersion,
    ScriptQuestion Request,
    string Plan,
    string Fingerprint,
    string From,
    string To,
    JsonGalaxy Galaxy,
    ScriptStep? Step,
    string? Reason,
    IReadOnlyCollection<string>? Moving)
{
    public const int CurrentVersion = 1;
}

internal sealed record ScriptStep(
    int Number,
    int Attempt,
    string Kind,
    string Text,
    string Instruction,
    string? Detail,
    IReadOnlyList<string> Targets,
    IReadOnlyList<string> Nodes,
    string? Branch,
    IReadOnlyDictionary<string, Dictionary<Aspect, string?>> After);

internal sealed record ScriptStepAnswer
{
    public required StepEnding Ending { get; init; }

    /// <summary>What there is to say; may be left out, and is null then.</summary>
    public string? Text { get; init; }
}

internal sealed record ScriptTraceAnswer
{
    public required StepTrace Trace { get; init; }
}

internal sealed record ScriptObservation
{
    public required IReadOnlyDictionary<string, Dictionary<Aspect, string?>> Seen { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ScriptRequest))]
[JsonSerializable(typeof(ScriptStepAnswer))]
[JsonSerializable(typeof(ScriptTraceAnswer))]
[JsonSerializable(typeof(ScriptObservation))]
internal sealed partial class ScriptMessageContext : JsonSerializerContext;

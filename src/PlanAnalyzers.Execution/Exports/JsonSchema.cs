using System.Text.Json.Serialization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

// The shape of the JSON export, version 2: docs/executables.md says what each member means. A member may be added; to remove or
// rename one, or to change its meaning, is another version. It is apart from the model so that the model can change freely.

internal sealed record JsonPlan(
    int SchemaVersion,
    string Name,
    string Fingerprint,
    SystemPlatform From,
    SystemPlatform To,
    int Failovers,
    int Outages,
    JsonGalaxy Galaxy,
    JsonState Start,
    IReadOnlyList<JsonStep> Steps,
    IReadOnlyList<JsonPart> Parts,
    JsonState End)
{
    /// <summary>Since version 2 steps need not follow each other: those of branches have no state before and after.</summary>
    public const int CurrentVersion = 2;
}

internal sealed record JsonGalaxy(
    string Name,
    IReadOnlyList<JsonServer> SystemManagementServers,
    IReadOnlyList<JsonPlatform> Platforms,
    IReadOnlyList<JsonEngine> Engines,
    IReadOnlyList<JsonPair> Pairs);

internal sealed record JsonServer(string Name, string Node);

internal sealed record JsonPlatform(string Name, string Node, PlatformRole Role, string? SystemManagementServer);

internal sealed record JsonEngine(string Name, string Platform, bool Historized);

internal sealed record JsonPair(string Primary, string Backup, string ActiveAtStart);

internal sealed record JsonStep(
    int Number,
    string Kind,
    string Text,
    string Instruction,
    string? Detail,
    IReadOnlyList<string> Targets,
    IReadOnlyList<string> Phases,
    string? Branch,
    JsonState? Before,
    IReadOnlyList<JsonEffect> Effects,
    JsonChanges Changes,
    JsonState? After);

internal enum JsonPartKind
{
    Step,
    Phase,
    InParallel,
}

internal sealed record JsonPart(
    JsonPartKind Kind,
    int? Step,
    string? Title,
    IReadOnlyList<JsonPart>? Parts,
    IReadOnlyList<JsonBranch>? Branches,
    JsonState? Before,
    JsonState? After);

internal sealed record JsonBranch(string Label, IReadOnlyList<JsonPart> Parts);

internal sealed record JsonEffect(string Kind, IReadOnlyList<string> Engines, OutageCause? Cause, string Text);

internal sealed record JsonState(
    JsonDatabaseState Database,
    IReadOnlyList<JsonPlatformState> Platforms,
    IReadOnlyList<JsonEngineState> Engines,
    IReadOnlyList<JsonPairState> Pairs);

internal sealed record JsonChanges(
    JsonDatabaseState? Database,
    IReadOnlyList<JsonPlatformState> Platforms,
    IReadOnlyList<JsonEngineState> Engines,
    IReadOnlyList<JsonPairState> Pairs);

internal sealed record JsonDatabaseState(bool Migrated, bool ViewAppsMigrated, bool RuntimeChangesUploaded, bool CpuLoadBalancing);

internal sealed record JsonPlatformState(
    string Name, Software Software, bool Deployed, bool Running, bool RebootPending, bool SmsConfigured, bool SoftwareUpgradePending);

internal sealed record JsonEngineState(string Name, bool Deployed, RedundancyStatus Redundancy, string RedundancyText, Software? Objects);

internal sealed record JsonPairState(string Primary, string Backup, PairStatus Status, string? Active, bool HasBackup);

[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    MaxDepth = PlanJsonContext.DeepestPlan)]
[JsonSerializable(typeof(JsonPlan))]
internal sealed partial class PlanJsonContext : JsonSerializerContext
{
    /// <summary>Phases and branches within each other are no cycle, which the serializer would take 64 levels for.</summary>
    private const int DeepestPlan = 1000;
}

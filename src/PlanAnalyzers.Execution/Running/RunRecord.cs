using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlanAnalyzers.Execution;

/// <summary>What an entry of a journal says of a run. The names stand in journals and never change meaning.</summary>
internal enum RecordKind
{
    /// <summary>The run begins.</summary>
    Started,

    /// <summary>A process goes on with it.</summary>
    Resumed,

    /// <summary>The galaxy was looked at.</summary>
    Observed,

    /// <summary>A step is about to be carried out.</summary>
    Intended,

    /// <summary>The driver says how a step ended.</summary>
    Reported,

    /// <summary>A step counts as done.</summary>
    Confirmed,

    /// <summary>A step that was begun counts as not done, and is to be carried out again.</summary>
    Dismissed,

    /// <summary>The operator accepts that the galaxy differs from the plan.</summary>
    Accepted,

    /// <summary>The process ends although the plan is not at its end.</summary>
    Halted,

    /// <summary>Every step is done and the galaxy is in the last state.</summary>
    Finished,
}

/// <summary>On whose word a step counts as done or not done.</summary>
internal enum Witness
{
    /// <summary>The galaxy was seen in the state after or before it.</summary>
    Observation,

    /// <summary>The step leaves no trace in the state, and the driver says so.</summary>
    Driver,

    /// <summary>The operator said so.</summary>
    Operator,
}

/// <summary>What stands in an entry of a run, beside its kind and its step.</summary>
internal sealed record RunRecord
{
    public string? Plan { get; init; }

    public string? Fingerprint { get; init; }

    public string? Driver { get; init; }

    public string? Program { get; init; }

    public string? Machine { get; init; }

    public int? Process { get; init; }

    public int? Attempt { get; init; }

    public StepEnding? Ending { get; init; }

    public Witness? By { get; init; }

    public string? Text { get; init; }

    /// <summary>What was seen since the last look of the same process: subject, aspect, value; none where something is not seen any more.</summary>
    public Dictionary<string, Dictionary<Aspect, string?>>? Seen { get; init; }

    public IReadOnlyList<Difference>? Differences { get; init; }

    public static RunRecord Parse(string content) =>
        JsonSerializer.Deserialize(content, RunRecordContext.Default.RunRecord) ?? throw new JsonException("An entry says nothing.");

    public string ToJson() => JsonSerializer.Serialize(this, RunRecordContext.Default.RunRecord);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunRecord))]
internal sealed partial class RunRecordContext : JsonSerializerContext;

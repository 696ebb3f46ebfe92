using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>What a file for the driver <c>script</c> says: which command looks at the galaxy and which one does which kind of step.</summary>
internal sealed record ScriptMap
{
    /// <summary>The name under which a file gives the command of all kinds of steps that it does not name.</summary>
    public const string AnyKind = "*";

    /// <summary>Looks at the galaxy.</summary>
    public required ScriptCommand Observe { get; init; }

    /// <summary>Finds out what became of a step that was begun; without it nobody can tell but the galaxy itself.</summary>
    public ScriptCommand? Trace { get; init; }

    /// <summary>Carries steps out, by their kinds.</summary>
    public required IReadOnlyDictionary<string, ScriptCommand> Steps { get; init; }

    /// <summary>The command for a kind of step.</summary>
    public ScriptCommand Of(Step step) => Steps.GetValueOrDefault(step.Kind) ?? Steps[AnyKind];

    /// <summary>Reads a file, and makes sure that there is a command for everything that the plan has.</summary>
    /// <exception cref="DriverException">The file cannot be read, or something is wrong with what it says.</exception>
    public static ScriptMap Read(string path, UpgradePlan plan)
    {
        var map = Parse(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Require(path, plan, map);
        return map with
        {
            Observe = map.Observe.Located(path, folder, "observe"),
            Trace = map.Trace?.Located(path, folder, "trace"),
            Steps = map.Steps.ToDictionary(step => step.Key, step => step.Value.Located(path, folder, step.Key), StringComparer.Ordinal),
        };
    }

    private static ScriptMap Parse(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize(file, ScriptMapContext.Default.ScriptMap)
                ?? throw new DriverException($"{path} says nothing. It needs \"observe\" and \"steps\".");
        }
        catch (JsonException exception)
        {
            var place = exception.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $" at line {line + 1}") : "";
            throw new DriverException($"{path} cannot be understood{place}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DriverException($"The commands of this site cannot be read: {exception.Message} Name their file with --script FILE.", exception);
        }
    }

    private static void Require(string path, UpgradePlan plan, ScriptMap map)
    {
        var kinds = AssumedDurations.Table.Select(row => row.Kind).ToArray();
        if (map.Steps.Keys.FirstOrDefault(kind => kind != AnyKind && !kinds.Contains(kind, StringComparer.Ordinal)) is { } unknown)
        {
            throw new DriverException($"{path} has a command for '{unknown}', which is no kind of step. The kinds are {string.Join(", ", kinds)}.");
        }

        var missing = plan.Steps.Select(step => step.Kind).Distinct(StringComparer.Ordinal).Where(kind => !map.Steps.ContainsKey(kind)).ToArray();
        if (missing.Length > 0 && !map.Steps.ContainsKey(AnyKind))
        {
            throw new DriverException($"{path} has no command for {string.Join(", ", missing)}. Add it under \"steps\", or one for \"{AnyKind}\", which is for all the rest.");
        }

        if (map.Steps.FirstOrDefault(step => step.Value is { Retries: > 0, SafeToRepeat: false }) is { Key: not null } repeated)
        {
            throw new DriverException(
                $"{path} lets {repeated.Key} be tried again, and does not say that it is safe to do it twice. Set \"safeToRepeat\" where it is, or leave \"retries\" out.");
        }
    }
}

/// <summary>A command of a site. It gets its question as JSON on standard input and answers with JSON on standard output.</summary>
internal sealed record ScriptCommand
{
    private const int MostMinutes = 40_000;
    private const int MostRetries = 100;
    private const int MostSeconds = 3600;

    /// <summary>The program: a name that is looked up in <c>PATH</c>, or a path from the folder of the file.</summary>
    public required string Command { get; init; }

    /// <summary>Its arguments, each as it is: no shell sees them, and nothing of the plan is put into them.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>How long it may take. It is ended then; what it began in the plant may go on.</summary>
    public double? LimitMinutes { get; init; }

    /// <summary>Whether it does no harm to carry the step out again, whatever became of it before.</summary>
    public bool SafeToRepeat { get; init; }

    /// <summary>How many times more it is tried when it fails.</summary>
    public int Retries { get; init; }

    /// <summary>How long is waited before it is tried again.</summary>
    public double WaitSeconds { get; init; } = 10;

    /// <summary>Where it runs: the folder of the file.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";

    /// <summary>The same with the path of its program.</summary>
    /// <exception cref="DriverException">There is no such program, or the numbers make no sense.</exception>
    public ScriptCommand Located(string map, string folder, string what)
    {
        if (LimitMinutes is <= 0 or > MostMinutes || Retries is < 0 or > MostRetries || WaitSeconds is < 0 or > MostSeconds)
        {
            throw new DriverException(string.Create(
                CultureInfo.InvariantCulture,
                $"{map}: of {what}, \"limitMinutes\" must be more than 0 and up to {MostMinutes}, \"retries\" from 0 to {MostRetries}, \"waitSeconds\" from 0 to {MostSeconds}."));
        }

        return this with { Command = ScriptProgram.Find(Command, folder) ?? throw NotThere(map, what), Folder = folder };
    }

    private DriverException NotThere(string map, string what) => new(ScriptProgram.IsBatch(Command)
        ? $"{map}: {what} names the batch file '{Command}', which only a shell can run. Name a program, such as pwsh with the arguments -NoProfile -File NAME.ps1."
        : $"{map}: {what} names the program '{Command}', which is not there or must not be executed. Give its path from the folder of {map}, or a name that is found in PATH.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ScriptMap))]
internal sealed partial class ScriptMapContext : JsonSerializerContext;

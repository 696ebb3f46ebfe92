using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution;

/// <summary>What was seen of a galaxy, as a file that somebody fills in: the answer of a script to the question <c>Observe</c>.</summary>
internal static class ObservationFile
{
    private const long LongestFile = ScriptProcess.LongestAnswer;

    /// <summary>Such a file for a galaxy as it is before the first step, with what else there may stand beside each line.</summary>
    public static string Template(UpgradePlan plan, GalaxyState state)
    {
        var subjects = VisibleState.Of(plan, state).GroupBy(fact => fact.Subject, StringComparer.Ordinal).Select(of =>
            $"    {Json(of.Key)}: {{\n{string.Concat(of.Select(fact => Line(plan, fact)))}    }}");
        return $$"""
            {
              // What is seen of the galaxy. Write how it is; take out the lines of what cannot be seen.
              "seen": {

            """ + $"{string.Join(",\n", subjects)}\n  }}\n}}\n";
    }

    /// <exception cref="DriverException">The file cannot be read, or it does not speak of this plan's galaxy.</exception>
    public static Observation Read(string path, UpgradePlan plan, GalaxyState state)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > LongestFile)
            {
                throw new DriverException(string.Create(CultureInfo.InvariantCulture, $"{path} is longer than {LongestFile / 1024 / 1024} MB."));
            }

            var seen = (JsonSerializer.Deserialize(file, ObservationFileContext.Default.ScriptObservation)
                ?? throw new DriverException($"{path} says nothing. --template writes such a file.")).Seen;
            var known = VisibleState.Of(plan, state).Select(fact => fact.Subject).ToHashSet(StringComparer.Ordinal);
            return seen.Keys.FirstOrDefault(subject => !known.Contains(subject)) is { } unknown
                ? throw new DriverException($"{path} says how '{unknown}' is, which is no name of this plan. --template writes a file with the names.")
                : Observation.Of(seen);
        }
        catch (JsonException exception)
        {
            var place = exception.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $" at line {line + 1}") : "";
            throw new DriverException($"{path} cannot be understood{place}: {exception.Message} --template writes such a file.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DriverException($"What was seen cannot be read: {exception.Message}", exception);
        }
    }

    private static string Line(UpgradePlan plan, Fact fact) =>
        $"      {Json(fact.Aspect.ToString())}: {Json(fact.Value)}, // or {string.Join(", ", VisibleState.Others(plan, fact).Select(Json))}\n";

    private static string Json(string text) => JsonSerializer.Serialize(text, ObservationFileContext.Default.String);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ScriptObservation))]
[JsonSerializable(typeof(string))]
internal sealed partial class ObservationFileContext : JsonSerializerContext;

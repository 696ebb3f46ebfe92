using PlanAnalyzers.Model;

namespace PlanAnalyzers.Tool.Tests;

/// <summary>Exports of galaxies, as a site makes them.</summary>
internal static class Exports
{
    /// <summary>The columns with all that there is to know.</summary>
    public static readonly string[] Everything =
    [
        "galaxy", "tag_name", "template", "hosted_by", "deployed", "software_upgrade_needed", "node", "galaxy_repository", "sms", "partner", "redundancy_role",
        "active", "historized",
    ];

    /// <summary>The rows of a galaxy that is deployed, each by the columns.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(Galaxy galaxy)
    {
        foreach (var platform in galaxy.Platforms)
        {
            yield return Row(platform, "$WinPlatform", new()
            {
                ["node"] = platform.Node,
                ["galaxy_repository"] = platform.IsGalaxyRepository ? "1" : "0",
                ["sms"] = platform.Sms?.Node ?? "",
            });
        }

        foreach (var engine in galaxy.Engines)
        {
            var pair = galaxy.PairOf(engine);
            yield return Row(engine, "$AppEngine", new()
            {
                ["hosted_by"] = engine.Platform.Name,
                ["partner"] = pair?.PartnerOf(engine).Name ?? "",
                ["redundancy_role"] = pair is null ? "" : engine.Primary is null ? "primary" : "backup",
                ["active"] = pair is null ? "" : pair.ActiveAtStart.Index == engine.Index ? "1" : "0",
                ["historized"] = engine.Historized ? "1" : "0",
            });
        }

        IReadOnlyDictionary<string, string> Row(Declaration declaration, string template, Dictionary<string, string> row)
        {
            foreach (var (column, value) in new[] { ("galaxy", galaxy.Name), ("tag_name", declaration.Name), ("template", template), ("deployed", "1"), ("software_upgrade_needed", "0") })
            {
                row.Add(column, value);
            }

            return row;
        }
    }

    /// <summary>The rows as a table.</summary>
    public static string Csv(Galaxy galaxy, string[] columns, string separator = ",", string newLine = "\n", Func<string, string>? written = null) =>
        string.Concat(Rows(galaxy)
            .Select(row => columns.Select(column => row.GetValueOrDefault(column, "")))
            .Prepend(columns)
            .Select(values => string.Join(separator, values.Select(written ?? (value => value))) + newLine));

    /// <summary>A galaxy whose backup engines are named after their primaries.</summary>
    public static Galaxy WithBackupsNamed(Galaxy galaxy, Func<string, string> name)
    {
        var engines = new List<Model.AppEngine>();
        foreach (var engine in galaxy.Engines)
        {
            engines.Add(engine.Primary is { } primary ? engine with { Name = name(primary.Name), Primary = engines[primary.Index] } : engine);
        }

        return new Galaxy(galaxy.Name, galaxy.Servers, galaxy.Platforms, engines.ToValueList());
    }

    /// <summary>What a galaxy consists of, whatever the order in which it is declared.</summary>
    public static string[] Content(Galaxy galaxy) =>
    [
        .. galaxy.Platforms.Select(platform => $"{platform.Name} {platform.Role} {platform.Node} {platform.Sms?.Node}")
            .Concat(galaxy.Engines.Select(engine =>
                $"{engine.Name} on {engine.Platform} {engine.Historized} {galaxy.PairOf(engine)?.ActiveAtStart.Name == engine.Name} {engine.Primary}"))
            .Order(StringComparer.Ordinal),
    ];
}

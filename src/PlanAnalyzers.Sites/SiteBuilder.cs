using System.Globalization;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Sites;

/// <summary>Makes a site of the rows of an export, and notes what is wrong with them. Rows of other objects than platforms and engines cost nothing.</summary>
public sealed class SiteBuilder
{
    private const string PlatformTemplate = "$WinPlatform";
    private const string EngineTemplate = "$AppEngine";

    private readonly List<ExportProblem> problems = [];
    private readonly List<string> unassigned = [];
    private readonly List<SitePlatform> platforms = [];
    private readonly List<(SiteEngine Engine, ExportPlace Host, ExportPlace Partner)> engines = [];
    private readonly Dictionary<string, SiteObject> byName = new(StringComparer.OrdinalIgnoreCase);
    private string? galaxy;
    private string? repositoryNode;
    private SitePlatform? repository;
    private long rows;

    /// <summary>Takes a row.</summary>
    /// <exception cref="ExportException">There are too many platforms and engines, or too many mistakes.</exception>
    public void Add(ExportRow row)
    {
        rows++;
        var template = row[ExportColumn.Template];
        if (template is null && row[ExportColumn.TagName] is not null)
        {
            Report(row.PlaceOf(ExportColumn.Template), "The row names no template, so nobody can tell what the object is.");
        }

        var isPlatform = Is(template, PlatformTemplate);
        if ((!isPlatform && !Is(template, EngineTemplate)) || Flag(row, ExportColumn.IsTemplate) == true)
        {
            return;
        }

        if (row[ExportColumn.TagName] is not { } name)
        {
            Report(row.PlaceOf(ExportColumn.TagName), $"The row of a {template} has no tag_name.");
            return;
        }

        if (byName.TryGetValue(name, out var first))
        {
            Report(row.PlaceOf(ExportColumn.TagName), $"{name} stands in line {Text(first.Line)} already: a galaxy has each tag name once.");
            return;
        }

        if (byName.Count == ExportLimits.Objects)
        {
            throw new ExportException(row.Place, $"There are more than {Text(ExportLimits.Objects)} platforms and engines, which no galaxy "
                + "has. Is this the export of one galaxy?");
        }

        galaxy = TheSame(row, ExportColumn.Galaxy, galaxy);
        repositoryNode = TheSame(row, ExportColumn.RepositoryNode, repositoryNode);
        if (isPlatform)
        {
            AddPlatform(row, name);
        }
        else
        {
            AddEngine(row, name);
        }
    }

    /// <summary>The site of all rows.</summary>
    /// <exception cref="ExportException">There are too many mistakes.</exception>
    public ExportReading Finish()
    {
        if (platforms.Count == 0 && problems.Count == 0)
        {
            Report(new ExportPlace(1, 1), $"None of the {Text(rows)} rows is a platform ({PlatformTemplate} in the column template).");
        }

        foreach (var (engine, host, _) in engines)
        {
            CheckHost(engine, host);
        }

        var naming = Naming();
        var paired = engines.Select(item => Paired(item.Engine, item.Partner, naming)).ToValueList();
        return Result(problems.Count > 0 ? null : new Site(galaxy, repositoryNode, platforms.ToValueList(), paired, naming.Count > 0));
    }

    /// <summary>What there is to say where reading cannot go on.</summary>
    public ExportReading Broken(ExportProblem problem)
    {
        problems.Add(problem);
        return Result(site: null);
    }

    private ExportReading Result(Site? site) => new(site, problems, rows, unassigned);

    private void AddPlatform(ExportRow row, string name)
    {
        var platform = new SitePlatform(name, row.Place.Line)
        {
            IsDeployed = Flag(row, ExportColumn.Deployed),
            IsUpgradePending = Flag(row, ExportColumn.SoftwareUpgradeNeeded),
            Node = row[ExportColumn.Node],
            IsGalaxyRepository = Flag(row, ExportColumn.GalaxyRepository),
            Sms = row[ExportColumn.Sms],
        };
        platforms.Add(platform);
        byName.Add(name, platform);
        if (platform.IsGalaxyRepository == true)
        {
            if (repository is not null)
            {
                Report(row.PlaceOf(ExportColumn.GalaxyRepository), $"{name} is a second Galaxy Repository beside {repository.TagName} in "
                    + $"line {Text(repository.Line)}: a galaxy has one.");
            }

            repository ??= platform;
        }
    }

    private void AddEngine(ExportRow row, string name)
    {
        if (row[ExportColumn.HostedBy] is not { } host)
        {
            unassigned.Add(name);
            return;
        }

        var engine = new SiteEngine(name, row.Place.Line, host)
        {
            IsDeployed = Flag(row, ExportColumn.Deployed),
            IsUpgradePending = Flag(row, ExportColumn.SoftwareUpgradeNeeded),
            Partner = row[ExportColumn.Partner],
            Role = Role(row),
            IsActive = Flag(row, ExportColumn.Active),
            IsHistorized = Flag(row, ExportColumn.Historized),
            HostedObjects = Number(row, ExportColumn.HostedObjects),
        };
        engines.Add((engine, row.PlaceOf(ExportColumn.HostedBy), row.PlaceOf(ExportColumn.Partner)));
        byName.Add(name, engine);
    }

    private void CheckHost(SiteEngine engine, ExportPlace place)
    {
        if (!byName.TryGetValue(engine.Host, out var host))
        {
            Report(place, $"The engine {engine.TagName} is hosted by {engine.Host}, and the export has no platform of that name.");
        }
        else if (host is SiteEngine)
        {
            Report(place, host.TagName == engine.TagName
                ? $"The engine {engine.TagName} is hosted by itself. An engine is hosted by a platform."
                : $"The engine {engine.TagName} is hosted by {host.TagName}, which is an engine. An engine is hosted by a platform.");
        }
    }

    /// <summary>The engine that names another one as its partner, by that one's name.</summary>
    private Dictionary<string, SiteEngine> Naming()
    {
        var naming = new Dictionary<string, SiteEngine>(StringComparer.OrdinalIgnoreCase);
        foreach (var (engine, _, place) in engines)
        {
            if (engine.Partner is { } name && naming.TryGetValue(name, out var first))
            {
                Report(place, $"The partner of {engine.TagName} is {name}, which is the partner of {first.TagName} in line "
                    + $"{Text(first.Line)} already.");
            }
            else if (engine.Partner is not null)
            {
                naming.Add(engine.Partner, engine);
            }
        }

        return naming;
    }

    /// <summary>Of two partners often one alone names the other; both know it afterwards.</summary>
    private SiteEngine Paired(SiteEngine engine, ExportPlace place, Dictionary<string, SiteEngine> naming)
    {
        if (engine.Partner is not { } name)
        {
            return naming.TryGetValue(engine.TagName, out var other) ? With(engine, other, place) : engine;
        }

        if (!byName.TryGetValue(name, out var named) || named is not SiteEngine partner)
        {
            Report(place, named is null
                ? $"The partner of {engine.TagName} is {name}, and the export has no engine of that name."
                : $"The partner of {engine.TagName} is {name}, which is a platform.");
            return engine;
        }

        if (ReferenceEquals(partner, engine))
        {
            Report(place, $"The partner of {engine.TagName} is {engine.TagName} itself.");
            return engine;
        }

        if (partner.Partner is { } back && !Is(back, engine.TagName))
        {
            Report(place, $"The partner of {engine.TagName} is {partner.TagName}, but that one's partner is {back} (line {Text(partner.Line)}).");
            return engine;
        }

        return With(engine, partner, place);
    }

    private SiteEngine With(SiteEngine engine, SiteEngine partner, ExportPlace place)
    {
        if (engine.Role is { } role && role == partner.Role)
        {
            Report(place, $"{engine.TagName} and its partner {partner.TagName} are both configured as {role.ToString().ToLowerInvariant()}.");
        }

        return engine with
        {
            Partner = partner.TagName,
            Role = engine.Role ?? partner.Role switch
            {
                RedundancyRole.Primary => RedundancyRole.Backup,
                RedundancyRole.Backup => RedundancyRole.Primary,
                _ => null,
            },
        };
    }

    private string? TheSame(ExportRow row, ExportColumn column, string? before)
    {
        var value = row[column];
        if (before is not null && value is not null && !Is(value, before))
        {
            Report(row.PlaceOf(column), $"The column {column} says {value}, and {before} in a row before. Export one galaxy at a time.");
        }

        return before ?? value;
    }

    private bool? Flag(ExportRow row, ExportColumn column)
    {
        switch (row[column]?.ToUpperInvariant())
        {
            case null:
                return null;
            case "1" or "TRUE":
                return true;
            case "0" or "FALSE":
                return false;
            default:
                Report(row.PlaceOf(column), $"The column {column} says {Shown(row[column]!)}. It can be 0, 1, true, false or empty.");
                return null;
        }
    }

    private long? Number(ExportRow row, ExportColumn column)
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Report(row.PlaceOf(column), $"The column {column} says {Shown(text)}. It can be a whole number or empty.");
        return null;
    }

    private RedundancyRole? Role(ExportRow row)
    {
        switch (row[ExportColumn.RedundancyRole]?.ToUpperInvariant())
        {
            case null:
                return null;
            case "PRIMARY":
                return RedundancyRole.Primary;
            case "BACKUP":
                return RedundancyRole.Backup;
            default:
                Report(
                    row.PlaceOf(ExportColumn.RedundancyRole),
                    $"The column {ExportColumn.RedundancyRole} says {Shown(row[ExportColumn.RedundancyRole]!)}. It can be primary, backup or empty.");
                return null;
        }
    }

    private void Report(ExportPlace place, string message)
    {
        problems.Add(new ExportProblem(place, message));
        if (problems.Count == ExportLimits.Problems)
        {
            throw new ExportException(place, "There are many mistakes; the rest of the export was not looked at.");
        }
    }

    private static string Shown(string value) => value.Length <= 40 ? $"'{value}'" : $"'{value.Substring(0, 40)}…'";

    private static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using PlanAnalyzers.Model;

namespace PlanAnalyzers.Tool;

/// <summary>A galaxy made of a site, and what of it the export did not say.</summary>
/// <param name="Galaxy">The galaxy, its declarations in the order in which they are written.</param>
/// <param name="Groups">The groups of platforms that pairs tie together.</param>
/// <param name="Guesses">What was guessed, by the declaration that it is about.</param>
/// <param name="States">In what the export shows a platform or engine to be otherwise than plans expect at their start.</param>
/// <param name="TagNames">The tag names that are no names in C#, by the declaration.</param>
internal sealed record ImportedGalaxy(
    Galaxy Galaxy,
    IReadOnlyList<IReadOnlyList<Platform>> Groups,
    IReadOnlyDictionary<Declaration, IReadOnlyList<string>> Guesses,
    IReadOnlyDictionary<Declaration, string> States,
    IReadOnlyDictionary<Declaration, string> TagNames)
{
    /// <summary>Makes the galaxy of a site.</summary>
    /// <exception cref="ImportException">What must be known cannot even be guessed.</exception>
    public static ImportedGalaxy Of(Site site, ImportOptions options) => new Work(site, options).Run();

    private sealed class Work(Site site, ImportOptions options)
    {
        private readonly string name = options.Class ?? SiteNames.Identifier(site.Galaxy ?? Path.GetFileNameWithoutExtension(options.Export));
        private readonly Dictionary<SiteObject, List<string>> guesses = [];
        private readonly IReadOnlyList<SitePair> pairs = SitePairs.Of(site, options.PartnerRules);

        public ImportedGalaxy Run()
        {
            var names = new SiteNames(site, name);
            var repository = Repository();
            var servers = site.Platforms.Select(platform => platform.Sms).Prepend(options.Sms).OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select((node, i) => new SystemManagementServer(i, i == 0 ? SiteNames.Sms : $"{SiteNames.Sms}{i + 1}", node))
                .ToValueList();
            GuessNodes();
            GuessRoles();

            // Which platforms belong together is known only when there is a galaxy; then they are declared together.
            var groups = new PlatformGroups(Build(site.Platforms, repository, names, servers).Galaxy).All()
                .Select(group => group.Select(index => site.Platforms[index]).ToArray())
                .OrderByDescending(group => group.Contains(repository))
                .ToArray();
            var (galaxy, declarations) = Build(groups.SelectMany(group => group), repository, names, servers);
            return new ImportedGalaxy(
                galaxy,
                [.. groups.Select(group => group.Select(platform => (Platform)declarations[platform]).ToArray())],
                guesses.ToDictionary(item => (Declaration)declarations[item.Key], item => (IReadOnlyList<string>)item.Value),
                declarations.Where(item => StateOf(item.Key) is not null).ToDictionary(item => (Declaration)item.Value, item => StateOf(item.Key)!),
                declarations.Where(item => item.Value.Name != item.Key.TagName).ToDictionary(item => (Declaration)item.Value, item => item.Key.TagName));
        }

        private (Galaxy Galaxy, Dictionary<SiteObject, DeployTarget> Declarations) Build(
            IEnumerable<SitePlatform> order, SitePlatform repository, SiteNames names, ValueList<SystemManagementServer> servers)
        {
            var declarations = new Dictionary<SiteObject, DeployTarget>();
            var platforms = new List<Platform>();
            foreach (var platform in order)
            {
                var declared = new Platform(
                    platforms.Count,
                    names[platform],
                    platform.Node ?? platform.TagName,
                    platform == repository ? PlatformRole.GalaxyRepository : PlatformRole.RunTime,
                    servers.FirstOrDefault(server => Is(server.Node, platform.Sms)));
                platforms.Add(declared);
                declarations.Add(platform, declared);
            }

            var platformOf = platforms.Zip(order).ToDictionary(item => item.Second.TagName, item => item.First, StringComparer.OrdinalIgnoreCase);
            var pairOf = pairs.SelectMany(pair => new[] { (pair.Primary, pair), (pair.Backup, pair) }).ToDictionary(item => item.Item1, item => item.pair);
            var engines = new List<AppEngine>();
            foreach (var engine in site.Engines.OrderBy(engine => platformOf[engine.Host].Index))
            {
                if (pairOf.TryGetValue(engine, out var pair))
                {
                    Declare(pair.Primary, primary: null, isActive: pair.Primary.IsActive == true && pair.Backup.IsActive == true);
                    Declare(pair.Backup, (AppEngine)declarations[pair.Primary], IsActiveBackup(pair));
                }
                else
                {
                    Declare(engine, primary: null, isActive: false);
                }
            }

            return (new Galaxy(name, servers, platforms.ToValueList(), engines.ToValueList()), declarations);

            void Declare(SiteEngine engine, AppEngine? primary, bool isActive)
            {
                if (!declarations.ContainsKey(engine))
                {
                    engines.Add(new AppEngine(engines.Count, names[engine], platformOf[engine.Host], engine.IsHistorized == true, isActive, primary));
                    declarations.Add(engine, engines[^1]);
                }
            }
        }

        private static bool IsActiveBackup(SitePair pair) => pair.Backup.IsActive ?? pair.Primary.IsActive == false;

        /// <summary>The Galaxy Repository: what the user or the export says, then the platform on the database's computer, then the one that is named so.</summary>
        private SitePlatform Repository()
        {
            if (options.GalaxyRepository is { } wanted)
            {
                return site.Platforms.FirstOrDefault(platform => Is(platform.TagName, wanted))
                    ?? throw new ImportException($"The export has no platform {wanted}, which --galaxy-repository names. It has "
                        + $"{List(site.Platforms)}.");
            }

            if (site.Platforms.FirstOrDefault(platform => platform.IsGalaxyRepository == true) is { } stated)
            {
                return stated;
            }

            if (site.RepositoryNode is { } node && site.Platforms.FirstOrDefault(platform => Is(platform.Node, node)) is { } onNode)
            {
                return onNode;
            }

            var (guessed, why) = site.Platforms.Where(platform => platform.Node is null && Is(platform.TagName, site.RepositoryNode)).ToArray() is [var named]
                ? (named, "named like the computer of the database")
                : site.Platforms.Where(LooksLikeRepository).ToArray() is [var only] ? (only, "by its name")
                : site.Platforms.Count == 1 ? (site.Platforms[0], "the only platform")
                : throw new ImportException(
                    "Nothing tells which platform is the Galaxy Repository. Say it with --galaxy-repository TAG, or in the column "
                    + $"galaxy_repository. The platforms are {List(site.Platforms)}.");
            Guess(guessed, $"Galaxy Repository, {why}");
            return guessed;
        }

        private static bool LooksLikeRepository(SitePlatform platform) =>
            platform.IsGalaxyRepository is null
            && (SiteNames.Identifier(platform.TagName).Split('_', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Any(part => Is(part, "GR") || Is(part, "GRNode") || Is(part, "GRPlatform"))
                || platform.TagName.Contains("GalaxyRepository", StringComparison.OrdinalIgnoreCase));

        private void GuessNodes()
        {
            foreach (var platform in site.Platforms.Where(platform => platform.Node is null))
            {
                Guess(platform, "computer's name");
            }
        }

        private void GuessRoles()
        {
            foreach (var pair in pairs)
            {
                if (pair.Guess is { } guess)
                {
                    Guess(pair.Backup, guess);
                }

                if (pair is not ({ Primary.IsActive: true } or { Backup.IsActive: not null } or { Primary.IsActive: false, Backup.IsActive: not false }))
                {
                    Guess(pair.Primary, "active");
                }

                if (pair.Primary.IsHistorized is null && pair.Backup.IsHistorized != true)
                {
                    Guess(pair.Primary, "not historized");
                }
            }
        }

        private void Guess(SiteObject item, string what)
        {
            if (!guesses.TryGetValue(item, out var ofItem))
            {
                guesses.Add(item, ofItem = []);
            }

            ofItem.Add(what);
        }

        private static string? StateOf(SiteObject item) => (item.IsDeployed, item.IsUpgradePending) switch
        {
            (false, true) => "undeployed and in software upgrade pending",
            (false, _) => "undeployed",
            (_, true) => "in software upgrade pending",
            _ => null,
        };

        private static string List(IEnumerable<SitePlatform> platforms)
        {
            var names = platforms.Select(platform => platform.TagName).ToArray();
            return names.Length <= 10 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(10))} and {names.Length - 10} others";
        }

        private static bool Is(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A site cannot be imported.</summary>
/// <param name="message">Why, and what to do.</param>
internal sealed class ImportException(string message) : Exception(message);

namespace PlanAnalyzers.Model;

/// <summary>UPG8002 to UPG8009: where a galaxy and an export of its site differ.</summary>
public static class DriftCheck
{
    /// <summary>Compares a galaxy with its site.</summary>
    /// <param name="galaxy">A galaxy without errors of its own.</param>
    /// <param name="site">The site.</param>
    /// <param name="export">What the export is called.</param>
    /// <returns>
    /// What differs, each once: of a platform that one side does not have nothing more is said of what it hosts, and what the export does not
    /// say is no difference.
    /// </returns>
    public static ValueList<Finding> Run(Galaxy galaxy, Site site, string export) => new Work(galaxy, site, export).Run().ToValueList();

    private sealed class Work(Galaxy galaxy, Site site, string export)
    {
        private readonly SiteMatch match = new(galaxy, site);
        private readonly Dictionary<string, SiteEngine> byTagName = site.Engines.ToDictionary(engine => engine.TagName, StringComparer.OrdinalIgnoreCase);

        public IEnumerable<Finding> Run() =>
            site.Platforms.SelectMany(Platform)
                .Concat(site.Engines.SelectMany(Engine))
                .Concat(NotInSite())
                .Concat(galaxy.Pairs.SelectMany(Pair))
                .Concat(site.Engines.SelectMany(UndeclaredPair))
                .Concat(site.Objects.SelectMany(State));

        private IEnumerable<Finding> Platform(SitePlatform item)
        {
            if (match.Of(item) is not { } declared)
            {
                var correction = new Platform(
                    galaxy.Platforms.Count,
                    match.Names[item],
                    item.Node ?? item.TagName,
                    PlatformRole.RunTime,
                    galaxy.Servers.FirstOrDefault(server => string.Equals(server.Node, item.Sms, StringComparison.OrdinalIgnoreCase)));
                yield return new Finding(
                    RuleTable.PlatformNotDeclared,
                    new GalaxyPlace(),
                    $"The site has the platform {item.TagName} ({Line(item)}), which {galaxy} does not declare: no plan upgrades it, and after the "
                    + "migration it can be neither deployed nor undeployed. Declare it.",
                    At(item))
                {
                    Correction = correction,
                };
                yield break;
            }

            if (item.Node is { } node && !string.Equals(node, declared.Node, StringComparison.OrdinalIgnoreCase))
            {
                yield return Different(
                    RuleTable.ElsewhereInSite,
                    declared with { Node = node },
                    $"{declared} is on the node {declared.Node} here and on {node} in the site ({Line(item)}): a plan sends somebody to "
                    + $"the wrong computer. Put it on {node}.",
                    item);
            }

            if (item.IsGalaxyRepository == true && !declared.IsGalaxyRepository)
            {
                yield return Different(
                    RuleTable.ElsewhereInSite,
                    declared with { Role = PlatformRole.GalaxyRepository },
                    $"The site's Galaxy Repository is {declared} ({Line(item)}), and here it is {galaxy.GalaxyRepository}: every plan "
                    + "begins at the wrong node. "
                    + $"Declare {declared} with Platform.GalaxyRepository and {galaxy.GalaxyRepository} with Platform.RunTime.",
                    item);
            }
        }

        private IEnumerable<Finding> Engine(SiteEngine item)
        {
            if (match.Of(match.HostOf(item)) is not { } host)
            {
                yield break; // That its platform is not declared is said already.
            }

            if (match.Of(item) is not { } declared)
            {
                var isBackup = item.Role != RedundancyRole.Primary && item.HostedObjects is null or 0;
                var partner = isBackup && Partner(item) is { } other ? Unpaired(other) : null;
                yield return new Finding(
                    RuleTable.EngineNotDeclared,
                    new DeclarationPlace(host),
                    $"The site has the engine {item.TagName} on {host} ({Line(item)}), which {galaxy} does not declare: nobody checks that "
                    + "it keeps running. Declare it.",
                    At(item))
                {
                    Correction = new AppEngine(
                        galaxy.Engines.Count, match.Names[item], host, item.IsHistorized == true, partner is not null && item.IsActive == true, partner),
                };
            }
            else if (declared.Platform != host)
            {
                yield return Different(
                    RuleTable.ElsewhereInSite,
                    declared with { Platform = host },
                    $"{declared} is on {declared.Platform} here and on {host} in the site ({Line(item)}): a plan takes it for running "
                    + $"where it does not. Put it on {host}.",
                    item);
            }
        }

        private IEnumerable<Finding> NotInSite()
        {
            var found = new HashSet<DeployTarget>(match.Found);
            foreach (var platform in galaxy.Platforms.Where(platform => !found.Contains(platform)))
            {
                yield return new Finding(
                    RuleTable.PlatformNotInSite,
                    new DeclarationPlace(platform),
                    $"{platform} on the node {platform.Node} is not in {export}: steps for it cannot be carried out. Remove it, or export "
                    + "the site again.",
                    ValueList<Place>.Empty);
            }

            foreach (var engine in galaxy.Engines.Where(engine => !found.Contains(engine) && found.Contains(engine.Platform)))
            {
                yield return new Finding(
                    RuleTable.EngineNotInSite,
                    new DeclarationPlace(engine),
                    $"{engine} on {engine.Platform} is not in {export}: a plan counts on an engine that does not run. Remove it, or export "
                    + "the site again.",
                    ValueList<Place>.Empty);
            }
        }

        /// <summary>What the site says of a declared pair.</summary>
        private IEnumerable<Finding> Pair(RedundantPair pair)
        {
            if (match.InSite(pair.Primary) is not { } primary || match.InSite(pair.Backup) is not { } backup || !site.SaysPartners)
            {
                yield break;
            }

            if (Partner(primary) == backup)
            {
                // What one of the two says is enough, and what both say of themselves is nothing.
                var active = primary.IsActive == backup.IsActive ? null
                    : primary.IsActive == true || backup.IsActive == false ? pair.Primary
                    : pair.Backup;
                if (active is not null && active != pair.ActiveAtStart)
                {
                    yield return Different(
                        RuleTable.OtherEngineActive,
                        pair.Backup with { ActiveAtStart = active == pair.Backup },
                        $"{active} is the active engine of {pair} in the site ({Line(active == pair.Primary ? primary : backup)}), and "
                        + $"here {pair.ActiveAtStart} is: a plan takes the wrong "
                        + "platform for the one that goes first. "
                        + $"{(active == pair.Backup ? $"Declare {active} with ActiveAtStart()" : $"Remove ActiveAtStart() from {pair.Backup}")}.",
                        backup);
                }

                yield break;
            }

            var now = Partner(backup);
            yield return Different(
                RuleTable.OtherPartnerInSite,
                pair.Backup with { Primary = now is null ? null : Unpaired(now) ?? pair.Primary },
                $"{pair.Backup} is the backup of {pair.Primary} here, and in the site "
                + $"{(now is null ? "it has no partner" : $"its partner is {now.TagName}")} ({Line(backup)}): "
                + $"when {pair.Primary} stops nothing takes over. "
                + $"{(now is null ? $"Declare {pair.Backup} with AppEngine.On" : "Declare the partners that the site has")}, or make the "
                + "two partners again.",
                backup);
        }

        /// <summary>Two engines that are declared alone and are partners in the site, said of the backup.</summary>
        private IEnumerable<Finding> UndeclaredPair(SiteEngine backup)
        {
            if (Partner(backup) is { } primary
                && match.Of(backup) is { } declared && match.Of(primary) is { } other
                && galaxy.PairOf(declared) is null && galaxy.PairOf(other) is null
                && IsBackup(backup, declared, primary, other))
            {
                yield return Different(
                    RuleTable.OtherPartnerInSite,
                    declared with { Primary = other, ActiveAtStart = backup.IsActive == true },
                    $"{declared} is alone here and the backup of {other} in the site ({Line(backup)}): a plan may stop both at a time. "
                    + $"Declare it with {other}.BackupOn({declared.Platform}).",
                    backup);
            }
        }

        private static bool IsBackup(SiteEngine one, AppEngine declared, SiteEngine other, AppEngine otherDeclared) =>
            one.Role is { } role ? role == RedundancyRole.Backup
            : one.HostedObjects is { } objects && other.HostedObjects is { } others && objects != others ? objects < others
            : declared.Index > otherDeclared.Index;

        private IEnumerable<Finding> State(SiteObject item)
        {
            DeployTarget? declared = item is SitePlatform platform ? match.Of(platform) : match.Of((SiteEngine)item);
            if (declared is null || (item is SiteEngine engine && IsOff(match.HostOf(engine))) || !IsOff(item))
            {
                yield break; // Of a platform that is off nothing more is said of what it hosts.
            }

            yield return new Finding(
                RuleTable.NotAsPlansBegin,
                new DeclarationPlace(declared),
                item.IsUpgradePending == true
                    ? $"{declared} is in software upgrade pending in the site ({Line(item)}): an upgrade was begun, and a plan begins "
                        + "before one. Use 'locate' of the plan's "
                        + "program to see where it stands, and export the site again when it is done."
                    : $"{declared} is undeployed in the site ({Line(item)}), and a plan begins with everything deployed. Deploy it, or "
                        + "leave it out where it is not used.",
                At(item));
        }

        private static bool IsOff(SiteObject item) => item.IsDeployed == false || item.IsUpgradePending == true;

        /// <summary>A declared engine that can get a backup.</summary>
        private AppEngine? Unpaired(SiteEngine engine) => match.Of(engine) is { } declared && galaxy.PairOf(declared) is null ? declared : null;

        private SiteEngine? Partner(SiteEngine engine) => engine.Partner is { } name ? byTagName[name] : null;

        private Finding Different(Rule rule, DeployTarget correction, string message, SiteObject item) =>
            new(rule, new DeclarationPlace(correction is Platform ? galaxy.Platforms[correction.Index] : galaxy.Engines[correction.Index]), message, At(item))
            {
                Correction = correction,
            };

        private string Line(SiteObject item) => $"{export}, line {item.Line}";

        private static ValueList<Place> At(SiteObject item) => ValueList.Of<Place>(new ExportPlace(item.Line));
    }
}

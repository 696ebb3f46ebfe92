using System.Runtime.CompilerServices;

namespace PlanAnalyzers.Model;

/// <summary>UPG2001 to UPG2008, but for the versions: what is wrong with a galaxy, whatever plan is made for it.</summary>
public static class TopologyCheck
{
    /// <summary>What was found, by the galaxy: each of its plans asks again.</summary>
    private static readonly ConditionalWeakTable<Galaxy, ValueList<Finding>> Found = new();

    /// <summary>All findings, in the order of the declarations; none for a galaxy that plans can be checked against.</summary>
    public static ValueList<Finding> Run(Galaxy galaxy) => Found.GetValue(galaxy, Look);

    private static ValueList<Finding> Look(Galaxy galaxy) =>
        Repositories(galaxy).Concat(Engines(galaxy)).Concat(ActiveEngines(galaxy)).Concat(Servers(galaxy))
            .Concat(HasEachNodeOnce(galaxy) ? [] : Nodes(galaxy)).ToValueList();

    private static IEnumerable<Finding> Repositories(Galaxy galaxy)
    {
        var repositories = galaxy.Platforms.FindAll(static platform => platform.IsGalaxyRepository);
        if (repositories.Length == 0)
        {
            yield return new Finding(
                RuleTable.OneGalaxyRepository,
                new GalaxyPlace(),
                $"The galaxy {galaxy} has no Galaxy Repository platform, so there is nothing to upgrade first and nothing to deploy from. "
                + "Declare one with Platform.GalaxyRepository(node).",
                ValueList<Place>.Empty);
        }

        foreach (var further in repositories.Skip(1))
        {
            yield return AtDeclaration(
                RuleTable.OneGalaxyRepository,
                further,
                $"{further} is a second Galaxy Repository beside {repositories[0]}: a galaxy has one database, on one node. "
                + $"Declare {further} with Platform.RunTime(\"{further.Node}\"), or as part of a galaxy of its own.",
                repositories[0]);
        }
    }

    private static IEnumerable<Finding> Engines(Galaxy galaxy)
    {
        foreach (var backup in galaxy.Engines)
        {
            if (backup.Primary is not { } primary)
            {
                continue;
            }

            if (primary.Primary is not null)
            {
                yield return AtDeclaration(
                    RuleTable.OneBackup,
                    backup,
                    $"{backup} is declared as the backup of {primary}, which is itself the backup of {primary.Primary}: nothing would "
                    + $"ever take over from it. Make it the backup of a primary engine.",
                    primary);
            }
            else if (galaxy.PairOf(primary) is { } pair && pair.Backup.Index != backup.Index)
            {
                yield return AtDeclaration(
                    RuleTable.OneBackup,
                    backup,
                    $"{backup} is a second backup of {primary} beside {pair.Backup}: a redundant pair has two engines. "
                    + $"Remove {backup} or give it a primary of its own.",
                    pair.Backup);
            }
            else if (primary.Platform.Index == backup.Platform.Index)
            {
                yield return AtDeclaration(
                    RuleTable.PartnersOnDifferentPlatforms,
                    backup,
                    $"{backup} is on {backup.Platform} like its primary {primary}: the pair cannot be deployed, and if {backup.Platform} "
                    + $"stops both stop. Put {backup} on another platform.",
                    primary);
            }
        }
    }

    private static IEnumerable<Finding> ActiveEngines(Galaxy galaxy)
    {
        foreach (var (primary, backup) in galaxy.Pairs)
        {
            if (primary.ActiveAtStart && backup.ActiveAtStart)
            {
                yield return AtDeclaration(
                    RuleTable.OneActiveAtStart,
                    backup,
                    $"{backup} and its primary {primary} are both declared active at the start, so nobody can tell which platform to upgrade "
                    + "first. Remove ActiveAtStart() from the one that Platform Manager shows as standby.",
                    primary);
            }
        }
    }

    private static IEnumerable<Finding> Servers(Galaxy galaxy)
    {
        foreach (var further in galaxy.Servers.Skip(1))
        {
            yield return AtDeclaration(
                RuleTable.OneSms,
                further,
                $"{further} is a second System Management Server beside {galaxy.Servers[0]}: nodes of different servers do not trust "
                + $"each other, and communication breaks down. Connect every node to {galaxy.Servers[0]} and remove {further}.",
                galaxy.Servers[0]);
        }
    }

    private static IEnumerable<Finding> Nodes(Galaxy galaxy)
    {
        foreach (var onOneNode in galaxy.Platforms.GroupBy(platform => platform.Node, StringComparer.OrdinalIgnoreCase))
        {
            var first = onOneNode.First();
            foreach (var further in onOneNode.Skip(1))
            {
                yield return AtDeclaration(
                    RuleTable.OnePlatformANode,
                    further,
                    $"{further} is declared on the node {further.Node} like {first}: a node runs one platform, and what looks like two computers in "
                    + $"the plan would go down together. Give {further} its own node.",
                    first);
            }
        }
    }

    private static bool HasEachNodeOnce(Galaxy galaxy)
    {
        var nodes = new Dictionary<string, Platform>(galaxy.Platforms.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var platform in galaxy.Platforms)
        {
            nodes[platform.Node] = platform;
        }

        return nodes.Count == galaxy.Platforms.Count;
    }

    private static Finding AtDeclaration(Rule rule, Declaration declaration, string message, Declaration other) =>
        new(rule, new DeclarationPlace(declaration), message, ValueList.Of<Place>(new DeclarationPlace(other)));
}

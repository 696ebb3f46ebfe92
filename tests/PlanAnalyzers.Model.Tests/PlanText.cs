using System.Text.RegularExpressions;

namespace PlanAnalyzers.Model.Tests;

/// <summary>
/// Plans in a short form: <c>Upgrade(P2) CascadeDeploy(P2, P1) Deploy(E1b, Continue)</c>, phases as <c>{ … }</c> and branches that run side
/// by side as <c>[ … | … ]</c>.
/// </summary>
internal static partial class PlanText
{
    public static PlanSteps Parse(Galaxy galaxy, string text)
    {
        var tokens = new Queue<string>(Token().Matches(text).Select(match => match.Value));
        var parts = Parts(galaxy, tokens);
        Assert.Empty(tokens);
        return parts.ToPlanSteps();
    }

    /// <summary>What is wrong with a plan: the number of the step, from 1, and the rule; only the rule where it is about the whole plan.</summary>
    public static string Problems(UpgradePlan plan) => Text(Tests.Problems.Of(plan));

    /// <summary>The same with mere advice.</summary>
    public static string Findings(UpgradePlan plan) => Text(PlanCheck.Run(plan).Findings);

    private static string Text(IEnumerable<Finding> findings) => string.Join(' ', findings.Select(finding =>
        finding.Place is StepPlace { Index: var index } ? $"{index + 1}:{finding.Rule.Id}" : finding.Rule.Id));

    private static ValueList<PlanPart> Parts(Galaxy galaxy, Queue<string> tokens)
    {
        var parts = new List<PlanPart>();
        while (tokens.TryPeek(out var token) && token is not ("}" or "]" or "|"))
        {
            tokens.Dequeue();
            switch (token)
            {
                case "{":
                    parts.Add(new Phase("Part", Parts(galaxy, tokens)));
                    Assert.Equal("}", tokens.Dequeue());
                    break;
                case "[":
                    var branches = new List<Branch> { new(Parts(galaxy, tokens)) };
                    while (tokens.Dequeue() == "|")
                    {
                        branches.Add(new Branch(Parts(galaxy, tokens)));
                    }

                    parts.Add(new InParallel(branches.ToValueList()));
                    break;
                default:
                    parts.Add(StepOf(galaxy, token));
                    break;
            }
        }

        return parts.ToValueList();
    }

    private static Step StepOf(Galaxy galaxy, string token)
    {
        var (kind, arguments) = (token[..token.IndexOf('(', StringComparison.Ordinal)], token[(token.IndexOf('(', StringComparison.Ordinal) + 1)..^1]);
        var names = arguments.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        DeployTarget Target(string name) => galaxy.Platforms.Concat<DeployTarget>(galaxy.Engines).Single(target => target.Name == name);
        Platform PlatformOf() => (Platform)Target(names[0]);
        return kind switch
        {
            "Upload" => new UploadRuntimeChanges(OverwriteDefaults: true),
            "Upgrade" => new Upgrade(PlatformOf()),
            "Reboot" => new Reboot(PlatformOf()),
            "ShutDown" => new ShutDown(PlatformOf()),
            "Start" => new Start(PlatformOf()),
            "Migrate" => new MigrateGalaxy(),
            "ViewApps" => new MigrateViewApps(),
            "CascadeDeploy" => new CascadeDeploy(names.Select(Target).ToValueList()),
            "Deploy" => new Deploy(Target(names[0]), names.Length > 1 ? Enum.Parse<ForcedDeployment>(names[1]) : ForcedDeployment.Unanswered),
            "Undeploy" => new Undeploy(Target(names[0])),
            "ConfigureSms" => new ConfigureSms(PlatformOf()),
            "ForceFailover" => new ForceFailover((AppEngine)Target(names[0])),
            "LoadBalancing" => new EnableCpuLoadBalancing(),
            "Manual" => new Manual(arguments),
            "Approve" => new Approve(arguments),
            _ => throw new ArgumentException(token, nameof(token)),
        };
    }

    [GeneratedRegex(@"\w+\([^)]*\)|[{}\[\]|]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

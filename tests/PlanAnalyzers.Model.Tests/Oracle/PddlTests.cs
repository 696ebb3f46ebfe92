using System.Text.RegularExpressions;
using PlanAnalyzers.Benchmarks.Pddl;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Model.Tests.Oracle;

/// <summary>The domain that planners and validators get for comparison does what <see cref="UpgradeProcedure"/> does.</summary>
public sealed partial class PddlTests
{
    private static readonly string Domain = File.ReadAllText(Repository.PathOf("tests", "PlanAnalyzers.Benchmarks", "Pddl", "upgrade.pddl"));

    /// <summary>The planner's plan, and the one that upgrades the active engine first.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    public void The_actions_of_a_plan_lead_where_its_steps_lead_and_cost_the_same(int pairs, bool isActiveFirst)
    {
        var galaxy = Galaxies.OfPairs(pairs);
        Step[] steps = [.. StepsOf(galaxy, isActiveFirst)];
        var facts = new HashSet<string>(Facts(Section(UpgradePddl.Problem(galaxy), "(:init")), StringComparer.Ordinal);
        var state = GalaxyState.AtStart(galaxy);
        var transitions = new List<Transition>();
        var cost = 0;
        foreach (var (step, action) in steps.Zip(UpgradePddl.Plan(galaxy, steps).Split('\n')))
        {
            cost += Take(facts, action);
            transitions.Add(UpgradeProcedure.Apply(state, step));
            state = transitions[^1].After;
            Assert.Equal(FactsOf(state), facts.Where(IsOfTheState).Order(StringComparer.Ordinal));
        }

        Assert.Equal(UpgradePddl.CostOf(PlanCost.Of(transitions)), cost);
        Assert.Subset(facts, new HashSet<string>(Facts(Section(UpgradePddl.Problem(galaxy), "(:goal")), StringComparer.Ordinal));
    }

    [Fact]
    public void A_plan_without_one_of_its_actions_is_refused()
    {
        var galaxy = Galaxies.OfPairs(1);
        var actions = UpgradePddl.Plan(galaxy, StepsOf(galaxy, isActiveFirst: false)).Split('\n');
        for (var missing = 0; missing < actions.Length - 1; missing++)
        {
            var facts = new HashSet<string>(Facts(Section(UpgradePddl.Problem(galaxy), "(:init")), StringComparer.Ordinal);
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() =>
            {
                foreach (var action in actions.Where((_, index) => index != missing))
                {
                    Take(facts, action);
                }
            });
        }
    }

    private static IEnumerable<Step> StepsOf(Galaxy galaxy, bool isActiveFirst)
    {
        var repository = galaxy.GalaxyRepository;
        return isActiveFirst
            ? [
                new Upgrade(repository), new Reboot(repository), new MigrateGalaxy(), new CascadeDeploy(repository),
                .. galaxy.Pairs.SelectMany(pair => new[] { pair.ActiveAtStart, galaxy.PartnerOf(pair.ActiveAtStart)! })
                    .SelectMany(engine => new Step[] { new Upgrade(engine.Platform), new CascadeDeploy(engine.Platform) }),
            ]
            : Planner.Plan(galaxy, SystemPlatform.V2023R2SP1, PlannerOptions.Minimal).Steps;
    }

    /// <summary>Takes an action as a planner does: what it needs must be there; what it says comes and goes.</summary>
    /// <returns>What it costs.</returns>
    private static int Take(HashSet<string> facts, string call)
    {
        var words = call.Trim('(', ')').Split(' ');
        var text = Section(Comment().Replace(Domain, ""), $"(:action {words[0]}\n");
        var parameters = Parameter().Matches(Section(text, ":parameters ")).Select(match => match.Value).ToArray();
        Assert.Equal(parameters.Length, words.Length - 1);
        text = parameters.Zip(words.Skip(1)).Aggregate(text, (whole, pair) => Regex.Replace(
            whole, $@"\{pair.First}\b", pair.Second, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)));
        var needs = Facts(Section(text, ":precondition ")).ToArray();
        Assert.All(needs, need => Assert.Equal(!IsNegation(need), facts.Contains(Positive(need))));
        var effects = Facts(Section(text, ":effect ")).ToArray();
        facts.ExceptWith(effects.Where(IsNegation).Select(Positive));
        facts.UnionWith(effects.Where(effect => !IsNegation(effect) && !effect.StartsWith("increase", StringComparison.Ordinal)));
        var price = Price().Match(text).Groups["price"].Value;
        return int.Parse(facts.Single(fact => fact.StartsWith($"= ({price}) ", StringComparison.Ordinal)).Split(' ')[^1]);
    }

    private static IEnumerable<string> FactsOf(GalaxyState state)
    {
        var repository = state[state.Galaxy.GalaxyRepository];
        var facts = new List<string> { $"without-backup n{state.Galaxy.Pairs.Count(pair => !state.HasBackup(pair))}" };
        AddIf(repository.Software == Software.New, "repository-upgraded");
        AddIf(repository.Software == Software.New && !repository.RebootPending, "repository-rebooted");
        AddIf(repository.Deployed, "repository-deployed");
        AddIf(state.Database.Migrated, "migrated");
        foreach (var engine in state.Galaxy.Engines)
        {
            AddIf(state[engine.Platform].Software == Software.New, $"upgraded {engine.Platform.Name}");
            AddIf(state[engine].Redundancy.IsActive(), $"active {engine.Platform.Name}");
            AddIf(state[engine].Redundancy == RedundancyStatus.StandbyReady, $"ready {engine.Platform.Name}");
        }

        return facts.Order(StringComparer.Ordinal);

        void AddIf(bool holds, string fact)
        {
            if (holds)
            {
                facts.Add(fact);
            }
        }
    }

    private static bool IsOfTheState(string fact) => fact.Split(' ')[0] is not ("=" or "partners" or "next");

    private static bool IsNegation(string fact) => fact.StartsWith("not ", StringComparison.Ordinal);

    private static string Positive(string fact) => IsNegation(fact) ? fact[5..^1] : fact;

    /// <summary>The text from a word on to where the parenthesis closes that it opens, or that follows it.</summary>
    private static string Section(string text, string start)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"There is no {start}");
        var open = text.IndexOf('(', from);
        return text[open..(ClosingOf(text, open) + 1)];
    }

    /// <summary>The lists in a list, but for a leading word such as <c>and</c>, without their own parentheses.</summary>
    private static IEnumerable<string> Facts(string list)
    {
        var inner = list.StartsWith("(:goal", StringComparison.Ordinal) ? Section(list[1..], "(and") : list;
        for (var open = inner.IndexOf('(', 1); open >= 0; open = inner.IndexOf('(', ClosingOf(inner, open)))
        {
            yield return inner[(open + 1)..ClosingOf(inner, open)];
        }
    }

    private static int ClosingOf(string text, int open)
    {
        var depth = 0;
        for (var at = open; ; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }
    }

    [GeneratedRegex(";.*", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\?\w+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\(increase \(total-cost\) \((?<price>[^)]+)\)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Price();
}

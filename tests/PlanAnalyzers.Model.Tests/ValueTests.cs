using static PlanAnalyzers.Model.Tests.VendorProcedure;

namespace PlanAnalyzers.Model.Tests;

/// <summary>Galaxies, states, plans and lists are values: equal where they say the same, and only there.</summary>
public sealed class ValueTests
{
    private static PlanSteps Pair => PlanText.Parse(Plant7, "Upgrade(P2) [ CascadeDeploy(P2) | Upgrade(P1) ]");

    /// <summary>Things of which no two are equal, each made twice.</summary>
    public static TheoryData<string, object[], object[]> Different() => new()
    {
        { "galaxies", ManyGalaxies(), ManyGalaxies() },
        { "states", States(), States() },
        { "steps of plans", Plans(), Plans() },
        { "lists", Lists(), Lists() },
        { "checked plans", Checked(), Checked() },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public void Are_equal_where_they_say_the_same_and_only_there(string what, object[] some, object[] again)
    {
        for (var i = 0; i < some.Length; i++)
        {
            Assert.False(some[i].Equals(null), what);
            Assert.False(some[i].Equals("text"), what);
            for (var j = 0; j < again.Length; j++)
            {
                Assert.True(some[i].Equals(again[j]) == (i == j), $"{what} {i} and {j}");
            }

            Assert.Equal(some[i].GetHashCode(), again[i].GetHashCode());
        }

        // Equal hashes would still be right, but sets of them slow.
        Assert.Equal(some.Length, some.Select(item => item.GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void A_checked_plan_differs_with_its_consequences()
    {
        var plan = PlanCheck.Run(Plan(new Upgrade(P0)));
        Assert.NotEqual(plan, plan with { Consequences = plan.Findings });
    }

    [Fact]
    public void A_state_of_an_engine_is_what_it_was_made_of()
    {
        var states = (
            from deployed in new[] { false, true }
            from redundancy in Enum.GetValues<RedundancyStatus>()
            from objects in new Software?[] { null, Software.Old, Software.New }
            select (deployed, redundancy, objects)).ToArray();
        foreach (var (deployed, redundancy, objects) in states)
        {
            var state = new EngineState(deployed, redundancy, objects);
            Assert.Equal((deployed, redundancy, objects), (state.Deployed, state.Redundancy, state.Objects));
            foreach (var other in states)
            {
                Assert.Equal(new EngineState(other.deployed, redundancy, objects), state with { Deployed = other.deployed });
                Assert.Equal(new EngineState(deployed, other.redundancy, objects), state with { Redundancy = other.redundancy });
                Assert.Equal(new EngineState(deployed, redundancy, other.objects), state with { Objects = other.objects });
            }
        }
    }

    [Fact]
    public void A_list_is_read_in_its_order_and_copied_when_made()
    {
        var items = new[] { 1, 2, 3 };
        var list = ValueList.Of(items);
        items[0] = 4;
        Assert.Equal([1, 2, 3], list);
        Assert.Equal([1, 2, 3], ((System.Collections.IEnumerable)list).Cast<int>());
        var read = new List<int>();
        foreach (var item in list)
        {
            read.Add(item);
        }

        Assert.Equal([1, 2, 3], read);
        Assert.Equal("1, 2, 3", list.ToString());
        Assert.Same(ValueList<int>.Empty, ValueList.Of<int>());
    }

    [Fact]
    public void A_plan_counts_and_lists_the_steps_of_all_its_parts()
    {
        Assert.Equal(3, Pair.Count);
        Assert.Equal("Upgrade(P2), CascadeDeploy(P2), Upgrade(P1)", Pair.ToString());
        Assert.Equal([1, 2], Pair.Parts.Select(PlanSteps.CountOf));
        Assert.Equal(3, PlanSteps.CountOf(new Phase("All", Pair.Parts)));
        Assert.Equal(Pair.ToArray(), ((System.Collections.IEnumerable)Pair).Cast<Step>());
    }

    [Fact]
    public void A_declaration_stands_at_its_index_and_a_galaxy_without_repository_cannot_be_asked_for_it()
    {
        Assert.Throws<ArgumentException>(() => new Galaxy("Plant7", ValueList.Of(Sms), ValueList.Of(P0, P2), ValueList<AppEngine>.Empty));
        Assert.Throws<ArgumentException>(() => new Galaxy("Plant7", ValueList.Of(Sms), ValueList.Of(P0, P1, P2), ValueList.Of(E1b)));
        Assert.Throws<ArgumentException>(() => new Galaxy("Plant7", ValueList.Of(Sms with { Index = 1 }), ValueList.Of(P0), ValueList<AppEngine>.Empty));
        var none = new Galaxy("Plant7", ValueList.Of(Sms), ValueList.Of(P1 with { Index = 0 }), ValueList<AppEngine>.Empty);
        Assert.Throws<InvalidOperationException>(() => none.GalaxyRepository);
        var last = new Galaxy("Plant7", ValueList.Of(Sms), ValueList.Of(P1 with { Index = 0 }, P0 with { Index = 1 }), ValueList<AppEngine>.Empty);
        Assert.Equal("P0", last.GalaxyRepository.Name);
    }

    [Fact]
    public void The_backup_that_is_declared_first_counts_and_a_backup_of_a_backup_is_no_pair()
    {
        var second = new AppEngine(2, "E1c", P0, Historized: false, ActiveAtStart: false, E1);
        Assert.Equal([new RedundantPair(E1, E1b)], With(E1, E1b, second).Pairs);
        Assert.Null(With(E1, E1b, second).PairOf(second));
        Assert.Equal([new RedundantPair(E1, E1b)], With(E1, E1b, second with { Primary = E1b }).Pairs);

        // In the order of the primaries, not in that of the backups.
        var e2 = new AppEngine(1, "E2", P2, Historized: false, ActiveAtStart: false, Primary: null);
        var galaxy = With(E1, e2, new(2, "E2b", P1, Historized: true, ActiveAtStart: true, e2), new(3, "E1b", P2, Historized: false, ActiveAtStart: false, E1));
        Assert.Equal(["E1/E1b", "E2/E2b"], galaxy.Pairs.Select(pair => pair.ToString()));
        Assert.Equal(["E1", "E2b"], galaxy.Pairs.Select(pair => pair.ActiveAtStart.Name));
        Assert.All(galaxy.Pairs, pair => Assert.True(pair.Historized));
        Assert.All(galaxy.Engines, engine => Assert.Equal(engine, galaxy.PartnerOf(galaxy.PartnerOf(engine)!)));
        Assert.Equal([false, true, true], galaxy.Platforms.Select(galaxy.HostsRedundantEngine));
        Assert.False(With(E1).HostsRedundantEngine(P1));
    }

    private static object[] ManyGalaxies() =>
    [
        Plant7,
        new Galaxy("Plant8", Plant7.Servers, Plant7.Platforms, Plant7.Engines),
        new Galaxy("Plant7", ValueList.Of(Sms), Plant7.Platforms, With(E1).Engines),
        new Galaxy("Plant7", ValueList.Of(Sms), ValueList.Of(P0, P1, P2 with { Node = "AOS03" }), Plant7.Engines),
        With(E1, E1b with { ActiveAtStart = true }),
    ];

    private static object[] States() =>
    [
        .. new[]
            {
                "", "Upload()", "ConfigureSms(P0)", "ShutDown(P0)", "ShutDown(P1)", "ShutDown(P2)", "Undeploy(P1)", "Undeploy(E1)", "Undeploy(E1b)",
                "ForceFailover(E1)", "Upgrade(P0)", "Upgrade(P0) Reboot(P0)", "Upgrade(P0) Reboot(P0) Migrate()",
            }
            .Select(steps => PlanText.Parse(Plant7, steps)
                .Aggregate(GalaxyState.AtStart(Plant7), (state, step) => UpgradeProcedure.Apply(state, step).After)),
        GalaxyState.AtStart(With(E1)),
    ];

    private static object[] Plans() =>
        [.. new[] { "", "Upgrade(P2)", "Upgrade(P2) Upgrade(P1)", "Upgrade(P1) Upgrade(P2)", "{ Upgrade(P2) } Upgrade(P1)", "[ Upgrade(P2) | Upgrade(P1) ]", "[ Upgrade(P2) Upgrade(P1) | ]" }
            .Select(steps => PlanText.Parse(Plant7, steps))];

    private static object[] Lists() =>
        [ValueList.Of<string>(), ValueList.Of("a"), ValueList.Of("b"), ValueList.Of("a", "b"), ValueList.Of("b", "a"), ValueList.Of("a", "b", "c"), ValueList.Of("a", null)];

    private static Galaxy With(params AppEngine[] engines) => new("Plant7", ValueList.Of(Sms), Plant7.Platforms, engines.ToValueList());

    private static object[] Checked()
    {
        var (right, wrong) = (PlanCheck.Run(Plan(Steps)), PlanCheck.Run(Plan(new Upgrade(P0))));
        return [right, wrong, right with { Findings = wrong.Findings }];
    }
}

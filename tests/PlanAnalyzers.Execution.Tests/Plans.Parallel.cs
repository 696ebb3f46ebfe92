using PlanAnalyzers.Model;

namespace PlanAnalyzers.Execution.Tests;

/// <content>Plans with phases, branches that run side by side, and platforms that are shut down.</content>
internal static partial class Plans
{
    /// <summary>
    /// Two pairs and a single engine, each in a branch, and in the last branch two more side by side. Three steps are equal to others in
    /// branches beside them, and the one that is written later is done first.
    /// </summary>
    public static ValidatedPlan Parallel { get; } = MakeParallel("");

    /// <summary>The same with hostile titles, works and roles.</summary>
    public static ValidatedPlan ParallelWithHostileTitles { get; } = MakeParallel(Hostile);

    /// <summary>
    /// A standby and then a single engine are shut down and started again, an engine is skipped in a multi-selection, a forced deployment
    /// is answered, and roles are changed by hand.
    /// </summary>
    public static ValidatedPlan Restarts { get; } = MakeRestarts();

    public static ValidatedPlan MakeParallel(string suffix)
    {
        var sms = new SystemManagementServer(0, "Sms", "SMS01");
        var p0 = new Platform(0, "P0", "GR01", PlatformRole.GalaxyRepository, Sms: null);
        var p = Enumerable.Range(1, 5).Select(i => new Platform(i, $"P{i}", $"AOS0{i}", PlatformRole.RunTime, sms)).Prepend(p0).ToArray();
        var a = new AppEngine(0, "A", p[1], Historized: true, ActiveAtStart: false, Primary: null);
        var ab = new AppEngine(1, "Ab", p[2], Historized: false, ActiveAtStart: false, Primary: a);
        var b = new AppEngine(2, "B", p[3], Historized: false, ActiveAtStart: false, Primary: null);
        var bb = new AppEngine(3, "Bb", p[4], Historized: false, ActiveAtStart: false, Primary: b);
        var s = new AppEngine(4, "S", p[5], Historized: false, ActiveAtStart: false, Primary: null);
        var look = new Manual("Look at the line" + suffix);
        var leave = new Approve("shift lead" + suffix);
        return Validate(
            new Galaxy("Twin", ValueList.Of(sms), p.ToValueList(), ValueList.Of(a, ab, b, bb, s)),
            [
                new UploadRuntimeChanges(OverwriteDefaults: true), // 1
                Named("Galaxy Repository", [.. Repository(p0)]), // 2 to 6
                SideBySide(
                    [Named("Line A", new Upgrade(p[2]), new CascadeDeploy(p[2]), new Upgrade(p[1]), new CascadeDeploy(p[1]))], // 7 to 10
                    [leave, look, Named("Line B", new Upgrade(p[4]), new CascadeDeploy(p[4]), new Upgrade(p[3]), new CascadeDeploy(p[3]))], // 11 to 16
                    [look, SideBySide([new Upgrade(p[5]), new CascadeDeploy(p[5])], [leave]), look]), // 17 to 21
                Named("At last", Named("Balance", new EnableCpuLoadBalancing())), // 22
            ]);

        PlanPart Named(string title, params PlanPart[] parts) => new Phase(title + suffix, parts.ToValueList());
    }

    private static ValidatedPlan MakeRestarts()
    {
        var sms = new SystemManagementServer(0, "Sms", "SMS01");
        var p0 = new Platform(0, "P0", "GR01", PlatformRole.GalaxyRepository, Sms: null);
        var p1 = new Platform(1, "P1", "AOS01", PlatformRole.RunTime, sms);
        var p2 = new Platform(2, "P2", "AOS02", PlatformRole.RunTime, sms);
        var p3 = new Platform(3, "P3", "AOS03", PlatformRole.RunTime, sms);
        var e = new AppEngine(0, "E", p1, Historized: false, ActiveAtStart: false, Primary: null);
        var eb = new AppEngine(1, "Eb", p2, Historized: false, ActiveAtStart: false, Primary: e);
        var s = new AppEngine(2, "S", p3, Historized: false, ActiveAtStart: false, Primary: null);
        return Validate(
            new Galaxy("Restarts", ValueList.Of(sms), ValueList.Of(p0, p1, p2, p3), ValueList.Of(e, eb, s)),
            [
                new ShutDown(p2), new Start(p2), new ShutDown(p3), new Manual("Look at S"), new Start(p3), // 1 to 5
                new ForceFailover(e), new ForceFailover(eb), // 6 and 7
                .. Repository(p0), // 8 to 12
                new Upgrade(p2), // 13
                new CascadeDeploy(ValueList.Of<DeployTarget>(p2, eb)), // 14, Eb is skipped
                new Deploy(eb, ForcedDeployment.Continue), // 15
                new Upgrade(p1), new CascadeDeploy(p1), new Upgrade(p3), new CascadeDeploy(p3), // 16 to 19
                new Undeploy(s), new Deploy(s, ForcedDeployment.Unanswered), new CascadeDeploy(s), // 20 to 22
            ]);
    }

    private static InParallel SideBySide(params PlanPart[][] branches) =>
        new(branches.Select(branch => new Branch(branch.ToValueList())).ToValueList());
}

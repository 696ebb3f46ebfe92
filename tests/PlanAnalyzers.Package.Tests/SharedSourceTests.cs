namespace PlanAnalyzers.Package.Tests;

/// <summary>A plan over a galaxy and fragments of other projects, which are built for an older framework.</summary>
public sealed class SharedSourceTests(Packages packages)
{
    private const string OlderFramework = "<TargetFramework>netstandard2.0</TargetFramework><LangVersion>13</LangVersion>";

    private const string Plan = """
        using Plant.Fragments;
        using PlanAnalyzers;
        using static Plant7;

        return await Plant7Upgrade.RunAsync(args);

        [UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
        static partial class Plant7Upgrade
        {
            static Plan Define(Plan plan) => plan
                .Repository(P0)
                .Node(new Node(P2))
                .Node(new Node(P1) { Note = "Call the control room" });
        }
        """;

    private static readonly (string Name, string Text)[] Library =
    [
        ("Plant7.cs", """
            using PlanAnalyzers;

            [Galaxy]
            public static class Plant7
            {
                public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");
                public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
                public static readonly Platform P1 = Platform.RunTime("AOS01").ConnectedTo(Sms);
                public static readonly Platform P2 = Platform.RunTime("AOS02").ConnectedTo(Sms);
                public static readonly AppEngine E1 = AppEngine.On(P1).Historized();
                public static readonly AppEngine E1b = E1.BackupOn(P2);
            }
            """),
        ("Fragments.cs", """
            using System.Linq;
            using PlanAnalyzers;

            namespace Plant.Fragments;

            public sealed record Node(Platform Platform)
            {
                public string Note { get; init; } = "Look at the alarms";
            }

            public static class Upgrades
            {
                public static Plan Repository(this Plan plan, Platform platform) =>
                    plan.UploadRuntimeChanges(overwriteDefaults: true).Upgrade(platform).Reboot(platform).MigrateGalaxy().CascadeDeploy(platform);

                public static Plan Node(this Plan plan, Node node) =>
                    new[] { node.Note, "Go on" }.Aggregate(plan.Upgrade(node.Platform).CascadeDeploy(node.Platform), (p, text) => p.Manual(text));
            }
            """),
        ("Polyfill.cs", "namespace System.Runtime.CompilerServices { internal static class IsExternalInit { } }"),
    ];

    [Fact]
    public async Task A_plan_over_a_library_runs_and_a_library_that_shares_nothing_is_named()
    {
        await packages.NewProject("Fragments", OlderFramework, ["PlanAnalyzers"], Library);
        await packages.NewProject("Silent", OlderFramework + "<PlanAnalyzersShareSource>false</PlanAnalyzersShareSource>", ["PlanAnalyzers"], Library);
        var (folder, other) = (await NewPlan("Over", "Fragments"), await NewPlan("OverSilent", "Silent"));

        var (ran, output) = await Dotnet.Run(folder, "run");
        Assert.True(ran == 0, output);
        Assert.Contains("Call the control room", output, StringComparison.Ordinal);
        Assert.Matches(@"E1b is Active, E1 is Standby - Ready\s*$", output);

        var (built, build) = await Dotnet.Run(other, "build");
        Assert.NotEqual(0, built);
        Assert.Contains("error UPG1005: The source of Plant7 is not here", build, StringComparison.Ordinal);
        Assert.Contains("Build Silent with the package PlanAnalyzers", build, StringComparison.Ordinal);
    }

    private async Task<string> NewPlan(string name, string library)
    {
        var folder = await packages.NewProject(
            name, "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>", ["PlanAnalyzers.Execution"], ("Plan.cs", Plan));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Directory.Build.targets"),
            $"<Project><ItemGroup><ProjectReference Include=\"../{library}/{library}.csproj\" /></ItemGroup></Project>",
            TestContext.Current.CancellationToken);
        return folder;
    }
}

namespace PlanAnalyzers.Package.Tests;

/// <summary>What the analyzers of the SDK say of galaxies and plans when all of them are on, and what is silenced because it is wrong there.</summary>
public sealed class MisleadingHintsTests(Packages packages)
{
    private const string Properties = "<TargetFramework>net10.0</TargetFramework><AnalysisMode>All</AnalysisMode>"
        + "<EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>" + CompilerLog.Property;

    private const string Sources = """
        using PlanAnalyzers;

        namespace Plants;

        [Galaxy]
        public static class Plant7
        {
            public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
            public static readonly Platform P1 = Platform.RunTime("AOS01");
            private static readonly AppEngine E1 = AppEngine.On(P1); // silent: CA1823 IDE0052
            private static AppEngine E2 { get; } = AppEngine.On(P1); // silent: IDE0051
            private static readonly string Line = "7".Trim(); // said: CA1823 IDE0052
        }

        [UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
        public static partial class Valid
        {
            private static Plan Define(Plan plan) => plan // silent: IDE0051
                .Manual("Back up the galaxy").UploadRuntimeChanges(true).Upgrade(Plant7.P0)
                .Reboot(Plant7.P0).MigrateGalaxy().CascadeDeploy(Plant7.P0).Node(Plant7.P1);
        }

        [UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
        public static partial class Refused
        {
            private static Plan Define(Plan plan) => plan; // silent: IDE0051
            private static Plan Other(Plan plan) => plan; // said: IDE0051
        }

        public static class Work
        {
            public static Plan Node(this Plan plan, Platform node) => plan // silent: CA1062
                .Manual(node.Node) // silent: CA1062
                .Upgrade(node).CascadeDeploy(node);

            public static string NameOf(Platform node) => node.Node; // said: CA1062
        }
        """;

    [Fact]
    public async Task Hints_that_are_wrong_are_silent_and_the_same_hints_elsewhere_are_not()
    {
        var folder = await packages.NewProject(
            "Hints",
            Properties + "<NoWarn>$(NoWarn);UPG6001</NoWarn>",
            ["PlanAnalyzers"],
            ("Plan.cs", Sources),
            (".editorconfig", "[*.cs]\ndotnet_diagnostic.IDE0051.severity = warning\ndotnet_diagnostic.IDE0052.severity = warning\n"));

        var (exitCode, output) = await Dotnet.Run(folder, "build");

        Assert.True(exitCode == 0, output);
        var hints = (await CompilerLog.Read(packages, "Hints"))!
            .Where(result => result.Id is "IDE0051" or "IDE0052" or "CA1823" or "CA1062")
            .Select(result => (result.Line, result.Suppressed ? "silent" : "said", result.Id))
            .Order();
        Assert.Equal(Marks().Order(), hints);
    }

    private static IEnumerable<(int Line, string How, string Id)> Marks()
    {
        foreach (var (index, line) in Sources.Split('\n').Index())
        {
            if (line.Split("// ") is [_, var mark] && mark.Split(": ") is [var how, var ids])
            {
                foreach (var id in ids.TrimEnd('\r').Split(' '))
                {
                    yield return (index + 1, how, id);
                }
            }
        }
    }
}

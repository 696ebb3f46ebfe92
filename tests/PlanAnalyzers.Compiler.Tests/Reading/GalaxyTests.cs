using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Reading;

/// <summary>What a galaxy may say, and what is reported where it says something else.</summary>
public sealed class GalaxyTests
{
    [Fact]
    public Task Names_nodes_and_order_of_calls_are_the_authors() => Marked.Verify(
        """
        using PlanAnalyzers;
        namespace Plants;

        [Galaxy]
        static class Plant9
        {
            private const string Prefix = "AOS";
            private static readonly string Gr = "GR01";
            internal static readonly SystemManagementServer @event = SystemManagementServer.On(node: "SMS\"01\n");
            internal static readonly Platform Repository = Platform.GalaxyRepository(Gr).ConnectedTo(@event), Line1 = Platform.RunTime(Prefix + "1").ConnectedTo(@event);
            internal static readonly Platform Line2 = Platform.RunTime($"{Prefix}2").ConnectedTo(sms: @event);
            internal static readonly AppEngine Mixer = AppEngine.On(platform: Line1).ActiveAtStart().Historized();
            internal static readonly AppEngine MixerBackup = Mixer.BackupOn(Line2).Historized();
            public static int Unrelated = 3;
        }

        [UpgradePlan(typeof(Plant9), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
        static partial class Plan9
        {
            static Plan Define(Plan plan) => plan
                .Upgrade(Plant9.Repository).Reboot(Plant9.Repository).MigrateGalaxy().CascadeDeploy(Plant9.Repository)
                .Upgrade(Plant9.Line2).CascadeDeploy(Plant9.Line2).Upgrade(Plant9.Line1).CascadeDeploy(Plant9.Line1);
        }
        """);

    [Theory]
    [InlineData("public static readonly Platform P1 = Platform.RunTime({|UPG1001:System.Environment.MachineName|});")]
    [InlineData("public static readonly Platform P1 = Platform.RunTime({|UPG1001:null|}!);")]
    [InlineData("public static readonly Platform P1 = Platform.RunTime(\"X\").ConnectedTo({|UPG1001:null|}!);")]
    [InlineData("public static readonly AppEngine E1 = AppEngine.On({|UPG1001:null|}!);")]
    [InlineData("public static readonly Platform P1 = {|UPG1001:null|}!;")]
    [InlineData("public static Platform {|UPG1001:P1|} = Platform.RunTime(\"AOS01\");")]
    [InlineData("public static readonly Platform {|UPG1001:P1|};\nstatic Plant7() { P1 = Platform.RunTime(\"AOS01\"); }")]
    [InlineData("public static readonly AppEngine E1 = AppEngine.On({|UPG1001:P1|}!);\npublic static readonly Platform P1 = Platform.RunTime(\"AOS01\");")]
    [InlineData("public static readonly Platform P1 = Platform.RunTime(\"AOS01\").ConnectedTo({|UPG1006:Plant8.Sms|});")]
    [InlineData("public static readonly AppEngine E1 = AppEngine.On({|UPG1006:Plant8.P8|});")]
    public Task What_is_not_known_is_reported_in_the_galaxy_and_its_plans_are_not_checked(string declaration) => Marked.Verify(
        "using PlanAnalyzers;\n[Galaxy]\npublic static class Plant7\n{\n    public static readonly Platform P0 = Platform.GalaxyRepository(\"GR01\");\n"
        + declaration + "\n}\n",
        "using PlanAnalyzers; [Galaxy] static class Plant8 { public static readonly SystemManagementServer Sms = SystemManagementServer.On(\"S\");"
        + " public static readonly Platform P8 = Platform.GalaxyRepository(\"GR08\"); }",
        Marked.PlanHead + "{ static Plan Define(Plan plan) => plan.Upgrade(P0); }");

    [Fact]
    public async Task What_is_declared_in_a_file_that_comes_later_is_said_to_be_there()
    {
        var project = TestProject.OfFiles([
            ("Nodes.cs", "using PlanAnalyzers; [Galaxy] static partial class Plant7 { public static readonly Platform P1 = Platform.RunTime(\"AOS01\").ConnectedTo(Sms); }"),
            ("Servers.cs", "using PlanAnalyzers; static partial class Plant7 { public static readonly SystemManagementServer Sms = SystemManagementServer.On(\"SMS01\"); }"),
        ]);
        Assert.EndsWith(
            "C# initializes the fields of Servers.cs, where Sms is declared, after those of this file: it is still null here. Declare Sms in this file, further up.",
            Assert.Single(await project.AnalyzerDiagnostics(), diagnostic => diagnostic.Id == "UPG1001").GetMessage(null),
            StringComparison.Ordinal);
    }

    [Fact]
    public Task Properties_that_only_read_declare_as_fields_do() => Marked.Verify("""
        using PlanAnalyzers;

        [Galaxy]
        static class Plant9
        {
            public static Platform P0 { get; } = Platform.GalaxyRepository("GR01");
            public static Platform P1 { get; } = Platform.RunTime("AOS01");
            public static AppEngine E1 { get; } = AppEngine.On(P1);
        }

        [UpgradePlan(typeof(Plant9), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]
        static partial class Plan9
        {
            static Plan Define(Plan plan) => plan.Upgrade(Plant9.P0).Reboot(Plant9.P0).MigrateGalaxy().CascadeDeploy(Plant9.P0)
                .{|UPG6002:Upgrade(Plant9.P1)|};
        }
        """);

    [Theory]
    [InlineData("public static readonly Platform {|UPG1005:P1|} = Platform.RunTime(\"AOS01\", \"Node 1\");")]
    [InlineData("public static readonly Platform Raw = Platform.RunTime(\"AOS01\");\npublic static readonly Platform {|UPG1005:P1|} = Raw.ConnectedTo(Sms);")]
    public Task A_declaration_has_the_name_of_its_field(string declaration) => Marked.Verify(
        "using PlanAnalyzers;\n[Galaxy]\npublic static class Plant7\n{\n    public static readonly Platform P0 = Platform.GalaxyRepository(\"GR01\");\n"
        + "public static readonly SystemManagementServer Sms = SystemManagementServer.On(\"S\");\n"
        + declaration + "\npublic static readonly AppEngine E1 = AppEngine.On(P1);\n}\n",
        Marked.PlanHead + "{ static Plan Define(Plan plan) => plan.Upgrade(P1); }");

    [Fact]
    public Task A_declaration_inside_another_has_no_name_that_a_step_could_use() => Marked.Verify("""
        using PlanAnalyzers;

        [Galaxy]
        public static class {|UPG1005:Plant7|}
        {
            public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
            public static readonly AppEngine E1 = AppEngine.On(Platform.RunTime("AOS01"));
        }
        """);
}

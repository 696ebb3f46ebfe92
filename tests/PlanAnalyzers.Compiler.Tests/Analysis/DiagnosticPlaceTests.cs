using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.Compiler.Tests.Analysis;

/// <summary>Where a diagnostic stands: exactly the text that is underlined, and the other places that it names.</summary>
public sealed class DiagnosticPlaceTests
{
    [Fact]
    public async Task A_step_is_underlined_from_its_name_to_its_closing_parenthesis_with_the_declarations_beside_it()
    {
        var found = await Marked.VerifyDefine("""
            static Plan Define(Plan plan) => plan
                .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
                .Upgrade(P2).{|UPG4006:Upgrade(P1)|}.CascadeDeploy(P2).CascadeDeploy(P1);
            """);

        Assert.Equal(["E1", "E1b"], found[0].AdditionalLocations.Select(location => location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(location.SourceSpan)));
        Assert.All(found[0].AdditionalLocations, location => Assert.Equal("File1.cs", location.SourceTree!.FilePath));
    }

    [Fact]
    public Task A_platform_that_is_forgotten_is_reported_at_Define() => Marked.VerifyDefine("""
        static Plan {|UPG6001:Define|}(Plan plan) => plan
            .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
            .Upgrade(P2).CascadeDeploy(P2);
        """);

    [Fact]
    public Task Versions_are_reported_at_the_attribute() => Marked.Verify(Marked.Plant7, """
        using PlanAnalyzers;
        using static Plant7;

        [{|UPG2006:UpgradePlan(typeof(Plant7), From = SystemPlatform.V2023R2SP1, To = SystemPlatform.V2023R2SP1)|}]
        public static partial class Plant7Upgrade
        {
            static Plan Define(Plan plan) => plan
                .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0)
                .Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1);
        }
        """);

    [Fact]
    public Task Topology_is_reported_at_the_declaration_and_once_however_many_plans_there_are() => Marked.Verify(
        """
        using PlanAnalyzers;

        [Galaxy]
        public static partial class Plant7
        {
            public static readonly SystemManagementServer Sms = SystemManagementServer.On("SMS01");
            public static readonly SystemManagementServer {|UPG2005:Sms2|} = SystemManagementServer.On("SMS02");
            public static readonly Platform P0 = Platform.GalaxyRepository("GR01");
            public static readonly Platform {|UPG2001:P1|} =
                Platform.GalaxyRepository("AOS01").ConnectedTo(Sms);
            public static readonly AppEngine E1 = AppEngine.On(P1);
        }
        """,
        """
        using PlanAnalyzers;

        public static partial class Plant7
        {
            public static readonly AppEngine {|UPG2002:E1b|} =
                E1.BackupOn(P1);
            public static readonly AppEngine {|UPG2003:E1c|} = E1.BackupOn(P0);
        }
        """,
        Marked.PlanHead + "{ static Plan Define(Plan plan) => plan.Upgrade(P1); }",
        Marked.PlanHead.Replace("Plant7Upgrade", "Another", StringComparison.Ordinal) + "{ static Plan Define(Plan plan) => plan; }");

    [Fact]
    public Task A_galaxy_without_repository_is_reported_at_its_name() => Marked.Verify("""
        using PlanAnalyzers;

        [Galaxy]
        public static class {|UPG2001:Plant7|}
        {
            public static readonly Platform P1 = Platform.RunTime("AOS01");
        }
        """);

    [Fact]
    public Task A_plan_in_parts_is_reported_where_its_parts_are() => Marked.Verify(
        Marked.Plant7,
        Marked.PlanHead + ";",
        """
        using PlanAnalyzers;
        using static Plant7;

        static partial class Plant7Upgrade
        {
            static Plan Define(Plan plan) => plan.{|UPG4001:Upgrade(P2)|}.CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1)
                .Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0);
        }
        """);

    [Fact]
    public async Task Nothing_is_said_where_the_library_is_not_referenced_or_no_plan_is_marked()
    {
        Assert.Empty(await TestProject.WithoutLibrary("[System.Obsolete] static class C;").AnalyzerDiagnostics());
        Assert.Empty(await TestProject.Of("static class C { static PlanAnalyzers.Plan Define(PlanAnalyzers.Plan plan) => plan; }").AnalyzerDiagnostics());
    }
}

using PlanAnalyzers.CodeFixes.Spelling;
using PlanAnalyzers.CodeFixes.Tests.Harness;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Spelling;

/// <summary>Names of platforms, engines and steps that do not exist, and what is offered instead.</summary>
public sealed class MisspeltNameTests
{
    private const string Head = "    static Plan Define(Plan plan) => plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2).CascadeDeploy(P2).";

    /// <summary>What is written after that, with the mistake marked, and what is offered for it.</summary>
    public static TheoryData<string, string[]> Mistakes() => new()
    {
        // By its spelling; only what the step takes.
        { "Upgrade({|CS0103:P11|})", ["Change 'P11' to 'P1'"] },
        { "Upgrade({|CS0103:p1|})", ["Change 'p1' to 'P1'", "Change 'p1' to 'P0'", "Change 'p1' to 'P2'"] },
        { "ForceFailover({|CS0103:E1bb|})", ["Change 'E1bb' to 'E1b'"] },
        { "ForceFailover({|CS0103:Elb|})", ["Change 'Elb' to 'E1b'"] },
        { "CascadeDeploy({|CS0103:E1a|})", ["Change 'E1a' to 'E1'", "Change 'E1a' to 'E1b'"] },
        { "Upgrade(Plant7.{|CS0117:P11|})", ["Change 'P11' to 'P1'"] },

        // By the computer that it is on.
        { "Upgrade({|CS0103:AOS01|})", ["Change 'AOS01' to 'P1'"] },
        { "CascadeDeploy({|CS0103:aos01|})", ["Change 'aos01' to 'P1'"] },
        { "ForceFailover({|CS0103:AOS01|})", [] },

        // Steps, by their spelling and by what else they are called.
        { "{|CS1061:CascadeDepoly|}(P1)", ["Change 'CascadeDepoly' to 'CascadeDeploy'"] },
        { "{|CS1061:upgrade|}(P1)", ["Change 'upgrade' to 'Upgrade'"] },
        { "{|CS1061:Install|}(P1)", ["Change 'Install' to 'Upgrade'"] },
        { "{|CS1061:Redeploy|}(P1)", ["Change 'Redeploy' to 'CascadeDeploy'"] },
        { "{|CS1061:Failover|}(E1b)", ["Change 'Failover' to 'ForceFailover'"] },
        { "{|CS1061:Restart|}(P1)", ["Change 'Restart' to 'Reboot'"] },

        // Nothing where nobody can tell, or where the result would not compile.
        { "Upgrade({|CS0103:Boiler|})", [] },
        { "Upgrade(P1.{|CS1061:Nod|})", [] },
        { "{|CS1061:Restart|}(E1)", [] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public Task Offers_what_was_meant(string step, string[] titles) => Fixing.InDefine(Head + step + ";").Offers(titles);

    [Fact]
    public Task The_name_is_changed_and_nothing_else() => Fixing.InDefine(Head + "Upgrade(\n        {|CS0103:P11|} /* last */).CascadeDeploy(P1);")
        .GivesDefine("Change 'P11' to 'P1'", Head + "Upgrade(\n        P1 /* last */).CascadeDeploy(P1);");

    [Fact]
    public Task Where_the_galaxy_is_not_used_statically_its_class_is_named() => Fixing.In(
            Marked.Plant7,
            Fixing.Class(Qualified("{|CS0103:P11|}")).Replace("using static Plant7;\n", "", StringComparison.Ordinal))
        .Gives("Change 'P11' to 'Plant7.P1'", Fixing.Class(Qualified("Plant7.P1")).Replace("using static Plant7;\n", "", StringComparison.Ordinal));

    [Fact]
    public Task In_a_fragment_of_another_class_the_galaxy_of_the_project_is_meant() => Fixing.In(
            Marked.Plant7,
            "using PlanAnalyzers;\nstatic class Work { public static Plan Line(this Plan plan) => plan.Upgrade({|CS0103:AOS02|}); }\n")
        .Gives(
            "Change 'AOS02' to 'Plant7.P2'",
            "using PlanAnalyzers;\nstatic class Work { public static Plan Line(this Plan plan) => plan.Upgrade(Plant7.P2); }\n");

    [Fact]
    public Task The_same_mistake_is_mended_everywhere() => Fixing.InDefine(
            Head + "Upgrade({|CS0103:P11|}).CascadeDeploy(P11);")
        .AllGive("Change 'P11' to 'P1'", Marked.Plant7, Fixing.Class(Head + "Upgrade(P1).CascadeDeploy(P1);"));

    [Theory]
    [InlineData("{|UPG1006:Upgrade(Plant8.P1)|}", "Change 'Plant8.P1' to 'P1'", "Upgrade(P1)")]
    [InlineData("{|UPG1006:CascadeDeploy(P1, Plant8.P2)|}", "Change 'Plant8.P2' to 'P2'", "CascadeDeploy(P1, P2)")]
    public Task A_platform_of_another_galaxy_becomes_its_namesake(string step, string title, string mended) =>
        Fixing.In(Marked.Plant7, Plant8, Fixing.Class(Head + step + ";")).Gives(title, Fixing.Class(Head + mended + ";"));

    [Fact]
    public Task A_platform_of_another_galaxy_without_a_namesake_stays() =>
        Fixing.In(Marked.Plant7, Plant8, Fixing.Class(Head + "{|UPG1006:Upgrade(Plant8.P8)|};")).Offers();

    [Fact]
    public void Each_word_of_the_vendor_stands_for_a_step() =>
        Assert.All(StepWords.Steps, step => Assert.Contains(typeof(Plan).GetMethods(), method => method.Name == step && method.ReturnType == typeof(Plan)));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("P1", "p1", 0)]
    [InlineData("P11", "P1", 1)]
    [InlineData("P1", "P11", 1)]
    [InlineData("P1", "P2", 1)]
    [InlineData("Depoly", "Deploy", 1)]
    [InlineData("Upgrade", "", 7)]
    [InlineData("kitten", "sitting", 3)]
    public void Names_are_as_far_apart_as_slips_of_the_fingers(string left, string right, int distance) =>
        Assert.Equal(distance, Similarity.Distance(left, right));

    private const string Plant8 = """
        using PlanAnalyzers;

        [Galaxy]
        public static class Plant8
        {
            public static readonly Platform P0 = Platform.GalaxyRepository("GR08");
            public static readonly Platform P1 = Platform.RunTime("AOS81");
            public static readonly Platform P2 = Platform.RunTime("AOS82");
            public static readonly Platform P8 = Platform.RunTime("AOS88");
        }
        """;

    private static string Qualified(string name) => $"    static Plan Define(Plan plan) => plan.Upgrade(Plant7.P0).Reboot(Plant7.P0).MigrateGalaxy().Upgrade({name});";
}

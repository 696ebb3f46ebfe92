using PlanAnalyzers.CodeFixes.Tests.Harness;
using PlanAnalyzers.Compiler.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Authoring;

/// <summary>UPG1002: a class that does not have the shape of a plan's class.</summary>
public sealed class PlanClassShapeTests
{
    private const string Head = "using PlanAnalyzers;\nusing static Plant7;\n\n[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2SP1, To = SystemPlatform.V2023R2SP1)]\n";
    private const string Define = "{\n    static Plan Define(Plan plan) => plan.Upgrade(P0).Reboot(P0).MigrateGalaxy().CascadeDeploy(P0).Upgrade(P2).CascadeDeploy(P2).Upgrade(P1).CascadeDeploy(P1);\n}\n";

    [Theory]
    [InlineData("public class {|UPG1002:Up|}\n", "public static partial class Up\n", "Make Up static partial")]
    [InlineData("public static class {|UPG1002:Up|}\n", "public static partial class Up\n", "Make Up partial")]
    [InlineData("public partial class {|UPG1002:Up|}\n", "public static partial class Up\n", "Make Up static")]
    [InlineData("sealed class {|UPG1002:Up|} // For June.\n", "static partial class Up // For June.\n", "Make Up static partial")]
    [InlineData("/* What? */ class {|UPG1002:Up|}\n", "/* What? */ static partial class Up\n", "Make Up static partial")]
    public Task A_class_gets_the_modifiers_that_it_lacks(string declaration, string mended, string title) =>
        Fixing.In(Marked.Plant7, Head + declaration + Define).Gives(title, Head + mended + Define);

    [Theory]
    [InlineData("static partial class {|UPG1002:Up|}\n{\n}\n", "static partial class Up\n{\n    static Plan Define(Plan plan) => plan;\n}\n")]
    [InlineData("static partial class {|UPG1002:Up|};\n", "static partial class Up\n{\n    static Plan Define(Plan plan) => plan;\n}\n")]
    [InlineData("static partial class {|UPG1002:Up|} { }\n", "static partial class Up {\n    static Plan Define(Plan plan) => plan;\n }\n")]
    [InlineData(
        "static partial class {|UPG1002:Up|}\n{\n    const int Lines = 3;\n}\n",
        "static partial class Up\n{\n    static Plan Define(Plan plan) => plan;\n\n    const int Lines = 3;\n}\n")]
    public Task A_class_without_Define_gets_one(string declaration, string mended) =>
        Fixing.In(Marked.Plant7, Head + declaration).Gives("Add Define to Up", Head + mended);

    [Fact]
    public Task What_is_missing_is_added_at_once() =>
        Fixing.In(Marked.Plant7, Head + "class {|UPG1002:Up|}\n{\n}\n")
            .Gives("Make Up static partial and add Define", Head + "static partial class Up\n{\n    static Plan Define(Plan plan) => plan;\n}\n");

    [Fact]
    public Task A_Define_of_an_instance_becomes_static() =>
        Fixing.In(Marked.Plant7, Head + "class {|UPG1002:Up|}\n" + Define.Replace("static ", "", StringComparison.Ordinal))
            .Gives("Make Up static partial and make Define static", Head + "static partial class Up\n" + Define);

    [Fact]
    public Task The_classes_around_a_plan_become_partial() => Fixing.In(
            Marked.Plant7,
            "using PlanAnalyzers;\nusing static Plant7;\nclass Outer\n{\n" + Head[(Head.LastIndexOf('['))..] + "class {|UPG1002:Up|}\n" + Define + "}\n")
        .Gives(
            "Make Outer partial and make Up static partial",
            "using PlanAnalyzers;\nusing static Plant7;\npartial class Outer\n{\n" + Head[(Head.LastIndexOf('['))..] + "static partial class Up\n" + Define + "}\n");

    [Theory]
    [InlineData("static partial class {|UPG1002:Up|}<T>\n")]
    [InlineData("class {|UPG1002:Up|} : System.Exception\n")]
    public Task Where_nothing_would_mend_it_nothing_is_offered(string declaration) =>
        Fixing.In(Marked.Plant7, Head + declaration + Define).Offers();

    [Fact]
    public Task All_classes_are_mended_together() => Fixing.In(
            Marked.Plant7,
            Head + "class {|UPG1002:Up|}\n" + Define + Head[(Head.LastIndexOf('['))..] + "class Down\n" + Define)
        .AllGive(
            "Make Up static partial",
            Marked.Plant7,
            Head + "static partial class Up\n" + Define + Head[(Head.LastIndexOf('['))..] + "static partial class Down\n" + Define);
}

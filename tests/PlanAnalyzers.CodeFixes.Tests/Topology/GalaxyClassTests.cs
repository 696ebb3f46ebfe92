using PlanAnalyzers.CodeFixes.Tests.Harness;

namespace PlanAnalyzers.CodeFixes.Tests.Topology;

/// <summary>UPG1005 and UPG1001: a galaxy that is not written as one.</summary>
public sealed class GalaxyClassTests
{
    private const string Head = "using PlanAnalyzers;\n\n";
    private const string Class = "public static class Plant7";
    private const string P0 = "    public static readonly Platform P0 = Platform.GalaxyRepository(\"GR01\");";

    [Theory]
    [InlineData("/* Line 1 */ public static class Plant7", "/* Line 1 */ [Galaxy]\npublic static class Plant7", "Mark Plant7 with [Galaxy]")]
    [InlineData("public partial class Plant7", "[Galaxy]\npublic static partial class Plant7", "Mark Plant7 with [Galaxy] and make it static")]
    [InlineData("[Galaxy] class Plant7 // Line 1", "[Galaxy] static class Plant7 // Line 1", "Make Plant7 static")]
    public Task The_class_of_a_galaxy_is_marked_and_static(string wrong, string right, string title) => Fixing.In(
            Galaxy(wrong, P0),
            "using PlanAnalyzers;\n[{|UPG1005:UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2, To = SystemPlatform.V2023R2)|}]\n"
            + "static partial class Plant7Upgrade { static Plan Define(Plan plan) => plan; }\n")
        .Gives(title,
        [
            Galaxy(right, P0),
            "using PlanAnalyzers;\n[UpgradePlan(typeof(Plant7), From = SystemPlatform.V2020R2, To = SystemPlatform.V2023R2)]\n"
            + "static partial class Plant7Upgrade { static Plan Define(Plan plan) => plan; }\n",
        ]);

    [Fact]
    public Task A_class_that_declares_nothing_is_left_to_the_author() => Fixing.In(
            "using PlanAnalyzers;\n[{|UPG1005:UpgradePlan(typeof(Other), From = SystemPlatform.V2020R2, To = SystemPlatform.V2023R2)|}]\n"
            + "static partial class Plant7Upgrade { static Plan Define(Plan plan) => plan; }\nclass Other;\n")
        .Offers();

    [Theory]
    [InlineData("public static Platform {|UPG1001:P1|}", "public static readonly Platform P1")]
    [InlineData("internal /* for now */ static Platform {|UPG1001:P1|}", "internal /* for now */ static readonly Platform P1")]
    public Task A_field_that_can_change_is_declared_read_only(string wrong, string right) => Fixing.In(
            Galaxy("[Galaxy] " + Class, $"{P0}\n    {wrong} = Platform.RunTime(\"AOS01\"); // There"))
        .Gives("Declare P1 static readonly", Galaxy("[Galaxy] " + Class, $"{P0}\n    {right} = Platform.RunTime(\"AOS01\"); // There"));

    [Theory]
    [InlineData("Platform.RunTime(\"AOS01\", \"Line1\")")]
    [InlineData("Platform.RunTime(\"AOS01\", name: \"Line1\").ConnectedTo(Sms)")]
    public Task Another_name_is_left_out(string wrong)
    {
        const string Sms = "    public static readonly SystemManagementServer Sms = SystemManagementServer.On(\"SMS01\");\n";
        var right = wrong.Replace(", \"Line1\"", "", StringComparison.Ordinal).Replace(", name: \"Line1\"", "", StringComparison.Ordinal);
        return Fixing.In(Galaxy("[Galaxy] " + Class, $"{Sms}{P0}\n    public static readonly Platform {{|UPG1005:P1|}} = {wrong}; // There"))
            .Gives(
                "Leave the name \"Line1\" out of the declaration of P1",
                Galaxy("[Galaxy] " + Class, $"{Sms}{P0}\n    public static readonly Platform P1 = {right}; // There"));
    }

    private static string Galaxy(string type, string declarations) => $"{Head}{type}\n{{\n{declarations}\n}}\n";
}

using System.Reflection;
using System.Xml.Linq;

namespace PlanAnalyzers.Compiler.Tests;

/// <summary>What an author reads while typing: the documentation of the authoring library.</summary>
public sealed class AuthoringDocumentationTests
{
    private static readonly Dictionary<string, XElement> Members = XDocument
        .Load(Path.ChangeExtension(typeof(Plan).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>The methods of the plan that add a step.</summary>
    public static TheoryData<string> Steps() =>
    [
        .. typeof(Plan).GetMethods().Select(method => method.Name)
            .Intersect(typeof(Model.Step).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Model.Step)) && !type.IsAbstract).Select(type => type.Name)),
    ];

    [Fact]
    public void Each_step_of_the_model_has_a_method() =>
        Assert.Equal(
            typeof(Model.Step).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(Model.Step)) && !type.IsAbstract),
            Steps().Count);

    [Theory]
    [MemberData(nameof(Steps))]
    public void Each_step_says_what_happens_and_what_it_needs(string step)
    {
        var member = Members.Single(member => member.Key.StartsWith($"M:PlanAnalyzers.Plan.{step}(", StringComparison.Ordinal)
            || member.Key == $"M:PlanAnalyzers.Plan.{step}").Value;

        Assert.True(Text(member, "summary").Length > 20, member.ToString());
        Assert.StartsWith("Needs: ", Text(member, "remarks"), StringComparison.Ordinal);
        Assert.EndsWith(".", Text(member, "remarks"), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_public_has_a_summary()
    {
        var undocumented = typeof(Plan).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Prepend(type))
            .Where(member => member is not ConstructorInfo and not MethodInfo { IsSpecialName: true })
            .Select(member => member is Type type ? type.FullName! : $"{member.DeclaringType!.FullName}.{member.Name}")
            .Where(name => !Members.Any(member => member.Key.Split('(')[0][2..] == name
                && (member.Value.Element("inheritdoc") is not null || Text(member.Value, "summary").Length > 0)));

        Assert.Empty(undocumented);
    }

    private static string Text(XElement member, string element) =>
        string.Join(' ', (member.Element(element)?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

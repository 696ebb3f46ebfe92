using System.Reflection;
using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Model;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests;

/// <summary>Every rule has a page whose plans do what it says, and every list of the rules is made of the rule table.</summary>
public sealed class RulePageTests
{
    private const string Wrong = "Wrong plan";
    private const string Right = "Right plan";

    /// <summary>
    /// The rules whose messages have nothing of the author's to name: two versions that stand in the attribute that is marked,
    /// and an upload of the galaxy as a whole.
    /// </summary>
    private static readonly HashSet<string> AboutNothingDeclared = ["UPG2006", "UPG2009", "UPG7001"];

    /// <summary>The warnings whose wrong plan leads to an error as it is written, so that it cannot be carried out.</summary>
    private static readonly HashSet<string> LeadToAnError = ["UPG5002"];

    public static TheoryData<string> Ids() => [.. RuleTable.All.Select(rule => rule.Id)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule()
    {
        var pages = Directory.GetFiles(RulePage.Folder, "UPG*.md").Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal(RuleTable.All.Select(rule => rule.Id), pages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_has_its_sections_and_the_header_of_the_rule_table(string id)
    {
        var page = RulePage.Of(id);
        var rule = RuleOf(id);

        page.HasItsSections();
        GeneratedText.BlockIs(page.Path, RulePage.Header(rule), firstLine: $"# {rule.Id}: {rule.Title}");
        Assert.Contains($"dotnet_diagnostic.{id}.severity", page["Configuration"], StringComparison.Ordinal);
        Assert.Contains($"#pragma warning disable {id}", page["Configuration"], StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_those_of_the_rule_table()
    {
        var compiler = Repository.PathOf("src", "PlanAnalyzers.Compiler");
        GeneratedText.BlockIs(Path.Combine(RulePage.Folder, "README.md"), RuleLists.ForPeople());
        GeneratedText.FileIs(Path.Combine(compiler, "AnalyzerReleases.Unshipped.md"), RuleLists.ForReleaseTracking());
        Assert.True(File.Exists(Path.Combine(compiler, "AnalyzerReleases.Shipped.md")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_an_id_of_its_range_and_a_title_without_full_stop(string id)
    {
        var rule = RuleOf(id);
        Assert.Matches($@"^UPG{RuleLists.Digit(rule.Category)}\d{{3}}$", rule.Id);
        Assert.Matches("[^.]$", rule.Title);
        Assert.EndsWith(".", rule.Why, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Wrong_plan_breaks_the_rule_and_the_right_plan_none(string id)
    {
        var page = RulePage.Of(id);

        var wrong = await ExpectedDiagnostics.Compare(page.Project(Wrong), about: id);
        Assert.True(wrong.Passes, wrong.Report);
        Assert.Contains(wrong.Found, diagnostic => diagnostic.Id == id);

        var right = await ExpectedDiagnostics.Compare(page.Project(Right), about: id);
        Assert.True(right.Passes, right.Report);
        Assert.DoesNotContain(right.Found, diagnostic => diagnostic.Id == id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Message_names_what_the_author_wrote_and_says_what_to_do(string id)
    {
        var project = RulePage.Of(id).Project(Wrong);
        Assert.All((await ExpectedDiagnostics.Compare(project)).Found, diagnostic =>
        {
            var message = diagnostic.GetMessage(null);
            Assert.EndsWith(".", message, StringComparison.Ordinal);
            Assert.True(MessageStyle.SaysWhatToDo(message), $"No order in the last sentence: {message}");
            Assert.True(
                MessageStyle.NamesTheAuthorsOwn(diagnostic, project.Compilation) != AboutNothingDeclared.Contains(diagnostic.Id),
                $"Names nothing that the author declared, or is listed as such and does: {message}");
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Suppressed_error_never_becomes_a_plan_that_can_be_carried_out(string id)
    {
        var page = RulePage.Of(id);
        var project = page.Project(Wrong, $"#pragma warning disable {id}\n");

        Assert.DoesNotContain(await project.AnalyzerDiagnostics(), diagnostic => diagnostic.Id == id);
        Assert.Equal(RuleOf(id).Severity != RuleSeverity.Error && !LeadToAnError.Contains(id), CanBeCarriedOut(project));
        Assert.True(CanBeCarriedOut(page.Project(Right)));
    }

    private static Rule RuleOf(string id) => RuleTable.All.Single(rule => rule.Id == id);

    /// <summary>Whether the plan of the project has a generated part that hands out the validated plan.</summary>
    private static bool CanBeCarriedOut(TestProject project)
    {
        var plan = project.Load().GetTypes().Single(type => type.GetCustomAttribute<UpgradePlanAttribute>() is not null);
        if (plan.GetProperty("Validated", BindingFlags.Public | BindingFlags.Static) is not { } validated)
        {
            return false;
        }

        try
        {
            return validated.GetValue(null) is not null;
        }
        catch (TargetInvocationException refused) when (refused.InnerException is PlanRefusedException)
        {
            return false;
        }
    }
}

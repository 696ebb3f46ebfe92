using System.Text;
using PlanAnalyzers.Model;

namespace PlanAnalyzers.Compiler.Tests.Harness;

/// <summary>The lists of all rules that the repository holds, made of the rule table.</summary>
internal static class RuleLists
{
    /// <summary>The tables of <c>docs/rules/README.md</c>, one a range of ids.</summary>
    public static string ForPeople()
    {
        var text = new StringBuilder();
        foreach (var range in RuleTable.All.GroupBy(rule => rule.Category))
        {
            text.Append($"\n## UPG{Digit(range.Key)}xxx: {Topic(range.Key)}\n\n| Rule | Severity | Title |\n|---|---|---|\n");
            foreach (var rule in range)
            {
                text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Severity} | {rule.Title} |\n");
            }
        }

        return text.Append('\n').ToString();
    }

    /// <summary>The rules in the form of Roslyn's release tracking.</summary>
    public static string ForReleaseTracking()
    {
        var text = new StringBuilder("; Unshipped analyzer release. Made of RuleTable by RulePageTests.\n\n### New Rules\n\n");
        text.Append("Rule ID | Category | Severity | Notes\n--------|----------|----------|-------\n");
        foreach (var rule in RuleTable.All)
        {
            text.Append($"{rule.Id} | PlanAnalyzers.{rule.Category} | {rule.Severity} | {rule.Title}\n");
        }

        return text.ToString();
    }

    /// <summary>The rules as a global configuration of the compiler, each with the severity that a preset gives it.</summary>
    /// <param name="description">What the preset is, in a line.</param>
    /// <param name="severity">The preset's severity, in the words of .editorconfig.</param>
    public static string ForPreset(string description, Func<RuleSeverity, string> severity)
    {
        // The level is that of the .NET SDK's own files, far below what a user's file has without saying so: 100 where it is named
        // .globalconfig, else 0.
        var text = new StringBuilder($"# {description} Made of RuleTable by PresetTests.\nis_global = true\nglobal_level = -100\n");
        foreach (var rule in RuleTable.All)
        {
            text.Append($"\n# {rule.Id}: {rule.Title}\ndotnet_diagnostic.{rule.Id}.severity = {severity(rule.Severity)}\n");
        }

        return text.ToString();
    }

    /// <summary>The <c>.editorconfig</c> of the project template: each rule is named there, but says nothing until the author wants it to.</summary>
    public static string ForNewProject(Func<RuleSeverity, string> severity)
    {
        var text = new StringBuilder("""
            root = true

            [*]
            charset = utf-8
            insert_final_newline = true
            trim_trailing_whitespace = true

            [*.cs]
            indent_style = space
            indent_size = 4

            # A project of plans needs no namespace.
            dotnet_diagnostic.CA1050.severity = none

            # Every rule with the severity that it has of itself. Take '#' away from a line and write error, warning, suggestion or none to have it
            # otherwise. What is named here wins over PlanAnalyzersPreset in the project file.

            """);
        foreach (var range in RuleTable.All.GroupBy(rule => rule.Category))
        {
            text.Append($"\n# UPG{Digit(range.Key)}xxx: {Topic(range.Key)}\n");
            foreach (var rule in range)
            {
                text.Append($"# {rule.Title}\n#dotnet_diagnostic.{rule.Id}.severity = {severity(rule.Severity)}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The first digit of the ids of a category.</summary>
    public static int Digit(RuleCategory category) => (int)category + 1;

    private static string Topic(RuleCategory category) => category switch
    {
        RuleCategory.Authoring => "how the plan is written",
        RuleCategory.Topology => "what the galaxy consists of",
        RuleCategory.SystemManagementServer => "the System Management Server",
        RuleCategory.Order => "the order of the steps",
        RuleCategory.Deployment => "what can be deployed when",
        RuleCategory.End => "what must be true at the end",
        RuleCategory.Advice => "advice about run-time data",
        RuleCategory.Drift => "what the galaxy's class and the site say differently",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Say here what this category of rules is about."),
    };
}

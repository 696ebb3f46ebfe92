using Microsoft.CodeAnalysis;
using PlanAnalyzers.Compiler.Tests.Harness;
using PlanAnalyzers.Model;
using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Compiler.Tests;

/// <summary>The files of severities that the package brings, as the compiler reads them.</summary>
public sealed class PresetTests
{
    private static readonly string Folder = Repository.PathOf("src", "PlanAnalyzers", "buildTransitive", "config");

    [Fact]
    public void Presets_are_those_of_the_rule_table()
    {
        GeneratedText.FileIs(PathOf("default"), RuleLists.ForPreset("The preset 'default': the severities that the rules have of themselves.", Default));
        GeneratedText.FileIs(PathOf("strict"), RuleLists.ForPreset("The preset 'strict': every warning is an error, and every info a warning.", Strict));
    }

    [Fact]
    public void A_new_project_has_every_rule_in_its_editorconfig_ready_to_be_changed() =>
        GeneratedText.FileIs(Repository.PathOf("src", "PlanAnalyzers.Templates", "upgrade-plan", ".editorconfig"), RuleLists.ForNewProject(Default));

    [Fact]
    public void Severity_Info_is_a_suggestion_and_strictly_a_warning() =>
        Assert.Equal(("suggestion", "warning"), (Default(RuleSeverity.Info), Strict(RuleSeverity.Info)));

    [Theory]
    [InlineData("default", ReportDiagnostic.Info, ReportDiagnostic.Warn)]
    [InlineData("strict", ReportDiagnostic.Warn, ReportDiagnostic.Error)]
    public void The_compiler_reads_a_severity_for_every_rule(string preset, ReportDiagnostic info, ReportDiagnostic warning)
    {
        var read = Read(Preset(preset));

        Assert.Equal(RuleTable.All.Count, read.Count);
        Assert.All(RuleTable.All, rule => Assert.Equal(
            rule.Severity switch
            {
                RuleSeverity.Info => info,
                RuleSeverity.Warning => warning,
                _ => ReportDiagnostic.Error,
            },
            read[rule.Id]));
    }

    [Theory]
    [InlineData(".globalconfig", "")]
    [InlineData("company.globalconfig", "")]
    [InlineData("company.globalconfig", "global_level = -99\n")]
    public void A_global_configuration_of_the_users_own_wins(string name, string level)
    {
        var user = AnalyzerConfig.Parse($"is_global = true\n{level}dotnet_diagnostic.UPG4005.severity = none\n", "/repository/" + name);

        var read = Read(Preset("strict"), user);

        Assert.Equal(ReportDiagnostic.Suppress, read["UPG4005"]);
        Assert.Equal(ReportDiagnostic.Error, read["UPG4007"]);
    }

    /// <summary>What applies to the whole project; the compiler must have nothing to say about the files.</summary>
    private static IReadOnlyDictionary<string, ReportDiagnostic> Read(params AnalyzerConfig[] files)
    {
        var read = AnalyzerConfigSet.Create(files, out var problems);
        Assert.Empty(problems);
        Assert.Empty(read.GlobalConfigOptions.Diagnostics);
        return read.GlobalConfigOptions.TreeOptions;
    }

    private static AnalyzerConfig Preset(string name) => AnalyzerConfig.Parse(GeneratedText.Read(PathOf(name)), $"/packages/{name}.globalconfig");

    private static string PathOf(string name) => Path.Combine(Folder, name + ".globalconfig");

    private static string Default(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Info => "suggestion",
        RuleSeverity.Warning => "warning",
        RuleSeverity.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Say here what .editorconfig calls this severity."),
    };

    private static string Strict(RuleSeverity severity) => severity == RuleSeverity.Info ? "warning" : "error";
}

using PlanAnalyzers.Tests.Shared;

namespace PlanAnalyzers.Package.Tests;

/// <summary>The ways of docs/configuration.md to say how severe a rule is, in projects of a user.</summary>
public sealed class ConfigurationTests(Packages packages)
{
    // Of themselves, in the same order: an error, a warning and a warning.
    private const string Unsafe = "UPG4006";
    private const string Costly = "UPG4005";
    private const string Advice = "UPG7001";
    private const string TooLong = "UPG1004";

    private const string Default = "<PlanAnalyzersPreset>default</PlanAnalyzersPreset>";
    private const string Strict = "<PlanAnalyzersPreset>Strict</PlanAnalyzersPreset>";

    private const string Order = "[*.cs]\ndotnet_analyzer_diagnostic.category-PlanAnalyzers.Order.severity = ";

    [Fact]
    public async Task Each_way_to_configure_severity_does_what_it_says()
    {
        await Plans("EditorConfig", "", [Set("[*.cs]", (Unsafe, "none"), (Costly, "error"), (Advice, "suggestion"))]);
        await Plans("Category", Default, [(".editorconfig", Order + "suggestion\n")]);
        await Plans("GlobalConfig", "", [Set("is_global = true", (Unsafe, "warning"), (Costly, "error"), (Advice, "none"))]);
        await Plans("WarningsAreErrors", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", []);
        await Plans("ById", $"<WarningsAsErrors>{Costly}</WarningsAsErrors><NoWarn>$(NoWarn);{Advice}</NoWarn>", []);
        await Plans("InStrict", Strict, []);
        await Plans(
            "InStrictNot",
            Strict + $"<NoWarn>$(NoWarn);{Unsafe}</NoWarn>",
            [Set("[*.cs]", (Costly, "suggestion")), Set("is_global = true", (Advice, "warning"))]);
        await InTheSource("InTheSource");
        await Plans("Misspelt", "<PlanAnalyzersPreset>stirct</PlanAnalyzersPreset>", []);
        await Plans("Short", "<PlanAnalyzersMaxSteps>3</PlanAnalyzersMaxSteps>", []);
        await Plans("ShortInAFile", "", [(".globalconfig", "is_global = true\nplananalyzers.max_steps = 3\n")]);
        await Plans("NoNumber", "<PlanAnalyzersMaxCallDepth>deep</PlanAnalyzersMaxCallDepth>", []);
        var expected = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["EditorConfig"] = $"{Costly} error, {Advice} note",
            ["Category"] = $"{Costly} note, {Unsafe} note, {Advice} warning",
            ["GlobalConfig"] = $"{Costly} error, {Unsafe} warning",
            ["WarningsAreErrors"] = $"{Costly} error, {Unsafe} error, {Advice} error",
            ["ById"] = $"{Costly} error, {Unsafe} error",
            ["InStrict"] = $"{Costly} error, {Unsafe} error, {Advice} error",
            ["InStrictNot"] = $"{Costly} note, {Advice} warning",
            ["InTheSource"] = $"{Costly} suppressed, {Unsafe} suppressed, {Advice} warning",
            ["Misspelt"] = "not compiled",
            ["Short"] = $"{TooLong} error, {TooLong} error, {TooLong} error",
            ["ShortInAFile"] = $"{TooLong} error, {TooLong} error, {TooLong} error",
            ["NoNumber"] = "not compiled",
        };

        var output = await ProjectGroup.Build(packages, "configurations", expected.Keys);

        var actual = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in expected.Keys)
        {
            actual.Add(name, await Said(name));
        }

        Assert.Equal(Lines(expected), Lines(actual));
        Assert.Matches("error UPGCFG0001: [^\n]*'stirct'[^\n]*'default' or 'strict'[^\n]*Misspelt.csproj", output);
        Assert.Matches("error UPGCFG0002: [^\n]*PlanAnalyzersMaxCallDepth[^\n]*'deep'[^\n]*NoNumber.csproj", output);

        // What was hidden from the build is not hidden from who carries the plan out.
        var (exitCode, refusal) = await Dotnet.Run(Path.Combine(packages.Folder, "projects", "InTheSource"), "run", "--no-build");
        Assert.Equal(3, exitCode);
        Assert.Contains(Unsafe, refusal, StringComparison.Ordinal);

        // Another preset is another check, even where nothing else has changed since the build before.
        await Dotnet.Run(Path.Combine(packages.Folder, "projects", "InTheSource"), "build", "-p:PlanAnalyzersPreset=strict");
        Assert.Equal($"{Costly} suppressed, {Unsafe} suppressed, {Advice} error", await Said("InTheSource"));
    }

    /// <summary>Everything that the compiler said of a project except for the notes of others, in the order of the ids.</summary>
    private async Task<string> Said(string name) => await CompilerLog.Read(packages, name) is { } log
        ? string.Join(", ", log
            .Where(result => result.Id is Costly or Unsafe or Advice or TooLong || (result.Level != "note" && !result.Id.StartsWith("UPG", StringComparison.Ordinal)))
            .Select(result => $"{result.Id} {(result.Suppressed ? "suppressed" : result.Level)}")
            .Order(StringComparer.Ordinal))
        : "not compiled";

    private static string Lines(Dictionary<string, string> said) => string.Join('\n', said.Select(project => $"{project.Key}: {project.Value}"));

    /// <summary>A project with a plan for each of the rules. It references only the package that brings the other one.</summary>
    private Task<string> Plans(string name, string properties, (string Name, string Text)[] configuration) => packages.NewProject(
        name,
        "<TargetFramework>net10.0</TargetFramework>" + CompilerLog.Property + properties,
        ["PlanAnalyzers.Execution"],
        [
            ("A.cs", Plan("order-both-partners-down", "A")),
            ("B.cs", Plan("order-active-first", "B")),
            ("C.cs", Plan("advice-upload-overwrites-defaults", "C")),
            .. configuration,
        ]);

    private Task<string> InTheSource(string name) => packages.NewProject(
        name,
        "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>" + CompilerLog.Property,
        ["PlanAnalyzers.Execution"],
        ("A.cs", Plan("order-both-partners-down", "A").Replace(
            "static Plan Define",
            $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"PlanAnalyzers.Order\", \"{Unsafe}\")] static Plan Define",
            StringComparison.Ordinal)),
        ("B.cs", Plan("order-active-first", "B").Replace(
            "        .Upgrade(P1)",
            $"#pragma warning disable {Costly}\n        .Upgrade(P1)\n#pragma warning restore {Costly}\n",
            StringComparison.Ordinal)),
        ("C.cs", Plan("advice-upload-overwrites-defaults", "C")),
        ("Program.cs", "return await PlantAUpgrade.RunAsync(args);\n"));

    /// <summary>A conformance case with a galaxy and a plan of its own name, so that several stand in one project.</summary>
    private static string Plan(string name, string plant) => ConformanceCases.Read(name).Replace("Plant7", "Plant" + plant, StringComparison.Ordinal);

    private static (string Name, string Text) Set(string head, params (string Id, string Severity)[] rules) => (
        head.StartsWith('[') ? ".editorconfig" : ".globalconfig",
        head + "\n" + string.Concat(rules.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {rule.Severity}\n")));
}
